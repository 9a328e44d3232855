/**
 * Reads documents that a case holds a copy of, within its consent, into its vault. The log says that it began before the first page is
 * written, so that what an interruption left is known, and goes on; and how the pages were read when it has come to its end.
 * @module
 */
import { mayReadDocuments } from "@contraluz/case/consent/gate.ts";
import {
  archivesThere,
  type CaseState,
  latestConsent,
  nextFolder,
  type OpenVault,
  openCopy,
  refuse,
  removeParts,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import type { Problem, Report, Sha256 } from "@contraluz/core";
import { openDocuments } from "@contraluz/evidence/documents/index.ts";
import { type ArchiveRead, type ReadArchiveOptions, readArchive } from "../read/index.ts";
import { sealedArchive } from "./folder.ts";
import { addCorrection, partsOfCase } from "./parts.ts";

type Evidence = CaseState["evidence"][number];

/** Copies that the case holds, oldest first. */
export const copiesIn = (state: CaseState): readonly Evidence[] =>
  state.evidence.filter((e) => e.folder !== undefined && !e.removed);

/** May the documents of this case be read, and what was read of them be looked at? Throws Refused where not. */
export function allowDocuments(vault: Pick<OpenVault, "state" | "machine">): void {
  const { state, machine } = vault;
  refuse(mayReadDocuments(latestConsent(state), machine.now().slice(0, 10), withdrawalOf(state)));
}

export interface ReadInCase
  extends Pick<ReadArchiveOptions, "lang" | "ocr" | "threads" | "spawn" | "after" | "cancel" | "progress" | "pageMs"> {
  readonly actor: string;
  readonly report: Report;
}

export interface CaseArchive extends ArchiveRead {
  /** Name of its folder in `archive/`. */
  readonly archive: string;
  /** False: all of it had been read before, in the same way. */
  readonly fresh: boolean;
}

/** SHA-256 of all lines of pages, in their order: what a second reading of the same documents gives again. */
async function sumOf(vault: OpenVault, archive: string): Promise<Sha256> {
  const h = vault.machine.platform.sha256();
  for (const p of (await partsOfCase(vault)).pages)
    if (p.name.startsWith(`archive/${archive}/`)) for await (const bytes of p.stream()) h.update(bytes);
  return h.hex();
}

/** What was corrected by hand belongs to the page, however it is read. */
async function keepCorrections(vault: OpenVault, from: readonly string[], to: string): Promise<void> {
  for (const p of (await partsOfCase(vault)).corrections)
    if (from.some((a) => p.name.startsWith(`archive/${a}/`))) await addCorrection(vault, to, p.stream());
}

/** Throws Refused where the consent does not allow it, ContraluzError "cancelled" (what was read stays, and the next call goes on). */
export async function readInCase(vault: OpenVault, e: Evidence, o: ReadInCase): Promise<CaseArchive> {
  allowDocuments(vault);
  const of = archivesThere(vault.state).filter((a) => a.evidence === e.id);
  const before = of.find((a) => a.lang === o.lang && a.ocr === o.ocr);
  const archive = before?.archive ?? (await nextFolder(vault, "archive"));
  const note = { archive, evidence: e.id, lang: o.lang, ocr: o.ocr };
  if (!before) await vault.write({ actor: o.actor, action: "archive", data: note, input: [e.id] });
  const folder = sealedArchive(vault.files, `archive/${archive}`, vault.machine.now);
  const { platform } = vault.machine;
  const problems: Problem[] = [];
  const documents = await openDocuments(await openCopy(vault, e), {
    platform,
    report(p: Problem) {
      if (problems.length < 100) problems.push(p);
      o.report(p);
    },
    ...(o.cancel && { cancel: o.cancel }),
  });
  try {
    const { actor: _, report: __, ...how } = o;
    const made = await readArchive({ ...how, platform, documents, folder, problems });
    await folder.flush();
    if (!before?.pages) {
      const { pages } = made.coverage;
      const output = [await sumOf(vault, archive)];
      await vault.write({ actor: o.actor, action: "archive", data: { ...note, pages }, input: [e.id], output });
    }
    // Read in another way before: the newer reading takes its place.
    const older = of.filter((a) => a !== before).map((a) => a.archive);
    await keepCorrections(vault, older, archive);
    const parts = older.map((a) => `archive/${a}`);
    if (parts.length > 0) await removeParts(vault, o.actor, parts, "read again");
    return { ...made, archive, fresh: before?.pages === undefined };
  } finally {
    await folder.flush();
    await documents.close();
  }
}
