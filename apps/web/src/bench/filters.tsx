/** Search and filters: text, level, source and kind, zone. Folded on a phone. @module */
import { count, LEVELS, type Level } from "@contraluz/core";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX, Ref } from "preact";
import { useLang, useWords } from "../lang.ts";
import { LevelGlyph } from "../parts/glyphs.tsx";
import type { PlaceInfo } from "./ask.ts";
import { ownName } from "./brief.ts";
import type { BenchAct, BenchState, Tab } from "./state.ts";
import { BENCH } from "./words.ts";

export interface FiltersProps {
  readonly tab: Tab;
  readonly query: string;
  readonly without: readonly string[];
  readonly levels: BenchState["levels"];
  readonly zone: string;
  readonly open: boolean;
  readonly act: (a: BenchAct) => void;
  readonly places: readonly PlaceInfo[];
  readonly nameOf: (artifact: string) => string;
  /** Records that findings name, by level. */
  readonly counts: ReadonlyMap<Level, number>;
  readonly zones: readonly { readonly name: string; readonly text: string }[];
  readonly search: Ref<HTMLInputElement>;
  readonly wide: boolean;
}

function Box(p: {
  readonly id: string;
  readonly on: boolean;
  readonly count: number | undefined;
  readonly change: (on: boolean) => void;
  readonly children: JSX.Element | string;
}): JSX.Element {
  return (
    <div class="f">
      <input type="checkbox" id={p.id} checked={p.on} onChange={(e) => p.change(e.currentTarget.checked)} />
      <label for={p.id}>{p.children}</label>
      <span>{p.count === undefined ? "" : count(p.count)}</span>
    </div>
  );
}

function Sources(p: FiltersProps): JSX.Element {
  const w = useWords(BENCH);
  const { without, tab } = p;
  const ids = p.places.map((x) => x.id);
  const number = (x: { records: number; dated: number }): number => (tab === "time" ? x.dated : x.records - x.dated);
  return (
    <fieldset class="facet">
      <legend>{w.sources}</legend>
      <div class="row gap2">
        <button type="button" class="link small" onClick={() => p.act({ type: "without", ids, off: false })}>
          {w.all}
        </button>
        <button type="button" class="link small" onClick={() => p.act({ type: "without", ids, off: true })}>
          {w.noSource}
        </button>
      </div>
      <div class="sources">
        {p.places
          .filter((x) => number(x) > 0)
          .map((x, i) => (
            <div key={x.id}>
              <Box
                id={`source-${i}`}
                on={!without.includes(x.id)}
                count={number(x)}
                change={(on) => p.act({ type: "without", ids: [x.id], off: !on })}
              >
                {p.nameOf(x.id)}
              </Box>
              {x.kinds.filter((k) => number(k) > 0).length < 2 ? null : (
                <details class="kinds">
                  <summary>{w.kinds(p.nameOf(x.id))}</summary>
                  {x.kinds
                    .filter((k) => number(k) > 0)
                    .map((k, j) => (
                      <Box
                        key={k.kind}
                        id={`kind-${i}-${j}`}
                        on={!without.includes(`${x.id}#${k.kind}`)}
                        count={number(k)}
                        change={(on) => p.act({ type: "without", ids: [`${x.id}#${k.kind}`], off: !on })}
                      >
                        <code>{ownName(k.kind)}</code>
                      </Box>
                    ))}
                </details>
              )}
            </div>
          ))}
      </div>
    </fieldset>
  );
}

export function Filters(p: FiltersProps): JSX.Element {
  const lang = useLang();
  const w = useWords(BENCH);
  const { act } = p;
  const changed = p.query !== "" || p.without.length > 0 || p.levels.length > 0;
  const off = (l: Level | "none"): boolean => p.levels.includes(l);
  const body = (
    <>
      <label for="bench-search">
        {w.search} <kbd>/</kbd>
      </label>
      <input
        type="search"
        id="bench-search"
        ref={p.search}
        value={p.query}
        autocomplete="off"
        spellcheck={false}
        aria-describedby="bench-search-hint"
        onInput={(e) => act({ type: "query", query: e.currentTarget.value })}
      />
      <p class="tiny" id="bench-search-hint">
        {w.searchHint}
      </p>
      <fieldset class="facet">
        <legend>{w.level}</legend>
        {LEVELS.filter((l) => (p.counts.get(l) ?? 0) > 0).map((l) => (
          <Box
            key={l}
            id={`level-${l}`}
            on={!off(l)}
            count={p.counts.get(l)}
            change={(on) => act({ type: "level", level: l, off: !on })}
          >
            <span class="level-tag">
              <LevelGlyph level={l} />
              {SAY[lang].level[l]}
            </span>
          </Box>
        ))}
        <Box
          id="level-none"
          on={!off("none")}
          count={undefined}
          change={(on) => act({ type: "level", level: "none", off: !on })}
        >
          {w.noLevel}
        </Box>
      </fieldset>
      {p.tab === "place" ? null : <Sources {...p} />}
      {p.tab === "undated" ? null : (
        <div class="facet">
          <label for="bench-zone">{w.zone}</label>
          <select id="bench-zone" value={p.zone} onChange={(e) => act({ type: "zone", zone: e.currentTarget.value })}>
            {p.zones.map((z) => (
              <option key={z.name} value={z.name}>
                {z.text}
              </option>
            ))}
          </select>
        </div>
      )}
      {changed ? (
        <button type="button" class="btn small quiet" onClick={() => act({ type: "clear" })}>
          {w.clear}
        </button>
      ) : null}
    </>
  );
  return (
    <search class="panel filters">
      {p.wide ? (
        <>
          <h2 class="vh">{w.filters}</h2>
          {body}
        </>
      ) : (
        <details open={p.open} onToggle={(e) => act({ type: "toggle", what: "filters", on: e.currentTarget.open })}>
          <summary>{w.filters}</summary>
          {body}
        </details>
      )}
    </search>
  );
}
