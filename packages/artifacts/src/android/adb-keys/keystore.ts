/**
 * The store of keys that `adb` trusts, as the dump prints it: XML before Android 12, then binary XML (ABX) that was read as if it were
 * text. Bytes that are no UTF-8 became U+FFFD on the phone itself: a part of each time is lost, and what is left says when it can have been.
 *
 * ABX: `adbKey` has the attributes key (a text) and lastConnection (8 bytes, big endian, milliseconds since 1970): token 0x8f, the name
 * (0xffff and the text the first time, then its number), the bytes; then the token that ends the element, 0x33.
 * Sources: android.md 2; AOSP BinaryXmlSerializer, AdbDebuggingManager (writeKeys, dump).
 * @module
 */
import { own } from "@contraluz/core";

/** Times that are told where some bytes are lost. */
const MAX_POSSIBLE = 32;
const LOST = -1;
/** Keys are kept with their time since Android 11 (2020). */
const FIRST = 1_577_836_800_000;

/** When, as far as the bytes say: in milliseconds since 1970. */
export interface When {
  readonly exact?: number;
  /** Not earlier, not later. */
  readonly from?: number;
  readonly until?: number;
  /** Where these are all that it can be, oldest first; each of them can be later by up to `within` milliseconds. */
  readonly possible?: readonly number[];
  readonly within?: number;
}

export interface StoredKey {
  readonly key: string;
  readonly when: When;
}

const BASE64 = /[A-Za-z0-9+/=]/;

/** Where a key with its comment ends, that begins at `from`. */
function keyEnd(s: string, from: number): number {
  let i = from;
  while (i < s.length && BASE64.test(s[i]!)) i++;
  if (s[i] !== " ") return i;
  // A comment is one line of printable letters.
  while (i < s.length && s.charCodeAt(i) >= 0x20 && s[i] !== "\ufffd" && s[i] !== '"') i++;
  return i;
}

const encoder = new TextEncoder();

/** Bytes of the text; U+FFFD is one that is lost, or several. */
function unitsOf(s: string): number[] {
  const out: number[] = [];
  for (const c of s) {
    if (c === "\ufffd") out.push(LOST);
    else out.push(...encoder.encode(c));
  }
  return out;
}

/** The eight bytes, those that are lost as `LOST`; undefined where it cannot be said which ones they are. */
function eight(units: readonly number[]): number[] | undefined {
  const end = (n: number): boolean => units[n] === 0x33 && units[n + 1] === 0;
  if (end(8)) return units.slice(0, 8);
  // One mark can stand for several bytes.
  for (const n of [7, 6]) {
    const some = units.slice(0, n);
    const at = some.indexOf(LOST);
    if (!end(n) || at < 0 || some.lastIndexOf(LOST) !== at) continue;
    some.splice(at, 1, ...new Array<number>(9 - n).fill(LOST));
    return some;
  }
  return undefined;
}

/** A lost byte is none of ASCII. */
const valueOf8 = (bytes: readonly number[], lost: number): number =>
  bytes.reduce((sum, b) => sum * 256 + (b === LOST ? lost : b), 0);

/** The last three bytes count milliseconds up to 4.7 hours: what is lost of them is a width, and no other time. */
const LOW = 5;

/** What eight bytes say of a time that is not after `latest`. */
function whenOf(bytes: readonly number[], latest: number): When {
  if (!bytes.includes(LOST)) return { exact: valueOf8(bytes, 0) };
  const low = bytes.slice(LOW);
  const least = valueOf8(low, 128);
  const within = valueOf8(low, 255) - least;
  let heads: number[] = [0];
  for (const [i, b] of bytes.slice(0, LOW).entries()) {
    const next: number[] = [];
    for (const sum of heads)
      for (const v of b === LOST ? Array.from({ length: 128 }, (_, n) => n + 128) : [b]) {
        const value = sum * 256 + v;
        const scale = 256 ** (7 - i);
        // What can still become a time of this phone.
        if (value * scale <= latest && (value + 1) * scale > FIRST) next.push(value);
      }
    if (next.length > MAX_POSSIBLE) return bounds(bytes, i, next[0]!, next[next.length - 1]!, latest);
    heads = next;
  }
  const possible = heads.map((h) => h * 2 ** 24 + least).filter((t) => t >= FIRST && t <= latest);
  if (possible.length === 0) return {};
  const until = Math.min(possible[possible.length - 1]! + within, latest);
  return { from: possible[0]!, until, possible, ...(within > 0 ? { within } : {}) };
}

/** The first `i + 1` bytes lie between `low` and `high`. */
function bounds(bytes: readonly number[], i: number, low: number, high: number, latest: number): When {
  const rest = bytes.slice(i + 1);
  const scale = 256 ** rest.length;
  const from = low * scale + valueOf8(rest, 128);
  const until = high * scale + valueOf8(rest, 255);
  return { from: Math.max(from, FIRST), until: Math.min(until, latest) };
}

const NAMED = "lastConnection";

/** The time behind a key of binary XML. */
function timeAfter(s: string, at: number, latest: number): When {
  const part = s.slice(at, at + 60);
  const name = part.indexOf(NAMED);
  // Token, then the name, or its number of two bytes.
  const from = name >= 0 && name < 12 ? name + NAMED.length : 3;
  const bytes = eight(unitsOf(part.slice(from)));
  return bytes ? whenOf(bytes, latest) : {};
}

/** The time behind a key of XML. */
function timeInXml(s: string, at: number): When {
  const m = /^"\s{1,20}lastConnection="(\d{1,16})"/.exec(s.slice(at, at + 80));
  return m ? { exact: Number(m[1]) } : {};
}

/**
 * The keys in the text of a store. `latest`: when the report was made, in milliseconds since 1970.
 * @example storedKeys('<adbKey key="QAAAAA== ana@casa" lastConnection="1628501829898" />', now)
 */
export function storedKeys(s: string, latest: number): StoredKey[] {
  const binary = s.includes("ABX\0");
  const out: StoredKey[] = [];
  // A key of 2048 bits begins with its number of words, 64.
  for (let at = s.indexOf("QAAAA"); at >= 0; ) {
    const end = keyEnd(s, at);
    const key = own(s.slice(at, end)).trimEnd();
    out.push({ key, when: binary ? timeAfter(s, end, latest) : timeInXml(s, end) });
    at = s.indexOf("QAAAA", end);
  }
  return out;
}
