/**
 * `npm run bench -- case`: a case of 10,000,000 rows, plain and sealed. Each thing is done in a process of its own: cold with the files
 * out of the machine's cache (where Python can put them out), then once more warm.
 * @module
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { caseData } from "./case-data.ts";
import type { BenchOptions, Line } from "./cases.ts";
import { sideBySide } from "./measure.ts";

const RUN = join(dirname(fileURLToPath(import.meta.url)), "case-run.ts");
const FORGET = `import os, sys
for d, _, names in os.walk(sys.argv[1]):
    for n in names:
        f = os.open(os.path.join(d, n), os.O_RDONLY)
        os.posix_fadvise(f, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(f)`;

/** What is done, and its bar in seconds where one was promised. */
const STEPS: readonly (readonly [step: string, bar?: number])[] = [
  ["open", 2],
  ["first window", 1],
  ["last window", 1],
  ["window in the middle", 1],
  ["window before the middle", 1],
  ["20 windows on"],
  ["time: one day", 1],
  ["time: count of a year", 1],
  ["artifact: small", 1],
  ["artifact: large, in no order", 1],
  ["level: match", 1],
  ["level: match, count", 1],
  ["tag: rare", 1],
  ["observable: rare", 1],
  ["observable: common", 1],
  ["observable: none has it", 1],
  ["all together", 1],
  ["bars: days"],
  ["bars: hours of a month"],
  ["text: rare, first hit", 2],
  ["text: rare, all hits"],
  ["text: common, first hit", 2],
  ["text: three letters that are rare, first hit", 2],
  ["text: nobody wrote it", 2],
];
const PEAK = 1e9;

interface Said {
  readonly what: string;
  readonly open: number;
  readonly ms: number;
  readonly cpu: number;
  readonly warm: number;
  readonly value: string;
  readonly rss: number;
  readonly bytes?: number;
}

const saidOf = (out: string): Said[] =>
  out
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as Said);

function run(folder: string, mode: string, step: string): Said[] {
  const r = spawnSync(process.execPath, [RUN, folder, mode, step], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (r.status !== 0) throw new Error(`${mode} ${step}: ${r.stderr.slice(-2000)}`);
  return saidOf(r.stdout);
}

const s = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

export async function caseBench(o: BenchOptions): Promise<Line[]> {
  const { folder, rows } = await caseData(join(o.data, `case-${o.scale}`), o.scale);
  const lines: Line[] = [];
  const modes = ["plain", "sealed"];
  const ready = await sideBySide(modes.map((mode) => [RUN, folder, mode, "build"]));
  for (const [i, mode] of modes.entries()) {
    const built = saidOf(ready[i]!);
    const cpu = built.reduce((n, b) => n + (b.cpu ?? 0), 0);
    const bytes = built.at(-1)!.bytes!;
    if (cpu > 0)
      lines.push({
        what: `case, ${mode}: indexes of ${rows} rows`,
        figure: `${s(cpu)} CPU, ${Math.round(bytes / 1e6)} MB`,
      });
    let peak = 0;
    for (const [step, bar] of STEPS) {
      spawnSync(o.python, ["-c", FORGET, folder]);
      const said = run(folder, mode, step)[0]!;
      peak = Math.max(peak, said.rss);
      const detail = `${s(said.cpu)} CPU, warm ${s(said.warm)}${said.value === "" ? "" : `: ${said.value}`}`;
      lines.push({
        what: `case, ${mode}: ${step}`,
        figure: `${s(said.ms)} (${detail})`,
        ...(bar === undefined ? {} : { bar: `<= ${bar} s`, good: said.ms <= bar * 1000 }),
      });
    }
    lines.push({
      what: `case, ${mode}: peak memory`,
      figure: `${Math.round(peak / 1e6)} MB`,
      bar: "<= 1000 MB",
      good: peak <= PEAK,
    });
  }
  return lines;
}
