/** From column names to what is decoded of a record. @module */
import { lower, type TableDefinition } from "./ddl.ts";
import type { Plan } from "./record.ts";
import type { DecodeText } from "./text.ts";
import type { SqlValue } from "./types.ts";

const ROWID_NAMES = new Set(["rowid", "_rowid_", "oid"]);

/** The plan for `names`, in the order asked. Names that the table does not have give null. */
export function makePlan(table: TableDefinition, names: readonly string[], text: DecodeText): Plan {
  const byName = new Map<string, number>();
  for (const [i, c] of table.columns.entries()) if (!byName.has(lower(c.name))) byName.set(lower(c.name), i);
  const place = new Map<number, number>();
  for (const [p, column] of table.stored.entries()) if (!place.has(column)) place.set(column, p);

  const slots: number[] = [];
  const blank: SqlValue[] = [];
  const rowids: number[] = [];
  const copies: [number, number][] = [];
  for (const [to, name] of names.entries()) {
    const column = byName.get(lower(name));
    blank.push(null);
    if (column === undefined) {
      if (!table.withoutRowid && ROWID_NAMES.has(lower(name))) rowids.push(to);
      continue;
    }
    if (column === table.alias) {
      rowids.push(to);
      continue;
    }
    const p = place.get(column);
    if (p === undefined) continue;
    blank[to] = table.columns[column]!.initial;
    while (slots.length <= p) slots.push(-1);
    if (slots[p] === -1) slots[p] = to;
    else copies.push([slots[p]!, to]);
  }
  return {
    slots: Int32Array.from(slots),
    real: Uint8Array.from(slots, (_, p) => (table.columns[table.stored[p]!]!.affinity === "real" ? 1 : 0)),
    blank,
    rowids,
    copies,
    text,
  };
}
