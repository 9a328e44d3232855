/** Tables held to be joined with others: bounded in number and in memory. @module */
import type { Report } from "@contraluz/core";

export interface Lookup<V> {
  /** False if there is no room: the caller does without the join. `characters`: of the texts that `value` holds. */
  set(key: number | bigint, value: V, characters: number): boolean;
  get(key: number | bigint | undefined): V | undefined;
  /** Nothing was left out. */
  readonly complete: boolean;
  values(): Iterable<V>;
}

/** Characters of text that one lookup holds: a real phone needs a tenth. */
const MAX_CHARACTERS = 33_554_432;

/** An empty lookup of at most `max` entries; the first that does not fit is reported as a problem. */
export function createLookup<V>(name: string, max: number, problem: Report): Lookup<V> {
  const map = new Map<number | bigint, V>();
  let left = MAX_CHARACTERS;
  let complete = true;
  return {
    get complete() {
      return complete;
    },
    set(key, value, characters) {
      if (map.size >= max || characters > left) {
        if (complete) problem({ code: "lookup-limit", found: `${name} > ${map.size}`, lost: "nothing" });
        complete = false;
        return false;
      }
      left -= characters;
      map.set(key, value);
      return true;
    },
    get: (key) => (key === undefined ? undefined : map.get(key)),
    values: () => map.values(),
  };
}
