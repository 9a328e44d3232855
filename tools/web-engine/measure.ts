/**
 * What a check costs in a browser and in Node: `node tools/run.js tools/web-engine/measure.ts PATH [SIGNS…] [--workers N]
 * [--runs N]`. Runs are interleaved; each line is one of them, the last lines are medians. Linux.
 * @module
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { choose, openBrowser, runIn } from "./open.ts";
import { type Cost, watched } from "./watch.ts";

const CLI = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

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
  const of = (key: "seconds" | "cpu" | "peak" | "all"): number => median(list.map((c) => c[key]));
  process.stdout.write(
    line(name, { seconds: of("seconds"), cpu: of("cpu"), peak: of("peak"), all: of("all"), kinds: new Map() }),
  );
}
