/** Pages and corrections of the archives of a case, as an index takes them. @module */
import type { Vault } from "@contraluz/case/vault/index.ts";
import { archivesThere } from "@contraluz/case/vault/index.ts";
import type { ArchivePart, ArchiveParts } from "../open/fill.ts";

const BLOCK = 1 << 20;
const CORRECTION = /^(\d{8})\.json$/;

/** A sealed file, opened on its way out. */
export async function* opened(vault: Pick<Vault, "files">, name: string): AsyncGenerator<Uint8Array> {
  const source = await vault.files.read(name);
  if (!source) return;
  try {
    for (let at = 0; at < source.size; ) {
      const bytes = await source.read(at, BLOCK);
      if (bytes.length === 0) return;
      at += bytes.length;
      // Its own memory: who reads lines keeps the end of a block.
      yield bytes.slice();
    }
  } finally {
    await source.close?.();
  }
}

async function partsIn(vault: Pick<Vault, "files">, folder: string, form: RegExp): Promise<ArchivePart[]> {
  const out: ArchivePart[] = [];
  for (const n of await vault.files.list(folder)) {
    if (!form.test(n)) continue;
    const name = `${folder}/${n}`;
    const ref = await vault.files.ref(name);
    if (ref) out.push({ name, size: ref.size, stream: () => opened(vault, name) });
  }
  return out;
}

/** Of all archives that the case holds, one behind the other. */
export async function partsOfCase(vault: Pick<Vault, "files" | "state">): Promise<ArchiveParts> {
  const pages: ArchivePart[] = [];
  const corrections: ArchivePart[] = [];
  for (const { archive } of archivesThere(vault.state)) {
    pages.push(...(await partsIn(vault, `archive/${archive}/pages`, /^\d{6}\.jsonl$/)));
    corrections.push(...(await partsIn(vault, `archive/${archive}/corrections`, CORRECTION)));
  }
  return { pages, corrections };
}

/** The lists of what was read, of all archives that the case holds. */
export async function coveragesOfCase(vault: Pick<Vault, "files" | "state">): Promise<ArchivePart[]> {
  const out: ArchivePart[] = [];
  for (const { archive } of archivesThere(vault.state))
    out.push(...(await partsIn(vault, `archive/${archive}`, /^coverage\.json$/)));
  return out;
}

/** One more correction of an archive; its content is one line. */
export async function addCorrection(
  vault: Pick<Vault, "files">,
  archive: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const folder = `archive/${archive}/corrections`;
  const last = (await vault.files.list(folder)).reduce((n, x) => Math.max(n, Number(CORRECTION.exec(x)?.[1] ?? 0)), 0);
  await vault.files.create(`${folder}/${String(last + 1).padStart(8, "0")}.json`, content);
}
