/** Instants as the timeline holds them. @module */

const LAST = 2n ** 63n - 1n;

/** An instant in 64 bits: what lies before 1677 or after 2262, as Apple's "distant" dates do, stands at their ends. */
export function instant64(utc: bigint): bigint {
  return utc > LAST ? LAST : utc < -LAST ? -LAST : utc;
}
