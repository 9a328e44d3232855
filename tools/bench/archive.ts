/**
 * `npm run bench -- archive`: names in 2,000 pages damaged as pages that were really read are, with plain full text beside it (and
 * `fuzzball`, where `--fuzzball` names a folder whose `node_modules` have it), and size and times of 100,000 pages (`--scale 0.1` for a
 * tenth of both). The generator needs numpy and Pillow (`--python`); it makes 2,000 and 4,000 pages, of which the 100,000 are made.
 * @module
 */
import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import { archiveOf, note } from "./archive-data.ts";
import { type FuzzFigures, fuzzball } from "./archive-fuzz.ts";
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
function timeLines(what: string, t: Times, bar?: number): Line[] {
  const at = (list: readonly number[], shares: readonly number[]): string =>
    shares.map((s) => Math.round(percentile(list, s))).join(", ");
  const most = percentile(t.cpu, 99);
  return [
    {
      what: `${what}: 99 of 100 queries (${t.cpu.length}, ${t.hits} hits), processor`,
      figure: `${Math.round(most)} ms`,
      ...(bar !== undefined && { bar: `${bar} ms`, good: most <= bar }),
    },
    { what: `${what}: 50, 90, 99, 100 of 100, processor`, figure: `${at(t.cpu, [50, 90, 99, 100])} ms` },
    {
      what: `${what}: the same by the clock, load ${loadavg()[0]!.toFixed(0)}`,
      figure: `${at(t.ms, [50, 90, 99, 100])} ms`,
    },
  ];
}

function fuzzLines(level: 1 | 2 | 3, f: FuzzFigures): Line[] {
  const what = `names, level ${level}: fuzzball (token set ratio of 70 and more, given the printed names)`;
  return [
    { what: `${what}: found`, figure: percent(share(f.found, f.counted)) },
    { what: `${what}: near names of other people that it shows`, figure: percent(share(f.near, f.nearAll)) },
    { what: `${what}: one name among ${f.printings} printed ones, processor`, figure: `${Math.round(f.cpu)} ms` },
  ];
}

/** Pages that are made for the many, and the seed of what is put into them. */
const BASE = { pages: 4000, seed: 7 } as const;

/** A set of texts that the rules of names were not written with. */
const UNSEEN = 41;

export async function archive(o: BenchOptions): Promise<Line[]> {
  const sql = await nodeSql();
  if (!sql) return [{ what: "archive", figure: "this Node has no SQLite" }];
  const lines: Line[] = [];
  const small = archiveOf(o.data, Math.max(200, Math.round(2000 * Math.min(1, o.scale))), UNSEEN, o.python);
  for (const level of [1, 2, 3] as const) {
    note(`names at level ${level}`);
    lines.push(...nameLines(level, await names(sql, small, level)));
    if (o.fuzzball !== undefined) lines.push(...fuzzLines(level, await fuzzball(o.fuzzball, small, level)));
  }
  const pages = Math.round(100_000 * o.scale);
  const file = join(o.data, "archive-index.sqlite");
  rmSync(file, { force: true });
  const folder = archiveOf(o.data, Math.min(pages, BASE.pages), BASE.seed, o.python);
  note(`index of ${pages} pages`);
  const s = await size(sql, { folder, pages, seed: BASE.seed }, file);
  rmSync(file, { force: true });
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
    ...timeLines("plain full text of the words of these names", s.plainNames),
  );
  return lines;
}
