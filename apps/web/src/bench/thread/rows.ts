/**
 * A list: four bytes a row. A row of `time` is the number of an entry of the timeline, or, with a flag, the day that begins or
 * the gap that ends before it; a row of the other lists is the number of a record, all places counted through.
 * @module
 */

export const DAY_ROW = 0x8000_0000;
export const GAP_ROW = 0x4000_0000;
/** What is left of a row without its flags. */
export const NUMBER = 0x3fff_ffff;

/** Numbers that grow: no one knows how long a list becomes. */
class Growing {
  length = 0;
  #array = new Uint32Array(1024);

  push(n: number): void {
    if (this.length === this.#array.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.length++] = n;
  }

  /** All of them, in memory of their own size. */
  done(): Uint32Array {
    return this.#array.slice(0, this.length);
  }
}

export class Rows {
  readonly #rows = new Growing();
  /** Rows that are no records. */
  readonly #special = new Growing();
  readonly #marks = new Growing();
  readonly #levels: number[] = [];

  /** A record; `level` as a number in `LEVELS`, if a finding names it. */
  record(number: number, level: number | undefined): void {
    if (level !== undefined) {
      this.#marks.push(this.#rows.length);
      this.#levels.push(level);
    }
    this.#rows.push(number);
  }

  /** A day or a gap before record `number`. Gives its row. */
  special(number: number, flag: number): number {
    this.#special.push(this.#rows.length);
    this.#rows.push((number | flag) >>> 0);
    return this.#rows.length - 1;
  }

  done(): DoneRows {
    return new DoneRows(this.#rows.done(), this.#special.done(), this.#marks.done(), new Uint8Array(this.#levels));
  }
}

export class DoneRows {
  readonly rows: Uint32Array;
  readonly marks: { readonly row: Uint32Array; readonly level: Uint8Array };
  readonly #special: Uint32Array;

  constructor(rows: Uint32Array, special: Uint32Array, marks: Uint32Array, levels: Uint8Array) {
    this.rows = rows;
    this.#special = special;
    this.marks = { row: marks, level: levels };
  }

  get records(): number {
    return this.rows.length - this.#special.length;
  }

  /** The first row whose number is at least `number`, flags aside: a day comes before its first record. */
  from(number: number): number {
    return first(this.rows.length, (i) => (this.rows[i]! & NUMBER) >= number);
  }

  /** The row of a record; -1 if it is not in the list. */
  of(number: number): number {
    for (let i = this.from(number); i < this.rows.length && (this.rows[i]! & NUMBER) === number; i++)
      if (this.rows[i] === number) return i;
    return -1;
  }

  /** Records before a row. */
  before(row: number): number {
    return row - first(this.#special.length, (i) => this.#special[i]! >= row);
  }
}

/** The first of `n` numbers for which `holds` is true, if it stays so. */
export function first(n: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (holds(mid)) high = mid;
    else low = mid + 1;
  }
  return low;
}
