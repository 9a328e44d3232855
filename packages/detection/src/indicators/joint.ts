/** Signs of several parts: a hit only where one record shows all of them. @module */
import type { Observable } from "@contraluz/core";
import { keys } from "./keys.ts";

/** Says whether the observables of a record have every one of some match keys. Remembers the keys of the last record. */
export function createJoint(): (also: readonly string[], record: readonly Observable[]) => boolean {
  let last: readonly Observable[] | undefined;
  let known: ReadonlySet<string> = new Set<string>();
  return (also, record) => {
    if (record !== last) {
      last = record;
      known = new Set(record.flatMap((o) => keys(o)));
    }
    return also.every((k) => known.has(k));
  };
}
