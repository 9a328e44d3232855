/** Small bounded tables that rows are joined with. @module */
import type { MvtState } from "./types.ts";

/** Entries that one table holds: beyond them rows stand without what they would be joined with. */
const MAX = 200_000;

export interface Table<V> extends MvtState {
  readonly map: Map<string, V>;
}

export function table<V>(): Table<V> {
  return { map: new Map<string, V>() };
}

/** Keeps the first value of a key. */
export function put<V>(state: MvtState, key: unknown, value: () => V): V | undefined {
  if (key === undefined || key === null) return undefined;
  const { map } = state as Table<V>;
  const k = String(key);
  const old = map.get(k);
  if (old !== undefined) return old;
  if (map.size >= MAX) return undefined;
  const made = value();
  map.set(k, made);
  return made;
}

export function get<V>(state: MvtState, key: unknown): V | undefined {
  return key === undefined || key === null ? undefined : (state as Table<V>).map.get(String(key));
}

/** What of a list of one key is kept. */
const MAX_LIST = 1000;

/** Adds to the list of a key. */
export function add<V>(state: MvtState, key: unknown, value: V): void {
  const list = put<V[]>(state, key, () => []);
  if (list && list.length < MAX_LIST) list.push(value);
}
