/**
 * Guides as plain text, to be forwarded: `docs/guides/LANG/GUIDE-WAY.txt`, made from the guides of the page and from documents. `npm run check`
 * compares them, `npm run guides` writes them anew.
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LANGS, type Lang } from "@contraluz/core";
import { sheetText } from "@contraluz/report";
import { GUIDES } from "../../apps/web/src/guides/index.ts";
import { aloneVariants, guideSheet } from "../../apps/web/src/guides/sheet.ts";
import type { Outcome } from "../outcome.ts";
import { documentSheet, documents } from "./documents.ts";

const FOLDER = "docs/guides";
/** Where documents lie that texts are made of. */
const SOURCE = fileURLToPath(new URL("../..", import.meta.url));

/** One way of a guide, in one language. */
export interface Way {
  readonly guide: string;
  readonly variant: string;
  readonly lang: Lang;
  /** `ios-backup-mac`, or `notice` where there is one way. */
  readonly name: string;
}

export function ways(): readonly Way[] {
  return Object.entries(GUIDES).flatMap(([guide, words]) =>
    LANGS.flatMap((lang) => {
      const list = aloneVariants(words[lang]);
      return list.map((v) => ({
        guide,
        variant: v.id,
        lang,
        name: list.length > 1 ? `${guide}-${v.id}` : guide,
      }));
    }),
  );
}

export function wayText({ guide, variant, lang }: Way): string {
  return sheetText(guideSheet(GUIDES[guide]!, variant, lang));
}

/** Texts that stand in the folder, from the root of the project. */
function there(root: string): string[] {
  return LANGS.flatMap((lang) => {
    try {
      return readdirSync(join(root, FOLDER, lang)).map((name) => `${FOLDER}/${lang}/${name}`);
    } catch {
      return [];
    }
  });
}

/** Compares the texts with the guides; with `write` makes them anew, and removes those of ways that are gone. */
export function checkGuides(root: string, write = false): Outcome {
  const path = (w: { readonly lang: Lang; readonly name: string }): string => `${FOLDER}/${w.lang}/${w.name}.txt`;
  const now = new Map([
    ...ways().map((w) => [path(w), wayText(w)] as const),
    ...documents().map((d) => [path(d), sheetText(documentSheet(SOURCE, d))] as const),
  ]);
  const breaches: string[] = [];
  for (const old of there(root).filter((p) => !now.has(p))) {
    if (write) rmSync(join(root, old));
    else breaches.push(`${old}: no guide makes it. Write them anew: npm run guides`);
  }
  for (const [name, text] of now) {
    const file = join(root, name);
    if (write) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      continue;
    }
    let found = "";
    try {
      found = readFileSync(file, "utf8");
    } catch {
      // Not there is as wrong as different.
    }
    if (found !== text) breaches.push(`${name}: not what the guide says now. Write it anew: npm run guides`);
  }
  return { summary: `${now.size} texts${write ? " written" : ""}`, breaches };
}
