/**
 * Reports of hunts as a lab keeps them: `hunts/0001/hunt.json`. A lab's file may be damaged, and is read as if anybody had written it.
 * @module
 */
import { ContraluzError, LEVELS } from "@contraluz/core";
import { decodeMoment, encodeStructure, isMoment, parseJson } from "@contraluz/store";
import { HUNT_SCHEMA, type HuntReport } from "./types.ts";

/** Bytes of a report: 20,000 checks with 50 findings of a few records each. */
export const MAX_REPORT: number = 512 * 1024 * 1024;

/** `0001` → `hunts/0001/hunt.json` */
export const huntFile = (hunt: string): string => `hunts/${hunt}/hunt.json`;

/** The report without a case that goes, whole before the one that has it is destroyed: where it is there it is the one that counts. */
export const nextHuntFile = (hunt: string): string => `hunts/${hunt}/next.json`;

/** The number after those that are there: `0001` where none is. */
export function nextHunt(names: readonly string[]): string {
  const last = names.reduce((n, name) => (/^\d{4,8}$/.test(name) ? Math.max(n, Number(name)) : n), 0);
  return String(last + 1).padStart(4, "0");
}

/** The text of a report: the same report gives the same bytes. */
export function huntText(report: HuntReport): string {
  return `${encodeStructure(report)}\n`;
}

type Parsed = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Parsed => typeof v === "object" && v !== null && !Array.isArray(v);
const isPlace = (v: unknown): v is Parsed =>
  isObject(v) && typeof v.caseId === "string" && typeof v.checkId === "string";

/** Turns moments of parsed JSON back into moments; `JSON.parse` bounds the depth by the stack that it shares with us. */
function revive(v: unknown): unknown {
  if (isMoment(v)) return decodeMoment(v);
  if (Array.isArray(v)) return v.map(revive);
  return isObject(v) ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, revive(x)])) : v;
}

const maybeText = (v: unknown): boolean => v === undefined || typeof v === "string";
const isWords = (v: unknown): boolean =>
  isObject(v) && ["title", "why", "otherwise", "next"].every((k) => typeof v[k] === "string");
const isSign = (v: unknown, sets: number): boolean =>
  v === null ||
  (isObject(v) &&
    typeof v.type === "string" &&
    typeof v.value === "string" &&
    Number.isSafeInteger(v.set) &&
    (v.set as number) >= 0 &&
    (v.set as number) < sets &&
    maybeText(v.campaign) &&
    maybeText(v.tlp));
const isRef = (v: unknown): boolean =>
  isObject(v) && typeof v.artifact === "string" && (v.at === undefined || isMoment(v.at));

function isFinding(v: unknown, sets: number): boolean {
  return (
    isObject(v) &&
    typeof v.id === "string" &&
    (LEVELS as readonly unknown[]).includes(v.level) &&
    typeof v.subject === "string" &&
    typeof v.count === "number" &&
    (v.rule === null || typeof v.rule === "string") &&
    isSign(v.indicator, sets) &&
    isObject(v.params) &&
    isObject(v.text) &&
    isWords(v.text.es) &&
    isWords(v.text.en) &&
    Array.isArray(v.records) &&
    v.records.every(isRef)
  );
}

/** A gap of a check; of a case nobody knows the checks. */
const isGap = (v: unknown): boolean =>
  isObject(v) &&
  typeof v.caseId === "string" &&
  maybeText(v.found) &&
  (typeof v.checkId === "string"
    ? ["keys-version", "missing", "damaged"].includes(v.why as string)
    : v.checkId === undefined && v.why === "case-damaged");
const isLost = (v: unknown): boolean => v === undefined || (Number.isSafeInteger(v) && (v as number) > 0);

function isReport(v: Parsed): boolean {
  const lists = [v.signs, v.searched, v.gaps, v.cases];
  return (
    typeof v.hunt === "string" &&
    typeof v.lab === "string" &&
    typeof v.asOf === "string" &&
    isObject(v.engine) &&
    lists.every(Array.isArray) &&
    (v.signs as unknown[]).every((s) => isObject(s) && typeof s.name === "string" && typeof s.sha256 === "string") &&
    [...(v.searched as unknown[]), ...(v.cases as unknown[])].every(isPlace) &&
    (v.gaps as unknown[]).every(isGap) &&
    (v.cases as Parsed[]).every(
      (c) =>
        maybeText(c.first) &&
        maybeText(c.last) &&
        isLost(c.lost) &&
        Array.isArray(c.findings) &&
        c.findings.every((f) => isFinding(f, (v.signs as unknown[]).length)),
    )
  );
}

/** A report from its text. Throws ContraluzError ("usage") if it is none. */
export function parseHunt(text: string): HuntReport {
  let v: unknown;
  try {
    v = parseJson(text);
    if (isObject(v) && v.schema === HUNT_SCHEMA && isReport(v)) return revive(v) as HuntReport;
  } catch (e) {
    if (!(e instanceof SyntaxError || e instanceof RangeError)) throw e;
  }
  const found = isObject(v) ? JSON.stringify(v.schema)?.slice(0, 60) : undefined;
  throw new ContraluzError(
    "usage",
    `not the report of a hunt: found ${found ?? "no JSON object"}, expected "${HUNT_SCHEMA}"`,
  );
}
