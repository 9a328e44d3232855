/** The texts that are hardest to read: those with the longest sentences. They fail nothing; they want a second look. @module */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LANGS, type Lang } from "@contraluz/core";
import { projectFiles } from "./files.ts";
import { lex } from "./lex.ts";
import { type Outcome, report } from "./outcome.ts";

const WORDS_FILE =
  /^(?:apps|packages)\/.*\/src\/(?:.*\/)?(?:words|[^/]+-words)\.ts$|^packages\/core\/src\/problem\.ts$/;
const SHOWN = 5;

/** What a text with holes says: its pieces as written, the holes as dots. */
function spoken(write: (...holes: never[]) => unknown): string[] {
  const { texts, pieces } = lex(String(write));
  return [[...pieces.values()].join("…"), ...texts.values()].filter((t) => /\s/.test(t));
}

/** All texts in one language of what a module of words exports, at whatever depth. */
export function textsOf(value: unknown, lang: Lang, inside = false): string[] {
  if (typeof value === "string") return inside ? [value] : [];
  if (typeof value === "function") return inside ? spoken(value as () => unknown) : [];
  if (typeof value !== "object" || value === null) return [];
  if (!inside && LANGS.every((l) => l in value)) return textsOf((value as Record<Lang, unknown>)[lang], lang, true);
  return Object.values(value).flatMap((v) => textsOf(v, lang, inside));
}

/** Sentences, with how many words each has. */
export function sentences(text: string): { readonly words: number; readonly text: string }[] {
  return text
    .split(/(?<=[.:;?!…])\s+|\n+|\\n/)
    .map((s) => ({ text: s.trim(), words: s.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length }))
    .filter((s) => s.words > 0);
}

/** The hardest sentences of each language in the project at `root`. */
export async function hardest(root: string): Promise<Outcome> {
  const files = projectFiles(root).filter((p) => WORDS_FILE.test(p));
  const notes: string[] = [];
  let count = 0;
  const modules = await Promise.all(
    files.map(async (path) => ({ path, exports: { ...(await import(pathToFileURL(join(root, path)).href)) } })),
  );
  for (const lang of LANGS) {
    const all = modules.flatMap(({ path, exports }) =>
      textsOf(exports, lang).flatMap((text) => sentences(text).map((s) => ({ ...s, path }))),
    );
    count += all.length;
    const sorted = all.sort((a, b) => b.words - a.words || (a.text < b.text ? -1 : 1));
    for (const s of sorted.slice(0, SHOWN)) notes.push(`${lang} ${s.words} words, ${s.path}: ${s.text}`);
  }
  return { summary: `${count} sentences`, breaches: [], notes };
}

if (import.meta.main) report("hardest texts", await hardest(dirname(dirname(fileURLToPath(import.meta.url)))));
