/** Other names of people: what stands behind `alias`, `(a)`, `se hace llamar`, and the same words wherever else the archive has them. @module */
import { fold } from "@contraluz/case/timeline/fold.ts";
import type { Word } from "./tokens.ts";
import type { Entity } from "./types.ts";
import { NO_NAMES } from "./words.ts";

type Found = Omit<Entity, "text">;

const S = "[ \\t]{0,2}\\n?[ \\t]{0,2}";
/** What says that another name follows. */
const CUE = new RegExp(
  `(?:\\(a\\)|(?<!\\p{L})alias(?!\\p{L})|se${S}hace${S}llamar|(?:usa|emplea|utiliza)(?:${S}tambi[eé]n)?${S}el${S}nombre${S}de|conocid[oa]${S}como|apodad[oa]|\\(")`,
  "giu",
);
const NAME =
  /^[\s:,"«“]{0,4}((?:(?:EL|LA|El|La|TÍO|Tío|TIO|Tio|TÍA|Tía|TIA|Tia|Don|DON)\s)?\p{Lu}\p{L}{2,20})(?!\p{L})/u;

/** Words that are taken for another name if they stand behind a cue. */
export function aliasesIn(text: string): Found[] {
  const out: Found[] = [];
  CUE.lastIndex = 0;
  for (let m = CUE.exec(text); m; m = CUE.exec(text)) {
    const from = m.index + m[0].length;
    const n = NAME.exec(text.slice(from, from + 60));
    if (!n) continue;
    const start = from + n[0].length - n[1]!.length;
    const value = n[1]!.replace(/\s+/g, " ");
    if (NO_NAMES.has(fold(value))) continue;
    out.push({ type: "alias", span: [start, start + n[1]!.length], value });
  }
  return out;
}

/** One word that is another name somewhere in the archive, where it stands alone. */
export function singleAliases(words: readonly Word[], known: ReadonlySet<string>): Found[] {
  return words.flatMap((w): Found[] =>
    (w.shape === "title" || w.shape === "caps") && w.text.length >= 4 && known.has(w.folded)
      ? [{ type: "alias", span: [w.start, w.end], value: w.text }]
      : [],
  );
}

/** The same other names where nothing announces them, in capitals as they were learned: `con El Mudo`. Folded, of two words. */
export function knownAliases(text: string, known: ReadonlySet<string>): Found[] {
  const out: Found[] = [];
  const RUN = /(?<!\p{L})(?:EL|LA|El|La|TÍO|Tío|TIO|Tio)\s(\p{Lu}\p{L}{2,20})(?!\p{L})/gu;
  for (let m = RUN.exec(text); m; m = RUN.exec(text)) {
    const value = m[0].replace(/\s+/g, " ");
    if (known.has(fold(value))) out.push({ type: "alias", span: [m.index, m.index + m[0].length], value });
  }
  return out;
}
