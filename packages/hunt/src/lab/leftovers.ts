/** What no case of the lab speaks of: a crash left it, or a case that is gone. @module */
import { dropParts, dropStaleParts } from "../pack/drop.ts";
import { finishHunts } from "./hunts.ts";
import { caseFile, placeFolder } from "./name.ts";
import { type OpenLab, readCases } from "./open.ts";

const HALF = /\.(new|partial)$/;

async function halfWritten(lab: OpenLab, folder: string): Promise<void> {
  for (const name of await lab.folder.list(folder))
    if (HALF.test(name)) await lab.folder.remove(folder === "" ? name : `${folder}/${name}`);
}

/** Takes away a folder of a table; its files are overwritten first. */
async function destroyIn(lab: OpenLab, folder: string): Promise<void> {
  for (const name of await lab.folder.list(folder)) await lab.folder.destroy(`${folder}/${name}`);
  await lab.folder.remove(folder);
}

/** Takes away files of cases and checks that the lab does not name. Of a case whose file is damaged nothing is touched. */
export async function sweep(lab: OpenLab): Promise<void> {
  await halfWritten(lab, "");
  await halfWritten(lab, "cases");
  await finishHunts(lab.folder);
  // What an engine had no room for in memory.
  for (const name of await lab.folder.list("")) if (name.startsWith("tmp-")) await lab.folder.remove(name);
  const { cases, damaged } = await readCases(lab);
  const checks = new Map(cases.map((c) => [c.id, new Set(c.checks.map((k) => k.check))] as const));
  for (const table of ["keys", "records"] as const) {
    for (const folder of await lab.folder.list(table)) {
      const id = folder.replace("case_id=", "");
      if (damaged.includes(id)) continue;
      const known = checks.get(id);
      for (const sub of await lab.folder.list(`${table}/${folder}`)) {
        const at = `${table}/${folder}/${sub}`;
        if (known?.has(sub.replace("check_id=", ""))) await halfWritten(lab, at);
        else await destroyIn(lab, at);
      }
      if (!known) await lab.folder.remove(`${table}/${folder}`);
    }
  }
  await dropStaleParts(lab, cases, damaged);
}

/** Takes a case away: first what names it, then its records and keys. True if it was there. */
export async function removeCase(lab: OpenLab, id: string): Promise<boolean> {
  const { cases, damaged } = await readCases(lab);
  const there = damaged.includes(id) || cases.some((c) => c.id === id);
  await lab.folder.destroy(caseFile(id));
  for (const table of ["keys", "records"] as const) {
    const folder = `${table}/case_id=${id}`;
    for (const sub of await lab.folder.list(folder)) await destroyIn(lab, `${folder}/${sub}`);
    await lab.folder.remove(folder);
  }
  await dropParts(lab, (p) => p.caseId !== id);
  return there;
}

/** Takes one check of a case away, after `cases/<case>.json` has stopped naming it. */
export async function removeCheck(lab: OpenLab, caseId: string, checkId: string): Promise<void> {
  for (const table of ["keys", "records"] as const) await destroyIn(lab, placeFolder(table, caseId, checkId));
  await dropParts(lab, (p) => p.caseId !== caseId || p.checkId !== checkId);
}
