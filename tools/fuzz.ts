/**
 * The long run of the fuzzer: `npm run fuzz -- --minutes N [--target NAME]… [--cases N] [--seed N]
 * [--case N | --bombs | --file FILE]`.
 *
 * Without `--seed` each run makes cases of its own. What breaks a reader is written to `out/fuzz/`, with what to type to see
 * it again. Exit code 1 if there was anything.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeDice } from "./fuzz/dice.ts";
import { type Finding, type Run, runCases } from "./fuzz/runner.ts";
import { TARGETS } from "./fuzz-targets.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, "out", "fuzz");
/** Cases of a format where neither minutes nor cases are given. */
const CASES = 1000;
/** Cases of one turn where the clock decides: then every target has had its turn soon. */
const TURN = 500;

const usage = `npm run fuzz -- [--minutes N] [--target NAME]... [--cases N] [--seed N] [--case N | --bombs | --file FILE]
targets: ${Object.keys(TARGETS).join(", ")}
`;

interface Options {
  readonly targets: readonly string[];
  readonly until: number;
  readonly cases: number;
  readonly seed: number;
  readonly only: number | undefined;
  readonly bombs: boolean;
  /** A finding that was kept. */
  readonly file: string | undefined;
}

/** A whole number of at least `least`; throws for anything else. */
function whole(text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text) || Number(text) < least) throw new TypeError(`not a number from ${least} on: ${text}`);
  return Number(text);
}

function readOptions(argv: readonly string[]): Options {
  const text = { type: "string" } as const;
  const options = {
    minutes: text,
    target: { ...text, multiple: true },
    cases: text,
    seed: text,
    case: text,
    bombs: { type: "boolean" },
    file: text,
  } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const file = values.file && resolve(process.env.INIT_CWD ?? ".", values.file);
  const kept = file && (JSON.parse(readFileSync(file, "utf8")) as Finding).target;
  const targets = kept ? [kept] : (values.target ?? Object.keys(TARGETS));
  for (const t of targets) if (!Object.hasOwn(TARGETS, t)) throw new TypeError(`no target ${t}`);
  const minutes = whole(values.minutes, 1);
  const cases = whole(values.cases, 1) ?? (minutes === undefined ? CASES : Number.POSITIVE_INFINITY);
  return {
    targets,
    until: minutes === undefined ? 0 : Date.now() + minutes * 60_000,
    cases,
    seed: whole(values.seed, 0) ?? Math.floor(Date.now() / 1000),
    only: whole(values.case, 0),
    bombs: values.bombs ?? false,
    file,
  };
}

/** Writes a finding with its input. The name of the file. */
async function keep(f: Finding): Promise<string> {
  const { target } = await TARGETS[f.target]!.load();
  const bomb = f.seed === "bombs" ? Object.keys(target.bombs ?? {})[f.n]! : undefined;
  const again = `npm run fuzz -- --target ${f.target} ${bomb === undefined ? `--seed ${f.seed} --case ${f.n}` : "--bombs"}`;
  const parts = typeof f.seed === "number" ? target.make(makeDice(f.seed, f.n)) : [];
  const input = parts.map((p) => Buffer.from(p).toString("base64"));
  mkdirSync(OUT, { recursive: true });
  const path = join(OUT, `${f.target}-${f.seed}-${f.n}.json`);
  writeFileSync(path, `${JSON.stringify({ ...f, again, bomb, input }, null, 2)}\n`);
  return relative(ROOT, path);
}

const show = (target: string, run: Run): string =>
  `${target.padEnd(18)}${String(run.cases).padStart(8)} cases ${String(run.values).padStart(9)} values ` +
  `${String(run.problems).padStart(8)} problems ${String(run.refused).padStart(7)} refused ` +
  `${(run.cpu / 1000).toFixed(1).padStart(7)} CPU-s, at most ${run.peak >> 20} MiB, slowest ${run.slowest.ms} ms (case ${run.slowest.n})\n`;

/** Both runs together. */
function sum(a: Run | undefined, b: Run): Run {
  if (!a) return b;
  return {
    cases: a.cases + b.cases,
    values: a.values + b.values,
    problems: a.problems + b.problems,
    refused: a.refused + b.refused,
    cpu: a.cpu + b.cpu,
    peak: Math.max(a.peak, b.peak),
    slowest: a.slowest.ms >= b.slowest.ms ? a.slowest : b.slowest,
    findings: [...a.findings, ...b.findings],
    doubtful: [...a.doubtful, ...b.doubtful],
  };
}

/** Turns over all targets until each has had its cases, or the time is over. */
async function* runAll(o: Options): AsyncGenerator<{ target: string; run: Run; last: boolean }> {
  const next = new Map(o.targets.map((t) => [t, 0]));
  while (next.size > 0 && (o.until === 0 || Date.now() < o.until)) {
    for (const [target, from] of next) {
      const share = TARGETS[target]!.share ?? 1;
      const end = Math.ceil(o.cases * share);
      const to = o.until === 0 ? end : Math.min(end, from + Math.ceil(TURN * share));
      const run = await runCases({ target, seed: o.seed, from, to, until: o.until });
      if (to >= end) next.delete(target);
      else next.set(target, to);
      yield { target, run, last: to >= end };
      if (o.until > 0 && Date.now() >= o.until) return;
    }
  }
}

async function runBombs(target: string): Promise<Run> {
  const { bombs = {} } = (await TARGETS[target]!.load()).target;
  return runCases({ target, seed: "bombs", from: 0, to: Object.keys(bombs).length });
}

async function main(argv: readonly string[]): Promise<number> {
  const o = readOptions(argv);
  const sums = new Map<string, Run>();
  const tell = async (target: string, run: Run): Promise<void> => {
    for (const f of run.findings) {
      const where = f.seed === "file" ? "" : ` -> ${await keep(f)}`;
      process.stdout.write(`${f.kind} in ${f.target}: ${f.text.split("\n")[0]}${where}\n`);
    }
    for (const f of run.doubtful)
      process.stdout.write(`${f.target} ${f.n}: ${f.text.split("\n")[0]}, but not when run alone\n`);
    sums.set(target, sum(sums.get(target), run));
  };
  if (o.file)
    for (const target of o.targets)
      await tell(target, await runCases({ target, seed: "file", from: 0, to: 1, of: o.file }));
  else if (o.bombs) for (const target of o.targets) await tell(target, await runBombs(target));
  else if (o.only !== undefined)
    for (const target of o.targets)
      await tell(target, await runCases({ target, seed: o.seed, from: o.only, to: o.only + 1 }));
  else {
    process.stdout.write(`seed ${o.seed}\n`);
    for await (const { target, run, last } of runAll(o)) {
      await tell(target, run);
      if (last) process.stdout.write(show(target, sums.get(target)!));
    }
  }
  if (o.until > 0 || o.bombs || o.file || o.only !== undefined)
    for (const [target, run] of sums) process.stdout.write(show(target, run));
  const all = [...sums.values()];
  const cases = all.reduce((n, r) => n + r.cases, 0);
  const findings = all.reduce((n, r) => n + r.findings.length, 0);
  const doubtful = all.reduce((n, r) => n + r.doubtful.length, 0);
  const shown = `${cases} cases of ${all.length} targets, ${findings} findings`;
  process.stdout.write(`${shown}${doubtful > 0 ? `, ${doubtful} not seen again when run alone` : ""}\n`);
  return findings > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (e) {
  if (!(e instanceof TypeError)) throw e;
  process.stderr.write(`${e.message}\n${usage}`);
  process.exitCode = 2;
}
