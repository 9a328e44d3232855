/**
 * A message can carry its text twice: plain, and as a web page (RFC 2046 5.1.4). A program shows one of them, mostly the web page, and nothing holds
 * them to say the same. They are compared by their words, whatever their order; addresses of links and of mail stand in the plain one alone, often, and
 * do not count.
 * @module
 */
import { fold } from "../fold/index.ts";

export interface TwoTexts {
  /** Words of the web page that the plain text does not have, and the other way round: the first ones, cut. */
  readonly web: string;
  readonly plain: string;
}

/** Words of no name and no figure from which a text says something else. */
const MANY = 5;
/** Letters that are told of each, and words that are compared. */
const TOLD = 100;
const MOST = 200_000;

export interface Compared {
  /** What each of the texts has and the other has not; undefined where they say the same. */
  readonly two: TwoTexts | undefined;
  /** There are more words than are compared. */
  readonly cut: boolean;
}

export function compared(plain: string, web: string): Compared {
  const [a, b] = [wordsOf(plain), wordsOf(web)];
  const [onlyPlain, onlyWeb] = [without(a, b), without(b, a)];
  const two = counts(onlyPlain) || counts(onlyWeb) ? { web: told(onlyWeb), plain: told(onlyPlain) } : undefined;
  return { two, cut: a.length >= MOST || b.length >= MOST };
}

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly figure: boolean;
}

function wordsOf(text: string): readonly Word[] {
  const bare = text
    .replace(/https?:\/\/[^\s<>"']+/gi, " ")
    .replace(/\[(?:image|imagen|cid):[^\]\n]{0,300}\]/gi, " ")
    .replace(/[\w.+-]{1,64}@[\w.-]{1,255}/g, " ");
  const out: Word[] = [];
  for (const m of bare.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const figure = /\p{N}/u.test(m[0]);
    if (m[0].length > 1 || figure) out.push({ text: m[0], folded: fold(m[0]), figure });
    if (out.length >= MOST) break;
  }
  return out;
}

/** Words that are nowhere in the other text, each once; figures by how often they stand there. */
function without(words: readonly Word[], other: readonly Word[]): readonly Word[] {
  const there = new Map<string, number>();
  for (const w of other) there.set(w.folded, (there.get(w.folded) ?? 0) + 1);
  const out: Word[] = [];
  for (const w of words) {
    const left = there.get(w.folded) ?? 0;
    if (left === 0) out.push(w);
    if (w.figure) there.set(w.folded, Math.max(0, left - 1));
    else if (left === 0) there.set(w.folded, 1);
  }
  return out;
}

/** A name or a figure says something else by itself, other words when they are several. */
const counts = (words: readonly Word[]): boolean =>
  words.length >= MANY || words.some((w) => w.figure || (w.text.length > 2 && /^\p{Lu}/u.test(w.text)));

function told(words: readonly Word[]): string {
  let out = words[0]?.text.slice(0, TOLD) ?? "";
  for (const w of words.slice(1)) {
    if (out.length + w.text.length + 1 > TOLD) break;
    out += ` ${w.text}`;
  }
  return out;
}
