/** One name or one thing: on which pages it stands, with whom, and since when. Each pair shows its pages. @module */
import { dateWords } from "@contraluz/archive/ledger/say.ts";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { BesideRow, PeopleFacts, PeopleQuestions, Thing } from "../../../archive/people.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Seen } from "../../../parts/seen.tsx";
import { Hits } from "../hits.tsx";
import { useArchive } from "../tools.ts";
import { Splitting } from "./decide.tsx";
import { PEOPLE } from "./words.ts";

type One = NonNullable<PeopleQuestions["thing"]["answer"]>;

function Beside(p: { readonly row: BesideRow; readonly open: (t: Thing) => void }): JSX.Element {
  const w = useWords(PEOPLE);
  const lang = useLang();
  const { row: b } = p;
  return (
    <li>
      <button type="button" class="link" onClick={() => p.open({ type: "person", id: b.id })}>
        <Seen text={b.text} letters={90} />
      </button>{" "}
      <span class="fine">
        {w.pair(b.pages, b.near)}
        {b.from === undefined ? "" : ` · ${w.pairWhen(dateWords(b.from, lang), dateWords(b.to ?? b.from, lang))}`}
      </span>
      {b.rows.length === 0 ? null : (
        <details>
          <summary>
            {w.proof} <span class="vh">{w.proofOf(b.text)}</span>
          </summary>
          <Hits rows={b.rows} />
        </details>
      )}
    </li>
  );
}

export function OneThing(p: {
  readonly thing: Thing;
  readonly open: (t: Thing) => void;
  readonly back: () => void;
  readonly decided: (facts: PeopleFacts, back: boolean) => void;
}): JSX.Element {
  const w = useWords(PEOPLE);
  const { archive, say, state } = useArchive();
  const { thing } = p;
  const [one, set] = useState<One>();
  const title = useRef<HTMLHeadingElement>(null);
  const ask = async (from: number): Promise<void> => {
    const got = await archive.ask("thing", { ...thing, from });
    // It was joined to another name, or a page was corrected.
    if (!got) return p.back();
    set((was) => (from > 0 && was ? { ...was, rows: [...was.rows, ...got.rows] } : got));
  };
  const fetch = (from: number): void => void ask(from).catch(() => say(w.broke, true));
  useEffect(() => fetch(0), [archive]);
  useEffect(() => {
    if (one) title.current?.focus();
  }, [one !== undefined]);
  const name = thing.type === "person";
  return (
    <div class="stack">
      <div class="row screen-only">
        <button type="button" class="btn quiet small" onClick={p.back}>
          {name ? w.back : w.backThings}
        </button>
      </div>
      {one ? (
        <>
          <section class="sheet stack" aria-labelledby="thing-title">
            <h2 id="thing-title" tabIndex={-1} ref={title}>
              <Seen text={one.row.text} letters={90} />
            </h2>
            <p class="m0">
              {w.row(one.row.n, one.row.pages)}
              {one.merged.length > 0 ? ` · ${w.merged(one.merged.length)}` : ""}
            </p>
            {one.history.length > 0 ? <p class="fine m0">{w.history(one.history.join(", "))}</p> : null}
            <h3>{name ? w.beside : w.besideThing}</h3>
            <p class="fine m0">{w.notWho}</p>
            {one.beside.length === 0 ? <p class="m0">{w.besideNone}</p> : null}
            <ol class="plain-list">
              {one.beside.map((b) => (
                <Beside key={b.id} row={b} open={p.open} />
              ))}
            </ol>
            {one.besides > one.beside.length ? (
              <p class="fine m0">{w.besideMore(one.besides - one.beside.length)}</p>
            ) : null}
            {one.crowded > 0 ? <p class="fine m0">{w.crowded(one.crowded)}</p> : null}
            <h3>{w.pages}</h3>
            <Hits rows={one.rows} />
            {one.rows.length < one.total ? (
              <div class="row">
                <button type="button" class="btn quiet small" onClick={() => fetch(one.rows.length)}>
                  {w.more}
                </button>
              </div>
            ) : null}
          </section>
          {name && !state.sealed ? (
            <Splitting row={one.row} rows={one.rows} total={one.total} decided={(f) => p.decided(f, true)} />
          ) : null}
        </>
      ) : (
        <p role="status">{w.working}</p>
      )}
    </div>
  );
}
