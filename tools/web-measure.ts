/**
 * What a check costs in the web app and on the command line: `node tools/run.js tools/web-measure.ts PATH [SIGNS…] [--runs N]
 * [--drop] [--throttle RATE] [--cli SCRIPT]`. The app as it is built: a person's window, the folder chosen (or dropped), until the answer
 * stands. CPU of all processes of the browser, from the choice on. Tasks of the page's main thread over 50 ms are listed. `--cli`: also what the
 * command line costs, `apps/cli/dist/contraluz.js` after `npm run bundle`. Linux.
 * @module
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openApp } from "../apps/web/e2e/app.fixture.ts";
import { choose, chooseSigns, toFile, untilAnswer } from "../apps/web/e2e/steps.fixture.ts";
import { dropOnto } from "./web-engine/drop.ts";
import { type Cost, slowed, watched } from "./web-engine/watch.ts";

const HOUR = 3_600_000;

function inNode(script: string, args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, "check", ...args], { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`the check ended with ${code}`))));
  });
}

/** Runs in the page before its scripts. */
const TASKS = `globalThis.longTasks = [];
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) longTasks.push([Math.round(e.startTime), Math.round(e.duration)]);
}).observe({ type: "longtask", buffered: true });`;

interface InApp {
  readonly cost: Cost;
  /** When, and how long, in milliseconds. */
  readonly tasks: readonly (readonly [number, number])[];
}

async function inApp(path: string, signs: readonly string[], profile: string): Promise<InApp> {
  const app = await openApp({ profile });
  if (typeof app === "string") throw new Error(app);
  try {
    await app.context.addInitScript(TASKS);
    const page = await app.page({ lang: "es", width: 1440 });
    await toFile(page, "es");
    await chooseSigns(page, signs);
    const from = statSync(path).isDirectory() ? "folder" : "file";
    const work = async (): Promise<void> => {
      if (values.drop) await dropOnto(page, ".drop", path);
      else await choose(page, from, path);
      await untilAnswer(page, HOUR);
    };
    const cost = await watched(() => slowed(Number(values.throttle), work));
    const tasks = (await page.evaluate("longTasks")) as [number, number][];
    return { cost, tasks };
  } finally {
    await app.close();
  }
}

const round = (n: number, digits = 1): string => n.toFixed(digits).padStart(8);
function line(name: string, c: Cost): string {
  const kinds = [...c.kinds].map(
    ([k, { cpu, peak, own }]) => `${k} ${cpu.toFixed(1)} CPU-s ${Math.round(peak)} MB, ${Math.round(own)} its own`,
  );
  return `${name.padEnd(10)}${round(c.seconds, 2)} s${round(c.cpu, 2)} CPU-s${round(c.peak)} MB the largest process (${kinds.join(", ")})\n`;
}
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "3" },
    throttle: { type: "string", default: "1" },
    drop: { type: "boolean", default: false },
    cli: { type: "string" },
  },
});
const [path, ...signs] = positionals.map((p) => resolve(p));
if (path === undefined) throw new Error("which evidence?");
const scratch = mkdtempSync(join(tmpdir(), "contraluz-measure-"));
const cpu: { readonly [name: string]: number[] } = { cli: [], app: [] };
try {
  for (let n = 0; n < Number(values.runs); n++) {
    const { cli } = values;
    if (cli !== undefined) {
      const out = join(scratch, String(n));
      const given = [path, "--out", out, "--workers", "0", ...signs.flatMap((s) => ["--indicators", s])];
      const cost = await watched(() => inNode(resolve(cli), given));
      cpu.cli!.push(cost.cpu);
      process.stdout.write(line("cli", cost));
    }
    const { cost, tasks } = await inApp(path, signs, join(scratch, `profile-${n}`));
    cpu.app!.push(cost.cpu);
    process.stdout.write(line("app", cost));
    const list = tasks.map(([at, ms]) => `${ms} ms at ${(at / 1000).toFixed(1)} s`).join(", ");
    process.stdout.write(`${" ".repeat(10)}tasks over 50 ms: ${list || "none"}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const [name, list] of Object.entries(cpu))
  if (list.length > 0) process.stdout.write(`median of ${name}: ${median(list).toFixed(2)} CPU-s\n`);
