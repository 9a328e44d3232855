/** What is measured, each with its bar (a ratio, or bytes) as far as the project has promised one. @module */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundle, generated, largePhone, type Phone, SCAN } from "./data.ts";
import { type Figures, measureCheck, measureNode, measureOther, measurePython, median, medians } from "./measure.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const MAIN = join(ROOT, "apps/cli/src/main.ts");
const SAMPLE = join(ROOT, "samples/journalist/backup");
const PASSWORD = "una contraseña de prueba";

export interface BenchOptions {
  readonly data: string;
  readonly scale: number;
  readonly runs: number;
  /** Path of `mvt-ios`, if it is to be run beside. */
  readonly mvt?: string;
  /** A folder whose `node_modules` hold `fuzzball`, if it is to be run beside. */
  readonly fuzzball?: string;
  /** A Python that can import `cryptography`. */
  readonly python: string;
  readonly rounds: number;
  readonly large: { readonly files: number; readonly messages: number; readonly mediaGB: number };
}

export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly bar?: string;
  readonly good?: boolean;
}

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const s = (seconds: number): string => `${seconds.toFixed(2)} s`;
const repeat = <T>(n: number, f: () => T): T[] => Array.from({ length: n }, f);
/** One thread: the figure of one core. */
const ONE = ["--workers", "0"];
const signsOf = (p: Phone): string[] => ["--indicators", p.signs];
const atMost = (what: string, ratio: number, bar: number, detail: string): Line => ({
  what,
  figure: `${ratio.toFixed(2)} (${detail})`,
  bar: `<= ${bar}`,
  good: ratio <= bar,
});

/** CPU of one core against the least that any reader does: Python's sqlite3 reading every row. Runs alternate. */
export function cpu(o: BenchOptions): Line[] {
  const phone = generated(o.data, o.scale);
  const ours: Figures[] = [];
  const peer: number[] = [];
  for (let i = 0; i < o.runs; i++) {
    ours.push(measureCheck(phone.backup, [...signsOf(phone), ...ONE]));
    peer.push(measurePython([SCAN, phone.folder]));
  }
  const [a, b] = [medians(ours).cpu, median(peer)];
  const lines = [atMost("CPU, one thread, against scan.py", a / b, 3, `${s(a)} against ${s(b)}`)];
  if (o.mvt) {
    const out = join(o.data, "mvt-out");
    const args = [
      "--disable-update-check",
      "--disable-indicator-update-check",
      "check-backup",
      "-i",
      phone.signs,
      "-o",
      out,
      phone.backup,
    ];
    const mvt = measureOther(o.mvt, args);
    lines.push({
      what: "MVT of the day on the same backup",
      figure: `${s(mvt.cpu)}, ${mb(mvt.peak)}; ours ${(mvt.cpu / a).toFixed(1)} times less CPU`,
    });
  }
  return lines;
}

/** Peak memory, as the command runs by default and in one thread, at one and two times the size. */
export function memory(o: BenchOptions): Line[] {
  const [one, two] = [generated(o.data, o.scale), generated(o.data, o.scale * 2)];
  const lines: Line[] = [];
  for (const [name, options] of [
    ["default", []],
    ["one thread", ONE],
  ] as const) {
    const a = medians(repeat(o.runs, () => measureCheck(one.backup, [...signsOf(one), ...options])));
    const b = medians(repeat(o.runs, () => measureCheck(two.backup, [...signsOf(two), ...options])));
    lines.push({
      what: `peak memory, ${name}`,
      figure: `${mb(a.peak)} in ${s(a.wall)}`,
      bar: "<= 400 MB",
      good: a.peak <= 4e8,
    });
    lines.push(atMost(`peak memory at twice the size, ${name}`, b.peak / a.peak, 1.1, mb(b.peak)));
  }
  return lines;
}

/** An encrypted backup against the same plain one, the derivation of the key apart. */
export function encrypted(o: BenchOptions): Line[] {
  const [plain, locked] = [generated(o.data, o.scale), generated(o.data, o.scale, PASSWORD, o.python)];
  const file = join(o.data, "password");
  writeFileSync(file, PASSWORD);
  const [a, b, k]: number[][] = [[], [], []];
  for (let i = 0; i < o.runs; i++) {
    a!.push(measureCheck(plain.backup, [...signsOf(plain), ...ONE]).cpu);
    b!.push(measureCheck(locked.backup, [...signsOf(locked), ...ONE, "--password-file", file]).cpu);
    k!.push(measureNode([join(ROOT, "tools/bench/derive.ts"), String(o.rounds)]).cpu);
  }
  const [p, e, d] = [median(a!), median(b!), median(k!)];
  const detail = `${s(e)} - ${s(d)} derivation, against ${s(p)}`;
  return [atMost("CPU of an encrypted backup against plain", (e - d) / p, 1.5, detail)];
}

/** Milliseconds from Ctrl-C to the end of a check that has run for a while; nothing may be left. */
async function cancelAfter(backup: string, out: string, ms: number): Promise<number> {
  const child = spawn(process.execPath, [MAIN, "check", backup, "--out", out], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  await wait(ms);
  const start = performance.now();
  child.kill("SIGINT");
  await ended;
  if (existsSync(out) || existsSync(`${out}.partial`)) throw new Error(`Ctrl-C after ${ms} ms left a folder`);
  return performance.now() - start;
}

export async function large(o: BenchOptions): Promise<Line[]> {
  const normal = generated(o.data, o.scale);
  const phone = largePhone(o.data, o.large);
  const a = measureCheck(normal.backup);
  const b = measureCheck(phone.backup);
  const sms = statSync(join(phone.backup, "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28")).size;
  const named =
    sms +
    ["Manifest.db", "Manifest.plist", "Info.plist", "Status.plist"].reduce(
      (n, f) => n + statSync(join(phone.backup, f)).size,
      0,
    );
  // The program's own source is read too: what checking the sample reads is an upper bound of it.
  const own = measureCheck(SAMPLE).read ?? 0;
  const lines = [
    {
      what: "the large phone",
      figure: `${o.large.files} files, ${o.large.messages} messages, sms.db ${mb(sms)}, media ${o.large.mediaGB} GB: ${s(b.cpu)} CPU, ${s(b.wall)}`,
    },
    atMost("its peak memory against the other's", b.peak / a.peak, 1.2, `${mb(b.peak)} against ${mb(a.peak)}`),
  ];
  if (b.read !== undefined)
    lines.push(
      atMost(
        "bytes read against the files that artifacts name",
        (b.read - own) / named,
        // What the program reads of itself differs by a megabyte; strace says that of the files it is each byte once.
        1.001,
        `${mb(b.read - own)} of ${mb(named)}`,
      ),
    );
  const times: number[] = [];
  for (const ms of [800, 2500, 6000, 12_000])
    times.push(await cancelAfter(phone.backup, join(o.data, "cancelled"), ms));
  const worst = Math.max(...times);
  lines.push({
    what: "Ctrl-C to the end, at four moments",
    figure: `${times.map((t) => Math.round(t)).join(", ")} ms`,
    bar: "<= 1000 ms",
    good: worst <= 1000,
  } as Line);
  return lines;
}

/** A set a hundred times as large: what loading takes, and what scanning takes without loading. */
export async function indicators(o: BenchOptions): Promise<Line[]> {
  const phone = generated(o.data, o.scale);
  const [small, big] = [await bundle(o.data, 10_000), await bundle(o.data, 1_000_000)];
  const scan: number[][] = [[], []];
  let load = measureCheck(SAMPLE, ["--indicators", big, ...ONE]);
  for (let i = 0; i < o.runs; i++) {
    for (const [k, signs] of [small, big].entries()) {
      const whole = measureCheck(phone.backup, ["--indicators", signs, ...ONE]);
      const loading = measureCheck(SAMPLE, ["--indicators", signs, ...ONE]);
      if (k === 1 && loading.peak > load.peak) load = loading;
      scan[k]!.push(whole.cpu - loading.cpu);
    }
  }
  const [a, b] = [median(scan[0]!), median(scan[1]!)];
  const head = readFileSync(small).length;
  return [
    {
      what: "loading 1,000,000 indicators",
      figure: `${mb(statSync(big).size)} in ${s(load.cpu)} CPU, peak ${mb(load.peak)} (10,000: ${mb(head)})`,
      bar: "<= 400 MB",
      good: load.peak <= 4e8,
    },
    atMost("CPU of scanning with 1,000,000 against 10,000", b / a, 1.3, `${s(b)} against ${s(a)}`),
  ];
}
