/** A case goes from a lab, with all that was made of its records. @module */
import { forgetJobs } from "../jobs/records.ts";
import { parseHunt } from "../run/stored.ts";
import type { HuntReport } from "../run/types.ts";
import { readText, writeJson } from "./json.ts";
import { removeCase } from "./leftovers.ts";
import { type OpenLab, readCase } from "./open.ts";

/** Bytes of a report of a hunt. */
const REPORT_MOST = 512 * 1024 * 1024;

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

/** Reports of hunts that name the case are written anew; one that cannot be read goes as a whole. */
async function fromHunts(lab: OpenLab, id: string): Promise<void> {
  for (const hunt of await lab.folder.list("hunts"))
    for (const name of await lab.folder.list(`hunts/${hunt}`)) {
      const file = `hunts/${hunt}/${name}`;
      const text = await readText(lab.folder, file, REPORT_MOST).catch(() => undefined);
      if (text !== undefined && !text.includes(id)) continue;
      let report: HuntReport | undefined;
      try {
        report = name === "hunt.json" && text !== undefined ? parseHunt(text) : undefined;
      } catch {
        // Not ours any more; what it says of the case cannot be told from the rest.
      }
      await lab.folder.destroy(file);
      if (report) await writeJson(lab.folder, file, withoutCase(report, id));
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
