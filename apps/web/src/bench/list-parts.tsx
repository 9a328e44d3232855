/** What stands around a list: how much it holds, its heads, the choice of a place. @module */
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useWords } from "../lang.ts";
import type { BenchInfo, View } from "./ask.ts";
import { ownName } from "./brief.ts";
import { GRID } from "./list/roles.ts";
import type { RowTools } from "./rows.tsx";
import type { BenchAct, BenchState, Tab } from "./state.ts";
import { BENCH } from "./words.ts";

export function totalOf(info: BenchInfo, s: BenchState): number {
  const sum = (f: (p: BenchInfo["places"][number]) => number): number => info.places.reduce((n, p) => n + f(p), 0);
  if (s.tab === "time") return info.timed;
  if (s.tab === "undated") return sum((p) => p.records - p.dated);
  return info.places.find((p) => p.id === s.artifact)?.records ?? 0;
}

export function Status(p: {
  readonly view: View | undefined;
  readonly total: number;
  readonly part: number | undefined;
  readonly failed: boolean;
  readonly said: string;
  readonly act: (a: BenchAct) => void;
}): JSX.Element {
  const w = useWords(BENCH);
  const { view } = p;
  const text = p.failed
    ? w.failed
    : !view
      ? w.working
      : view.records === 0
        ? p.total === 0
          ? w.noneAtAll
          : w.none
        : view.records === p.total
          ? w.allShown(count(p.total))
          : w.shown(count(view.records), count(p.total));
  return (
    <div class="list-head">
      <p class="fine m0" role="status">
        {text}
        {view && view.unsearched > 0 ? ` · ${w.unsearched(count(view.unsearched))}` : ""}
        {p.said === "" ? "" : ` · ${p.said}`}
      </p>
      {p.part === undefined ? null : (
        <div class="row gap2">
          <progress max={1} value={p.part} aria-label={w.working} />
          {view ? (
            <button type="button" class="link" onClick={() => p.act({ type: "query", query: view.spec.query })}>
              {w.cancel}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

export function Header(p: {
  readonly tab: Tab;
  /** A cell a field. */
  readonly cells: boolean;
  readonly fields: readonly string[];
}): JSX.Element {
  const w = useWords(BENCH);
  const c = w.columns;
  return (
    <div {...GRID.row} class="vrow">
      <div {...GRID.head} class="c-level">
        <span class="vh">{c.level}</span>
      </div>
      <div {...GRID.head} class="c-time">
        {p.tab === "time" ? c.time : c.date}
      </div>
      {p.cells ? (
        <>
          {(p.fields.length > 0 ? p.fields : [c.says]).map((f) => (
            <div {...GRID.head} key={f}>
              {f}
            </div>
          ))}
          <div {...GRID.head} class="c-where">
            {c.where}
          </div>
        </>
      ) : (
        <>
          <div {...GRID.head} class="c-source">
            {c.source}
          </div>
          <div {...GRID.head} class="c-says">
            {c.says}
          </div>
        </>
      )}
    </div>
  );
}

export function PlacePicker(p: {
  readonly info: BenchInfo;
  readonly state: BenchState;
  readonly kind: string;
  readonly act: (a: BenchAct) => void;
  readonly tools: RowTools;
}): JSX.Element {
  const w = useWords(BENCH);
  const kinds = p.info.places.find((x) => x.id === p.state.artifact)?.kinds ?? [];
  return (
    <div class="row">
      <div class="field">
        <label for="bench-place">{w.place}</label>
        <select
          id="bench-place"
          value={p.state.artifact}
          onChange={(e) => p.act({ type: "place", artifact: e.currentTarget.value, kind: "" })}
        >
          {p.info.places.map((x) => (
            <option key={x.id} value={x.id}>
              {w.pick(p.tools.nameOf(x.id), count(x.records))}
            </option>
          ))}
        </select>
      </div>
      {kinds.length < 2 ? null : (
        <div class="field">
          <label for="bench-kind">{w.kind}</label>
          <select
            id="bench-kind"
            value={p.kind}
            onChange={(e) => p.act({ type: "place", artifact: p.state.artifact, kind: e.currentTarget.value })}
          >
            {kinds.map((k) => (
              <option key={k.kind} value={k.kind}>
                {w.pick(ownName(k.kind), count(k.records))}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
