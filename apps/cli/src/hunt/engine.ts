/** What a hunt and a search need of a lab: its cases, the files that are not there, and the engine. @module */
import type { Cancel, VaultFolder } from "@contraluz/core";
import { type HuntEngine, type Lab, type LabCase, type Place, placeFile, readCases } from "@contraluz/hunt";
import type { Args } from "../args.ts";
import { readWorkers } from "../context.ts";
import { openDuckDb } from "./duckdb.ts";

/**
 * Opens the engine that `--engine` names, and closes it however the work ends. `missing`: checks that it cannot read, because a file is
 * not there.
 */
export async function withEngine<T>(
  args: Args,
  path: string,
  lab: Pick<Lab, "folder">,
  of: CasesOf,
  cancel: Cancel,
  work: (engine: HuntEngine, missing: readonly Place[]) => Promise<T>,
): Promise<T> {
  if (args.one("engine") === "trino" || (args.one("trino") !== undefined && args.one("engine") === undefined)) {
    const { trinoEngine } = await import("./trino.ts");
    // What lies on this computer is not what a server reads: it says what it misses.
    const engine = await trinoEngine(args, lab, of.cases, cancel);
    return closing(engine, () => work(engine, engine.missing));
  }
  const threads = readWorkers(args);
  const engine = await openDuckDb(path, args.lang, threads === undefined || threads === 0 ? {} : { threads });
  return closing(engine, () => work(engine, of.missing));
}

async function closing<T>(engine: HuntEngine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await engine.close();
  }
}

async function isThere(folder: VaultFolder, name: string): Promise<boolean> {
  return (await folder.ref(name)) !== undefined;
}

export interface CasesOf {
  readonly cases: readonly LabCase[];
  /** Checks of which a file is not there. */
  readonly missing: readonly Place[];
  /** Cases whose own file is damaged: nothing is known of them. */
  readonly damaged: readonly string[];
}

/** The cases of a lab that may be looked at today, with what of them is not there. One whose term is over goes when the lab is next written to. */
export async function casesOf(lab: Pick<Lab, "folder" | "machine">): Promise<CasesOf> {
  const { cases: all, damaged } = await readCases(lab);
  const today = lab.machine.now().slice(0, 10);
  const cases = all.filter((c) => c.keepUntil === undefined || c.keepUntil >= today);
  const missing: Place[] = [];
  for (const c of cases)
    for (const { check } of c.checks) {
      const files = (["keys", "records"] as const).map((t) => placeFile(t, c.id, check));
      const there = await Promise.all(files.map((f) => isThere(lab.folder, f)));
      if (there.includes(false)) missing.push({ caseId: c.id, checkId: check });
    }
  return { cases, missing, damaged };
}
