/** A text cut into words, as the rules for names need them: how each is written, and what stands between it and the next. @module */
import { fold } from "@contraluz/case/timeline/fold.ts";

/** `caps`: two capitals or more and nothing small. `title`: one capital, then small ones. `initial`: one capital. */
export type Shape = "caps" | "title" | "initial" | "lower" | "other";

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly shape: Shape;
  /** A full stop follows at once. */
  readonly dot: boolean;
  /** What stands between this word (and its full stop) and the next: `space`, `line` (one line end), `comma`, or anything else. */
  readonly next: "space" | "line" | "comma" | "break";
  /** Begins a sentence, a line or a paragraph. */
  readonly first: boolean;
  /** Of the letters of its line, the share that is in capitals. */
  readonly loud: number;
  /** The whole page is in capitals: they say nothing. */
  readonly shout: boolean;
}

export const MAX_WORDS = 100_000;

const WORD = /\p{L}[\p{L}\p{M}'’]*(?:-\n(?=\p{L})[\p{L}\p{M}]+)?|\d[\d\p{L}]*/gu;

function shapeOf(text: string): Shape {
  const t = text.replace(/-\n/g, "");
  if (!/^\p{L}/u.test(t)) return "other";
  if (/^\p{Lu}$/u.test(t)) return "initial";
  if (/^[\p{Lu}\p{M}'’]+$/u.test(t)) return "caps";
  if (/^\p{Lu}[\p{Ll}\p{M}'’]+$/u.test(t)) return "title";
  return /^\p{Ll}/u.test(t) ? "lower" : "other";
}

/** Length of a full line. One that had room for the next word was ended on purpose. */
function fullLine(text: string): number {
  const lengths = text
    .split("\n")
    .map((l) => l.length)
    .filter((n) => n > 0)
    .sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length * 0.9)] ?? 0) * 0.92;
}

export function wordsOf(text: string): Word[] {
  const found: { start: number; end: number }[] = [];
  WORD.lastIndex = 0;
  for (let m = WORD.exec(text); m && found.length < MAX_WORDS; m = WORD.exec(text))
    found.push({ start: m.index, end: m.index + m[0].length });
  const full = fullLine(text);
  const loud = loudness(text);
  const letters = text.replace(/[^\p{L}]/gu, "");
  const shout = letters.replace(/[^\p{Lu}]/gu, "").length > 0.7 * letters.length;
  let after = "";
  return found.map(({ start, end }, i): Word => {
    const raw = text.slice(start, end);
    const dot = text[end] === ".";
    const rest = text.slice(dot ? end + 1 : end, found[i + 1]?.start ?? text.length);
    const lineStart = text.lastIndexOf("\n", end - 1) + 1;
    const lineEnd = text.indexOf("\n", end);
    const nextWord = found[i + 1];
    const room = nextWord === undefined ? 0 : nextWord.end - nextWord.start + 1;
    const long = (lineEnd < 0 ? text.length : lineEnd) - lineStart + room >= full;
    const next = gap(rest, long);
    const first = i === 0 || after !== "inside";
    after = /[.:;!?¿¡"«»()\n-]/.test(dot ? `.${rest}` : rest)
      ? /^ ?\n ?$/.test(rest) && !dot && long
        ? "inside"
        : "end"
      : "inside";
    if (dot && /^ $/.test(rest) && end - start <= 5) after = "inside";
    return {
      start,
      end,
      text: raw.replace(/-\n/g, ""),
      folded: fold(raw.replace(/-\n/g, "")),
      shape: shapeOf(raw),
      dot,
      next,
      first,
      loud: loud(start),
      shout,
    };
  });
}

function gap(rest: string, long: boolean): Word["next"] {
  if (rest === " ") return "space";
  if (/^[ \t]?\n[ \t]{0,4}$/.test(rest)) return long ? "line" : "break";
  if (/^,(?: |\n)$/.test(rest)) return "comma";
  return "break";
}

/** The share of capitals among the letters of the line that holds a place. */
function loudness(text: string): (at: number) => number {
  const starts: number[] = [];
  const shares: number[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    starts.push(at);
    const letters = line.replace(/[^\p{L}]/gu, "");
    const capitals = letters.replace(/[^\p{Lu}]/gu, "").length;
    shares.push(letters.length === 0 ? 0 : capitals / letters.length);
    at += line.length + 1;
  }
  let i = 0;
  return (place) => {
    while (i + 1 < starts.length && starts[i + 1]! <= place) i++;
    while (i > 0 && starts[i]! > place) i--;
    return shares[i] ?? 0;
  };
}
