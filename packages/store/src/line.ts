/**
 * Writes records as lines of JSON in their short forms (`short.ts` says what they leave out and why, and reads them).
 * @module
 */
import { type ArtifactRecord, isoUtc, type Json, type Moment, nanosOf, type Origin, secondsOf } from "@contraluz/core";
import { JsonBytes } from "./bytes.ts";
import { encodeMoment, isMoment } from "./moment.ts";
import { DECIMALS_OF, isYearOfSeconds, looksShort, YEARS } from "./short.ts";

/** The whole number that `text[0, end)` writes in its shortest form, or -1: no leading zero, digits alone, at most 12. */
function wholeOf(text: string, end: number): number {
  if (end < 1 || end > 12 || text.charCodeAt(0) === 0x30) return -1;
  let n = 0;
  for (let i = 0; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** The year from which a count of seconds leads to `seconds` since 1970, or 0. */
function yearOf(count: number, seconds: number): number {
  if (count >= 1) for (const [year, before] of YEARS) if (count === seconds + before) return year;
  return 0;
}

/** The number that `text[from, from + count)` writes with digits alone, or -1. */
function decimalsAt(text: string, from: number, count: number): number {
  let n = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    n = n * 10 + digit;
  }
  return n;
}

/** If `seen` counts seconds with decimals from a year: that year, and 0 otherwise. `dot`: where its decimal point is. */
function yearOfSeconds(seen: string, dot: number, seconds: number, ns: number): number {
  const places = seen.length - dot - 1;
  if (places < 1 || places > 9) return 0;
  const decimals = decimalsAt(seen, dot + 1, places);
  if (decimals < 0) return 0;
  const whole = wholeOf(seen, dot);
  const year = yearOf(whole, seconds);
  if (year === 0) return 0;
  // Whole microseconds, which no double of this size is off by half of.
  if (whole < 2 ** 32 && places === 6) return decimals * 1000 === ns ? year : 0;
  if (whole < 2 ** 32 && places === 9 && decimals % 1000 === 0) return decimals === ns ? year : 0;
  // As `macSeconds` and `unixSeconds` round them.
  return Math.round((Number(seen) - whole) * 1e6) * 1000 === ns ? year : 0;
}

/** If `seen` counts whole units of the precision from a year: that year, and 0 otherwise. */
function yearOfUnits(seen: string, decimals: number, seconds: number, ns: number): number {
  const split = seen.length - decimals;
  if (split < 1) return 0;
  const rest = decimals === 9 ? ns : decimals === 6 ? ns / 1000 : ns / 1_000_000;
  if (decimals > 0 && decimalsAt(seen, split, decimals) !== Math.floor(rest)) return 0;
  return yearOf(wholeOf(seen, split), seconds);
}

let lastDay = Number.NaN;
let lastDate = "";

/** `["2024-05-06T07:08:09` of an instant. */
function writeInstant(out: JsonBytes, utc: bigint, seconds: number): void {
  const day = Math.floor(seconds / 86_400);
  if (day !== lastDay) {
    lastDate = `["${isoUtc(utc, "day").slice(0, 10)}T`;
    lastDay = day;
  }
  out.ascii(lastDate);
  const t = seconds - day * 86_400;
  const hour = Math.floor(t / 3600);
  const minute = Math.floor((t - hour * 3600) / 60);
  out.digits(hour, 2);
  out.byte(0x3a);
  out.digits(minute, 2);
  out.byte(0x3a);
  out.digits(t % 60, 2);
}

/** Years of four digits only: 0 to 9999. */
const LAST_SECOND = 253_402_300_799;

function writeMoment(out: JsonBytes, m: Moment): void {
  const { utc, seen } = m;
  const decimals = DECIMALS_OF[m.precision];
  const more = utc === undefined || m.wall !== undefined || m.boot !== undefined || m.zone !== undefined;
  if (more || decimals === undefined || utc < 0n || isYearOfSeconds(seen)) {
    out.text(encodeMoment(m));
    return;
  }
  const seconds = secondsOf(utc);
  if (seconds > LAST_SECOND) {
    out.text(encodeMoment(m));
    return;
  }
  const ns = nanosOf(utc, seconds);
  writeInstant(out, utc, seconds);
  const dot = decimals === 6 ? seen.indexOf(".") : -1;
  const counted = dot > 0 && dot <= 11 ? yearOfSeconds(seen, dot, seconds, ns) : 0;
  if (counted !== 0) {
    out.ascii(seen, dot);
    out.ascii('Z","');
    out.number(counted);
    out.ascii('s"]');
    return;
  }
  if (decimals > 0) {
    out.byte(0x2e);
    out.digits(Math.floor(decimals === 9 ? ns : decimals === 6 ? ns / 1000 : ns / 1_000_000), decimals);
  }
  out.ascii('Z",');
  const year = yearOfUnits(seen, decimals, seconds, ns);
  if (year !== 0) out.number(year);
  else out.string(seen);
  out.byte(0x5d);
}

function writeWhole(out: JsonBytes, v: number | bigint): void {
  if (typeof v === "number") out.number(v);
  else out.ascii(String(v));
}

function writeOrigin(out: JsonBytes, o: Origin): void {
  const at = o.at;
  if ("table" in at && at.row !== undefined) {
    let keys = 0;
    for (const _ in at) keys++;
    const placed = keys === 4 && at.page !== undefined && at.cell !== undefined;
    if (placed || keys === 2) {
      out.byte(0x5b);
      out.number(o.file);
      out.byte(0x2c);
      out.string(at.table);
      out.byte(0x2c);
      writeWhole(out, at.row);
      if (placed) {
        out.byte(0x2c);
        out.number(at.page!);
        out.byte(0x2c);
        out.number(at.cell!);
      }
      out.byte(0x5d);
      return;
    }
  }
  // Whether a row was deleted is said by the record itself.
  out.ascii('{"file":');
  out.ascii(String(o.file));
  if ("packet" in at) {
    out.ascii(',"at":{"packet":');
    out.number(at.packet);
    out.ascii(',"offset":');
    out.number(at.offset);
    out.ascii("}}");
    return;
  }
  out.ascii(',"at":');
  out.json(at as { [k: string]: Json });
  out.byte(0x7d);
}

/** The texts of a line's fields in their order, to point at. Used again for each line. */
class Texts {
  #count = 0;
  readonly #texts: (string | readonly unknown[] | undefined)[] = [];
  /** Where the search in a list begins: observables come in the order of the list that they come from. */
  readonly #next: number[] = [];

  clear(): void {
    this.#count = 0;
  }

  /** The next field of the line. */
  add(value: unknown): void {
    this.#texts[this.#count] = typeof value === "string" || Array.isArray(value) ? value : undefined;
    this.#next[this.#count++] = 0;
  }

  /** Writes a value of an observable: where it stands, or itself. */
  point(out: JsonBytes, value: string): void {
    for (let i = 0; i < this.#count; i++) {
      const t = this.#texts[i];
      if (t === undefined) continue;
      if (typeof t === "string") {
        if (t === value) {
          out.number(i);
          return;
        }
        continue;
      }
      const k = this.#next[i]!;
      if (t[k] === value) {
        this.#next[i] = k + 1;
        out.byte(0x5b);
        out.number(i);
        out.byte(0x2c);
        out.number(k);
        out.byte(0x5d);
        return;
      }
    }
    out.string(value);
  }
}

const texts = new Texts();

function writeValue(out: JsonBytes, v: Json | Moment): void {
  if (typeof v === "string") out.string(v);
  else if (typeof v !== "object") out.json(v);
  else if (isMoment(v)) writeMoment(out, v);
  else if (looksShort(v)) {
    out.ascii('{"list":');
    out.json(v as Json);
    out.byte(0x7d);
  } else out.json(v as Json);
}

/** One line, without the line feed. */
export function writeRecord(out: JsonBytes, r: ArtifactRecord): void {
  out.ascii('{"');
  out.ascii(r.kind);
  out.ascii('":{');
  texts.clear();
  let first = true;
  for (const k in r.fields) {
    const v = r.fields[k];
    if (v === undefined || v === null) continue;
    out.ascii(first ? '"' : ',"');
    first = false;
    out.ascii(k);
    out.ascii('":');
    texts.add(v);
    writeValue(out, v);
  }
  out.byte(0x7d);
  if (r.at) {
    out.ascii(',"at":');
    writeMoment(out, r.at);
  }
  const { observables } = r;
  if (observables.length > 0) {
    for (let i = 0; i < observables.length; i++) {
      const o = observables[i]!;
      out.ascii(i === 0 ? ',"values":[["' : ',["');
      out.ascii(o.type);
      out.ascii('","');
      out.ascii(o.contact);
      out.ascii('",');
      texts.point(out, o.value);
      out.byte(0x5d);
    }
    out.byte(0x5d);
  }
  out.ascii(',"origin":');
  writeOrigin(out, r.origin);
  if (r.state) {
    out.ascii(',"state":"');
    out.ascii(r.state);
    out.byte(0x22);
  }
  out.byte(0x7d);
}

const scratch = new JsonBytes(new Uint8Array(4096));
const decoder = new TextDecoder();

/** One line as text, without the line feed. */
export function encodeRecord(r: ArtifactRecord): string {
  scratch.length = 0;
  writeRecord(scratch, r);
  return decoder.decode(scratch.bytes.subarray(0, scratch.length));
}
