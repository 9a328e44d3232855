/**
 * Files that libraries bring along: in a clone in their packages, in the packed tool beside it (`read/`, made by `tools/bundle.ts`).
 * @module
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a name lies in a clone: package, folder in it. */
const PLACES: Readonly<Record<string, (name: string) => readonly [string, string]>> = {
  pdf: (name) => ["pdfjs-dist", name],
  ocr: (name) => {
    const lang = /^(spa|eng)\.traineddata\.gz$/.exec(name)?.[1];
    return lang ? [`@tesseract.js-data/${lang}`, `4.0.0_best_int/${name}`] : ["tesseract.js-core", name];
  },
};

/** Undefined for a file that is not here, or for a name that is none of ours. */
export async function supportFile(name: string): Promise<Uint8Array | undefined> {
  if (!/^(?:pdf|ocr)(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,80}){1,2}$/.test(name)) return undefined;
  const slash = name.indexOf("/");
  const packed = join(dirname(fileURLToPath(import.meta.url)), "read", name);
  const beside = await readFile(packed).catch(() => undefined);
  if (beside) return new Uint8Array(beside);
  const [folder, file] = PLACES[name.slice(0, slash)]!(name.slice(slash + 1));
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${folder}/package.json`));
    return new Uint8Array(await readFile(join(root, file)));
  } catch {
    return undefined;
  }
}
