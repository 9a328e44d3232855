/** Numbers that look random and are the same in every run: a linear congruential generator (Numerical Recipes). @module */

export interface Random {
  /** 0 up to, not including, `n` (at most 65,536). */
  below(n: number): number;
  /** One of a list that is not empty. */
  pick<T>(of: readonly T[]): T;
  /** `n` bytes. */
  bytes(n: number): Uint8Array;
}

/**
 * @example
 * ```ts
 * const r = createRandom(7);
 * r.pick(["a", "b"]);
 * ```
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // The low bits of such a generator repeat soon: only the high half is given out.
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
  return {
    below: (n) => next() % n,
    pick: (of) => of[next() % of.length]!,
    bytes: (n) => Uint8Array.from({ length: n }, () => next() & 255),
  };
}
