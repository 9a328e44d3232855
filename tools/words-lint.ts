/**
 * Words that people read stand in `words.ts` (or `…-words.ts`), in both languages. This finds those that stand elsewhere:
 * text with letters or marks of Spanish, and text with enough words of a sentence, in the rooms that speak.
 * @module
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lineAt, projectFiles } from "./files.ts";
import { lex } from "./lex.ts";
import { type Outcome, report } from "./outcome.ts";

/** Rooms that speak to people. */
const SPEAKS = /^(?:apps\/[^/]+|packages\/(?:report|artifacts|detection))\/src\/.*\.tsx?$/;
/** Where words belong; what is no part of the tool; published signs, whose sources are titles as printed. */
const APART = /(?:^|\/)(?:words|[^/]+-words|builtin[^/]*)\.ts$|\.(?:test|fixture|vectors)\.ts$|\.d\.ts$/;

/** Letters and marks that Spanish has and code has not. */
const SPANISH = /[áéíóúüñÁÉÍÓÚÜÑ¿¡«»]/;
/** Little words that bind a sentence. One may stand in a name or title, two of them seldom do. */
const BINDING = new Set(
  `a an and are as at be by do does for from if in is it no not of on or so than that the this to was we were with you your
  al con de del el en es la las lo los no o para pero por que se si sin su un una y`.split(/\s+/),
);
const [MIN_WORDS, MIN_BINDING, MIN_SHARE] = [4, 2, 1 / 6];

/** Whether a text reads like something written for people. Tags and their attributes are not read. */
export function isSpeech(text: string): boolean {
  const plain = text.replace(/<[^>]*>/g, " ").replace(/&\w+;|\\[nrtu]/g, " ");
  if (SPANISH.test(plain)) return true;
  const words = plain.split(/\s+/).flatMap((w) => /^[“"'(]*(\p{L}[\p{L}'’-]*)[.,;:!?…)”"']*$/u.exec(w)?.[1] ?? []);
  const binding = words.filter((w) => BINDING.has(w.toLowerCase())).length;
  return words.length >= MIN_WORDS && binding >= Math.max(MIN_BINDING, words.length * MIN_SHARE);
}

/**
 * Where a text is not for people: a fault of ours that is thrown (it speaks to whoever mends it), titles of sources, what a
 * Problem found and expected (in the words of the format), what a base rate was measured on.
 */
function isApart(code: string, at: number): boolean {
  const before = code.slice(Math.max(0, at - 2000), at).replace(/["'`]$/, "");
  return (
    /\bnew (?:Type|Range)?Error\(\s*$/.test(before) ||
    /\bsources?:\s*(?:\[[^\]]*)?$/.test(before) ||
    /\b(?:found|expected|what):(?:[^,;{}]*\?[^,;{}]*:?)?\s*$/.test(before)
  );
}

/** Texts of one file that stand in the wrong place: line and text. */
export function speechIn(source: string): { readonly line: number; readonly text: string }[] {
  const { code, texts, pieces } = lex(source);
  return [...texts, ...pieces]
    .filter(([at, text]) => isSpeech(text) && !isApart(code, at))
    .sort(([a], [b]) => a - b)
    .map(([at, text]) => ({ line: lineAt(source, at), text: text.trim().replace(/\s+/g, " ") }));
}

/** Checks the project that lies at `root`. */
export function checkWords(root: string): Outcome {
  const files = projectFiles(root).filter((p) => SPEAKS.test(p) && !APART.test(p));
  const breaches = files.flatMap((path) =>
    speechIn(readFileSync(join(root, path), "utf8")).map(
      ({ line, text }) => `${path}:${line}: “${text.slice(0, 80)}” belongs in a words.ts, in both languages`,
    ),
  );
  return { summary: `${files.length} files`, breaches };
}

if (import.meta.main) report("words", checkWords(dirname(dirname(fileURLToPath(import.meta.url)))));
