/** What follows from a result and the index of its records: marks, counts, spans, zones. Pure, but for the zone of the computer. @module */
import { type Lang, LEVELS, type Level, type Result } from "@contraluz/core";
import { instant } from "@contraluz/report/when.ts";
import type { BenchInfo, BenchRow } from "./ask.ts";
import { daysWords } from "./coverage/coverage.tsx";
import { type Days, daysByPlace, holes, runs, usualDays } from "./coverage/days.ts";
import type { Mark } from "./map/map.tsx";
import type { Span } from "./state.ts";
import type { BenchWords } from "./words.ts";
import { DAY, zoneOf } from "./zone.ts";

/** Space at both ends of the map. */
const MARGIN = 0.01;

/** Every dated record of findings, for the map. */
export function marksOf(result: Result): Mark[] {
  const out = new Map<string, Mark>();
  for (const f of result.findings)
    for (const r of f.records) {
      const at = instant(r.at);
      if (at !== undefined) out.set(`${at} ${f.level}`, { ms: Number(at / 1_000_000n), level: f.level });
    }
  return [...out.values()];
}

export function levelCounts(result: Result): Map<Level, number> {
  const best = new Map<string, number>();
  for (const f of result.findings) {
    const level = LEVELS.indexOf(f.level);
    for (const r of f.records) {
      const key = `${r.artifact} ${r.ordinal}`;
      best.set(key, Math.min(best.get(key) ?? level, level));
    }
  }
  const out = new Map<Level, number>();
  for (const l of best.values()) out.set(LEVELS[l]!, (out.get(LEVELS[l]!) ?? 0) + 1);
  return out;
}

/** All that is dated, with a margin; the map begins with what is usual. */
export function spansOf(info: BenchInfo): { all: Span; usual: Span } {
  const margin = (info.to - info.from) * MARGIN + 1000;
  const all = { from: info.from - margin, to: info.to + margin };
  const days = usualDays(info);
  const usual = { from: Math.max(all.from, days.from * DAY), to: Math.min(all.to, (days.to + 1) * DAY) };
  return { all, usual: usual.to > usual.from ? usual : all };
}

export const msOf = (row: BenchRow | undefined): number | undefined => {
  if (row?.type === "day") return row.ms;
  if (row?.type === "gap") return row.from;
  const utc = row?.type === "record" ? instant(row.record.at) : undefined;
  return utc === undefined ? undefined : Number(utc / 1_000_000n);
};

/** Zones that can be chosen: UTC, that of the phone where it is known, that of this computer. */
export function zonesOf(result: Result, w: BenchWords): { readonly name: string; readonly text: string }[] {
  const device = result.acquisition.zone;
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const list = [{ name: "UTC", text: w.utc }];
  if (device !== undefined && device !== "UTC" && zoneOf(device, 0, 0).name === device)
    list.push({ name: device, text: w.deviceZone(device) });
  if (local !== "UTC" && local !== device) list.push({ name: local, text: w.localZone(local) });
  return list;
}

/** Days without any record that the map tells. */
const HOLE = 3;

/** The longest hole in a span, in words that begin a sentence. */
export function longestHole(info: BenchInfo, span: Span, lang: Lang): string | undefined {
  const within: Days = { from: Math.ceil(span.from / DAY), to: Math.floor(span.to / DAY) };
  const empty = holes(runs(daysByPlace(info).get(undefined) ?? []), within, HOLE);
  const [first] = [...empty].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  if (!first) return undefined;
  const words = daysWords(first, lang);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
