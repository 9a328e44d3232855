/**
 * The text form of a record: one JSON object a line. Null and undefined fields are left out, integers keep all digits.
 *
 * `{"visit":{"url":"https://…",…},"at":["2024-05-06T07:08:09.123456Z","2001s"],"values":[["url","visited",0]],
 *   "origin":[12,"history_visits",17,5,3]}`
 *
 * Written by `line.ts`; what is left out, and how it is read back: `short.ts`.
 * @module
 */
import {
  type ArtifactRecord,
  encodeJson,
  type Json,
  type Moment,
  type Origin,
  type Precision,
  parseIso,
} from "@contraluz/core";
import { encodeMoment, isMoment } from "./moment.ts";
import { expandLine } from "./short.ts";

export { encodeRecord } from "./line.ts";
export { encodeMoment, isMoment };

/** JSON text of any plain structure that may hold moments and big integers (result.json). */
export function encodeStructure(v: unknown): string {
  if (isMoment(v)) return encodeMoment(v);
  if (v === undefined || v === null || typeof v !== "object" || v instanceof Uint8Array)
    return encodeJson(v as Json | undefined);
  if (Array.isArray(v)) return `[${v.map(encodeStructure).join(",")}]`;
  const parts: string[] = [];
  for (const [k, x] of Object.entries(v)) if (x !== undefined) parts.push(`${JSON.stringify(k)}:${encodeStructure(x)}`);
  return `{${parts.join(",")}}`;
}

type Parsed = { [k: string]: unknown };

/** What `JSON.parse` would round: an integer of 16 digits or more that stands where a value does. */
const LONG = /[[:,]-?\d{16,}[,\]}]/;
const LONG_OR_STRING = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?=[,\]}])/gs;
const TAG = "\0integer";

/** JSON as this module writes it. Integers beyond 2^53 become bigints, with all their digits. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  if (!LONG.test(text)) return JSON.parse(text);
  const tagged = text.replace(LONG_OR_STRING, (m) => (m[0] === '"' ? m : `{"\\u0000integer":"${m}"}`));
  return JSON.parse(tagged, (_key, v: unknown) => {
    const digits = typeof v === "object" && v !== null ? (v as Parsed)[TAG] : undefined;
    if (typeof digits !== "string" || !/^-?\d+$/.test(digits)) return v;
    const n = Number(digits);
    return Number.isSafeInteger(n) ? n : BigInt(digits);
  });
}

const isObject = (v: unknown): v is Parsed => typeof v === "object" && v !== null;

/** A moment from its JSON form; undefined if it is none. */
export function decodeMoment(v: unknown): Moment | undefined {
  if (!isMoment(v)) return undefined;
  const p = v as unknown as Parsed;
  const utc = typeof p.utc === "string" ? parseIso(p.utc) : undefined;
  const zone = isObject(p.zone) ? (p.zone as Moment["zone"]) : undefined;
  const boot = isObject(p.boot) ? p.boot : undefined;
  const ns =
    boot && (typeof boot.ns === "bigint" || Number.isSafeInteger(boot.ns)) ? BigInt(boot.ns as number) : undefined;
  return {
    ...(utc === undefined ? {} : { utc }),
    ...(typeof p.wall === "string" ? { wall: p.wall } : {}),
    ...(boot && ns !== undefined ? { boot: { id: String(boot.id), ns } } : {}),
    seen: String(p.seen),
    ...(zone ? { zone } : {}),
    precision: p.precision as Precision,
  };
}

/** A parsed line of a file of records with all that its short forms leave out, and integers of any size whole. Throws a SyntaxError. */
export function parseLine(line: string): ReturnType<typeof expandLine> {
  return expandLine(parseJson(line));
}

const ofPast = (
  origin: Origin,
  state: NonNullable<ArtifactRecord["state"]>,
): Pick<ArtifactRecord, "origin" | "state"> => ({
  origin: { ...origin, state },
  state,
});

/** A record from one line. Throws a SyntaxError if the line is no record. */
export function decodeRecord(line: string): ArtifactRecord {
  const p = parseLine(line);
  const at = decodeMoment(p.at);
  const fields: { [k: string]: Json | Moment | undefined } = {};
  for (const [k, v] of Object.entries(p.fields)) fields[k] = decodeMoment(v) ?? (v as Json);
  return {
    kind: p.kind,
    ...(at ? { at } : {}),
    fields,
    observables: p.observables.map(([type, contact, value]) => ({ type, contact, value })),
    origin: p.origin,
    ...(p.state ? ofPast(p.origin, p.state as NonNullable<ArtifactRecord["state"]>) : {}),
  };
}
