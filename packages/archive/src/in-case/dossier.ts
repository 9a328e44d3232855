/**
 * What of a case's documents goes along with its dossier, where evidence may: pages as they were read, corrections, the documents
 * themselves, and rows of the timeline. Only with a full edition: nobody can look through them for what is withheld.
 * @module
 */
import type { DossierEvidence, DossierExport, DossierRow } from "@contraluz/case/dossier/types.ts";
import { archivesThere, type OpenVault, openCopy } from "@contraluz/case/vault/index.ts";
import type { Input } from "@contraluz/core";
import { openRef } from "@contraluz/evidence";
import type { DaysIn } from "../ledger/rows.ts";
import type { ArchivePart } from "../open/fill.ts";
import { readPages } from "../pages/read.ts";
import { partsOfCase } from "./parts.ts";
import { allowDocuments, copiesIn } from "./read.ts";
import { rowsOfArchives } from "./rows.ts";

/** Documents of one dossier: a folder that is being written keeps each of them open. */
const MOST = 500;

export interface ArchiveDossier {
  readonly rows: readonly DossierRow[];
  readonly exports: readonly DossierExport[];
  readonly evidence: readonly DossierEvidence[];
  /** Documents that are not along: they lie in a zip or a message, or are too many. */
  readonly without: number;
}

async function* joined(parts: readonly ArchivePart[]): AsyncGenerator<Uint8Array> {
  for (const p of parts) yield* p.stream();
}

const exportOf = (name: string, parts: readonly ArchivePart[]): readonly DossierExport[] =>
  parts.length === 0 ? [] : [{ name, make: async () => joined(parts) }];

/** Files that pages name, taken out of the copy by their paths. What they hold is hashed when they are written. */
async function documentsOf(
  vault: OpenVault,
  input: Input,
  parts: readonly ArchivePart[],
  found: Map<string, DossierEvidence>,
): Promise<ReadonlySet<string>> {
  const { platform } = vault.machine;
  const lost = new Set<string>();
  for (const part of parts)
    for await (const batch of readPages(part.stream(), () => {}))
      for (const { doc, path } of batch) {
        if (found.has(doc) || lost.has(doc)) continue;
        const file =
          "tree" in input ? await input.tree.find(path) : { ref: path === input.name ? input.file : undefined };
        const ref = found.size < MOST ? file?.ref : undefined;
        if (ref) found.set(doc, { sha256: doc, open: () => openRef(ref, { platform }) });
        else lost.add(doc);
      }
  return lost;
}

/** Throws Refused where the consent does not allow documents to be read. Nothing of a case in which none were. */
export async function archiveForDossier(vault: OpenVault, days: DaysIn = {}): Promise<ArchiveDossier> {
  const there = archivesThere(vault.state);
  if (there.length === 0) return { rows: [], exports: [], evidence: [], without: 0 };
  allowDocuments(vault);
  const all = await partsOfCase(vault);
  const found = new Map<string, DossierEvidence>();
  const exports: DossierExport[] = [];
  const lost = new Set<string>();
  for (const { archive, evidence } of there) {
    const mine = (p: ArchivePart): boolean => p.name.startsWith(`archive/${archive}/`);
    const [pages, corrections] = [all.pages.filter(mine), all.corrections.filter(mine)];
    exports.push(...exportOf(`archive-${archive}.pages.jsonl`, pages));
    exports.push(...exportOf(`archive-${archive}.corrections.jsonl`, corrections));
    const copy = copiesIn(vault.state).find((e) => e.id === evidence);
    if (copy) for (const doc of await documentsOf(vault, await openCopy(vault, copy), pages, found)) lost.add(doc);
  }
  const rows = (await rowsOfArchives(vault, days)).map(
    ({ at, id, text }): DossierRow => ({
      ...(at ? { at } : {}),
      kind: "document",
      id,
      text: { es: text, en: text },
      cites: [],
    }),
  );
  return { rows, exports, evidence: [...found.values()], without: [...lost].filter((d) => !found.has(d)).length };
}
