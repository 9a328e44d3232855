/** The image of a page with boxes around what was found. Letters that a font draws are set at their places. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Marked, PageImage, PageView } from "../../archive/protocol.ts";
import { useArchive } from "./tools.ts";

/** Words of a font that are set; boxes that are drawn. */
const [WORDS, BOXES] = [6000, 500];
/** What cannot be seen, or turns a line around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Between a word and its box, of the height of the word. */
const ROOM = 0.2;

type Answer = PageImage | "none" | "missing" | "changed" | "unreadable" | "slow";

/** The answer of the thread, with an address for the picture that is given back. */
function useImage(id: number): { readonly answer: Answer | undefined; readonly url: string | undefined } {
  const { archive, state } = useArchive();
  const [got, set] = useState<{ readonly id: number; readonly answer: Answer; readonly url?: string }>();
  useEffect(() => {
    let url: string | undefined;
    let gone = false;
    archive.ask("picture", { id }).then(
      (answer) => {
        if (gone) return;
        if (typeof answer !== "string" && answer.image) url = URL.createObjectURL(answer.image);
        set({ id, answer, ...(url !== undefined && { url }) });
      },
      () => set({ id, answer: "unreadable" }),
    );
    return () => {
      gone = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [archive, id, state.evidence]);
  return got?.id === id ? { answer: got.answer, url: got.url } : { answer: undefined, url: undefined };
}

function Word({ text, box }: PageImage["words"][number]): JSX.Element {
  const [x0, y0, x1, y1] = box;
  const high = y1 - y0;
  return (
    <text
      x={x0}
      y={y1 - high * 0.22}
      font-size={high * 0.95}
      textLength={Math.max(1, x1 - x0)}
      lengthAdjust="spacingAndGlyphs"
    >
      {text.replace(UNSEEN, "·")}
    </text>
  );
}

function Box({ box, about, grade }: Marked): JSX.Element {
  const [x0, y0, x1, y1] = box;
  const room = Math.max(2, (y1 - y0) * ROOM);
  return (
    <rect
      class={`found-box ${about ? "about" : ""} ${grade ?? ""}`}
      x={x0 - room}
      y={y0 - room}
      width={Math.max(1, x1 - x0 + 2 * room)}
      height={Math.max(1, y1 - y0 + 2 * room)}
      rx={room}
    />
  );
}

export function Sheet({ view, marks }: { readonly view: PageView; readonly marks: readonly Marked[] }): JSX.Element {
  const { w } = useArchive();
  const { answer, url } = useImage(view.page.id);
  const [zoom, setZoom] = useState(1);
  const area = useRef<HTMLElement>(null);
  // What was found stays in sight when the page grows.
  useEffect(() => {
    const box = area.current;
    if (!box || zoom === 1 || typeof answer !== "object") return;
    const [x0, y0, x1, y1] = marks[0]?.box ?? [0, 0, answer.width, 0];
    const k = box.scrollWidth / answer.width;
    box.scrollTo(((x0 + x1) / 2) * k - box.clientWidth / 2, ((y0 + y1) / 2) * k - box.clientHeight / 2);
  }, [zoom]);
  if (answer === undefined)
    return (
      <p class="fine" role="status">
        {w.drawing}
      </p>
    );
  if (typeof answer === "string") return <p class="fine">{w.picture[answer]}</p>;
  const { width, height } = answer;
  const boxes = marks.slice(0, BOXES);
  return (
    <div class="stack">
      <div class="row screen-only">
        <button
          type="button"
          class="btn quiet small"
          aria-disabled={zoom === 1}
          onClick={() => setZoom(Math.max(1, zoom - 1))}
        >
          {w.smaller}
        </button>
        <button
          type="button"
          class="btn quiet small"
          aria-disabled={zoom === 3}
          onClick={() => setZoom(Math.min(3, zoom + 1))}
        >
          {w.larger}
        </button>
      </div>
      {/* It scrolls on its own: the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a region that scrolls */}
      <section class="paper-scroll" ref={area} tabIndex={0} aria-label={w.image}>
        <svg
          class={`paper zoom-${zoom}`}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={w.imageOf(view.page.path.slice(0, 120), w.page(view.page.page, view.page.of))}
        >
          <rect class="ground" width={width} height={height} />
          {url === undefined ? null : <image href={url} width={width} height={height} preserveAspectRatio="none" />}
          {answer.words.slice(0, WORDS).map((x, i) => (
            <Word key={i} {...x} />
          ))}
          {boxes.map((m, i) => (
            <Box key={i} {...m} />
          ))}
        </svg>
      </section>
      {boxes.length > 0 ? (
        <p class="fine m0">
          {w.boxes(boxes.length)} {boxes.some((b) => b.about) ? w.about : ""}
        </p>
      ) : null}
    </div>
  );
}
