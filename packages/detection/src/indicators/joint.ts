/** Signs of several parts: a hit only where one record shows all of them. @module */
import type { ObservableType } from "@contraluz/core";
import { keys } from "./keys.ts";

/** True if the observables of one record have every one of these match keys. */
export function meetsAll(
  also: readonly string[],
  observables: readonly { readonly type: ObservableType; readonly value: string }[],
): boolean {
  const left = new Set(also);
  for (const o of observables) {
    if (left.size === 0) break;
    for (const k of keys(o)) left.delete(k);
  }
  return left.size === 0;
}
