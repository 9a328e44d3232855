/** Match keys of stored records, made again: the function that makes keys is another one since (`KEYS_VERSION`). @module */
import { type Cancel, ContraluzError } from "@contraluz/core";
import { KEYS_VERSION } from "@contraluz/detection";
import { stopIfCancelled } from "@contraluz/evidence";
import { lineMeets } from "@contraluz/store";
import type { HuntEngine, Place } from "../engine/types.ts";
import { placeFile } from "../lab/name.ts";
import { keyingNeeded, type OpenLab, readCases, writeCase } from "../lab/open.ts";
import type { LabCase, LabCheck } from "../lab/types.ts";
import { KeyTable } from "./key-table.ts";
import { type ParquetFiles, TABLE_COLUMNS, TABLE_GROUP } from "./types.ts";

export interface RebuildIn {
  readonly lab: OpenLab;
  readonly engine: HuntEngine;
  readonly files: ParquetFiles;
  readonly cancel?: Cancel;
  /** Told before each check. */
  readonly progress?: (done: number, of: number) => void;
}

export interface Rebuilt {
  readonly checks: readonly Place[];
  /** Checks whose records cannot be read: their keys stay as they are, and a hunt says so. */
  readonly damaged: readonly Place[];
}

const isOld = (c: LabCheck): boolean => c.keysVersion !== KEYS_VERSION;

async function keysOf(o: RebuildIn, place: Place, records: number): Promise<KeyTable> {
  const table = new KeyTable();
  let next = 0;
  const sql = `select "row", line from ${o.engine.from("records", { place })} order by "row"`;
  for await (const batch of o.engine.query(sql)) {
    stopIfCancelled(o.cancel);
    for (const [row, line] of batch) {
      if (row !== next || typeof line !== "string") throw new SyntaxError("rows are missing");
      const { observables, at } = lineMeets(line);
      table.add(next++, observables, at);
    }
  }
  if (next !== records) throw new SyntaxError("rows are missing");
  return table;
}

/** Makes the keys of checks again that are of another version. */
export async function rebuildKeys(o: RebuildIn): Promise<Rebuilt> {
  const { lab } = o;
  const { cases } = await readCases(lab);
  const of = cases.flatMap((c) => c.checks.filter(isOld)).length;
  const checks: Place[] = [];
  const damaged: Place[] = [];
  if (of === 0) return { checks, damaged };
  const keying = keyingNeeded(lab);
  for (const c of cases) {
    let now: LabCase = c;
    for (const check of c.checks.filter(isOld)) {
      const place = { caseId: c.id, checkId: check.check };
      o.progress?.(checks.length + damaged.length, of);
      let table: KeyTable;
      try {
        table = await keysOf(o, place, check.records);
      } catch (e) {
        if (o.cancel?.aborted || (e instanceof ContraluzError && e.code !== "usage")) throw e;
        damaged.push(place);
        continue;
      }
      const { size } = table;
      const name = placeFile("keys", c.id, check.check);
      await o.files.write(name, TABLE_COLUMNS.keys, table.batches(keying), TABLE_GROUP.keys);
      now = {
        ...now,
        checks: now.checks.map((k) => (k.check === check.check ? { ...k, keys: size, keysVersion: KEYS_VERSION } : k)),
      };
      await writeCase(lab, now);
      checks.push(place);
    }
  }
  return { checks, damaged };
}
