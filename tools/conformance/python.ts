/** Python as the other implementation, where it is there. @module */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Skip } from "./runner.ts";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "oracle.py");
const known = new Map<string, string | undefined>();

/** A Python 3 that can import these modules, or undefined. */
export function pythonWith(...modules: readonly string[]): string | undefined {
  const key = modules.join();
  if (known.has(key)) return known.get(key);
  const code = ["import sys; assert sys.version_info >= (3, 9)", ...modules.map((m) => `import ${m}`)].join("\n");
  const found = ["python3", "python"].find((p) => spawnSync(p, ["-c", code], { stdio: "ignore" }).status === 0);
  known.set(key, found);
  return found;
}

/** Runs it; throws with what it said where it fails. */
export function runPython(args: readonly string[], input = "", modules: readonly string[] = []): string {
  const python = pythonWith(...modules);
  if (!python) throw new Skip(`no Python 3 with ${modules.join(", ") || "its standard library"} here`);
  const r = spawnSync(python, [...args], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (r.status !== 0) throw new Error(`${args[0]}: ${r.stderr.trim().split("\n").pop() ?? ""}`);
  return r.stdout;
}

/** Answers of `oracle.py` for some files, in their order. */
export function ask<T>(command: string, paths: readonly string[], modules: readonly string[] = []): readonly T[] {
  return JSON.parse(runPython([ORACLE, command], JSON.stringify(paths), modules)) as T[];
}
