/**
 * The table of addresses of a browser, which waits for the visits that name them. An address that no visit names is a record
 * of its own at the end.
 * @module
 */
import type { ArtifactRecord, Report } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import { type Address, Addresses } from "./addresses.ts";
import type { Emit, SqliteItem } from "./artifact.ts";
import { createLookup, type Lookup } from "./lookup.ts";
import { address, number } from "./text.ts";

/** Addresses held to be joined with their visits. */
const MAX_PAGES = 500_000;

export type { Address } from "./addresses.ts";

/** Columns of the table of addresses, as indexes; -1 where there is none. */
export interface PageColumns {
  readonly id: number;
  readonly url: number;
  readonly visits: number;
}

export class Pages {
  /** From the id of an address to its number. */
  readonly #numbers: Lookup<number>;
  readonly #addresses = new Addresses();
  readonly #record: (a: Address) => Omit<ArtifactRecord, "origin">;
  #origin: SqliteItem["origin"] | undefined;
  /** A visit was asked for: what comes now can no longer wait for its own. */
  #late = false;
  /** All that stands has come. */
  #ended = false;

  /** `record`: of an address that stands alone. */
  constructor(table: string, problem: Report, record: (a: Address) => Omit<ArtifactRecord, "origin">) {
    this.#numbers = createLookup<number>(table, MAX_PAGES, problem);
    this.#record = record;
  }

  /**
   * Keeps an address for its visits. One for which there is no room, or whose id is taken, is a record at once; so is one
   * that was deleted, but not an older version of one that stands (each visit counts it up).
   */
  take(item: SqliteItem, row: Row, at: PageColumns, emit: Emit): void {
    const url = address(row.values[at.url]);
    if (url === undefined) return;
    const { rowid, page, cell, wal } = row;
    const id = number(row.values[at.id]) ?? rowid;
    const a = { url, visits: number(row.values[at.visits]), rowid, page, cell, wal };
    if (this.#ended && this.#addresses.holds(url)) return;
    const waits = !this.#late && !this.#ended && this.#numbers.get(id) === undefined;
    if (waits && this.#numbers.set(id, this.#addresses.size, url.length)) {
      this.#origin = item.origin;
      this.#addresses.add(a);
    } else emit({ ...this.#record(a), origin: item.origin(row) });
  }

  /** The address that a visit names. */
  visited(id: unknown): string | undefined {
    this.#late = true;
    const known = this.#numbers.get(number(id));
    return known === undefined ? undefined : this.#addresses.visited(known);
  }

  /** The addresses that no visit named. */
  end(emit: Emit): void {
    this.#ended = true;
    for (const a of this.#addresses.alone()) emit({ ...this.#record(a), origin: this.#origin!(a) });
  }
}
