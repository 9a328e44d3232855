/** Rows of the cells of one page ("Database File Format", section 1.6 B-tree Pages). @module */
import { LIMITS, type Report } from "@contraluz/core";
import { hashRecord, telling } from "./hash.ts";
import type { LiveRows } from "./live.ts";
import type { Pager } from "./pager.ts";
import { localLength, PayloadCursor } from "./payload.ts";
import {
  DAMAGED,
  DONE,
  decodeRecord,
  decodeValue,
  type Plan,
  serialLength,
  varint,
  varintLength,
  varintSize,
} from "./record.ts";
import type { Row, SqlValue } from "./types.ts";

/** Payloads above this are damage: SQLite's own bound of a row. */
const MAX_PAYLOAD = 0x7fff_ffff;
/** A header of 32,767 columns with nine bytes each. */
const MAX_HEADER = 32_767 * 9 + 9;

/** A b-tree page whose header was checked. */
export interface PageView {
  readonly number: number;
  readonly data: Uint8Array;
  readonly wal: boolean;
  /** Where the cell pointer array starts. */
  readonly pointers: number;
  readonly count: number;
}

/**
 * Reads cells into `rows`. One object serves a whole scan. After `run` or `cell` gave false, load `cursor.missing`, hand it to
 * `cursor.supply`, and call `resume`.
 */
export class CellReader {
  readonly cursor: PayloadCursor;
  readonly #pager: Pager;
  readonly #plan: Plan;
  readonly #index: boolean;
  readonly #report: Report;
  /** Notes every row, where deleted ones are to be told from them. */
  readonly #live: LiveRows | undefined;
  rows: Row[] = [];
  /** Bytes that `rows` hold in joined overflow values. */
  joined = 0;
  #page!: PageView;
  #cell = 0;
  #end = 0;
  #skip = 0;
  #used = 0;
  #running = 0;
  #bad = 0;
  #firstBad = "";
  #overflow: Overflow | undefined;

  constructor(pager: Pager, plan: Plan, index: boolean, report: Report, live?: LiveRows) {
    this.#live = live;
    this.#pager = pager;
    this.#plan = plan;
    this.#index = index;
    this.#report = report;
    this.cursor = new PayloadCursor(pager);
  }

  /** Reads cells [from, to) of a page; `skip` = bytes before the payload length (4 in interior cells: the child). */
  start(page: PageView, from: number, to: number, skip: number): void {
    this.#page = page;
    this.#cell = from;
    this.#end = to;
    this.#skip = skip;
    this.#used = 0;
  }

  /** True when all cells are read, false if a page must be loaded first or `rows` grew large and should be taken. */
  run(): boolean {
    if (this.#overflow !== undefined && !this.#finish(this.#overflow)) return false;
    const { data, number, wal, pointers } = this.#page;
    const plan = this.#plan;
    const usable = this.#pager.usable;
    while (this.#cell < this.#end) {
      if (this.joined > LIMITS.valueBytes) return false;
      const cell = this.#cell++;
      const p = pointers + 2 * cell;
      const start = (data[p]! << 8) | data[p + 1]!;
      let at = start + this.#skip;
      if (start < pointers || at + 4 > usable) {
        this.#damaged(cell, "cell outside the page, at", start);
        continue;
      }
      let total = data[at++]!;
      if (total >= 0x80) {
        total = varintSize(data, at - 1);
        at += varintLength(data, at - 1) - 1;
      }
      let rowid: number | bigint;
      if (this.#index) rowid = this.#running;
      else {
        const first = data[at]!;
        if (first < 0x80) {
          rowid = first;
          at++;
        } else {
          rowid = varint(data, at);
          at += varintLength(data, at);
        }
      }
      const local = total > MAX_PAYLOAD ? 0 : localLength(total, usable, this.#index);
      const stored = local + (total > local ? 4 : 0);
      if (total > MAX_PAYLOAD || at + stored > usable) {
        this.#damaged(cell, "payload length", total);
        continue;
      }
      // Cells of a sound page do not overlap: pointers that share one large cell would multiply it.
      this.#used += at + stored - start;
      if (this.#used > usable) {
        this.#report({
          code: "sqlite-page",
          offset: this.#pager.offset(number),
          found: `overlapping cells from ${cell} on`,
          expected: `cells within ${usable} bytes`,
          lost: "page",
        });
        this.#cell = this.#end;
        break;
      }
      const values = plan.blank.slice();
      const state = decodeRecord(data, at, local, total, plan, values);
      if (this.#live !== undefined && state !== DAMAGED)
        this.#live.add(rowid, hashRecord(data, at, local, plan), telling);
      if (state === DONE) this.#push(rowid, number, cell, wal, values);
      else if (state === DAMAGED || total <= local) this.#damaged(cell, "values beyond the record");
      else {
        this.#overflow = new Overflow(rowid, cell, data, at, local, total, values);
        this.cursor.start(data, at, local, total);
        if (!this.#finish(this.#overflow)) return false;
      }
    }
    this.#reportDamage();
    return true;
  }

  #push(rowid: number | bigint, page: number, cell: number, wal: boolean, values: SqlValue[]): void {
    const plan = this.#plan;
    for (let i = 0; i < plan.rowids.length; i++) values[plan.rowids[i]!] = rowid;
    for (let i = 0; i < plan.copies.length; i++) values[plan.copies[i]![1]] = values[plan.copies[i]![0]]!;
    this.rows.push({ rowid, page, cell, wal, values });
    if (this.#index) this.#running++;
  }

  /** Notes a damaged cell. One Problem a page, with a count: a hostile page has thousands. */
  #damaged(cell: number, what: string, value?: number): void {
    if (this.#bad++ > 0) return;
    const page = this.#page.number;
    this.#firstBad = `page ${page}, cell ${cell}: ${what}${value === undefined ? "" : ` ${value}`}`;
  }

  #reportDamage(): void {
    if (this.#bad === 0) return;
    this.#report({
      code: "sqlite-row",
      offset: this.#pager.offset(this.#page.number),
      found: this.#firstBad,
      expected: "a record within its page or overflow pages",
      lost: "row",
      ...(this.#bad > 1 ? { count: this.#bad } : {}),
    });
    this.#bad = 0;
  }

  /** Goes on with a row in overflow pages; false if one must be loaded. */
  #finish(row: Overflow): boolean {
    if (!row.run(this.cursor, this.#plan)) return false;
    this.#overflow = undefined;
    this.joined += row.joined;
    const damage = this.cursor.damage ?? row.damage;
    if (damage !== undefined) this.#damaged(row.cell, damage);
    else this.#push(row.rowid, this.#page.number, row.cell, this.#page.wal, row.values);
    if (row.tooLong > 0) {
      this.#report({
        code: "sqlite-row",
        offset: this.#pager.offset(this.#page.number),
        found: `page ${this.#page.number}, cell ${row.cell}: value of ${row.tooLong} bytes`,
        expected: `at most ${LIMITS.valueBytes} bytes`,
        lost: "bytes",
      });
    }
    return true;
  }
}

/** One row whose wanted values lie in overflow pages: first its header, then each wanted value, joined into one buffer. */
class Overflow {
  readonly rowid: number | bigint;
  readonly cell: number;
  readonly values: SqlValue[];
  readonly #data: Uint8Array;
  readonly #at: number;
  readonly #local: number;
  readonly #total: number;
  #header: Uint8Array | undefined;
  /** Triples: place in the record, serial type, offset in the payload. */
  #wanted: number[] | undefined;
  #out: Uint8Array = new Uint8Array(0);
  #done = 0;
  #filled = 0;
  #asked = false;
  joined = 0;
  tooLong = 0;
  damage: string | undefined;

  constructor(
    rowid: number | bigint,
    cell: number,
    data: Uint8Array,
    at: number,
    local: number,
    total: number,
    values: SqlValue[],
  ) {
    this.rowid = rowid;
    this.cell = cell;
    this.#data = data;
    this.#at = at;
    this.#local = local;
    this.#total = total;
    this.values = values;
  }

  /** True when the row is done or damaged. */
  run(cursor: PayloadCursor, plan: Plan): boolean {
    if (this.#wanted === undefined) {
      if (!this.#readHeader(cursor)) return false;
      if (cursor.damage === undefined && this.damage === undefined) this.#plan(plan);
      if (this.damage !== undefined || this.#wanted === undefined) return true;
    }
    const wanted = this.#wanted!;
    while (this.#done < wanted.length) {
      const place = wanted[this.#done]!;
      const type = wanted[this.#done + 1]!;
      const length = serialLength(type);
      if (!this.#asked) cursor.ask(wanted[this.#done + 2]!, length, this.#out, this.#filled);
      this.#asked = true;
      if (!cursor.run()) return false;
      if (cursor.damage !== undefined) return true;
      this.#asked = false;
      const value = decodeValue(this.#out, this.#filled, type, length, plan.real[place] === 1, plan.text);
      this.values[plan.slots[place]!] = value;
      this.#filled += length;
      this.#done += 3;
    }
    return true;
  }

  #readHeader(cursor: PayloadCursor): boolean {
    if (this.#header === undefined) {
      const length = varintSize(this.#data, this.#at);
      if (length > Math.min(this.#total, MAX_HEADER) || length < 1) {
        this.damage = `record header of ${length} bytes`;
        return true;
      }
      if (length <= this.#local) {
        this.#header = this.#data.subarray(this.#at, this.#at + length);
        return true;
      }
      this.#header = new Uint8Array(length);
      cursor.ask(0, length, this.#header, 0);
    }
    return cursor.run();
  }

  #plan(plan: Plan): void {
    const header = this.#header!;
    const wanted: number[] = [];
    let p = varintLength(header, 0);
    let offset = header.length;
    let joined = 0;
    for (let place = 0; place < plan.slots.length && p < header.length; place++) {
      const type = varintSize(header, p);
      p += varintLength(header, p);
      const length = serialLength(type);
      if (plan.slots[place]! >= 0) {
        if (offset + length > this.#total) {
          this.damage = `value of ${length} bytes at ${offset}`;
          return;
        }
        if (joined + length > LIMITS.valueBytes) {
          this.tooLong = length;
          this.values[plan.slots[place]!] = null;
        } else {
          wanted.push(place, type, offset);
          joined += length;
        }
      }
      offset += length;
    }
    if (p > header.length) this.damage = "record header";
    this.#out = new Uint8Array(joined);
    this.joined = joined;
    this.#wanted = wanted;
  }
}
