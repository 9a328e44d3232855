/**
 * `npm run bench [-- ios] [-- --only ios,cpu,memory,encrypted,large,indicators,live,network,case,archive,inbox,hunt --scale 1 --runs 3 --data FOLDER --mvt PATH --python PATH --fuzzball FOLDER]`
 *
 * Speed and memory as ratios against a named peer in one run, CPU seconds, runs that alternate, medians. Machines are shared
 * and noisy: a figure is no test, and nothing here is part of `npm test`. Needs ../shared (the generator and scan.py) and Python.
 * `--data` keeps what was made for the next time; the large phone takes 5 GB, everything 10 GB, the hunt 20 GB.
 * @module
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { archive } from "./bench/archive.ts";
import { caseBench } from "./bench/case.ts";
import { type BenchOptions, cpu, encrypted, indicators, type Line, large, memory } from "./bench/cases.ts";
import { SCAN } from "./bench/data.ts";
import { huntBench } from "./bench/hunt.ts";
import { inbox } from "./bench/inbox.ts";
import { ios } from "./bench/ios.ts";
import { live } from "./bench/live.ts";
import { network } from "./bench/network.ts";

const CASES: Readonly<Record<string, (o: BenchOptions) => Line[] | Promise<Line[]>>> = {
  ios,
  cpu,
  memory,
  encrypted,
  large,
  indicators,
  live,
  network,
  case: caseBench,
  archive,
  inbox,
  hunt: huntBench,
};
const STRING = { type: "string" } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: STRING,
    scale: STRING,
    runs: STRING,
    data: STRING,
    mvt: STRING,
    fuzzball: STRING,
    python: STRING,
    files: STRING,
    messages: STRING,
    media: STRING,
  },
});

if (!existsSync(SCAN)) {
  process.stdout.write("../shared is not here: there is no peer to measure against\n");
} else {
  const data = values.data === undefined ? mkdtempSync(join(tmpdir(), "contraluz-bench-")) : resolve(values.data);
  mkdirSync(data, { recursive: true });
  const number = (text: string | undefined, standard: number): number => (text === undefined ? standard : Number(text));
  const o: BenchOptions = {
    data,
    scale: number(values.scale, 1),
    runs: number(values.runs, 3),
    python: values.python ?? "python3",
    rounds: 10_000_000,
    large: {
      files: number(values.files, 2_000_000),
      messages: number(values.messages, 5_000_000),
      mediaGB: number(values.media, 200),
    },
    ...(values.mvt === undefined ? {} : { mvt: values.mvt }),
    ...(values.fuzzball === undefined ? {} : { fuzzball: resolve(values.fuzzball) }),
  };
  const named = [...positionals, ...(values.only?.split(",") ?? [])];
  const wanted = named.length > 0 ? named : Object.keys(CASES);
  process.stdout.write(
    `scale ${o.scale}, ${o.runs} runs, medians; Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}\n`,
  );
  try {
    for (const name of wanted) {
      const run = CASES[name];
      if (!run) throw new Error(`no case ${name}: ${Object.keys(CASES).join(", ")}`);
      for (const l of await run(o)) {
        const verdict = l.bar === undefined ? "" : `  ${l.good ? "within" : "OVER"} ${l.bar}`;
        process.stdout.write(`${l.what}: ${l.figure}${verdict}\n`);
      }
    }
  } finally {
    if (values.data === undefined) rmSync(data, { recursive: true, force: true });
  }
}
