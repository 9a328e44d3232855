/** A case goes from a lab, with all that was made of its records. @module */
import { forgetJobs } from "../jobs/records.ts";
import { huntFile, MAX_REPORT, nextHuntFile } from "../run/stored.ts";
import type { HuntReport } from "../run/types.ts";
import { finishHunt, reportOf } from "./hunts.ts";
import { readText, writeJson } from "./json.ts";
import { removeCase } from "./leftovers.ts";
import { type OpenLab, readCase } from "./open.ts";

/** The report without a case: as if it had not been there. */
export function withoutCase(report: HuntReport, id: string): HuntReport {
  const others = <T extends { readonly caseId: string }>(list: readonly T[]): T[] =>
    list.filter((x) => x.caseId !== id);
  return {
    ...report,
    searched: others(report.searched),
    gaps: others(report.gaps),
    cases: others(report.cases),
  };
}

/**
 * Reports of hunts that name the case are written anew; one that cannot be read goes as a whole. Wherever the power is cut a whole report
 * is there: the new one is on the disk before the old one is destroyed.
 */
async function fromHunts(lab: OpenLab, id: string): Promise<void> {
  for (const hunt of await lab.folder.list("hunts")) {
    await finishHunt(lab.folder, hunt);
    for (const name of await lab.folder.list(`hunts/${hunt}`)) {
      const file = `hunts/${hunt}/${name}`;
      const text = await readText(lab.folder, file, MAX_REPORT).catch(() => undefined);
      if (text !== undefined && !text.includes(id)) continue;
      const report = file === huntFile(hunt) && text !== undefined ? reportOf(text) : undefined;
      if (!report) await lab.folder.destroy(file);
      else {
        await writeJson(lab.folder, nextHuntFile(hunt), withoutCase(report, id));
        await finishHunt(lab.folder, hunt);
      }
    }
  }
}

/** Takes a case out of a lab: its records and keys, what hunts said of it, and jobs. True if it was there. */
export async function forgetCase(lab: OpenLab, id: string): Promise<boolean> {
  // Reports first: as long as the case is named somebody can see that it has to go.
  await fromHunts(lab, id);
  const of = await readCase(lab, id).catch(() => undefined);
  const evidence = of?.checks.flatMap((c) => c.evidence.map((e) => e.id)) ?? [];
  await forgetJobs(lab.folder, id, evidence);
  return removeCase(lab, id);
}
