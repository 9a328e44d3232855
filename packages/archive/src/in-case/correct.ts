/** Writes a correction of a page into a case: its text sealed beside the pages, and in the log that there was one. @module */
import { archivesThere, type OpenVault } from "@contraluz/case/vault/index.ts";
import { correctionsIn } from "../open/fill.ts";
import { type Correction, correctionLine } from "../pages/correction.ts";
import { readPages } from "../pages/read.ts";
import { addCorrection, partsOfCase } from "./parts.ts";
import { allowDocuments } from "./read.ts";

/** The archive that holds a page; the newest, if several do. */
async function archiveOf(vault: OpenVault, c: Pick<Correction, "doc" | "path" | "page">): Promise<string | undefined> {
  const { pages } = await partsOfCase(vault);
  for (const { archive } of [...archivesThere(vault.state)].reverse())
    for (const p of pages)
      if (p.name.startsWith(`archive/${archive}/`))
        for await (const batch of readPages(p.stream(), () => {}))
          if (batch.some((x) => x.doc === c.doc && x.page === c.page && x.path === c.path)) return archive;
  return undefined;
}

/** Of all corrections that there are `make` says the next one, or why there is none. Throws Refused where the consent does not hold. */
export async function correctInCase<T extends string>(
  vault: OpenVault,
  actor: string,
  make: (all: readonly Correction[]) => Correction | T,
): Promise<Correction | T | "gone"> {
  allowDocuments(vault);
  const made = make(await correctionsIn((await partsOfCase(vault)).corrections));
  if (typeof made === "string") return made;
  const archive = await archiveOf(vault, made);
  if (archive === undefined) return "gone";
  const bytes = new TextEncoder().encode(correctionLine(made));
  await addCorrection(
    vault,
    archive,
    (async function* () {
      yield bytes;
    })(),
  );
  const { doc, page, n, undoes } = made;
  await vault.write({
    actor,
    action: "correction",
    data: { archive, doc, page, n, ...(undoes !== undefined && { undoes }) },
    input: [doc],
  });
  return made;
}
