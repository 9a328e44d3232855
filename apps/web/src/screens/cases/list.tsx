/** All cases at one look, a new one, and what arrived. @module */

import type { Arrival, CaseRow } from "@contraluz/case/inbox/index.ts";
import { ASIDE, NEXT, OUTCOME, WAITING } from "@contraluz/case/inbox/words.ts";
import { count, type Lang, say } from "@contraluz/core";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang } from "../../lang.ts";
import { ToneGlyph, toneClass } from "../../parts/glyphs.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { useDesk } from "./desk.ts";
import { FileButton, Said, Text } from "./fields.tsx";
import type { CasesWords } from "./words.ts";

/** What somebody wrote down, or what follows from where the case stands. */
function nextOf(r: CaseRow, w: CasesWords, lang: Lang): string {
  if (r.trouble) return r.trouble === "locked" ? w.lockedRow : w.damagedRow;
  if (r.consent === "withdrawn") return w.withdrawnRow;
  if (r.term?.state === "over") return w.overRow;
  const ends = r.term?.state === "ending" ? w.endsRow(count(r.term.days ?? 0)) : "";
  const follows = (): string => {
    if (r.consent === "none") return w.next.go.consent;
    if (!r.verdict) return w.next.go.check;
    return say(NEXT[r.verdict === "none-found" && (r.gaps ?? 0) > 0 ? "gaps" : r.verdict], lang);
  };
  const next = r.next === undefined || r.next === "" ? follows() : r.next;
  return [ends, next, r.due === undefined ? "" : `(${r.due})`].filter((t) => t !== "").join(" ");
}

/** Trouble first, then what waits for us, then what has been quiet longest. */
function sorted(rows: readonly CaseRow[]): CaseRow[] {
  const rank = (r: CaseRow): number =>
    r.term?.state === "over" || r.consent === "withdrawn" ? 0 : r.waiting === "us" ? 1 : r.trouble ? 3 : 2;
  return [...rows].sort((a, b) => rank(a) - rank(b) || (b.quiet ?? 0) - (a.quiet ?? 0) || (a.case < b.case ? -1 : 1));
}

function Row(p: { readonly row: CaseRow; readonly lang: Lang; readonly open: () => void }): JSX.Element {
  const { w } = useDesk();
  const { row: r, lang } = p;
  const title = r.title === undefined || r.title === "" ? r.case : r.title;
  return (
    <tr>
      <th scope="row">
        {r.trouble === "locked" ? (
          <Seen text={r.case} letters={60} />
        ) : (
          <button type="button" class="link" onClick={p.open}>
            <Seen text={title} letters={60} />
          </button>
        )}
      </th>
      <td data-h={`${w.head.verdict}:`}>
        {r.verdict ? (
          <span class={`level-tag tone-${toneClass(r.verdict)}`}>
            <ToneGlyph tone={r.verdict} />
            <span>{ANSWER[lang].short[r.verdict]}</span>
          </span>
        ) : (
          w.unchecked
        )}
      </td>
      <td class="num" data-h={`${w.head.gaps}:`}>
        {r.gaps === undefined ? "–" : count(r.gaps)}
      </td>
      <td class="num" data-h={`${w.head.days}:`}>
        {r.days === undefined ? "–" : count(r.days)}
      </td>
      <td data-h={`${w.head.waits}:`}>{r.waiting ? say(WAITING[r.waiting], lang) : "–"}</td>
      <td data-h={`${w.head.next}:`}>{r.next ? <Seen text={nextOf(r, w, lang)} /> : nextOf(r, w, lang)}</td>
    </tr>
  );
}

function Arrived({ list, lang }: { readonly list: readonly Arrival[]; readonly lang: Lang }): JSX.Element | null {
  const { w } = useDesk();
  if (list.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{w.outcome}</h2>
      <ul>
        {list.map((a) => (
          <li key={a.what}>
            <Seen text={a.what} letters={80} />: {say(OUTCOME[a.outcome], lang)}
            {a.case === undefined ? "" : ` (${a.case})`}
            {a.missing ? ` ${a.missing.join(", ")}` : ""}
            {a.why ? <p class="fine">{say(ASIDE[a.why], lang)}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function List(): JSX.Element {
  const { desk, w, set, ask } = useDesk();
  const lang = useLang();
  const { flow, session, dispatch } = useFlow();
  const [arrived, setArrived] = useState<readonly Arrival[]>([]);
  const open = async (name: string): Promise<void> => {
    const view = await ask("open", { name });
    if (view) set({ stage: "case", tab: "case", view, cites: [] });
  };
  const intake = async (files: readonly File[]): Promise<void> => {
    const list = files.map((file) => ({ path: file.webkitRelativePath.replace(/^[^/]*\//, ""), file }));
    const answer = await ask("intake", { files: list, signs: await session.signs(flow) });
    if (!answer) return;
    setArrived(answer.arrivals);
    set({ rows: answer.rows });
  };
  const restore = async (file: File): Promise<void> => {
    const rows = await ask("restore", { file });
    if (rows) set({ rows, said: [w.done] });
  };
  return (
    <div class="stack">
      <header>
        <p class="eyebrow">
          <button type="button" class="link" onClick={() => set({ stage: "gate", said: [], wrong: false })}>
            {w.where}
          </button>
        </p>
        <h1 tabIndex={-1}>{w.list}</h1>
      </header>
      <Said />
      {desk.rows.length === 0 ? (
        <p>{w.empty}</p>
      ) : (
        <section class="sheet scroll">
          <table class="fold cases">
            <caption class="vh">{w.list}</caption>
            <thead>
              <tr>
                {(["case", "verdict", "gaps", "days", "waits", "next"] as const).map((h) => (
                  <th key={h} scope="col" class={h === "gaps" || h === "days" ? "num" : ""}>
                    {w.head[h]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted(desk.rows).map((row) => (
                <Row key={row.case} row={row} lang={lang} open={() => void open(row.case)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div class="row">
        <button type="button" class="btn" onClick={() => set({ stage: "new", said: [], wrong: false })}>
          {w.newCase}
        </button>
        {desk.phrase ? null : (
          <FileButton id="arrivals" label={w.arrivals} folder onFile={(files) => void intake(files)} />
        )}
        <FileButton id="restore" label={w.restore} onFile={([f]) => void restore(f!)} />
        <button type="button" class="btn quiet small" onClick={() => set({ stage: "verify", said: [], wrong: false })}>
          {w.verifyGo}
        </button>
        <button type="button" class="btn quiet small" onClick={() => dispatch({ type: "go", to: "hunt" })}>
          {w.huntGo}
        </button>
      </div>
      {desk.phrase ? null : <p class="fine">{w.arrivalsMore}</p>}
      {desk.recipient === undefined ? null : (
        <p class="fine">
          {w.myKey}: <code class="sum">{desk.recipient}</code>
        </p>
      )}
      <Arrived list={arrived} lang={lang} />
    </div>
  );
}

export function NewCase(): JSX.Element {
  const { desk, w, set, ask } = useDesk();
  const [title, setTitle] = useState("");
  const [others, setOthers] = useState("");
  const [again, setAgain] = useState("");
  /** A phrase that opened nothing yet may have a slip in it. */
  const twice = desk.phrase && !desk.any;
  const make = async (e: Event): Promise<void> => {
    e.preventDefault();
    const view = await ask("create", { title, recipients: others.split("\n"), ...(twice ? { again } : {}) });
    if (!view) return;
    const persisted = desk.own ? await navigator.storage.persist?.().catch(() => false) : undefined;
    set({ stage: "case", tab: "case", view, cites: [], any: true, ...(persisted === undefined ? {} : { persisted }) });
  };
  return (
    <form class="stack narrow" onSubmit={(e) => void make(e)} autocomplete="off">
      <header>
        <p class="eyebrow">
          <button type="button" class="link" onClick={() => set({ stage: "list", said: [], wrong: false })}>
            {w.toList}
          </button>
        </p>
        <h1 tabIndex={-1}>{w.newCase}</h1>
        <p class="intro">{w.newIntro}</p>
      </header>
      <section class="sheet stack">
        <Text id="case-title" label={w.caseTitle} value={title} onInput={setTitle} />
        {twice ? <Text id="again" label={w.again} type="password" value={again} onInput={setAgain} /> : null}
        {desk.phrase ? null : <Text id="others" label={w.others} lines={3} value={others} onInput={setOthers} />}
        <div class="row">
          <button type="submit" class="btn">
            {w.create}
          </button>
        </div>
        <Said />
      </section>
    </form>
  );
}
