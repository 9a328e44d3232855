/** The analyst's bench: timeline, records without a date, records by place, coverage; each record with its bytes. @module */

import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import type { Done } from "../engine/protocol.ts";
import { useLang, useWords } from "../lang.ts";
import { Notice } from "../parts/notice.tsx";
import { useFlow } from "../use-flow.ts";
import type { BenchInfo, BenchRow } from "./ask.ts";
import { ownName } from "./brief.ts";
import { BytesPart } from "./bytes/bytes.tsx";
import { CoveragePart } from "./coverage/coverage.tsx";
import { levelCounts, longestHole, marksOf, msOf, spansOf, zonesOf } from "./derive.ts";
import { Detail } from "./detail/detail.tsx";
import { Filters } from "./filters.tsx";
import { Keys } from "./key-list.tsx";
import { commandOf } from "./keys.ts";
import { type Draw, VirtualList } from "./list/list.tsx";
import { Header, PlacePicker, Status, totalOf } from "./list-parts.tsx";
import { NightMap } from "./map/map.tsx";
import { fieldRow, lineRow, type RowTools } from "./rows.tsx";
import { Signal } from "./signal.ts";
import { firstBench, nextBench, type Span, specOf, TABS, zoomed } from "./state.ts";
import { type Ask, useDetail, useList, usePrepared, useRowAt, useWide } from "./use-bench.ts";
import { BENCH } from "./words.ts";
import { zoneOf } from "./zone.ts";

export function BenchScreen(): JSX.Element | null {
  const { flow, session } = useFlow();
  const w = useWords(BENCH);
  const prepared = usePrepared(session.ask);
  const { done } = flow;
  if (!done) return null;
  if (prepared.failed) {
    return (
      <div class="bench stack">
        <Notice kind="stop" title={w.title.time}>
          <p>{w.failed}</p>
        </Notice>
      </div>
    );
  }
  if (!prepared.info) {
    return (
      <div class="bench stack">
        <h1>{w.title.time}</h1>
        <p role="status">{w.preparing}</p>
        <progress max={1} value={prepared.part} aria-label={w.preparing} />
      </div>
    );
  }
  return <Bench done={done} info={prepared.info} ask={session.ask} />;
}

interface BenchProps {
  readonly done: Done;
  readonly info: BenchInfo;
  readonly ask: Ask;
}

function Bench({ done, info, ask }: BenchProps): JSX.Element {
  const lang = useLang();
  const w = useWords(BENCH);
  const { dispatch: flowDispatch } = useFlow();
  const { result } = done;
  const spans = useMemo(() => spansOf(info), [info]);
  const [state, act] = useReducer(nextBench, undefined, () => {
    const first = [...info.places].sort((a, b) => b.records - a.records)[0];
    const start = firstBench(spans.usual, first?.id ?? "", "");
    return info.timed > 0 ? start : { ...start, tab: "coverage" as const };
  });
  const wide = useWide();
  const search = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const place = info.places.find((p) => p.id === state.artifact);
  const kind =
    state.kind === ""
      ? [...(place?.kinds ?? [])].sort((a, b) => b.records - a.records)[0]
      : place?.kinds.find((k) => k.kind === state.kind);
  const spec = specOf({ ...state, kind: kind?.kind ?? "" }, place?.kinds.map((k) => k.kind) ?? []);
  const { shown, part, failed } = useList(ask, spec, true);
  const current =
    shown && spec && shown.view.spec.list === spec.list && shown.view.spec.artifact === spec.artifact
      ? shown
      : undefined;
  const zone = useMemo(() => zoneOf(state.zone, info.from, info.to), [state.zone, info]);
  const tools: RowTools = useMemo(
    () => ({
      lang,
      words: w,
      zone,
      nameOf: (id) => done.names.artifacts.get(id)?.name[lang] ?? ownName(id),
      fieldsOf: (id, k) => info.places.find((p) => p.id === id)?.kinds.find((x) => x.kind === k)?.fields ?? [],
    }),
    [lang, w, zone, done, info],
  );
  const marks = useMemo(() => marksOf(result), [result]);
  const levels = useMemo(() => levelCounts(result), [result]);
  const zones = useMemo(() => zonesOf(result, w), [result, w]);
  const seen = useMemo(() => new Signal<Span | undefined>(undefined), []);
  const [said, say] = useState("");

  // A jump waits for the list that it leads into.
  useEffect(() => {
    const { jump } = state;
    if (!jump || !current || part !== undefined) return;
    ask("rowOf", { view: current.view.id, at: "ms" in jump.to ? jump.to : { ...jump.to } }).then(
      (row) => row >= 0 && act({ type: "row", row }),
      () => {},
    );
  }, [state.jump?.n, current, part === undefined]);

  const chosen = useRowAt(current?.windows, state.row);
  const detail = useDetail(ask, chosen, state.row);

  const step = (by: 1 | -1): void => {
    if (!current) return;
    let row = state.row + by;
    while (row > 0 && row < current.view.rows - 1 && ["day", "gap"].includes(current.windows.at(row)?.type ?? ""))
      row += by;
    act({ type: "row", row: Math.max(0, Math.min(row, current.view.rows - 1)) });
  };
  const finding = (by: 1 | -1): void => {
    const rows = current?.view.marks.row ?? new Uint32Array(0);
    const next = by > 0 ? rows.find((r) => r > state.row) : rows.findLast((r) => r < state.row);
    if (next === undefined) say(w.noMoreFindings);
    else act({ type: "row", row: next });
  };
  const around = (): void => {
    const ms = msOf(detail);
    if (detail && ms !== undefined)
      act({ type: "around", ref: { artifact: detail.artifact, ordinal: detail.ordinal }, ms });
  };
  const center = (): number => {
    const middle = seen.value ?? state.span;
    return msOf(detail) ?? (middle.from + middle.to) / 2;
  };
  const press = useRef<(e: KeyboardEvent) => void>(() => {});
  press.current = (e) => {
    const target = e.target as Element | null;
    const writing = target?.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select") ?? false;
    if (e.key === "Escape" && writing) return void (target as HTMLElement).blur();
    const command = commandOf(
      { key: e.key, ctrlKey: e.ctrlKey, altKey: e.altKey, metaKey: e.metaKey, writing },
      state.singleKeys,
    );
    if (!command) return;
    e.preventDefault();
    switch (command) {
      case "next":
        return step(1);
      case "previous":
        return step(-1);
      case "search":
      case "filters":
        act({ type: "toggle", what: "filters", on: command === "search" || !state.filters });
        // At once where it is seen, so that no letter is lost; on a phone it has to be unfolded first.
        search.current?.focus();
        setTimeout(() => search.current?.focus());
        return;
      case "in":
      case "out":
        return act({ type: "span", span: zoomed(state.span, command === "in" ? 0.5 : 2, center(), spans.all) });
      case "around":
        return around();
      case "bytes":
        return act({ type: "toggle", what: "bytes" });
      case "note":
        act({ type: "toggle", what: "noting", on: true });
        setTimeout(() => note.current?.focus());
        return;
      case "finding":
        return finding(1);
      case "findingBefore":
        return finding(-1);
      case "help":
        return act({ type: "toggle", what: "help" });
    }
  };
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => press.current(e);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  const hole = useMemo(() => longestHole(info, state.span, lang), [info, state.span, lang]);

  // What does not change from row to row is made once: Preact leaves it alone.
  const fields = useMemo(() => kind?.fields ?? [], [kind]);
  // On a phone a record of a place is two lines, as everywhere else.
  const cells = state.tab === "place" && wide;
  const draw = useMemo(
    (): Draw => (row) => (cells ? fieldRow(row, tools, fields) : lineRow(row, tools, state.tab === "time")),
    [state.tab, cells, tools, fields],
  );
  const header = useMemo(
    () => <Header tab={state.tab} cells={cells} fields={fields.map((f) => f.label[lang])} />,
    [state.tab, cells, fields, lang],
  );
  const tell = useMemo(
    () => (first: BenchRow | undefined, last: BenchRow | undefined) => {
      const [from, to] = [msOf(first), msOf(last)];
      if (from === undefined || to === undefined) return;
      if (seen.value?.from !== from || seen.value.to !== to) seen.tell({ from, to });
    },
    [seen],
  );
  const filters = useMemo(
    () => (
      <Filters
        tab={state.tab}
        query={state.query}
        without={state.without}
        levels={state.levels}
        zone={state.zone}
        open={state.filters}
        act={act}
        places={info.places}
        nameOf={tools.nameOf}
        counts={levels}
        zones={zones}
        search={search}
        wide={wide}
      />
    ),
    [state.tab, state.query, state.without, state.levels, state.zone, state.filters, info, tools, levels, zones, wide],
  );
  const shownDetail = useMemo(
    () =>
      detail ? (
        <Detail row={detail} result={result} tools={tools} state={state} act={act} note={note} />
      ) : (
        <p class="m0">{w.pickOne}</p>
      ),
    [detail, result, tools, state.bytes, state.noting, state.notes],
  );
  const undated = info.places.reduce((n, p) => n + p.records - p.dated, 0);
  return (
    <div class="bench stack">
      <nav aria-label={w.views}>
        <ul class="tabs">
          <li>
            <button type="button" onClick={() => flowDispatch({ type: "back" })}>
              ‹ {w.back}
            </button>
          </li>
          {TABS.map((tab) => (
            <li key={tab}>
              <button type="button" aria-pressed={state.tab === tab} onClick={() => act({ type: "tab", tab })}>
                {w.tab[tab]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div class="casehead">
        <h1 tabIndex={-1}>{w.title[state.tab]}</h1>
        <p class="fine m0">
          {w.counts(count(info.timed), count(undated))}
          {info.left > 0 ? ` · ${w.left(count(info.left))}` : ""}
        </p>
      </div>
      {state.tab === "coverage" ? (
        <CoveragePart
          info={info}
          result={result}
          tools={tools}
          open={(artifact) => act({ type: "place", artifact, kind: "" })}
        />
      ) : (
        <>
          {state.tab === "time" && info.timed > 0 ? (
            <NightMap
              ask={ask}
              view={current?.view.spec.list === "time" ? current.view.id : undefined}
              all={spans.all}
              span={state.span}
              seen={seen}
              marks={marks}
              zone={zone}
              hole={hole}
              center={center}
              change={(span) => act({ type: "span", span })}
              go={(ms) => act({ type: "jump", to: { ms } })}
            />
          ) : null}
          {state.tab === "place" ? (
            <PlacePicker info={info} state={state} kind={kind?.kind ?? ""} act={act} tools={tools} />
          ) : null}
          <div class="tl">
            {filters}
            <section class="panel p0 list" aria-label={w.list[state.tab]}>
              <Status
                view={current?.view}
                total={totalOf(info, state)}
                part={part}
                failed={failed}
                said={said}
                act={act}
              />
              {current && current.view.rows > 0 ? (
                <VirtualList
                  windows={current.windows}
                  label={w.list[state.tab]}
                  columns={cells ? (kind?.fields.length ?? 1) + 3 : 4}
                  class={cells ? "wide-rows" : "lines"}
                  row={state.row}
                  choose={(row) => act({ type: "row", row })}
                  draw={draw}
                  header={header}
                  seen={tell}
                />
              ) : null}
            </section>
            <aside class="panel stack detail" aria-label={w.detail}>
              {shownDetail}
            </aside>
          </div>
          {state.bytes && detail ? <BytesPart ask={ask} row={detail} tools={tools} /> : null}
        </>
      )}
      <Keys state={state} act={act} day={result.asOf.slice(0, 10)} />
    </div>
  );
}
