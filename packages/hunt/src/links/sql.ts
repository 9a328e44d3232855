/**
 * What linking asks, in plain SQL. Keys that several cases have are counted a part of all keys at a time: files are sorted by key, so that
 * each part reads its own rows, and memory does not grow with the lab.
 * @module
 */
import { type Cancel, ContraluzError } from "@contraluz/core";
import type { Cell, HuntEngine, Place } from "../engine/types.ts";
import type { Keying } from "../lab/secret.ts";
import { DamagedCheck, recordsOf } from "../run/records.ts";
import { decodeRows } from "../run/rows.ts";
import type { KeyRow, LinkSource, SharedKey, SourceRecord } from "./source.ts";

/** Keys that one statement counts, about. */
const KEYS_AT_ONCE = 2_000_000;
const PARTS_MOST = 4096;
const LOW = -(2n ** 63n);
const ALL = 2n ** 64n;

/** The whole range of keys in so many parts, bounds included. */
export function partsOf(parts: number): readonly (readonly [bigint, bigint])[] {
  const step = ALL / BigInt(parts);
  return Array.from({ length: parts }, (_, i) => {
    const from = LOW + step * BigInt(i);
    return [from, i === parts - 1 ? 2n ** 63n - 1n : from + step - 1n] as const;
  });
}

function sharedStatement(
  keys: string,
  letters: readonly string[],
  most: number,
  [from, to]: readonly [bigint, bigint],
): string {
  // -2^63 itself cannot be written: its digits are read before its sign. No file of 2^64 keys exists that would miss it.
  const low = from === LOW ? LOW + 1n : from;
  const where = `h between ${low} and ${to} and letter in (${letters.map((l) => `'${l}'`).join(", ")})`;
  const some = `select h from ${keys} where ${where} group by h having count(*) between 2 and ${most}`;
  return `select h, letter, case_id from ${keys} where ${where} and h in (${some}) group by h, letter, case_id order by h, case_id`;
}

export interface SqlSourceOptions {
  readonly engine: HuntEngine;
  /** Checks to look at, by case and check. */
  readonly places: readonly Place[];
  /** Keys of all of them. */
  readonly keys: number;
  readonly keying: Keying;
  readonly cancel?: Cancel;
}

class SqlSource implements LinkSource {
  readonly #o: SqlSourceOptions;
  /** Checks of the case that has most. */
  readonly #checks: number;
  readonly keying: Keying;

  constructor(o: SqlSourceOptions) {
    this.#o = o;
    this.keying = o.keying;
    const of = new Map<string, number>();
    for (const { caseId } of o.places) of.set(caseId, (of.get(caseId) ?? 0) + 1);
    this.#checks = Math.max(1, ...of.values());
  }

  /** Rows of a statement. Files of a lab may be damaged, which the engine on this machine says as it says all else. */
  async *#ask(sql: string): AsyncGenerator<readonly (readonly Cell[])[]> {
    const { engine, cancel } = this.#o;
    const stop = (): void => {
      if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    };
    stop();
    try {
      for await (const batch of engine.query(sql)) {
        stop();
        yield batch;
      }
    } catch (e) {
      if (e instanceof ContraluzError || engine.name !== "duckdb") throw e;
      throw new ContraluzError("lab-damaged", e instanceof Error ? e.message : String(e));
    }
  }

  async *shared(letters: readonly string[], most: number): AsyncGenerator<SharedKey> {
    const { engine, places, keys } = this.#o;
    if (places.length === 0) return;
    const from = engine.from("keys", { cases: places });
    const parts = Math.min(PARTS_MOST, Math.max(1, Math.ceil(keys / KEYS_AT_ONCE)));
    for (const part of partsOf(parts)) {
      let now: { readonly h: bigint; readonly letter: string; readonly cases: string[] } | undefined;
      const whole = (): boolean => now !== undefined && now.cases.length >= 2 && now.cases.length <= most;
      for await (const batch of this.#ask(sharedStatement(from, letters, most * this.#checks, part))) {
        for (const [h, letter, id] of batch) {
          if (typeof h !== "bigint" || typeof letter !== "string" || typeof id !== "string") continue;
          if (now?.h === h) {
            if (now.cases.at(-1) !== id) now.cases.push(id);
            continue;
          }
          if (whole()) yield now!;
          now = { h, letter, cases: [id] };
        }
      }
      if (whole()) yield now!;
    }
  }

  async *rows(keys: BigInt64Array): AsyncGenerator<KeyRow> {
    const { engine, places } = this.#o;
    if (places.length === 0 || keys.length === 0) return;
    const wanted = await engine.putSigns(keys);
    const from = engine.from("keys", { cases: places });
    const sql = `select h, letter, case_id, check_id, n, "rows", first_at, last_at from ${from} where h in (select h from ${wanted}) order by h, case_id, check_id`;
    for await (const batch of this.#ask(sql))
      for (const [h, letter, caseId, checkId, n, bytes, first, last] of batch) {
        if (typeof h !== "bigint" || typeof letter !== "string" || typeof n !== "number") continue;
        if (typeof caseId !== "string" || typeof checkId !== "string" || !(bytes instanceof Uint8Array)) continue;
        const rows = decodeRows(bytes, n);
        if (!rows) continue;
        const at = (v: unknown): number | null => (typeof v === "bigint" ? Number(v) : null);
        yield { h, letter, caseId, checkId, n, rows, first: at(first), last: at(last) };
      }
  }

  async records(place: Place, rows: readonly number[]): Promise<readonly SourceRecord[] | undefined> {
    const out: SourceRecord[] = [];
    if (this.#o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    try {
      for await (const batch of recordsOf(this.#o.engine, place, rows)) out.push(...batch);
    } catch (e) {
      if (e instanceof DamagedCheck) return undefined;
      throw e;
    }
    return out;
  }
}

/** The lab's checks, asked through an engine. */
export const sqlSource = (o: SqlSourceOptions): LinkSource => new SqlSource(o);
