/** Correcting the text of a page by hand, with its history; what a person thinks of the page. @module */
import { MARKS, type PageMark } from "@contraluz/archive/pages/mark.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PageView } from "../../archive/protocol.ts";
import { useLang } from "../../lang.ts";
import { Seen } from "../../parts/seen.tsx";
import { Text } from "../cases/fields.tsx";
import { Plain } from "./hits.tsx";
import { useArchive } from "./tools.ts";

interface Props {
  readonly view: PageView;
  readonly changed: (view: PageView) => void;
}

type MarkChoice = PageMark["mark"];

export function MarkPart({ view, changed }: Props): JSX.Element {
  const { w, archive, say, refresh } = useArchive();
  const [note, setNote] = useState(view.note ?? "");
  const now: MarkChoice = view.page.mark ?? "none";
  const set = async (mark: MarkChoice): Promise<void> => {
    const got = await archive.ask("mark", { id: view.page.id, mark, note: note.trim() });
    if (!got) return;
    changed(got);
    say(w.marked);
    await refresh();
  };
  return (
    <section class="sheet stack screen-only" aria-labelledby="mark-page">
      <h2 id="mark-page" class="h-small">
        {w.mark}
      </h2>
      <div class="row">
        {[...MARKS, "none" as const].map((m) => (
          <button
            key={m}
            type="button"
            class="btn quiet small toggle"
            aria-pressed={now === m}
            onClick={() => void set(m)}
          >
            {w.marks[m]}
          </button>
        ))}
      </div>
      <Text id="note" label={w.note} lines={2} value={note} onInput={setNote} />
      <div class="row">
        <button
          type="button"
          class="btn quiet small"
          aria-disabled={note.trim() === (view.note ?? "")}
          onClick={() => void set(now)}
        >
          {w.noteSave}
        </button>
      </div>
    </section>
  );
}

export function CorrectPart({ view, changed }: Props): JSX.Element {
  const { w, archive, say, refresh, by: last } = useArchive();
  const lang = useLang();
  const [text, setText] = useState(view.text);
  const [by, setBy] = useState(last.now);
  const [why, setWhy] = useState("");
  const [wrong, setWrong] = useState("");
  const save = async (to: string): Promise<void> => {
    if (to === view.text) return setWrong(w.correctSame);
    if (by.trim() === "") {
      setWrong(w.correctNeed);
      document.getElementById("fix-by")?.focus();
      return;
    }
    setWrong("");
    last.now = by.trim();
    const got = await archive.ask("correct", { id: view.page.id, text: to, by: by.trim(), why: why.trim() });
    if (!got) return;
    setText(got.text);
    changed(got);
    say(w.correctedNow);
    await refresh();
  };
  const when = (at: string): string => `${isoWords(at.slice(0, 10), lang, true)} ${at.slice(11, 16)} UTC`;
  return (
    <details class="sheet screen-only">
      <summary>{w.correct}</summary>
      <form
        class="stack"
        autocomplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          void save(text);
        }}
      >
        <Text id="fix-text" label={w.text} more={w.correctMore} lines={14} value={text} onInput={setText} />
        <Text id="fix-by" label={w.by} value={by} onInput={setBy} />
        <Text id="fix-why" label={w.why} value={why} onInput={setWhy} />
        <p class="m0" role="alert">
          {wrong}
        </p>
        <div class="row">
          <button type="submit" class="btn small">
            {w.correctSave}
          </button>
        </div>
      </form>
      {view.history.length > 1 ? (
        <>
          <h3>{w.history}</h3>
          <ol class="plain-list">
            {view.history.map((v) => (
              <li key={v.n}>
                <p class="m0">
                  <b>
                    {v.by === undefined ? w.asRead : <Seen text={w.version(v.by, when(v.at ?? ""))} letters={120} />}
                  </b>
                  {v.why === undefined ? null : (
                    <>
                      {" "}
                      · <Seen text={v.why} letters={200} />
                    </>
                  )}
                </p>
                <details>
                  <summary>{w.text}</summary>
                  <p class="page-text">
                    <Plain text={v.text} />
                  </p>
                  {v.text === view.text ? null : (
                    <button type="button" class="btn quiet small" onClick={() => void save(v.text)}>
                      {w.useVersion}
                    </button>
                  )}
                </details>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </details>
  );
}
