/** The lab that the hunt is measured on: cases that differ, and copies of them under other names, each in files of its own. @module */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { KEYS_VERSION } from "@contraluz/detection";
import { LAB_SCHEMA, LAYOUT, type LabCase, labName, placeFolder } from "@contraluz/hunt";
import { nodePlatform } from "@contraluz/platform-node";
import { build } from "esbuild";
import { huntCase } from "./hunt-data.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");
const LAB_ID = "00000000000000b1";

let program: string | undefined;

/** The steps as one file, as the command line is installed: from sources a process needs 100 MB and a second to read them. */
async function bundled(): Promise<string> {
  // Beside the packages that stay outside of it.
  const outfile = join(ROOT, "node_modules/.cache/contraluz-bench-hunt.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(HERE, "hunt-run.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["@duckdb/node-api", "pg-boss"],

    logLevel: "warning",
  });
  return outfile;
}

/** Runs one step in a process of its own. */
export function step<T>(...args: readonly string[]): T {
  if (program === undefined) throw new Error("the steps are not bundled yet");
  const r = spawnSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (r.status !== 0) throw new Error(`${args.slice(0, 2).join(" ")}: ${r.stderr.slice(-2000)}`);
  return JSON.parse(r.stdout) as T;
}

export interface Built {
  readonly cpu: number;
  readonly peak: number;
  readonly records: number;
  readonly keys: number;
}

export interface BenchLab {
  readonly path: string;
  readonly results: readonly string[];
  /** What it took to take the cases in; only of those that were not there yet. */
  readonly built: readonly Built[];
}

/** How far it is: the whole takes an hour on a busy machine. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const casesIn = (lab: string): LabCase[] =>
  readdirSync(join(lab, "cases"))
    .filter((n) => n.endsWith(".json"))
    .map((n) => JSON.parse(readFileSync(join(lab, "cases", n), "utf8")) as LabCase);

/** Makes what is missing: results of `rows` records, a lab of the `unique` of them, copies up to `total` cases. */
export async function benchLab(
  data: string,
  o: { readonly unique: number; readonly total: number; readonly rows: number },
): Promise<BenchLab> {
  program ??= await bundled();
  const results = Array.from({ length: o.unique }, (_, n) =>
    huntCase(join(data, "hunt-results", String(n)), n, o.rows),
  );
  const path = join(data, "hunt-lab");
  if (!existsSync(join(path, "lab.json"))) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const head = { schema: LAB_SCHEMA, id: LAB_ID, created: "2026-11-26", layout: LAYOUT, keysVersion: KEYS_VERSION };
    writeFileSync(join(path, "lab.json"), `${JSON.stringify(head)}\n`);
  }
  const built: Built[] = [];
  const known = existsSync(join(path, "cases")) ? casesIn(path) : [];
  for (const result of results)
    if (!known.some((c) => c.path === result)) {
      built.push(step<Built>("build", path, result));
      tell(`case ${built.length + known.length} taken in`);
    }
  // Of each of them in turn, whose order among all names is by chance.
  const originals = casesIn(path).filter((c) => c.id === idOf(c.path!));
  for (let n = originals.length; n < o.total; n++) {
    const of = originals[n % originals.length]!;
    const id = idOf(`${of.path} ${n}`);
    if (existsSync(join(path, "cases", `${id}.json`))) continue;
    for (const table of ["keys", "records"] as const)
      cpSync(join(path, placeFolder(table, of.id, "0001")), join(path, placeFolder(table, id, "0001")), {
        recursive: true,
      });
    writeFileSync(join(path, "cases", `${id}.json`), `${JSON.stringify({ ...of, id })}\n`);
  }
  return { path, results, built };
}

const idOf = (name: string): string => labName(nodePlatform(), LAB_ID, name);

const DROP = `import os, sys
for root, _, files in os.walk(sys.argv[1]):
    for name in files:
        fd = os.open(os.path.join(root, name), os.O_RDONLY)
        os.fsync(fd)
        os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(fd)`;

/** Takes a lab's files out of the memory of the system, and nothing else of it; false where the system cannot. */
export function drop(lab: string, python: string): boolean {
  return spawnSync(python, ["-c", DROP, lab], { encoding: "utf8" }).status === 0;
}
