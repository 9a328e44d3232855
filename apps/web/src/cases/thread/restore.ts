/** A case out of its copy: files of a case by their own names, and nothing else that a zip holds. @module */
import { type EvidenceTree, type Lang, type Platform, type RandomAccess, say, type VaultFolder } from "@contraluz/core";
import { chunksOf, openRef } from "@contraluz/evidence";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

const FILES = 1_000_000;
const HEAD = "case.json";
const HEAD_MOST = 4096;
const OURS = /^(case\.json|keys\.age|(log|checks|evidence|index|dossier)(\/[a-z0-9._-]{1,160}){1,4})$/;
const HALF = /\.(new|partial)(\/|$)/;
/** The one folder in which a copy may lie. */
const TOP = /^(?:[^/]{1,100}\/)?(?=(?:case\.json|keys\.age)$|(?:log|checks|evidence|index|dossier)\/)/;

/** The path of a file of a case, whole. */
export function isOurs(path: string): boolean {
  return OURS.test(path) && !HALF.test(path) && !path.split("/").some((p) => p === "." || p === "..");
}

async function* pieces(source: RandomAccess): AsyncGenerator<Uint8Array> {
  try {
    for await (const p of chunksOf(source)) yield p.slice();
  } finally {
    await source.close?.();
  }
}

/**
 * Puts a case back. `into`: where it goes, asked with the text of its head, once that was read. The head is written last: until then
 * the folder is no case. Throws Unsaid for what is no copy of a case.
 */
export async function restoreCase(
  tree: EvidenceTree | undefined,
  into: (head: string) => Promise<VaultFolder>,
  platform: Platform,
  lang: Lang,
): Promise<void> {
  const found = new Map<string, () => Promise<RandomAccess>>();
  for await (const batch of tree?.files() ?? [])
    for (const f of batch) {
      const path = f.path.replace(TOP, "");
      const { ref } = f;
      if (f.kind === "file" && ref && isOurs(path) && found.size < FILES)
        found.set(path, () => openRef(ref, { platform }));
    }
  const head = await found.get(HEAD)?.();
  if (!head || head.size > HEAD_MOST || !found.has("keys.age")) throw new Unsaid(say(DESK.notACase, lang));
  const bytes = (await head.read(0, head.size)).slice();
  await head.close?.();
  const folder = await into(new TextDecoder().decode(bytes));
  for (const [name, open] of found) if (name !== HEAD) await folder.create(name, pieces(await open()));
  await folder.create(
    HEAD,
    (async function* () {
      yield bytes;
    })(),
  );
}
