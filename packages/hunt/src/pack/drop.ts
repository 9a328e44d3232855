/**
 * Copies in packed files go with what they are copies of. A part is dropped whole, with what it holds of other cases: their own files are
 * still there, and are read until they are packed again. So it takes no engine, and no file is rewritten, to forget a case.
 * @module
 */
import { ContraluzError } from "@contraluz/core";
import type { OpenLab } from "../lab/open.ts";
import type { LabCase } from "../lab/types.ts";
import { heldOf, isCurrent, readManifest, TABLES, writeManifest } from "./manifest.ts";
import type { PackedCheck, PackManifest } from "./types.ts";

type Writable = Pick<OpenLab, "folder">;

/** Takes away folders of parts that the manifest does not name; their files are overwritten first. */
async function removeUnnamed(lab: Writable, m: PackManifest | undefined): Promise<void> {
  for (const table of TABLES) {
    const named = new Set(m?.parts[table].map((p) => `part=${p.part}`));
    for (const folder of await lab.folder.list(`packed/${table}`)) {
      if (named.has(folder)) continue;
      const at = `packed/${table}/${folder}`;
      for (const name of await lab.folder.list(at)) await lab.folder.destroy(`${at}/${name}`);
      await lab.folder.remove(at);
    }
  }
}

/** The manifest; undefined where there is none or it is damaged: then no part counts. */
async function manifestOf(lab: Writable): Promise<PackManifest | undefined> {
  try {
    return await readManifest(lab);
  } catch (e) {
    if (!(e instanceof ContraluzError) || e.code !== "lab-damaged") throw e;
    await lab.folder.destroy("packed/manifest.json");
    return undefined;
  }
}

/**
 * Drops every part that holds a check which `stays` does not let stay, and what a crash left. First the manifest stops naming them, then
 * they go: whoever reads meanwhile reads whole parts.
 */
export async function dropParts(
  lab: Writable,
  stays: (check: PackedCheck, table: "keys" | "records") => boolean,
): Promise<void> {
  for (const name of await lab.folder.list("packed"))
    if (name.endsWith(".new")) await lab.folder.remove(`packed/${name}`);
  const m = await manifestOf(lab);
  let left = m;
  if (m) {
    const keep = (table: "keys" | "records") => m.parts[table].filter((p) => p.checks.every((c) => stays(c, table)));
    left = { ...m, parts: { keys: keep("keys"), records: keep("records") } };
    if (TABLES.some((t) => left!.parts[t].length < m.parts[t].length)) await writeManifest(lab, left);
  }
  await removeUnnamed(lab, left);
}

/** Drops the parts that hold what no case of the lab names as it is. Of a case whose own file is damaged nothing is touched. */
export function dropStaleParts(lab: Writable, cases: readonly LabCase[], damaged: readonly string[]): Promise<void> {
  const unknown = new Set(damaged);
  const checks = new Map(cases.flatMap((c) => c.checks.map((k) => [`${c.id}/${k.check}`, k] as const)));
  return dropParts(lab, (p, table) => {
    const check = checks.get(`${p.caseId}/${p.checkId}`);
    return unknown.has(p.caseId) || (check !== undefined && isCurrent(p, heldOf(p.caseId, check, table)));
  });
}
