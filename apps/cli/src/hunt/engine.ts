/** What a hunt and a search need of a lab: its cases, the files that are not there, and the engine. @module */
import type { VaultFolder } from "@contraluz/core";
import { type HuntEngine, type Lab, type LabCase, type Place, placeFile, readCases } from "@contraluz/hunt";
import type { Args } from "../args.ts";
import { readWorkers } from "../context.ts";
import { openDuckDb } from "./duckdb.ts";

/** Opens the engine, and closes it however the work ends. */
export async function withEngine<T>(args: Args, lab: string, work: (engine: HuntEngine) => Promise<T>): Promise<T> {
  const threads = readWorkers(args);
  const engine = await openDuckDb(lab, args.lang, threads === undefined || threads === 0 ? {} : { threads });
  try {
    return await work(engine);
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

/** The cases of a lab, with what of them is not there. */
export async function casesOf(lab: Pick<Lab, "folder">): Promise<CasesOf> {
  const { cases, damaged } = await readCases(lab);
  const missing: Place[] = [];
  for (const c of cases)
    for (const { check } of c.checks) {
      const files = (["keys", "records"] as const).map((t) => placeFile(t, c.id, check));
      const there = await Promise.all(files.map((f) => isThere(lab.folder, f)));
      if (there.includes(false)) missing.push({ caseId: c.id, checkId: check });
    }
  return { cases, missing, damaged };
}
