/** From cells that were found to rows: each once, none that stands, in batches of one table and one state. @module */
import { LIMITS } from "@contraluz/core";
import type { Cell } from "./cell.ts";
import type { Freelist } from "./freelist.ts";
import { hashValues, telling } from "./hash.ts";
import type { LiveRows } from "./live.ts";
import type { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";
import { decodeValue, type Plan, serialLength } from "./record.ts";
import type { Shape } from "./shape.ts";
import type { DecodeText } from "./text.ts";
import type { DeletedRow, Past, SqlValue } from "./types.ts";

/** Deleted rows of one file. */
const MAX_ROWS = 200_000;
const BATCH = 256;
/** Bytes of overflow pages that a batch holds, and that are read for one file: many cells can name one long chain. */
const BATCH_BYTES = 4 << 20;
const MAX_CHAINED = 256 << 20;

/** A table whose deleted rows are wanted. */
export interface Target {
  readonly name: string;
  readonly plan: Plan;
  readonly shape: Shape;
  readonly live: LiveRows;
  /** Of rows that were given: their values, and rowid and values. */
  readonly seen: Set<number>;
  readonly seenRows: Set<string>;
  readonly rowids: Set<number | bigint>;
}

export type TakeDeleted = (table: string, rows: DeletedRow[]) => Promise<void> | undefined;

/** A cell that was found, in the bytes that hold it. */
export interface Found {
  readonly target: Target;
  readonly data: Uint8Array;
  readonly cell: Cell;
  readonly past: Omit<Past, "state">;
  readonly page: number;
  /** It stands between the cell pointers and the cells. */
  readonly gap: boolean;
}

export class Giver {
  readonly #pager: Pager;
  readonly #text: DecodeText;
  readonly #free: Freelist;
  readonly #take: TakeDeleted;
  #given = 0;
  #rows = 0;
  /** There were more rows than there is room. */
  full = false;
  /** Some rows are torn because the rest of them was not read. */
  short = false;
  #batch: DeletedRow[] = [];
  #batchOf = "";
  #batchBytes = 0;
  #chained = 0;

  constructor(pager: Pager, text: DecodeText, free: Freelist, take: TakeDeleted) {
    this.#pager = pager;
    this.#text = text;
    this.#free = free;
    this.#take = take;
  }

  /** Gives a row, unless it stands in its table as it is or was given before. */
  give(found: Found): Promise<void> | undefined {
    const { target, data, cell, gap } = found;
    const { live, plan, seen, seenRows, rowids } = target;
    if (this.full || live.over) return undefined;
    const hash = hashValues(data, cell.types, cell.body, cell.bodyEnd, plan);
    const { rowid } = cell;
    let state: Past["state"] = "deleted";
    // Of a row that is not whole the hash says nothing: what it begins with must not stand in any row.
    const part = cell.torn || cell.unknown >= 0 || (rowid === undefined && cell.rest > 0);
    if (part && (telling === 0 || live.tells(telling))) return undefined;
    if (rowid === undefined) {
      if (seen.has(hash) || live.has(hash)) return undefined;
      seen.add(hash);
    } else {
      const known = live.find(rowid, hash);
      const key = `${rowid} ${hash}`;
      if (known === 2 || seenRows.has(key)) return undefined;
      // Of a row that a page image gave, another version in a gap is likely the same one, partly written over.
      if (gap && known === 0 && rowids.has(rowid)) return undefined;
      if (known === 1) state = "superseded";
      seenRows.add(key);
      if (!gap) rowids.add(rowid);
      seen.add(hash);
    }
    if (++this.#given > MAX_ROWS) {
      this.full = true;
      return undefined;
    }
    if (cell.rest > 0) return this.#chain(cell).then((rest) => this.#add(found, state, rest));
    return this.#add(found, state, undefined);
  }

  #add(found: Found, state: Past["state"], rest: Uint8Array | undefined): Promise<void> | undefined {
    const { target, data, cell, past, page } = found;
    const { plan } = target;
    const values = plan.blank.slice();
    let torn = past.torn === true;
    let some = false;
    let body = data;
    let at = cell.body;
    let end = cell.bodyEnd;
    if (rest !== undefined) {
      body = new Uint8Array(cell.bodyEnd - cell.body + rest.length);
      body.set(data.subarray(cell.body, cell.bodyEnd));
      body.set(rest, cell.bodyEnd - cell.body);
      at = 0;
      end = body.length;
    }
    for (let place = 0; place < plan.slots.length && place < cell.types.length; place++) {
      const type = cell.types[place]!;
      const length = serialLength(type);
      const slot = plan.slots[place]!;
      if (slot >= 0) {
        const known = at + length <= end && place !== cell.unknown;
        if (!known) torn = true;
        const value: SqlValue = known ? decodeValue(body, at, type, length, plan.real[place] === 1, this.#text) : null;
        values[slot] = value;
        if (value !== null) some = true;
      }
      at += length;
    }
    // A row of which nothing that anybody asked for is left says nothing.
    if (!some) return undefined;
    for (const i of plan.rowids) values[i] = cell.rowid ?? null;
    for (const [from, to] of plan.copies) values[to] = values[from]!;
    const { torn: _, ...where } = past;
    const row: DeletedRow = {
      rowid: cell.rowid,
      page,
      cell: -++this.#rows,
      wal: past.in === "wal",
      values,
      past: { ...where, state, ...(torn ? { torn: true as const } : {}) },
    };
    const change = this.#batch.length > 0 && (this.#batchOf !== target.name || this.#batch[0]!.past.state !== state);
    const wait = change || this.#batch.length >= BATCH || this.#batchBytes >= BATCH_BYTES ? this.flush() : undefined;
    this.#batchOf = target.name;
    this.#batch.push(row);
    this.#batchBytes += rest?.length ?? 0;
    return wait;
  }

  /** Hands over what is left. */
  flush(): Promise<void> | undefined {
    const rows = this.#batch;
    this.#batch = [];
    this.#batchBytes = 0;
    return rows.length > 0 ? this.#take(this.#batchOf, rows) : undefined;
  }

  /**
   * What stands of a record in overflow pages. Believed only if every page of the chain is a leaf of the freelist (so nothing
   * has used it since), and the chain ends where the record does.
   */
  async #chain(cell: Cell): Promise<Uint8Array | undefined> {
    if (cell.rest > LIMITS.valueBytes) return undefined;
    this.#chained += cell.rest;
    if (this.#chained > MAX_CHAINED) {
      this.short = true;
      return undefined;
    }
    const step = this.#pager.usable - 4;
    const count = Math.ceil(cell.rest / step);
    const seen = new PageSet();
    const out = new Uint8Array(cell.rest);
    let page = cell.overflow;
    for (let i = 0; i < count; i++) {
      if (page < 2 || !this.#free.leaves.has(page) || !seen.add(page)) return undefined;
      const data = this.#pager.get(page) ?? (await this.#pager.load(page, true));
      if (data.length < this.#pager.pageSize) return undefined;
      out.set(data.subarray(4, 4 + Math.min(step, cell.rest - i * step)), i * step);
      page = ((data[0]! << 24) | (data[1]! << 16) | (data[2]! << 8) | data[3]!) >>> 0;
    }
    return page === 0 ? out : undefined;
  }
}
