/** What a person should look at: bars that hide nothing, layers that say something else. What a bar covers is not in it. @module */
import type { ListedFinding } from "@contraluz/archive/read/index.ts";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ArchiveQuestions } from "../../archive/protocol.ts";
import { Seen } from "../../parts/seen.tsx";
import { useArchive } from "./tools.ts";

/** Findings that are shown. */
const MOST = 500;

export function Finding({ finding: f }: { readonly finding: ListedFinding }): JSX.Element {
  const { w } = useArchive();
  return (
    <>
      <b>{w.finding[f.how]}</b>
      {f.letters === undefined ? "" : ` (${w.findingLetters(f.letters)})`}
      {f.seen === undefined ? null : (
        <>
          <br />
          {f.how === "two-texts" ? w.findingWeb : w.findingSeen}: <Seen text={f.seen} letters={80} />
        </>
      )}
      {f.layer === undefined ? null : (
        <>
          <br />
          {f.how === "two-texts" ? w.findingPlain : w.findingLayer}: <Seen text={f.layer} letters={80} />
        </>
      )}
    </>
  );
}

export function LookTab(): JSX.Element {
  const { w, archive, look, state } = useArchive();
  const [list, set] = useState<ArchiveQuestions["findings"]["answer"]>();
  useEffect(() => {
    archive.ask("findings", {}).then(set, () => {});
  }, [archive, state.findings]);
  return (
    <section class="sheet stack">
      <h2>{w.tab.look}</h2>
      <p>{w.lookIntro}</p>
      {list?.length === 0 ? <p>{w.lookNone}</p> : null}
      <ol class="plain-list">
        {(list ?? []).slice(0, MOST).map((f, i) => (
          <li key={i}>
            <p class="m0">
              {f.id === undefined ? (
                <Seen text={f.path} letters={90} />
              ) : (
                <button
                  type="button"
                  class="link"
                  onClick={() =>
                    look({
                      stops: [{ id: f.id!, marks: f.box ? [{ box: f.box, about: false }] : [], spans: [] }],
                      at: 0,
                    })
                  }
                >
                  <Seen text={f.path} letters={90} />
                </button>
              )}{" "}
              {w.page(f.page)}
            </p>
            <p class="m0">
              <Finding finding={f} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
