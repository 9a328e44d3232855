/**
 * What any two phones of a lab have in common: a pair says something only by what it has beyond that. Medians, so that a campaign in a small lab
 * does not make itself the usual.
 * @module
 */

/** With more cases there are too many pairs to keep sums of: then only signs link. 150 MB. */
export const SUM_CASES_MOST = 3500;

/** Kinds of what two phones have in common: places on a network, apps, names of the system. */
export const KINDS = ["network", "app", "system"] as const;
export type Kind = (typeof KINDS)[number];

/** Of a pair and a kind. */
export interface Common {
  /** Bits and keys that both have, of all, and what is usual for these two. */
  readonly bits: number;
  readonly keys: number;
  readonly usualBits: number;
  readonly usualKeys: number;
}
export type Background = Readonly<Record<Kind, Common>>;

/** Two numbers a kind. */
const SLOTS = KINDS.length * 2;

/** By case, what it usually has in common with another. */
export interface Usual {
  readonly of: readonly (readonly number[])[];
  readonly all: readonly number[];
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((x, y) => x - y);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}

/** Sums of all pairs. */
export class PairSums {
  readonly n: number;
  readonly #sums: Float32Array;

  constructor(n: number) {
    this.n = n;
    this.#sums = new Float32Array(((n * (n - 1)) / 2) * SLOTS);
  }

  #at(a: number, b: number): number {
    const [x, y] = a < b ? [a, b] : [b, a];
    return ((x * (2 * this.n - x - 1)) / 2 + (y - x - 1)) * SLOTS;
  }

  /** `share`: of how many keys of one value it is one. */
  add(a: number, b: number, kind: Kind, bits: number, share: number): void {
    const at = this.#at(a, b) + KINDS.indexOf(kind) * 2;
    this.#sums[at] = this.#sums[at]! + bits * share;
    this.#sums[at + 1] = this.#sums[at + 1]! + share;
  }

  of(a: number, b: number): readonly number[] {
    const at = this.#at(a, b);
    return [...this.#sums.subarray(at, at + SLOTS)];
  }

  usual(): Usual {
    const of = Array.from({ length: this.n }, (_, a) => {
      const rows = Array.from({ length: this.n }, (_x, b) => b)
        .filter((b) => b !== a)
        .map((b) => this.of(a, b));
      return Array.from({ length: SLOTS }, (_x, s) => median(rows.map((r) => r[s]!)));
    });
    return { of, all: Array.from({ length: SLOTS }, (_, s) => median(of.map((r) => r[s]!))) };
  }

  /** Bits beyond the usual. */
  excess(a: number, b: number, u: Usual): number {
    const sums = this.of(a, b);
    return KINDS.reduce((all, _, k) => all + Math.max(0, sums[k * 2]! - expected(u, a, b, k * 2)), 0);
  }
}

/** Who has much has more in common with everybody. */
function expected(u: Usual, a: number, b: number, slot: number): number {
  const [x, y, all] = [u.of[a]![slot]!, u.of[b]![slot]!, u.all[slot]!];
  return all > 0 ? (x * y) / all : Math.sqrt(x * y);
}

export function backgroundOf(sums: PairSums, u: Usual, a: number, b: number): Background {
  const of = sums.of(a, b);
  const common = (k: number): Common => ({
    bits: of[k * 2]!,
    keys: of[k * 2 + 1]!,
    usualBits: expected(u, a, b, k * 2),
    usualKeys: expected(u, a, b, k * 2 + 1),
  });
  return { network: common(0), app: common(1), system: common(2) };
}

const NOTHING: Common = { bits: 0, keys: 0, usualBits: 0, usualKeys: 0 };
export const NO_BACKGROUND: Background = { network: NOTHING, app: NOTHING, system: NOTHING };
