/**
 * Which pairs of cases have enough in common to be read. First only sums are kept of each pair; then, of the pairs that may be linked, the
 * rarest keys of each kind.
 * @module
 */
import { type Background, backgroundOf, NO_BACKGROUND, PairSums, SUM_CASES_MOST } from "./background.ts";
import type { LinkSource } from "./source.ts";
import { JOIN, kindOf, LINK_LETTERS, PHONES_MOST, rareBits } from "./weights.ts";

/** Pairs that are read at most, the heaviest. */
const PAIRS_MOST = 2000;
/** Keys of a pair and a letter that are read, the rarest; an address has one for each network that it lies in. */
const KEYS_MOST = 24;
const ADDRESS_KEYS_MOST = 192;
const mostOf = (letter: string): number => (letter === "i" ? ADDRESS_KEYS_MOST : KEYS_MOST);
/** An address of IPv4 has its own key and those of 24 networks: together they count as one value. */
export const shareOf = (letter: string): number => (letter === "i" ? 1 / 25 : 1);

export interface PairKey {
  readonly h: bigint;
  readonly letter: string;
  /** Cases of the lab that have it. */
  readonly phones: number;
}

export interface Pair {
  /** Indices of cases, the smaller first. */
  readonly a: number;
  readonly b: number;
  /** By letter, the rarest. */
  readonly keys: Map<string, PairKey[]>;
  /** Keys of signs that both met. */
  readonly signs: readonly bigint[];
  /** What they have in common beyond what any two have. */
  readonly background: Background;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Pairs that had enough in common and are not among them. */
  readonly left: number;
  /** There are too many cases to look at what is rare. */
  readonly many: boolean;
}

const rarer = (x: PairKey, y: PairKey): number => x.phones - y.phones || (x.h < y.h ? -1 : x.h > y.h ? 1 : 0);

/** Keeps the rarest. */
function keep(pair: Pair, key: PairKey): void {
  const list = pair.keys.get(key.letter);
  if (!list) pair.keys.set(key.letter, [key]);
  else {
    list.push(key);
    const most = mostOf(key.letter);
    if (list.length >= most * 4) list.sort(rarer).splice(most);
  }
}

type Each = (a: number, b: number, key: PairKey, bits: number) => void;

/** Every pair that a rare key gives. */
async function eachPair(source: LinkSource, cases: readonly string[], f: Each): Promise<void> {
  const index = new Map(cases.map((c, i) => [c, i] as const));
  const most = Math.min(PHONES_MOST, Math.floor(cases.length / 2));
  for await (const { h, letter, cases: having } of source.shared(LINK_LETTERS, most)) {
    const bits = rareBits(letter, cases.length, having.length);
    if (bits <= 0) continue;
    const at = having.map((c) => index.get(c) ?? -1).filter((i) => i >= 0);
    const key: PairKey = { h, letter, phones: having.length };
    for (let i = 0; i < at.length; i++) for (let j = i + 1; j < at.length; j++) f(at[i]!, at[j]!, key, bits);
  }
}

/**
 * The pairs worth reading. `signs`: for pairs (`a * N + b`) the keys of signs that both met; `same`: pairs that are one phone.
 */
export async function pairsOf(
  source: LinkSource,
  cases: readonly string[],
  signs: ReadonlyMap<number, readonly bigint[]>,
  same: ReadonlySet<number>,
): Promise<Pairs> {
  const n = cases.length;
  const many = n > SUM_CASES_MOST;
  const rare = !many && rareBits("d", n, 2) > 0;
  const sums = new PairSums(rare ? n : 0);
  if (rare)
    await eachPair(source, cases, (a, b, { letter }, bits) => sums.add(a, b, kindOf(letter), bits, shareOf(letter)));
  const usual = sums.usual();
  const may: { readonly pair: number; readonly sum: number }[] = [];
  if (rare)
    for (let a = 0; a < n; a++)
      for (let b = a + 1; b < n; b++) {
        const pair = a * n + b;
        const sum = sums.excess(a, b, usual);
        // A sign that both met may need less beside it.
        if (!same.has(pair) && (sum >= JOIN || signs.has(pair))) may.push({ pair, sum });
      }
  else for (const pair of signs.keys()) if (!same.has(pair)) may.push({ pair, sum: 0 });
  may.sort((x, y) => Number(signs.has(y.pair)) - Number(signs.has(x.pair)) || y.sum - x.sum || x.pair - y.pair);
  const chosen = new Map<number, Pair>();
  for (const { pair } of may.slice(0, PAIRS_MOST)) {
    const [a, b] = [Math.floor(pair / n), pair % n];
    const background = rare ? backgroundOf(sums, usual, a, b) : NO_BACKGROUND;
    chosen.set(pair, { a, b, keys: new Map(), signs: signs.get(pair) ?? [], background });
  }
  if (rare && chosen.size > 0)
    await eachPair(source, cases, (a, b, key) => {
      const p = chosen.get(a * n + b);
      if (p) keep(p, key);
    });
  const pairs = [...chosen.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  for (const { keys } of pairs) for (const [letter, list] of keys) list.sort(rarer).splice(mostOf(letter));
  return { pairs, left: Math.max(0, may.length - PAIRS_MOST), many };
}
