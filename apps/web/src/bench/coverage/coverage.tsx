/** What could be seen, as a picture of places and days, with its twin as a table. @module */
import { type Coverage, count, type ReadState, type Result } from "@contraluz/core";
import { GAPS } from "@contraluz/report/gaps/words.ts";
import { dayWords, instant, spanWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { KeyPane } from "../../parts/strip.tsx";
import type { BenchInfo } from "../ask.ts";
import { ownName } from "../brief.ts";
import { scrolls } from "../list/roles.ts";
import { ticks } from "../map/ticks.ts";
import type { RowTools } from "../rows.tsx";
import { useWidth } from "../width.ts";
import { DAY, UTC } from "../zone.ts";
import { type Days, daysByPlace, holes, runs, usualDays } from "./days.ts";

/** Days without any record that are told: a phone that lies in a drawer for two days is not rare. */
const HOLE = 3;
const HOLES = 12;
const MARKS = 60;
/** What has light first; places of one state stay in the order of the catalogue. */
const ORDER: readonly ReadState[] = [
  "read",
  "partly",
  "unreadable",
  "not-consented",
  "absent",
  "not-asked",
  "not-in-this-kind",
];

export interface CoverageProps {
  readonly info: BenchInfo;
  readonly result: Result;
  readonly tools: RowTools;
  readonly open: (artifact: string) => void;
}

export const nsOfDay = (day: number): bigint => BigInt(day) * 86_400_000_000_000n;

/** `del 12 al 18 de mayo de 2021`. */
export function daysWords(d: Days, lang: RowTools["lang"]): string {
  return spanWords(nsOfDay(d.from), nsOfDay(d.to), lang);
}

/** Days on which findings (all but what is noted) have a record, by place. */
function marksOf(result: Result): Map<string | undefined, number[]> {
  const out = new Map<string | undefined, number[]>();
  for (const f of result.findings) {
    if (f.level === "info") continue;
    for (const r of f.records) {
      const at = instant(r.at);
      if (at === undefined) continue;
      for (const id of [r.artifact, undefined]) {
        const list = out.get(id) ?? [];
        const day = Number(at / 1_000_000n) / DAY;
        if (list.length < MARKS) list.push(day);
        out.set(id, list);
      }
    }
  }
  return out;
}

function Band(p: {
  readonly width: number;
  readonly high: number;
  readonly state: ReadState;
  readonly lit: readonly Days[];
  readonly marks: readonly number[];
  readonly days: Days;
}): JSX.Element {
  const { width, high, days } = p;
  const long = days.to - days.from + 1;
  const x = (day: number): number => ((day - days.from) / long) * width;
  const [top, h] = p.state === "partly" ? [high / 2, high / 2] : [0, high];
  let d = "";
  for (const run of p.lit) {
    if (run.to < days.from || run.from > days.to) continue;
    const a = Math.max(0, x(run.from));
    const b = Math.min(width, x(run.to + 1));
    d += `M${a.toFixed(1)} ${top}H${Math.max(b, a + 1).toFixed(1)}v${h}H${a.toFixed(1)}z`;
  }
  const fill = p.state === "unreadable" ? "url(#damaged)" : p.state === "not-consented" ? "url(#notallowed)" : "none";
  const dash = p.state === "not-asked" ? "3 3" : undefined;
  const s = high > 24 ? 14 : 9;
  return (
    <svg class="band" width={width} height={high} aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width={Math.max(0, width - 1)}
        height={high - 1}
        fill={fill}
        stroke="#828CA5"
        stroke-opacity="0.7"
        stroke-dasharray={dash}
      />
      <path d={d} fill="#FFD27A" />
      {p.marks
        .filter((m) => m >= days.from && m <= days.to + 1)
        .map((m) => (
          <path
            key={m}
            d={`M${x(m).toFixed(1)} ${high / 2 - s}l6 ${s}-6 ${s}-6-${s}z`}
            fill="#141A2A"
            stroke="#FCFCFA"
            stroke-width="1.5"
          />
        ))}
    </svg>
  );
}

function Patterns(): JSX.Element {
  return (
    <svg width="0" height="0" aria-hidden="true" class="vh">
      <defs>
        <pattern id="damaged" width="10" height="20" patternUnits="userSpaceOnUse">
          <path d="M-2 24L12-4M-7 14L3-6M7 34L17 14" stroke="#B7BFD0" stroke-width="1.6" />
        </pattern>
        <pattern id="notallowed" width="14" height="20" patternUnits="userSpaceOnUse">
          <rect x="5" y="8" width="4" height="4" fill="#B7BFD0" />
        </pattern>
      </defs>
    </svg>
  );
}

function stateWords(c: Coverage, t: RowTools): string {
  const state = GAPS[t.lang].state[c.state];
  const all = c.undated === c.records && c.records > 0;
  return all ? `${state}: ${t.words.recordsUndated(count(c.undated))}` : state;
}

export function CoveragePart({ info, result, tools: t, open }: CoverageProps): JSX.Element {
  const w = t.words;
  const { lang } = t;
  const [ref, width] = useWidth();
  const [whole, setWhole] = useState(false);
  const byPlace = useMemo(() => {
    const days = daysByPlace(info);
    return new Map([...days].map(([id, list]) => [id, runs(list)]));
  }, [info]);
  const marks = useMemo(() => marksOf(result), [result]);
  const usual = usualDays(info);
  const all: Days = { from: Math.floor(info.from / DAY), to: Math.floor(info.to / DAY) };
  const days = whole ? all : usual;
  const together = byPlace.get(undefined) ?? [];
  const empty = holes(together, days, HOLE);
  const longest = [...empty].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)[0];
  const axis = ticks(days.from * DAY, (days.to + 1) * DAY, Math.max(2, Math.floor(width / 80)), UTC, lang);
  const x = (ms: number): number => ((ms / DAY - days.from) / (days.to - days.from + 1)) * width;
  const coverage = useMemo(
    () => [...result.coverage].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
    [result],
  );
  const states = [...new Set(coverage.map((c) => c.state))];
  const place = new Map(info.places.map((p) => [p.id, p]));
  return (
    <>
      <p class="read">{w.covIntro}</p>
      {info.timed === 0 ? <p>{w.noDays}</p> : null}
      <Patterns />
      <section class="cov night" aria-label={w.title.coverage}>
        <div class="months">
          <div ref={ref}>
            <svg class="band" width={width} height="22" aria-hidden="true">
              {axis.map((a) => (
                <g key={a.ms}>
                  <rect x={x(a.ms)} y="0" width="1" height="20" fill="#828CA5" />
                  {width - x(a.ms) < 40 ? null : (
                    <text x={x(a.ms) + 5} y="14" class="tick">
                      {a.text}
                    </text>
                  )}
                </g>
              ))}
            </svg>
          </div>
        </div>
        <div class="r all">
          <b>{w.together}</b>
          <span class="s">{longest ? w.nothing(daysWords(longest, lang)) : ""}</span>
          <Band width={width} high={30} state="read" lit={together} marks={marks.get(undefined) ?? []} days={days} />
        </div>
        {coverage.map((c) => (
          <div class="r" key={c.artifact}>
            <b>{t.nameOf(c.artifact)}</b>
            <span class="s">{stateWords(c, t)}</span>
            <Band
              width={width}
              high={20}
              state={c.state}
              lit={byPlace.get(c.artifact) ?? []}
              marks={marks.get(c.artifact) ?? []}
              days={days}
            />
          </div>
        ))}
        <ul class="legend pt4">
          {states.map((s) => (
            <li key={s}>
              <KeyPane state={s} />
              {GAPS[lang].state[s]}
            </li>
          ))}
          <li>
            <svg viewBox="0 0 14 22" aria-hidden="true">
              <path d="M7 3l6 8-6 8-6-8z" fill="#141A2A" stroke="#FCFCFA" stroke-width="1.5" />
            </svg>
            {w.finding}
          </li>
        </ul>
        {all.from < usual.from || all.to > usual.to ? (
          <div class="row">
            <button
              type="button"
              class="btn small quiet on-night"
              aria-pressed={whole}
              onClick={() => setWhole(!whole)}
            >
              {w.wholeDays(daysWords(all, lang))}
            </button>
          </div>
        ) : null}
      </section>
      {empty.length > 0 ? (
        <section class="panel">
          <h2>{w.holes}</h2>
          <p>{w.holesMore}</p>
          <ul>
            {empty.slice(0, HOLES).map((d) => (
              <li key={d.from}>{daysWords(d, lang)}</li>
            ))}
            {empty.length > HOLES ? <li>{w.more(empty.length - HOLES)}</li> : null}
          </ul>
        </section>
      ) : null}
      <details>
        <summary>{w.covTable}</summary>
        <div class="scroll" {...scrolls(w.covTableLabel)}>
          <table class="fold">
            <thead>
              <tr>
                <th scope="col">{w.place}</th>
                <th scope="col">{w.techName}</th>
                <th scope="col">{w.state}</th>
                <th scope="col">{w.records}</th>
                <th scope="col">{w.firstDay}</th>
                <th scope="col">{w.lastDay}</th>
              </tr>
            </thead>
            <tbody>
              {coverage.map((c) => {
                const list = byPlace.get(c.artifact) ?? [];
                const [a, b] = [list[0], list[list.length - 1]];
                return (
                  <tr key={c.artifact}>
                    <th scope="row">
                      {place.has(c.artifact) ? (
                        <button
                          type="button"
                          class="link small"
                          aria-label={w.goTo(t.nameOf(c.artifact))}
                          onClick={() => open(c.artifact)}
                        >
                          {t.nameOf(c.artifact)}
                        </button>
                      ) : (
                        t.nameOf(c.artifact)
                      )}
                    </th>
                    <td data-h={w.techName}>
                      <code>{ownName(c.artifact)}</code>
                    </td>
                    <td data-h={w.state}>{stateWords(c, t)}</td>
                    <td data-h={w.records}>{count(c.records)}</td>
                    <td data-h={w.firstDay}>{a ? dayWords(nsOfDay(a.from), lang, true) : w.noDate}</td>
                    <td data-h={w.lastDay}>{b ? dayWords(nsOfDay(b.to), lang, true) : w.noDate}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
