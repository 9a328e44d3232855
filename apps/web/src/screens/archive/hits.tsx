/** Pages in a list: where they lie, how they were read, the words around what was found. @module */
import type { NameReason } from "@contraluz/archive/names/index.ts";
import { GRADE, REASON } from "@contraluz/archive/names/words.ts";
import { say } from "@contraluz/core";
import { take } from "@contraluz/report/safe.ts";
import type { JSX } from "preact";
import type { HitRow, PageHead } from "../../archive/protocol.ts";
import { useLang } from "../../lang.ts";
import { Seen } from "../../parts/seen.tsx";
import { useArchive } from "./tools.ts";

/** Letters of a path. */
const PATH = 90;

/** Text of the evidence inside a sentence: as it is, what cannot be seen by its code. */
export function Plain({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {take(text, text.length + 1).pieces.map((p, i) =>
        "text" in p ? (
          p.text
        ) : p.code === "U+000A" ? (
          "\n"
        ) : (
          <span class="ctl" key={i}>
            {p.code}
          </span>
        ),
      )}
    </>
  );
}

export function Words({ snippet }: { readonly snippet: HitRow["snippet"] }): JSX.Element {
  const parts: JSX.Element[] = [];
  let at = 0;
  for (const m of snippet.marks) {
    if (m.start < at) continue;
    parts.push(
      <Plain key={`${m.start}t`} text={snippet.text.slice(at, m.start)} />,
      <mark key={m.start}>
        <Plain text={snippet.text.slice(m.start, m.end)} />
      </mark>,
    );
    at = m.end;
  }
  return (
    <bdi class="snippet" dir="auto">
      {snippet.before ? "… " : ""}
      {parts}
      <Plain text={snippet.text.slice(at)} />
      {snippet.after ? " …" : ""}
    </bdi>
  );
}

/** What is to be said of a page beside its place. */
export function Notes({ page, head }: { readonly page: PageHead; readonly head?: true }): JSX.Element {
  const { w } = useArchive();
  const date = page.date;
  const notes = [
    ...(page.state === "read" ? [] : [w.state[page.state]]),
    ...(page.corrected > 0 ? [w.corrected] : []),
    ...(page.dup ? [w.copy] : []),
    ...(page.mark ? [w.marks[page.mark]] : []),
  ];
  return (
    <>
      {date ? (
        <>
          {head ? `${w.when}: ` : " · "}
          <span class="clock">{date.since === date.until ? date.since : <Plain text={date.text} />}</span>
        </>
      ) : null}
      {notes.map((n) => (
        <span key={n} class={`tag ${page.state === "unreadable" ? "strong" : ""}`}>
          {n}
        </span>
      ))}
    </>
  );
}

/** A line of a list; `open` shows the page. */
export function PageRow(p: { readonly page: PageHead; readonly open: () => void; readonly hit?: HitRow }): JSX.Element {
  const { w } = useArchive();
  const lang = useLang();
  const { page, hit } = p;
  const place = w.page(page.page, page.of);
  return (
    <li class="paper-hit">
      <p class="m0">
        {hit?.grade ? <span class={`grade ${hit.grade}`}>{say(GRADE[hit.grade], lang)}</span> : null}
        <button type="button" class="link" onClick={p.open} aria-label={`${w.show}: ${page.path}, ${place}`}>
          <Seen text={page.path} letters={PATH} />
        </button>{" "}
        {place}
        <Notes page={page} />
        {hit && !hit.exact ? <span class="tag">{w.otherSpelling}</span> : null}
      </p>
      {hit?.reasons && hit.reasons.length > 0 ? (
        <p class="fine m0">{hit.reasons.map((r) => say(REASON[r as NameReason], lang)).join(" · ")}</p>
      ) : null}
      {hit ? (
        <p class="m0">
          <Words snippet={hit.snippet} />
        </p>
      ) : null}
    </li>
  );
}

export const stopOf = (h: HitRow): { id: number; marks: HitRow["marks"]; spans: HitRow["spans"] } => ({
  id: h.page.id,
  marks: h.marks,
  spans: h.spans,
});

/** Hits with what was looked through: never one without the other. */
export function Hits({ rows }: { readonly rows: readonly HitRow[] }): JSX.Element {
  const { look } = useArchive();
  const stops = rows.map(stopOf);
  return (
    <ol class="plain-list">
      {rows.map((h, i) => (
        <PageRow key={`${h.page.id}`} page={h.page} hit={h} open={() => look({ stops, at: i })} />
      ))}
    </ol>
  );
}
