/** What stands in a table now: rowids and hashes of its rows, to tell deleted rows from copies of live ones. @module */
import { PageSet } from "./pageset.ts";

/** Rows of all tables of one file that are remembered: 32 MB, and as much again for the index. */
export const MAX_LIVE: number = 1 << 21;

const PART = 1 << 14;
/** Equal rowids or hashes that the index holds: a hostile table has a million of them. */
const SAME = 8;
/** Places that are tried for one entry, and where one is looked for; sound tables of this size need about a hundred. */
const STEPS = 256;

/** A room that the tables of one file share. */
export interface Room {
  left: number;
}

export class LiveRows {
  /** Pages of the table's tree. */
  readonly pages: PageSet = new PageSet();
  readonly #room: Room;
  readonly #rowids: Float64Array[] = [];
  readonly #hashes: Float64Array[] = [];
  readonly #tellings: Uint32Array[] = [];
  #count = 0;
  /** There were more rows than there is room: nothing can be said of any row. */
  over = false;
  #byRow: Int32Array | undefined;
  #byHash: Int32Array | undefined;
  #byTelling: Int32Array | undefined;

  readonly #crowded = (): void => {
    this.over = true;
  };

  constructor(room: Room) {
    this.#room = room;
  }

  /** Rowids beyond 2^53 are rounded: of two that become one, a deleted row may be called superseded. */
  add(rowid: number | bigint, hash: number, telling: number): void {
    if (this.#room.left <= 0) {
      this.over = true;
      return;
    }
    this.#room.left--;
    const i = this.#count++;
    if (i % PART === 0) {
      this.#rowids.push(new Float64Array(PART));
      this.#hashes.push(new Float64Array(PART));
      this.#tellings.push(new Uint32Array(PART));
    }
    this.#rowids[i >>> 14]![i % PART] = Number(rowid);
    this.#hashes[i >>> 14]![i % PART] = hash;
    this.#tellings[i >>> 14]![i % PART] = telling;
  }

  /** 0: no row of that rowid; 1: one with other values; 2: the same row. */
  find(rowid: number | bigint, hash: number): 0 | 1 | 2 {
    this.#byRow ??= index(this.#rowids, this.#count, this.#crowded);
    const row = Number(rowid);
    let found: 0 | 1 = 0;
    let s = slot(row, this.#byRow.length);
    for (let steps = 0; steps < STEPS; steps++, s = (s + 1) % this.#byRow.length) {
      const i = this.#byRow[s]! - 1;
      if (i < 0) break;
      if (this.#rowids[i >>> 14]![i % PART] !== row) continue;
      if (this.#hashes[i >>> 14]![i % PART] === hash) return 2;
      found = 1;
    }
    return found;
  }

  /** Whether any row has these values. */
  has(hash: number): boolean {
    this.#byHash ??= index(this.#hashes, this.#count, this.#crowded);
    return holds(this.#byHash, this.#hashes, hash);
  }

  /** Whether any row has this value as the first that tells something. */
  tells(telling: number): boolean {
    this.#byTelling ??= index(this.#tellings, this.#count, () => undefined);
    return holds(this.#byTelling, this.#tellings, telling);
  }
}

type Part = Float64Array | Uint32Array;

function holds(at: Int32Array, parts: readonly Part[], v: number): boolean {
  let s = slot(v, at.length);
  for (let steps = 0; steps < STEPS; steps++, s = (s + 1) % at.length) {
    const i = at[s]! - 1;
    if (i < 0) return false;
    if (parts[i >>> 14]![i % PART] === v) return true;
  }
  return false;
}

/** Where a value is looked for first. */
export function slot(v: number, size: number): number {
  const low = v | 0;
  const high = Math.floor(v / 0x1_0000_0000) | 0;
  let h = Math.imul(low ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1);
  h ^= h >>> 16;
  return (h >>> 0) % size;
}

/**
 * Open addressing, half full at most. Equal values are entered up to a bound, and no value is looked for further than a
 * bound: rowids are chosen by whoever wrote the file. What finds no place sets `crowded`.
 */
function index(parts: readonly Part[], count: number, crowded: () => void): Int32Array {
  const size = Math.max(16, count * 2 + 1);
  const out = new Int32Array(size);
  for (let i = 0; i < count; i++) {
    const v = parts[i >>> 14]![i % PART]!;
    let s = slot(v, size);
    let same = 0;
    let steps = 0;
    for (; out[s]! > 0 && same < SAME && steps < STEPS; s = (s + 1) % size, steps++) {
      const other = out[s]! - 1;
      if (parts[other >>> 14]![other % PART] === v) same++;
    }
    if (steps === STEPS) crowded();
    else if (same < SAME) out[s] = i + 1;
  }
  return out;
}
