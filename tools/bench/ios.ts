/**
 * `npm run bench -- ios`: a whole phone, all places, as one table: ours in one thread and as the command runs by itself, the
 * least that any reader does (scan.py), and MVT where it is at hand or its package can be installed into a venv.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchOptions, Line } from "./cases.ts";
import { generated, SCAN } from "./data.ts";
import { type Figures, measureCheckInto, measureOther, measurePython, median, medians } from "./measure.ts";

/** Bars of the issue: CPU against scan.py, peak memory, size of the result folder. */
const BARS = { cpu: 3, peak: 4e8, output: 4e8 };

interface Row {
  readonly who: string;
  readonly cpu: number;
  readonly peak?: number;
  readonly output?: number;
}

const mb = (bytes: number | undefined): string => (bytes === undefined ? "–" : `${Math.round(bytes / 1e6)} MB`);

/** Bytes of all files below a folder. */
function sizeOf(folder: string): number {
  let size = 0;
  for (const e of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (e.isFile()) size += statSync(join(e.parentPath, e.name)).size;
  return size;
}

/** Path of `mvt-ios`: the one that was named, or one installed beside the data; undefined where that cannot be done. */
function findMvt(o: BenchOptions): string | undefined {
  if (o.mvt !== undefined) return o.mvt;
  const venv = join(o.data, "venv");
  const program = join(venv, "bin/mvt-ios");
  if (existsSync(program)) return program;
  const run = (command: string, args: readonly string[]): boolean =>
    spawnSync(command, args, { stdio: "ignore" }).status === 0;
  if (!run("python3", ["-m", "venv", venv])) return undefined;
  return run(join(venv, "bin/pip"), ["install", "--quiet", "mvt"]) ? program : undefined;
}

function check(backup: string, options: readonly string[]): { readonly figures: Figures; readonly output: number } {
  const folder = mkdtempSync(join(tmpdir(), "contraluz-bench-"));
  try {
    const out = join(folder, "result");
    return { figures: measureCheckInto(out, backup, options), output: sizeOf(out) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The table, and the three bars as lines. */
export function ios(o: BenchOptions): Line[] {
  const phone = generated(o.data, o.scale);
  const mvt = findMvt(o);
  const signs = ["--indicators", phone.signs];
  const [one, two, least]: [Figures[], Figures[], number[]] = [[], [], []];
  let output = 0;
  for (let i = 0; i < o.runs; i++) {
    const alone = check(phone.backup, [...signs, "--workers", "0"]);
    one.push(alone.figures);
    output = alone.output;
    least.push(measurePython([SCAN, phone.folder]));
    two.push(check(phone.backup, signs).figures);
  }
  const [a, b, scan] = [medians(one), medians(two), median(least)];
  const rows: Row[] = [
    { who: "contraluz, one thread", cpu: a.cpu, peak: a.peak, output },
    { who: "contraluz, by itself", cpu: b.cpu, peak: b.peak, output },
    { who: "scan.py (reads every row)", cpu: scan },
  ];
  if (mvt !== undefined) {
    const out = join(o.data, "mvt-out");
    rmSync(out, { recursive: true, force: true });
    const quiet = ["--disable-update-check", "--disable-indicator-update-check"];
    const m = measureOther(mvt, [...quiet, "check-backup", "-i", phone.signs, "-o", out, phone.backup]);
    rows.push({ who: "MVT", cpu: m.cpu, peak: m.peak, output: sizeOf(out) });
    rmSync(out, { recursive: true, force: true });
  }
  process.stdout.write(`${"".padEnd(28)}${"CPU".padStart(10)}${"peak".padStart(10)}${"output".padStart(10)}\n`);
  for (const r of rows) {
    const cells = [`${r.cpu.toFixed(2)} s`, mb(r.peak), mb(r.output)].map((c) => c.padStart(10)).join("");
    process.stdout.write(`${r.who.padEnd(28)}${cells}\n`);
  }
  const within = (what: string, value: number, bar: number): Line => ({
    what,
    figure: mb(value),
    bar: `<= ${mb(bar)}`,
    good: value <= bar,
  });
  return [
    {
      what: "CPU, one thread, all places, against scan.py",
      figure: (a.cpu / scan).toFixed(2),
      bar: `<= ${BARS.cpu}`,
      good: a.cpu / scan <= BARS.cpu,
    },
    within("peak memory", Math.max(a.peak, b.peak), BARS.peak),
    within("result folder", output, BARS.output),
    ...(mvt === undefined
      ? [{ what: "MVT", figure: "is not here and could not be installed" }]
      : [{ what: "CPU of MVT against ours", figure: (rows[3]!.cpu / a.cpu).toFixed(1) }]),
  ];
}
