/**
 * Runs cases one after the other and says on stdout, line by line, what it is about to do: whoever watches knows which case
 * it was if nothing more comes. Started by `runner.ts`: `child.ts TARGET SEED FROM TO UNTIL OF` (`UNTIL`: milliseconds, 0 for no end; the rest as in `Job`).
 * @module
 */
import { readFileSync, writeSync } from "node:fs";
import { ContraluzError } from "@contraluz/core";
import { SELF_TEST, TARGETS } from "../fuzz-targets.ts";
import { makeDice } from "./dice.ts";
import { CLOCK_MS, MEMORY, Tally, type Target } from "./target.ts";

export type Line =
  | { readonly is: "ready" }
  | { readonly is: "case"; readonly n: number }
  | { readonly is: "thrown"; readonly n: number; readonly text: string }
  /** It ended, but only after so much CPU time. */
  | { readonly is: "slow"; readonly n: number; readonly ms: number }
  | { readonly is: "memory"; readonly n: number; readonly bytes: number }
  | {
      readonly is: "done";
      readonly values: number;
      readonly problems: number;
      readonly refused: number;
      readonly peak: number;
      /** Milliseconds of CPU time, with the start of the process. */
      readonly cpu: number;
      readonly slowest: { readonly n: number; readonly ms: number };
    };

/** Synchronous: it is out before the case can hang or kill this process. */
const say = (line: Line): void => {
  const text = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let at = 0; at < text.length; ) at += writeSync(1, text, at);
};

const peak = (): number => process.resourceUsage().maxRSS * 1024;

const tally = new Tally();
const slowest = { n: -1, ms: 0 };

/** One case. False if it passed a limit: this process then ends, since the peak of its memory never falls again. */
async function one(n: number, target: Target, run: () => Promise<void>): Promise<boolean> {
  say({ is: "case", n });
  tally.broken = undefined;
  const start = performance.now();
  const before = process.cpuUsage();
  try {
    await run();
    if (tally.broken !== undefined) say({ is: "thrown", n, text: tally.broken });
  } catch (e) {
    if (target.refuses && e instanceof ContraluzError && e.code !== "usage") tally.refused++;
    else say({ is: "thrown", n, text: e instanceof Error ? (e.stack ?? e.message) : String(e) });
  }
  const ms = performance.now() - start;
  if (ms > slowest.ms) [slowest.n, slowest.ms] = [n, Math.round(ms)];
  // On a busy machine the clock runs while somebody else is served.
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  if (ms > CLOCK_MS && cpu > CLOCK_MS) {
    say({ is: "slow", n, ms: Math.round(cpu) });
    return false;
  }
  if (peak() <= MEMORY) return true;
  say({ is: "memory", n, bytes: peak() });
  return false;
}

/** The cases of a child: what the dice make, the bombs, or the input that was kept of a finding. */
function casesOf(target: Target, seed: string, of: string): (n: number) => Promise<void> {
  if (seed === "file") {
    const { input } = JSON.parse(readFileSync(of, "utf8")) as { readonly input: readonly string[] };
    const parts = input.map((text) => new Uint8Array(Buffer.from(text, "base64")));
    return async () => target.drive(parts, tally);
  }
  if (seed !== "bombs") return async (n) => target.drive(target.make(makeDice(Number(seed), n)), tally);
  const names = of === "exploded" ? (target.exploded ?? []) : Object.keys(target.bombs ?? {});
  return async (n) => {
    const parts = await target.bombs![names[n]!]!(tally);
    if (parts) await target.drive(parts, tally);
  };
}

async function main(name: string, seed: string, from: number, to: number, until: number, of: string): Promise<void> {
  const { target } = await (TARGETS[name] ?? SELF_TEST).load();
  const run = casesOf(target, seed, of);
  say({ is: "ready" });
  for (let n = from; n < to; n++) {
    if (!(await one(n, target, () => run(n))) || (until > 0 && Date.now() > until)) break;
  }
  const { values, problems, refused } = tally;
  const { user, system } = process.cpuUsage();
  say({ is: "done", values, problems, refused, peak: peak(), cpu: Math.round((user + system) / 1000), slowest });
}

const [name, seed, from, to, until, of] = process.argv.slice(2);
await main(name!, seed!, Number(from), Number(to), Number(until), of!);
