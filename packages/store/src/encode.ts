/**
 * The text form of a record: one JSON object a line. Null and undefined fields are left out, integers keep all digits.
 *
 * `{"visit":{"url":"https://…",…},"at":["2024-05-06T07:08:09.123456Z","2001s"],"observables":[["url","visited",0]],
 *   "origin":[12,"history_visits",17,5,3]}`
 *
 * What is left out, and how it is read back: `short.ts`.
 * @module
 */
import {
  type ArtifactRecord,
  encodeJson,
  isoUtc,
  type Json,
  type Moment,
  type Origin,
  type Precision,
  parseIso,
} from "@contraluz/core";
import { expandLine, looksShort, shortMoment, shortOrigin, Texts } from "./short.ts";

/** JSON text of a moment; instants are written as ISO 8601 with the decimals that their precision carries. */
export function encodeMoment(m: Moment): string {
  let s = "{";
  if (m.utc !== undefined) s += `"utc":"${isoUtc(m.utc, m.precision)}",`;
  if (m.wall !== undefined) s += `"wall":${JSON.stringify(m.wall)},`;
  if (m.boot) s += `"boot":{"id":${JSON.stringify(m.boot.id)},"ns":${m.boot.ns}},`;
  s += `"seen":${JSON.stringify(m.seen)},`;
  if (m.zone) s += `"zone":{"name":${JSON.stringify(m.zone.name)},"from":"${m.zone.from}"},`;
  return `${s}"precision":"${m.precision}"}`;
}

/** True for a field that holds a moment: no other value has these two keys. */
export function isMoment(v: unknown): v is Moment {
  return typeof v === "object" && v !== null && "seen" in v && "precision" in v && !(v instanceof Uint8Array);
}

function encodeOrigin(o: Origin): string {
  const short = shortOrigin(o);
  if (short !== undefined) return short;
  // Whether a row was deleted is said by the record itself.
  return `{"file":${o.file},"at":${encodeJson(o.at as { [k: string]: Json })}}`;
}

/** Moments of a line in their short form where they have one. */
const moment = (m: Moment): string => shortMoment(m) ?? encodeMoment(m);

const texts = new Texts();

/** One line, without the line feed. */
export function encodeRecord(r: ArtifactRecord): string {
  let s = `{"${r.kind}":{`;
  texts.clear();
  let first = true;
  for (const k in r.fields) {
    const v = r.fields[k];
    if (v === undefined || v === null) continue;
    s += `${first ? "" : ","}"${k}":`;
    first = false;
    texts.add(v);
    if (typeof v === "string") s += JSON.stringify(v);
    else if (isMoment(v)) s += moment(v);
    else s += looksShort(v) ? `{"list":${encodeJson(v as Json)}}` : encodeJson(v as Json);
  }
  s += "}";
  if (r.at) s += `,"at":${moment(r.at)}`;
  if (r.observables.length > 0) {
    s += ',"observables":[';
    let i = 0;
    for (const o of r.observables) s += `${i++ > 0 ? "," : ""}["${o.type}","${o.contact}",${texts.point(o.value)}]`;
    s += "]";
  }
  s += `,"origin":${encodeOrigin(r.origin)}`;
  if (r.state) s += `,"state":"${r.state}"`;
  return `${s}}`;
}

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

/** A moment from its JSON form; undefined if it is none. */
export function decodeMoment(v: unknown): Moment | undefined {
  if (!isMoment(v)) return undefined;
  const p = v as unknown as Parsed;
  const utc = typeof p.utc === "string" ? parseIso(p.utc) : undefined;
  const zone = p.zone as Moment["zone"] | undefined;
  const boot = p.boot as { id: string; ns: number } | undefined;
  return {
    ...(utc === undefined ? {} : { utc }),
    ...(typeof p.wall === "string" ? { wall: p.wall } : {}),
    ...(boot ? { boot: { id: boot.id, ns: BigInt(boot.ns) } } : {}),
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
