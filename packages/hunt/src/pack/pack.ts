/** Packs a lab: the files of many checks as few large ones. @module */
import { type Cancel, ContraluzError } from "@contraluz/core";
import type { HuntEngine, LabTable } from "../engine/types.ts";
import { placeFile } from "../lab/name.ts";
import type { OpenLab } from "../lab/open.ts";
import type { LabCase } from "../lab/types.ts";
import type { ParquetFiles } from "../store/types.ts";
import { dropParts } from "./drop.ts";
import {
  byPlace,
  heldOf,
  NOTHING_PACKED,
  partFile,
  partName,
  readManifest,
  TABLES,
  writeManifest,
} from "./manifest.ts";
import { type Packable, planTable, type TablePlan } from "./plan.ts";
import type { PackedCheck, PackManifest, PackPart } from "./types.ts";

/** Bytes of a part: some 20 phones of a million records. Engines on many machines take it apart by row groups. */
export const PART_BYTES: number = 256 << 20;

/** Rows of a row group: fewer cost a reader more to find its way, more cost a point read. */
const GROUP: Readonly<Record<LabTable, number>> = { keys: 131_072, records: 32_768 };

const COLUMNS: Readonly<Record<LabTable, string>> = {
  keys: 'h, letter, n, "rows", first_at, last_at, case_id, check_id',
  records: '"row", artifact, ordinal, evidence, "at", line, case_id, check_id',
};

export interface PackInput {
  readonly lab: OpenLab;
  readonly cases: readonly LabCase[];
  /** Writes and reads: the engine on this machine. */
  readonly engine: HuntEngine & ParquetFiles;
  readonly size?: number;
  readonly cancel?: Cancel;
  readonly progress?: (done: number, of: number) => void;
}

export interface Packed {
  readonly kept: number;
  readonly made: number;
  readonly dropped: number;
  /** Checks and bytes in parts, of both tables. */
  readonly checks: number;
  readonly bytes: number;
  /** Files of checks that are damaged, and stay as they are. */
  readonly left: number;
}

/** Checks whose files are there. */
async function packable(o: PackInput, table: LabTable): Promise<Packable[]> {
  const out: Packable[] = [];
  for (const c of o.cases)
    for (const k of c.checks) {
      const ref = await o.lab.folder.ref(placeFile(table, c.id, k.check));
      if (!ref) continue;
      out.push({ check: heldOf(c.id, k, table), bytes: ref.size });
    }
  return out.sort((a, b) => byPlace(a.check, b.check));
}

/** Rows of each check, of its own file. */
async function counted(o: PackInput, table: LabTable, checks: readonly PackedCheck[]): Promise<Map<string, bigint>> {
  const out = new Map<string, bigint>();
  const from = o.engine.from(table, { cases: checks });
  for await (const batch of o.engine.query(`select case_id, check_id, count(*) from ${from} group by 1, 2`))
    for (const [caseId, checkId, n] of batch) if (typeof n === "bigint") out.set(`${caseId}/${checkId}`, n);
  return out;
}

const isWhole = (counts: ReadonlyMap<string, bigint>, c: PackedCheck): boolean =>
  (counts.get(`${c.caseId}/${c.checkId}`) ?? 0n) === BigInt(c.rows);

/** The checks whose own files can be read and hold what the lab says. */
async function whole(o: PackInput, table: LabTable, checks: readonly PackedCheck[]): Promise<readonly PackedCheck[]> {
  const all = await counted(o, table, checks).catch(() => undefined);
  if (all && checks.every((c) => isWhole(all, c))) return checks;
  const good: PackedCheck[] = [];
  for (const c of checks) {
    const one = await counted(o, table, [c]).catch(() => undefined);
    if (one && isWhole(one, c)) good.push(c);
  }
  return good;
}

/** Writes a part, and sees that all is in it. */
async function makePart(
  o: PackInput,
  table: LabTable,
  part: string,
  checks: readonly PackedCheck[],
): Promise<PackPart> {
  const name = partFile(table, part);
  // The files come in this order, and each is sorted: so the part is, by case, check and its own order.
  const rows = await o.engine.copy(
    name,
    `select ${COLUMNS[table]} from ${o.engine.from(table, { cases: checks })}`,
    GROUP[table],
  );
  const wanted = checks.reduce((n, c) => n + c.rows, 0);
  if (rows !== wanted) throw new ContraluzError("lab-damaged", `${name}: ${rows} rows of ${wanted}`);
  return { part, bytes: (await o.lab.folder.ref(name))?.size ?? 0, checks };
}

/**
 * Packs what is not packed. New parts are written beside the old; then the manifest names them, in one step; then what it names no more
 * goes. Throws ContraluzError ("lab-damaged", "cancelled").
 */
export async function packLab(o: PackInput): Promise<Packed> {
  const { lab, size = PART_BYTES } = o;
  const before = (await readManifest(lab)) ?? NOTHING_PACKED;
  const plans = {} as Record<LabTable, TablePlan>;
  for (const table of TABLES) plans[table] = planTable(before.parts[table], await packable(o, table), size);
  const total = TABLES.reduce((n, t) => n + plans[t].make.length, 0);
  let next = before.next;
  const parts: Record<LabTable, PackPart[]> = { keys: [...plans.keys.keep], records: [...plans.records.keep] };
  let [made, left] = [0, 0];
  for (const table of TABLES)
    for (const checks of plans[table].make) {
      if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
      o.progress?.(made, total);
      const good = await whole(o, table, checks);
      left += checks.length - good.length;
      if (good.length > 0) parts[table].push(await makePart(o, table, partName(next++), good));
      made++;
    }
  const after: PackManifest = { ...before, next, parts };
  const count = (m: PackManifest): number => m.parts.keys.length + m.parts.records.length;
  const kept = plans.keys.keep.length + plans.records.keep.length;
  if (made > 0 || kept < count(before)) await writeManifest(lab, after);
  await dropParts(lab, () => true);
  return {
    kept,
    made,
    dropped: count(before) - kept,
    checks: new Set(TABLES.flatMap((t) => parts[t].flatMap((p) => p.checks.map((c) => `${c.caseId}/${c.checkId}`))))
      .size,
    left,
    bytes: TABLES.reduce((n, t) => n + parts[t].reduce((m, p) => m + p.bytes, 0), 0),
  };
}
