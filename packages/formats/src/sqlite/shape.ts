/**
 * What records of a table can look like: used to tell which table a row belonged to that no page is said to hold.
 *
 * Facts: "Database File Format" section 2.1 (serial types); datatype3.html section 3 (what an affinity makes of a value):
 * a text column never stores a number, an integer or real column stores text only if it is no number (which we do not
 * expect of a table that an app keeps), the alias of the rowid is stored as NULL.
 * @module
 */
import type { Affinity } from "./affinity.ts";
import type { TableDefinition } from "./ddl.ts";

const NULL = 1;
const INTEGER = 2;
const REAL = 4;
const TEXT = 8;
const BLOB = 16;

const ALLOWED: Readonly<Record<Affinity, number>> = {
  integer: NULL | INTEGER | REAL,
  real: NULL | INTEGER | REAL,
  // Dates are texts in columns declared DATETIME.
  numeric: NULL | INTEGER | REAL | TEXT,
  text: NULL | TEXT | BLOB,
  blob: NULL | INTEGER | REAL | TEXT | BLOB,
};

export interface Shape {
  readonly table: string;
  /** By place in the record: the classes of values that it may hold. */
  readonly allowed: Uint8Array;
  /** By place: the affinity, to guess a serial type of which only the length is known. */
  readonly affinity: readonly Affinity[];
  /** Place of the column that stands for the rowid and is stored as NULL, or -1. */
  readonly alias: number;
}

export function shapeOf(table: string, definition: TableDefinition): Shape {
  const { stored, columns } = definition;
  const allowed = new Uint8Array(stored.length);
  const affinity: Affinity[] = [];
  let alias = -1;
  for (const [place, i] of stored.entries()) {
    const column = columns[i]!;
    affinity.push(column.affinity);
    if (i === definition.alias) alias = place;
    allowed[place] = i === definition.alias ? NULL : ALLOWED[column.affinity] & (column.notNull ? ~NULL : 0xff);
  }
  return { table, allowed, affinity, alias };
}

/** The class of values of a serial type; 0 for the two that files do not use. */
function classOf(type: number): number {
  if (type >= 12) return type % 2 === 1 ? TEXT : BLOB;
  if (type === 0) return NULL;
  if (type === 7) return REAL;
  return type > 9 ? 0 : INTEGER;
}

/** Whether the place may hold a value of that type. */
export function allows(shape: Shape, place: number, type: number): boolean {
  return (shape.allowed[place]! & classOf(type)) !== 0;
}

/** 2 if the record has a value for every column, 1 if it is of a time when the table had fewer, 0 if it is not of this table. */
export function fits(shape: Shape, types: readonly number[]): 0 | 1 | 2 {
  if (types.length === 0 || types.length > shape.allowed.length) return 0;
  for (let i = 0; i < types.length; i++) if (!allows(shape, i, types[i]!)) return 0;
  return types.length === shape.allowed.length ? 2 : 1;
}
