/** Lines of JSON, each of which counts, also where another says the same: the first line of a report explains all others. @module */
import type { Line, LinesItem } from "../artifact.ts";

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (v: unknown): v is Row => typeof v === "object" && v !== null && !Array.isArray(v);
/** A value of its own; never one that every object has. */
export const get = (r: Row, key: string): unknown => (Object.hasOwn(r, key) ? r[key] : undefined);

/** Calls `each` for every object of a batch; returns how many lines were none. */
export function objects(item: LinesItem, each: (row: Row, line: Line) => void): number {
  let strange = 0;
  for (const line of item.lines) {
    if (line.text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line.text);
    } catch {
      strange++;
      continue;
    }
    if (isRow(value)) each(value, line);
    else strange++;
  }
  return strange;
}
