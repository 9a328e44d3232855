/** Counts what a value holds, as a caller who looks at all of it would. @module */
import type { PlistValue } from "@contraluz/formats/plist/types.ts";

/** Values in `v`, itself included. */
export function countValues(v: PlistValue | undefined): number {
  const waiting: (PlistValue | undefined)[] = [v];
  let n = 0;
  for (let x = waiting.pop(); x !== undefined; x = waiting.pop()) {
    n++;
    if (Array.isArray(x)) for (const y of x) waiting.push(y);
    else if (x instanceof Map) for (const y of x.values()) waiting.push(y);
  }
  return n;
}
