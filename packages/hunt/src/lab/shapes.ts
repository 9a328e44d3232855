/** Files of a lab, read: whoever can write to the folder may have written them. @module */
import { LAB_CASE_SCHEMA, LAB_SCHEMA, type LabCase, type LabCheck, type LabHead } from "./types.ts";

const ID = /^[0-9a-f]{16}$/;
const CHECK = /^\d{4,8}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const SHA256 = /^[0-9a-f]{64}$/;
const MAC = /^[0-9a-f]{32}$/;
/** Checks of one case, and evidence of one check. */
const CHECKS = 10_000;
const EVIDENCE = 1000;
/** Of a consent; more than its form takes. */
const RECIPIENTS = 1000;

type Obj = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Obj => typeof v === "object" && v !== null && !Array.isArray(v);
const like = (v: unknown, form: RegExp): v is string => typeof v === "string" && form.test(v);
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;
const isList = (v: unknown, most: number): v is readonly unknown[] => Array.isArray(v) && v.length <= most;

/** `lab.json`; undefined if it is none. */
export function headOf(v: unknown): LabHead | undefined {
  if (!isObject(v)) return undefined;
  const { schema, id, created, layout, keysVersion, keyed } = v;
  if (schema !== LAB_SCHEMA || !like(id, ID) || !like(created, DAY) || !isCount(layout) || !isCount(keysVersion))
    return undefined;
  const head = { schema: LAB_SCHEMA, id, created, layout, keysVersion } as const;
  if (keyed === undefined) return head;
  if (!isObject(keyed) || !like(keyed.check, MAC)) return undefined;
  return { ...head, keyed: { check: keyed.check } };
}

const isPair = (v: unknown): boolean => isList(v, 2) && v.length === 2 && v.every((x) => typeof x === "string");

/** What of a context a re-check reads; the rest of it was written by the engine and is passed on. */
function isContext(v: unknown): boolean {
  if (!isObject(v) || typeof v.asOf !== "string") return false;
  if (!isList(v.custody, 10_000) || !v.custody.every(isPair)) return false;
  return isList(v.known, 100_000) && v.known.every((x) => typeof x === "string");
}

const isOffset = (v: unknown): boolean => isObject(v) && typeof v.from === "string" && Number.isSafeInteger(v.minutes);

/** By which clock windows are read; the rest of it is passed on. */
function isAcquisition(v: unknown): boolean {
  if (!isObject(v) || (v.zone !== undefined && typeof v.zone !== "string")) return false;
  return v.offsets === undefined || (isList(v.offsets, 100_000) && v.offsets.every(isOffset));
}

function isCheck(v: unknown): v is LabCheck {
  if (!isObject(v)) return false;
  return (
    like(v.check, CHECK) &&
    like(v.resultSha256, SHA256) &&
    (v.asOf === "" || like(v.asOf, DAY)) &&
    (v.until === "" || like(v.until, DAY)) &&
    isList(v.evidence, EVIDENCE) &&
    v.evidence.every((e) => isObject(e) && like(e.id, SHA256) && isAcquisition(e.acquisition)) &&
    isContext(v.context) &&
    isCount(v.records) &&
    isCount(v.keys) &&
    isCount(v.keysVersion)
  );
}

function isLeave(v: unknown): boolean {
  if (!isObject(v) || typeof v.public !== "boolean") return false;
  return [v.indicators, v.records].every((l) => isList(l, RECIPIENTS) && l.every((x) => like(x, ID)));
}

/** A file of `cases/`; undefined if it is none. */
export function caseOf(v: unknown): LabCase | undefined {
  if (!isObject(v)) return undefined;
  const { schema, id, path, added, entries, keepUntil, leave, checks } = v;
  const ok =
    schema === LAB_CASE_SCHEMA &&
    like(id, ID) &&
    (path === undefined || typeof path === "string") &&
    like(added, DAY) &&
    (entries === undefined || isCount(entries)) &&
    (keepUntil === undefined || like(keepUntil, DAY)) &&
    (leave === undefined || isLeave(leave)) &&
    isList(checks, CHECKS) &&
    checks.every(isCheck);
  return ok ? (v as unknown as LabCase) : undefined;
}
