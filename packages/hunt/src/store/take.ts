/** A stored check goes into a lab: its records as they are, its match keys beside them. @module */
import { type Cancel, ContraluzError, type Result, type Sha256 } from "@contraluz/core";
import { KEYS_VERSION } from "@contraluz/detection";
import { CATALOGUE, type Catalogue } from "@contraluz/engine";
import { stopIfCancelled } from "@contraluz/evidence";
import {
  decodeRecord,
  encodeRecord,
  lineMeets,
  type Meets,
  readLines,
  readResult,
  recordsName,
  type StoredFolder,
} from "@contraluz/store";
import { placeFile } from "../lab/name.ts";
import { keyingNeeded, type OpenLab } from "../lab/open.ts";
import type { LabCheck } from "../lab/types.ts";
import { KeyTable } from "./key-table.ts";
import { type ColumnBatch, type ParquetFiles, TABLE_COLUMNS, TABLE_GROUP } from "./types.ts";

const BATCH = 2048;
/** Rows are INTEGERs. */
const MAX_ROWS = 0x7fff_ffff;
const DAY_MS = 86_400_000;

export interface TakeIn {
  readonly lab: OpenLab;
  readonly files: ParquetFiles;
  /** `labName` of the case. */
  readonly caseId: string;
  readonly check: string;
  readonly resultSha256: Sha256;
  readonly folder: StoredFolder;
  readonly catalogue?: Catalogue;
  readonly cancel?: Cancel;
  /** Records so far. */
  readonly progress?: (records: number) => void;
}

/** The day of an ISO text, "" if it begins with none. */
const dayOf = (iso: string): string => (/^\d{4}-\d\d-\d\d/.test(iso) ? iso.slice(0, 10) : "");

const dayOfMs = (ms: number): string => {
  const d = new Date(ms);
  return Number.isNaN(d.getTime()) || d.getUTCFullYear() > 9999 || d.getUTCFullYear() < 0
    ? ""
    : d.toISOString().slice(0, 10);
};

/** Names of fields of message content, by artifact and kind: a lab keeps none of them, also where the case does. */
function contentOf(catalogue: Catalogue): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const out = new Map<string, Map<string, Set<string>>>();
  for (const a of catalogue.artifacts)
    for (const [kind, fields] of Object.entries(a.fields)) {
      const names = Object.entries(fields).flatMap(([name, doc]) => (doc.content ? [name] : []));
      if (names.length === 0) continue;
      if (!out.has(a.id)) out.set(a.id, new Map());
      out.get(a.id)!.set(kind, new Set(names));
    }
  return out;
}

/** The line of a record without these fields; the values that are compared stand in it. */
function without(line: string, of: ReadonlyMap<string, ReadonlySet<string>>): string {
  const r = decodeRecord(line);
  const names = of.get(r.kind);
  const kept = Object.entries(r.fields).filter(([name]) => !names?.has(name));
  if (kept.length === Object.keys(r.fields).length) return line;
  return encodeRecord({ ...r, fields: Object.fromEntries(kept) });
}

/** What goes by: the records of a check, and what they come to. */
class Passing {
  readonly keys = new KeyTable();
  rows = 0;
  /** Latest time of a record, not after the day of the check: clocks and hostile phones speak of years to come. */
  until = Number.NEGATIVE_INFINITY;
  readonly #most: number;

  constructor(asOf: string) {
    const ms = asOf === "" ? Number.NaN : Date.parse(`${asOf}T00:00:00Z`);
    this.#most = Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms + 2 * DAY_MS;
  }

  /** Its row. */
  add({ observables, at }: Meets): number {
    if (this.rows >= MAX_ROWS) throw new ContraluzError("usage", `more than ${MAX_ROWS} records in one check`);
    const row = this.rows++;
    this.keys.add(row, observables, at);
    if (at !== undefined && at > this.until && at < this.#most) this.until = at;
    return row;
  }
}

const damaged = (what: string): ContraluzError => new ContraluzError("case-damaged", what);

async function* batches(o: TakeIn, result: Result, passing: Passing): AsyncGenerator<ColumnBatch> {
  const catalogue = o.catalogue ?? CATALOGUE;
  const content = result.scope.content ? contentOf(catalogue) : undefined;
  let batch: [number[], string[], number[], number[], (bigint | null)[], string[]] = [[], [], [], [], [], []];
  for (const { id } of catalogue.artifacts) {
    const entry = result.records[id];
    if (!entry || entry.count === 0) continue;
    if (entry.file !== recordsName(id)) throw damaged(`not a name of records: ${entry.file.slice(0, 80)}`);
    const secret = content?.get(id);
    const source = await o.folder.read(entry.file);
    let count = 0;
    try {
      for await (const { first, lines } of readLines(source)) {
        stopIfCancelled(o.cancel);
        for (const [i, line] of lines.entries()) {
          const meets = lineMeets(line);
          batch[0].push(passing.add(meets));
          batch[1].push(id);
          batch[2].push(first + i);
          batch[3].push(result.files[meets.file]?.evidence ?? 0);
          batch[4].push(meets.at === undefined ? null : BigInt(meets.at));
          batch[5].push(secret ? without(line, secret) : line);
          if (batch[0].length < BATCH) continue;
          yield batch;
          batch = [[], [], [], [], [], []];
          o.progress?.(passing.rows);
        }
        count += lines.length;
      }
    } catch (e) {
      if (e instanceof SyntaxError) throw damaged(`${entry.file}, line ${count + 1}: ${e.message.slice(0, 80)}`);
      throw e;
    } finally {
      await source.close?.();
    }
    if (count !== entry.count) throw damaged(`${entry.file}: found ${count} records, expected ${entry.count}`);
  }
  if (batch[0].length > 0) yield batch;
}

/**
 * Writes the records and keys of a check into a lab. It is in the lab when `cases/<case>.json` names it, which is the caller's to write;
 * until then it is what a crash would leave. Records of artifacts that the catalogue does not know are left out, as by a re-check.
 */
export async function takeCheck(o: TakeIn): Promise<LabCheck> {
  const keying = keyingNeeded(o.lab);
  const result = await readResult(o.folder);
  const asOf = dayOf(result.asOf);
  const passing = new Passing(asOf);
  const file = (table: "keys" | "records"): string => placeFile(table, o.caseId, o.check);
  await o.files.write(file("records"), TABLE_COLUMNS.records, batches(o, result, passing), TABLE_GROUP.records);
  const keys = passing.keys.size;
  await o.files.write(file("keys"), TABLE_COLUMNS.keys, passing.keys.batches(keying), TABLE_GROUP.keys);
  return {
    check: o.check,
    resultSha256: o.resultSha256,
    asOf,
    until: dayOfMs(passing.until),
    evidence: result.evidence.map(({ id, acquisition: { device: _, ...acquisition } }) => ({ id, acquisition })),
    // What the person recognises, and their country, answer questions of rules, which a hunt does not ask.
    context: { asOf: result.context.asOf, custody: result.context.custody, known: [] },
    records: passing.rows,
    keys,
    keysVersion: KEYS_VERSION,
  };
}
