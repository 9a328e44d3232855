/** Numbers that look random and depend on a seed alone, so that every case can be made again. @module */

export interface Dice {
  /** 0 up to, not including, `n` (at most 2^32). */
  below(n: number): number;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(of: readonly T[]): T;
  /** A length: 1 to `max`, the short ones far more often. */
  length(max: number): number;
}

function mix(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * The dice of one case: mulberry32, started from both numbers, so that case 7 needs none of the cases before it.
 * @example makeDice(1, 7).below(6)
 */
export function makeDice(seed: number, n: number): Dice {
  let state = mix(mix(seed) + Math.imul(n, 0x9e3779b1));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (max: number): number => (max <= 1 ? 0 : next() % max);
  return {
    below,
    oneIn: (max) => below(max) === 0,
    pick: (of) => of[below(of.length)]!,
    length: (max) => 1 + below(Math.min(max, 1 << below(12))),
  };
}
