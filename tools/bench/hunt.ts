/**
 * `npm run bench -- hunt`: a lab of 100 cases of a million records (24 that differ, and copies in files of their own), 100,000 signs: the
 * join, verified pairs, the same answers as re-checks, growth, a cold cache, a search. `--scale 0.01` for cases of 10,000 records. At full
 * size it takes 20 GB, and half an hour of processor to make that; with `--data FOLDER` what was made stays for the next time. Each step is
 * a process of its own, bundled as the command line is installed.
 * @module
 */
import type { BenchOptions, Line } from "./cases.ts";
import { huntSigns } from "./hunt-data.ts";
import { type BenchLab, benchLab, drop, step, tell } from "./hunt-lab.ts";
import { median } from "./measure.ts";

const UNIQUE = 24;
const TOTAL = 100;
const SIZES = [10, 30, TOTAL] as const;
const SIGNS = [1000, 10_000, 100_000] as const;
const ALL = SIGNS[2];

interface Joined {
  readonly cpu: number;
  readonly wall: number;
  readonly put: number;
  readonly peak: number;
  readonly idle: number;
  readonly disk?: number;
  readonly pairs: number;
}

interface HuntedAll {
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
  readonly verify: number;
  readonly records: number;
  readonly candidates: number;
  readonly refused: number;
  readonly checks: number;
  readonly findings: readonly { readonly path: string; readonly sha256: string; readonly n: number }[];
}

interface Rechecked {
  readonly cpu: number;
  readonly sha256: string;
  readonly n: number;
}

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const s = (seconds: number): string => `${seconds.toFixed(2)} s`;

function joined(lab: BenchLab, signs: string, cases: number, runs: number): Joined {
  const all = Array.from({ length: runs }, () => step<Joined>("join", lab.path, signs, String(cases)));
  const of = (f: (j: Joined) => number): number => median(all.map(f));
  return { ...all[0]!, cpu: of((j) => j.cpu), wall: of((j) => j.wall), peak: of((j) => j.peak) };
}

/** Answers of the hunt against those of re-checks, of every case that differs. */
function equality(lab: BenchLab, signs: string, hunted: HuntedAll): Line[] {
  let [equal, findings] = [0, 0];
  const cpu: number[] = [];
  for (const [i, result] of lab.results.entries()) {
    tell(`re-check ${i + 1} of ${lab.results.length}`);
    const r = step<Rechecked>("recheck", result, signs);
    cpu.push(r.cpu);
    findings += r.n;
    const of = hunted.findings.filter((f) => f.path === result);
    if (r.n === 0 ? of.length === 0 : of.length > 0 && of.every((f) => f.sha256 === r.sha256)) equal++;
  }
  return [
    {
      what: `answers equal those of re-checks (${findings} findings)`,
      figure: `${equal} of ${lab.results.length} cases`,
      bar: "all",
      good: equal === lab.results.length,
    },
    { what: "a re-check of one case instead", figure: `${s(median(cpu))} CPU` },
  ];
}

function growth(lab: BenchLab, o: BenchOptions): Line[] {
  const signs = (n: number): string => huntSigns(o.data, n);
  const byCases = SIZES.map((n) => joined(lab, signs(ALL), n, o.runs).cpu);
  const bySigns = SIGNS.map((n) => joined(lab, signs(n), TOTAL, o.runs).cpu);
  const [few, , many] = bySigns;
  const perCase = byCases.map((cpu, i) => cpu / SIZES[i]!);
  const steep = Math.max(...perCase) / Math.min(...perCase);
  return [
    {
      what: `join of ${SIZES.join(", ")} cases with ${ALL} signs`,
      figure: `${byCases.map(s).join(", ")} CPU (a case: ${perCase.map((x) => `${(1000 * x).toFixed(0)} ms`).join(", ")})`,
      // Of small cases it is the engine's own beginning that is measured.
      ...(o.scale < 0.1 ? {} : { bar: "linear (a case at most 1.5 times another)", good: steep <= 1.5 }),
    },
    {
      what: `join of ${TOTAL} cases with ${SIGNS.join(", ")} signs`,
      figure: `${bySigns.map(s).join(", ")} CPU: ${(many! / few!).toFixed(2)} times`,
      bar: "<= 2 times",
      good: many! / few! <= 2,
    },
  ];
}

function cold(lab: BenchLab, signs: string, warm: Joined, o: BenchOptions): Line[] {
  if (!drop(lab.path, o.python))
    return [{ what: "cold cache", figure: "this system cannot drop files from its memory" }];
  const c = step<Joined>("join", lab.path, signs, String(TOTAL));
  const disk = c.disk === undefined ? "" : `, ${mb(c.disk)} from the disk`;
  drop(lab.path, o.python);
  const h = step<HuntedAll>("hunt", lab.path, signs, String(TOTAL));
  return [
    {
      what: "the same join, files dropped from memory (posix_fadvise)",
      figure: `${s(c.cpu)} CPU, ${s(c.wall)}${disk}; warm ${s(warm.wall)}`,
    },
    { what: "the whole hunt, files dropped from memory", figure: `${s(h.cpu)} CPU, ${s(h.wall)}` },
  ];
}

function searches(lab: BenchLab): Line[] {
  interface Searched {
    readonly cpu: number;
    readonly wall: number;
    readonly hits: number;
  }
  const whole = step<Searched>("search", lab.path, String(TOTAL), "sitio77.example");
  const rare = step<Searched>("search", lab.path, String(TOTAL), "nadie-la-tiene.example");
  const some = 10;
  const begins = step<Searched>("search", lab.path, String(some), "mando-9*");
  return [
    { what: `search of a name that all have (${whole.hits} records)`, figure: `${s(whole.cpu)} CPU, ${s(whole.wall)}` },
    { what: "search of a name that none has", figure: `${s(rare.cpu)} CPU, ${s(rare.wall)}` },
    {
      what: `search of a beginning, ${some} cases (${begins.hits} records)`,
      figure: `${s(begins.cpu)} CPU, ${s(begins.wall)}: ${s(begins.cpu / some)} a case`,
    },
  ];
}

export async function huntBench(o: BenchOptions): Promise<Line[]> {
  const rows = Math.round(1_000_000 * o.scale);
  const lab = await benchLab(o.data, { unique: UNIQUE, total: TOTAL, rows });
  const signs = huntSigns(o.data, ALL);
  const lines: Line[] = [];
  if (lab.built.length > 0) {
    const per = median(lab.built.map((b) => (1e6 * b.cpu) / b.records));
    lines.push({
      what: `taking cases into the lab (${lab.built.length})`,
      figure: `${s(per)} CPU for a million records, peak ${mb(Math.max(...lab.built.map((b) => b.peak)))}`,
    });
  }
  const full = joined(lab, signs, TOTAL, o.runs);
  lines.push(
    {
      what: `key join: ${TOTAL} cases of ${rows} records, ${ALL} signs`,
      figure: `${s(full.cpu)} CPU, ${s(full.wall)}; signs put in ${s(full.put)}; ${full.pairs} pairs`,
      bar: "<= 4 CPU-s",
      good: full.cpu <= 4,
    },
    {
      what: "its peak memory, the whole process",
      figure: `${mb(full.peak)} (${mb(full.idle)} once signs were read)`,
      bar: "<= 300 MB",
      good: full.peak <= 3e8,
    },
  );
  const hunted = step<HuntedAll>("hunt", lab.path, signs, String(TOTAL));
  const each = (1000 * hunted.verify) / Math.max(1, hunted.candidates);
  tell("the whole hunt is done");
  lines.push(
    {
      what: `to verify a pair (${hunted.candidates}, ${hunted.refused} refused, ${hunted.records} records)`,
      figure: `${each.toFixed(1)} ms CPU`,
      bar: "<= 20 ms",
      good: each <= 20,
    },
    { what: "the whole hunt", figure: `${s(hunted.cpu)} CPU, ${s(hunted.wall)}, peak ${mb(hunted.peak)}` },
    ...equality(lab, signs, hunted),
    ...growth(lab, o),
    ...cold(lab, signs, full, o),
    ...searches(lab),
  );
  const [good, bars] = [lines.filter((l) => l.good), lines.filter((l) => l.bar !== undefined)];
  lines.push({
    what: "in one line",
    figure: `${TOTAL} cases of ${rows} records, ${ALL} signs: join ${s(full.cpu)} CPU and ${mb(full.peak)}, ${each.toFixed(1)} ms CPU a pair, the whole hunt ${s(hunted.cpu)} CPU and ${mb(hunted.peak)}; ${good.length} of ${bars.length} bars kept`,
  });
  return lines;
}
