/**
 * What a check costs in a browser and in Node: `node tools/run.js tools/web-engine/measure.ts PATH [SIGNS…] [--workers N]
 * [--runs N]`. Runs are interleaved; each line is one of them, the last lines are medians. Linux.
 * @module
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { choose, openBrowser, runIn } from "./open.ts";

const CLI = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
/** Of `/proc/PID/stat`, on every Linux. */
const TICKS = 100;

interface Cost {
  readonly seconds: number;
  readonly cpu: number;
  /** Largest process, MB. */
  readonly peak: number;
  /** All processes together, MB, as far as they do not share them. */
  readonly all: number;
}

/** The processes below `root`, which is left out. */
function below(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const out: number[] = [];
  for (let from = [root]; from.length > 0; ) {
    from = [...parents].filter(([, parent]) => from.includes(parent)).map(([pid]) => pid);
    out.push(...from);
  }
  return out;
}

/** Watches the processes that `f` starts below this one. */
async function watched(f: () => Promise<unknown>): Promise<Cost> {
  const cpu = new Map<number, number>();
  const before = new Map<number, number>();
  let [peak, all] = [0, 0];
  const look = (first = false): void => {
    let sum = 0;
    for (const pid of below(process.pid)) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const used = (Number(fields[11]) + Number(fields[12])) / TICKS;
        cpu.set(pid, used);
        if (first) before.set(pid, used);
        const status = readFileSync(`/proc/${pid}/status`, "latin1");
        const resident = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
        peak = Math.max(peak, resident);
        sum += Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
      } catch {
        // It has ended meanwhile.
      }
    }
    all = Math.max(all, sum);
  };
  look(true);
  const timer = setInterval(look, 50);
  const started = performance.now();
  try {
    await f();
  } finally {
    clearInterval(timer);
    look();
  }
  const used = [...cpu].reduce((n, [pid, x]) => n + x - (before.get(pid) ?? 0), 0);
  return { seconds: (performance.now() - started) / 1000, cpu: used, peak, all };
}

function inNode(args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLI, "check", ...args], { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`the check ended with ${code}`))));
  });
}

const round = (n: number, digits = 1): string => n.toFixed(digits).padStart(8);
const line = (name: string, c: Cost): string =>
  `${name.padEnd(10)}${round(c.seconds, 2)} s${round(c.cpu, 2)} CPU-s${round(c.peak)} MB the largest process${round(c.all)} MB of their own in all\n`;
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: "string", default: "2" }, runs: { type: "string", default: "3" } },
});
const [path, ...signs] = positionals.map((p) => resolve(p));
if (path === undefined) throw new Error("which evidence?");
const workers = Number(values.workers);
const scratch = mkdtempSync(join(tmpdir(), "contraluz-measure-"));
const costs: { readonly [name: string]: Cost[] } = { node: [], chromium: [] };
try {
  for (let n = 0; n < Number(values.runs); n++) {
    const out = join(scratch, String(n));
    const given = [path, "--out", out, "--workers", String(workers), ...signs.flatMap((s) => ["--indicators", s])];
    const node = await watched(() => inNode(given));
    // A new browser each time: peaks are of one check.
    const opened = await openBrowser(new Map(), join(scratch, `profile-${n}`));
    if (typeof opened === "string") throw new Error(opened);
    const page = await opened.page();
    await choose(page, "signs", signs);
    const from = statSync(path).isDirectory() ? "folder" : "file";
    await choose(page, from, path);
    const chromium = await watched(() => runIn(page, { from, workers, brief: true }));
    await opened.close();
    for (const [name, cost] of Object.entries({ node, chromium })) {
      costs[name]!.push(cost);
      process.stdout.write(line(name, cost));
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write("medians\n");
for (const [name, list] of Object.entries(costs)) {
  const of = (key: keyof Cost): number => median(list.map((c) => c[key]));
  process.stdout.write(line(name, { seconds: of("seconds"), cpu: of("cpu"), peak: of("peak"), all: of("all") }));
}
