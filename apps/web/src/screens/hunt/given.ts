/** What was given: reports of hunts and of linked cases, by what they say of themselves. Everything else is left alone. @module */
import { byCodeUnit } from "@contraluz/core";
import { parseCampaigns } from "@contraluz/hunt/links/stored.ts";
import type { CampaignReport } from "@contraluz/hunt/links/types.ts";
import { parseHunt } from "@contraluz/hunt/run/stored.ts";
import type { HuntReport } from "@contraluz/hunt/run/types.ts";
import type { Picked } from "../../flow.ts";

/** The page has to draw while it reads. */
const MOST = 64 * 1024 * 1024;

export interface Refused {
  readonly name: string;
  readonly why: "large" | "other";
}

export interface Given {
  /** By day and number, oldest first. */
  readonly hunts: readonly HuntReport[];
  readonly groups?: CampaignReport;
  readonly refused: readonly Refused[];
}

export const NOTHING: Given = { hunts: [], refused: [] };

/** One file of a lab: where it lies in it, or its name where it was given alone. */
export interface LabFile {
  readonly path: string;
  readonly file: File;
}

/** Files of a folder that are opened: a lab may hold millions of others. */
const FILES = 1000;

/** A report of a lab, or a file right in the folder; what else a lab holds is large, or speaks of one case. */
const mayBe = (path: string): boolean =>
  /^(?:[^/]+\/)?hunts\/\d{4,8}\/[^/]+\.json$|^[^/]+\.json$/.test(path) && path !== "lab.json";

/** The files of what was picked that may be reports. */
export async function reportsIn({ name, chosen, fileOf }: Picked): Promise<LabFile[]> {
  if (chosen.kind === "file") return [{ path: name, file: chosen.file }];
  if (chosen.kind === "folder") return chosen.files.filter((f) => mayBe(f.path)).slice(0, FILES);
  if (chosen.kind !== "paths") return [];
  const out: LabFile[] = [];
  for (const [i, path] of chosen.paths.entries()) {
    if (!mayBe(path) || out.length >= FILES) continue;
    const file = await fileOf(i);
    if (file) out.push({ path, file });
  }
  return out;
}

function reportIn(text: string): { readonly hunt: HuntReport } | { readonly groups: CampaignReport } | undefined {
  for (const read of [(t: string) => ({ hunt: parseHunt(t) }), (t: string) => ({ groups: parseCampaigns(t) })]) {
    try {
      return read(text);
    } catch {
      // The other one, or none.
    }
  }
  return undefined;
}

const sameHunt = (a: HuntReport, b: HuntReport): boolean => a.lab === b.lab && a.hunt === b.hunt;

/** Adds what the files hold to what is there. */
export async function take(files: readonly LabFile[], had: Given): Promise<Given> {
  let { groups } = had;
  let hunts = had.hunts;
  const refused: Refused[] = [];
  for (const { path, file } of files) {
    const found = file.size > MOST ? undefined : reportIn(await file.text().catch(() => ""));
    if (!found) refused.push({ name: path, why: file.size > MOST ? "large" : "other" });
    else if ("groups" in found) groups = found.groups;
    else hunts = [...hunts.filter((h) => !sameHunt(h, found.hunt)), found.hunt];
  }
  hunts = [...hunts].sort(
    (a, b) => byCodeUnit(a.asOf, b.asOf) || byCodeUnit(a.lab, b.lab) || byCodeUnit(a.hunt, b.hunt),
  );
  return { hunts, refused, ...(groups ? { groups } : {}) };
}
