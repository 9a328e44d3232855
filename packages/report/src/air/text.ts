/** What was around as text for a terminal: machines, then cells, tags and what happened, with their hours in UTC. @module */
import { isoUtc, type Lang, type Result } from "@contraluz/core";
import { machinesText } from "../machines/text.ts";
import { plain } from "../safe.ts";
import { wrap } from "../text/wrap.ts";
import { dayWords } from "../when.ts";
import { SAY } from "../words.ts";
import type { AirSeen, CellSeen, TagSeen, TimeSpan } from "./air.ts";
import { AIR, tagWords } from "./words.ts";

export interface AirTextOptions {
  readonly lang: Lang;
  readonly width: number;
}

/** Lines of one kind; letters of a value of the evidence; spans of one tag. */
const [MAX_LINES, SHOWN, MAX_SPANS] = [200, 60, 4];

const ns = (ms: number): bigint => BigInt(Math.floor(ms)) * 1_000_000n;
const clock = (ms: number): string => isoUtc(ns(ms), "s").slice(11, 16);

/** `3 abr 2026, 15:00 a 15:20`; with both days where it goes on past midnight. */
export function spanWords([from, to]: TimeSpan, lang: Lang): string {
  const [a, b] = [dayWords(ns(from), lang, true), dayWords(ns(to), lang, true)];
  const end = a === b ? clock(to) : `${b}, ${clock(to)}`;
  return `${a}, ${a === b && clock(from) === end ? clock(from) : AIR[lang].fromTo(clock(from), end)}`;
}

/** What follows the network of a cell: ` · 4G · zona 4100 · antena 77 (PCI 501, EARFCN 2175)`. Of our words and of numbers alone. */
export function cellWords(c: CellSeen, lang: Lang): string {
  const w = AIR[lang];
  const place = [
    ...(c.pci === undefined ? [] : [`PCI ${c.pci}`]),
    ...(c.frequency === undefined ? [] : [`EARFCN ${c.frequency}`]),
  ];
  const what = [
    "",
    ...(/^[2-5]g$/.test(c.generation) ? [c.generation.toUpperCase()] : []),
    ...(c.area === undefined ? [] : [w.area(c.area)]),
    ...(c.cell === undefined ? [] : [w.cell(c.cell)]),
  ].join(" · ");
  return place.length > 0 ? `${what} (${place.join(", ")})` : what;
}

export function tagName(t: TagSeen, lang: Lang): string {
  const { state } = AIR[lang];
  return `${tagWords(t.type, t.model, lang)}, ${Object.hasOwn(state, t.state) ? state[t.state as keyof typeof state] : state.unknown}`;
}

/** Machines and all the rest of it. */
export function airText(seen: AirSeen, result: Pick<Result, "findings">, o: AirTextOptions): string {
  const { lang } = o;
  const w = AIR[lang];
  const width = Math.min(100, o.width);
  const shown = (s: string): string => plain(s, lang, SHOWN);
  const out: string[] = [];
  const level = (l: CellSeen["level"]): string => (l === undefined ? "" : ` [${SAY[lang].level[l]}]`);
  const part = <T>(title: string, more: string, list: readonly T[], line: (t: T) => readonly string[]): void => {
    if (list.length === 0) return;
    out.push("", `${title}:`, ...wrap(more, width, "  "));
    for (const t of list.slice(0, MAX_LINES)) {
      const [first, ...rest] = line(t);
      out.push(...wrap(first ?? "", width, "  "), ...rest.flatMap((r) => wrap(r, width, "      ")));
    }
    if (list.length > MAX_LINES) out.push(`  ${w.others(list.length - MAX_LINES)}`);
  };
  part(w.cells, `${w.cellsMore} ${w.cellsHide}`, seen.cells, (c) => [
    `${shown(c.networks[0] ?? w.unnamed)}${cellWords(c, lang)}${level(c.level)}`,
    [
      c.span ? spanWords(c.span, lang) : w.undated,
      w.heard(c.count),
      ...(c.strongest === undefined ? [] : [`${Math.round(c.strongest)} dBm`]),
    ].join(" · "),
  ]);
  part(w.tags, w.tagsMore, seen.tags, (t) => [
    `${tagName(t, lang)} (${shown(t.address)})${level(t.level)}`,
    [w.near(t.minutes), ...t.spans.slice(0, MAX_SPANS).map((s) => spanWords(s, lang))].join(" · "),
    ...(t.spans.length > MAX_SPANS ? [w.others(t.spans.length - MAX_SPANS)] : []),
  ]);
  const titles = new Map(result.findings.map((f) => [f.id, f.text[lang].title]));
  part(w.events, `${w.eventsMore} ${w.hours("UTC")}`, seen.events, (e) => [
    `${spanWords([e.ms, e.ms], lang)}  ${plain(titles.get(e.finding) ?? "", lang, 200)}${level(e.level)}`,
  ]);
  const machines = seen.machines.length > 0 || seen.networks.length > 0 || out.length === 0;
  return `${machines ? machinesText(seen, o) : `${w.title}\n`}${out.length > 0 ? `${out.join("\n")}\n` : ""}`;
}
