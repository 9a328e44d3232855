/**
 * `npm run bench -- archive`: names in 2,000 pages damaged as pages that were really read are, with plain full text beside it, and
 * size and times of 100,000 pages (`--scale 0.1` for a tenth of both). The generator needs numpy and Pillow (`--python`).
 * @module
 */
import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import { archiveOf } from "./archive-data.ts";
import { type NamesFigures, names } from "./archive-names.ts";
import { percentile, size, type Times } from "./archive-size.ts";
import type { BenchOptions, Line } from "./cases.ts";

/** What was promised: recall of possible or better at levels 1 to 3. */
const RECALL = { 1: 0.95, 2: 0.9, 3: 0.75 } as const;
const PRECISION = 0.99;

const share = (a: number, b: number): number => (b === 0 ? 0 : a / b);
const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

function nameLines(level: 1 | 2 | 3, f: NamesFigures): Line[] {
  const recall = share(f.found, f.counted);
  const precision = 1 - share(f.sameWrong, f.same);
  const what = `names, level ${level}`;
  return [
    {
      what: `${what}: found, possible or better`,
      figure: percent(recall),
      bar: percent(RECALL[level]),
      good: recall >= RECALL[level],
    },
    {
      what: `${what}: “same” that is right (${f.same}, and ${f.homonyms} namesakes apart)`,
      figure: percent(precision),
      bar: percent(PRECISION),
      good: precision >= PRECISION,
    },
    { what: `${what}: likely where it is due`, figure: percent(share(f.likely, f.likelyDue)) },
    { what: `${what}: of all that is shown, the asked person`, figure: percent(share(f.shownRight, f.shown)) },
    { what: `${what}: pages that plain full text finds`, figure: percent(share(f.plain, f.pages)) },
  ];
}

/** Judged by the processor's time: by the clock a query of a busy machine waits for others. */
function timeLines(what: string, t: Times, bar: number): Line[] {
  const at = (list: readonly number[], shares: readonly number[]): string =>
    shares.map((s) => Math.round(percentile(list, s))).join(", ");
  const most = percentile(t.cpu, 99);
  return [
    {
      what: `${what}: 99 of 100 queries (${t.cpu.length}, ${t.hits} hits), processor`,
      figure: `${Math.round(most)} ms`,
      bar: `${bar} ms`,
      good: most <= bar,
    },
    { what: `${what}: 50, 90, 99, 100 of 100, processor`, figure: `${at(t.cpu, [50, 90, 99, 100])} ms` },
    {
      what: `${what}: the same by the clock, load ${loadavg()[0]!.toFixed(0)}`,
      figure: `${at(t.ms, [50, 90, 99, 100])} ms`,
    },
  ];
}

/** A set of texts that the rules of names were not written with. */
const UNSEEN = 41;

export async function archive(o: BenchOptions): Promise<Line[]> {
  const sql = await nodeSql();
  if (!sql) return [{ what: "archive", figure: "this Node has no SQLite" }];
  const lines: Line[] = [];
  const small = archiveOf(o.data, Math.max(200, Math.round(2000 * Math.min(1, o.scale))), UNSEEN, o.python);
  for (const level of [1, 2, 3] as const) lines.push(...nameLines(level, await names(sql, small, level)));
  const pages = Math.round(100_000 * o.scale);
  const file = join(o.data, "archive-index.sqlite");
  rmSync(file, { force: true });
  const s = await size(sql, archiveOf(o.data, pages, 7, o.python), file);
  lines.push(
    {
      what: `index of ${s.pages} pages`,
      figure: `${Math.round(s.bytes / 1e6)} MB`,
      bar: "1000 MB",
      good: s.bytes < 1e9,
    },
    {
      what: `index: ${s.words} different words; time to build`,
      figure: `${Math.round(s.buildCpu)} CPU-s, ${Math.round(s.buildSeconds)} s`,
    },
    { what: "index: memory while it is built", figure: `${Math.round(s.memory / 1e6)} MB` },
    ...timeLines("search", s.plain, 300),
    ...timeLines("fuzzy", s.fuzzy, 1500),
    ...timeLines("names", s.names, 1500),
  );
  return lines;
}
