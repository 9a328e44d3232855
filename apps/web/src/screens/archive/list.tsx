/** Pages as they lie: all, those that could not be read, those that somebody marked. @module */
import { MARKS, type MarkKind } from "@contraluz/archive/pages/mark.ts";
import type { PageState } from "@contraluz/archive/pages/types.ts";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PageHead } from "../../archive/protocol.ts";
import { Select } from "../cases/fields.tsx";
import { PageRow } from "./hits.tsx";
import { useArchive } from "./tools.ts";

const STATES = ["read", "poor", "unreadable", "blank"] as const;
export type ListChoice = "all" | PageState | `mark-${MarkKind}`;

function askOf(choice: ListChoice): { readonly state?: PageState; readonly mark?: MarkKind } {
  if (choice === "all") return {};
  const mark = MARKS.find((m) => choice === `mark-${m}`);
  return mark ? { mark } : { state: choice as PageState };
}

export function PagesTab(p: { readonly choice: ListChoice; readonly choose: (c: ListChoice) => void }): JSX.Element {
  const { w, archive, look, state } = useArchive();
  const [got, set] = useState<{ readonly rows: readonly PageHead[]; readonly total: number }>();
  /** Counts the lists that were asked for: an answer to another one is not shown. */
  const turn = useRef(0);
  const ask = (from: number): void => {
    const mine = ++turn.current;
    archive.ask("list", { ...askOf(p.choice), from }).then(
      (more) =>
        mine === turn.current &&
        set((was) => (from > 0 && was ? { ...more, rows: [...was.rows, ...more.rows] } : more)),
      () => {},
    );
  };
  // What another choice showed is gone at once.
  useLayoutEffect(() => set(undefined), [p.choice]);
  useEffect(() => ask(0), [archive, p.choice, state.coverage.pages, state.marks]);
  const options: (readonly [ListChoice, string])[] = [
    ["all", w.listAll],
    ...STATES.map((s) => [s, `${w.states[s]} (${state.coverage[s]})`] as const),
    ...MARKS.map((m) => [`mark-${m}` as const, w.listMark[m]] as const),
  ];
  const rows = got?.rows ?? [];
  const stops = rows.map((r) => ({ id: r.id, marks: [], spans: [] }));
  return (
    <section class="sheet stack">
      <h2>{w.tab.pages}</h2>
      <Select id="pages-shown" label={w.listState} value={p.choice} options={options} onChange={p.choose} />
      <p class="m0" role="status">
        {got ? (got.total === 0 ? w.listNone : w.pages(got.total)) : ""}
      </p>
      <ol class="plain-list">
        {rows.map((r, i) => (
          <PageRow key={r.id} page={r} open={() => look({ stops, at: i })} />
        ))}
      </ol>
      {got && rows.length < got.total ? (
        <div class="row">
          <button type="button" class="btn quiet small" onClick={() => ask(rows.length)}>
            {w.more}
          </button>
        </div>
      ) : null}
    </section>
  );
}
