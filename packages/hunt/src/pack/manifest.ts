/** `packed/manifest.json`: read as if anybody had written it, written whole or not at all. @module */
import { byCodeUnit, ContraluzError } from "@contraluz/core";
import type { LabTable } from "../engine/types.ts";
import { readJson, writeJson } from "../lab/json.ts";
import type { Lab, OpenLab } from "../lab/open.ts";
import type { LabCheck } from "../lab/types.ts";
import { PACK_SCHEMA, type PackedCheck, type PackManifest, type PackPart } from "./types.ts";

const FILE = "packed/manifest.json";
export const TABLES: readonly LabTable[] = ["keys", "records"];
/** A million checks. */
const MOST = 512 << 20;
const PARTS = 1_000_000;

export const partName = (n: number): string => String(n).padStart(6, "0");
/** Folder of a part, and its file. */
export const partFolder = (table: LabTable, part: string): string => `packed/${table}/part=${part}`;
export const partFile = (table: LabTable, part: string): string => `${partFolder(table, part)}/${table}.parquet`;

type Obj = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Obj => typeof v === "object" && v !== null && !Array.isArray(v);
const like = (v: unknown, form: RegExp): boolean => typeof v === "string" && form.test(v);
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;

function isHeld(v: unknown): v is PackedCheck {
  return (
    isObject(v) &&
    like(v.caseId, /^[0-9a-f]{16}$/) &&
    like(v.checkId, /^\d{4,8}$/) &&
    like(v.resultSha256, /^[0-9a-f]{64}$/) &&
    isCount(v.keysVersion) &&
    isCount(v.rows)
  );
}

/** Parts of a table in which no check is named twice: its rows would count twice. */
function isParts(v: unknown, next: number): v is readonly PackPart[] {
  if (!Array.isArray(v) || v.length > PARTS) return false;
  const names = new Set<string>();
  const held = new Set<string>();
  for (const p of v as readonly unknown[]) {
    if (!isObject(p) || !like(p.part, /^\d{6,9}$/) || Number(p.part) >= next || names.has(p.part as string))
      return false;
    if (!isCount(p.bytes) || !Array.isArray(p.checks) || p.checks.length === 0) return false;
    names.add(p.part as string);
    for (const c of p.checks as readonly unknown[]) {
      if (!isHeld(c) || held.has(`${c.caseId}/${c.checkId}`)) return false;
      held.add(`${c.caseId}/${c.checkId}`);
    }
  }
  return true;
}

/** What is packed; undefined where nothing is. Throws ContraluzError ("lab-damaged"). */
export async function readManifest(lab: Pick<Lab, "folder">): Promise<PackManifest | undefined> {
  const v = await readJson(lab.folder, FILE, MOST);
  if (v === undefined) return undefined;
  const ok =
    isObject(v) &&
    v.schema === PACK_SCHEMA &&
    isCount(v.next) &&
    isObject(v.parts) &&
    isParts(v.parts.keys, v.next) &&
    isParts(v.parts.records, v.next);
  if (!ok) throw new ContraluzError("lab-damaged", `${FILE}: not what a lab writes`);
  return v as unknown as PackManifest;
}

export function writeManifest(lab: Pick<OpenLab, "folder">, m: PackManifest): Promise<void> {
  return writeJson(lab.folder, FILE, m);
}

export const NOTHING_PACKED: PackManifest = { schema: PACK_SCHEMA, next: 1, parts: { keys: [], records: [] } };

/** A check as it would be packed now. */
export function heldOf(caseId: string, c: LabCheck, table: LabTable): PackedCheck {
  const { check: checkId, resultSha256, keysVersion } = c;
  return { caseId, checkId, resultSha256, keysVersion, rows: c[table] };
}

/** True if a part was made from this check as it is now. */
export function isCurrent(p: PackedCheck, now: PackedCheck): boolean {
  return p.resultSha256 === now.resultSha256 && p.keysVersion === now.keysVersion && p.rows === now.rows;
}

export function byPlace(
  a: { readonly caseId: string; readonly checkId: string },
  b: { readonly caseId: string; readonly checkId: string },
): number {
  return byCodeUnit(a.caseId, b.caseId) || byCodeUnit(a.checkId, b.checkId);
}
