/**
 * Two labs compare what links their cases, under a secret that both have. A lab hands over hashes of values, not values: of published signs that
 * it met, and of rare values that two of its phones or more have in common. Values of one phone alone, links with their path, names of files
 * and processes, and all that says who knows whom never go.
 *
 * The file: `CTLZKEY1`; 16 bytes that say whether the secret is the same one; the number of keys, 4 bytes, the greatest first; the keys, 8
 * bytes each, ascending. A key is the first 64 bits of HMAC-SHA-256(secret, `contraluz/compare@1`, line feed, text of the match key). Keys of
 * nothing fill it up to a round number (a power of two, 1,024 at least): they are the same each time, so that two files of one lab do not give
 * them away.
 *
 * What that tells: decision 55 and the guide say it in full.
 * @module
 */
import { ContraluzError } from "@contraluz/core";
import { indicatorKey } from "@contraluz/detection/indicators/keys.ts";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { CampaignReport } from "../links/types.ts";
import type { MetByMany } from "./types.ts";

const MAGIC = "CTLZKEY1";
const HEAD = 28;
const LEAST = 1024;
/** Keys of a file: 32 MB. */
const MOST = 1 << 22;
export const COMPARE_FILE_MOST: number = HEAD + MOST * 8;

/** Kinds of values that are compared. */
const LETTERS: ReadonlySet<string> = new Set(["c", "d", "h", "i", "j", "k", "m"]);

/** A value that can be compared: the text of its match key, and how many of our phones have it. */
export interface Comparable {
  readonly text: string;
  readonly phones: number;
  readonly sign: boolean;
}

/** What of a lab is compared, by the text of its key. `links` and `met` must be of cases alone whose records the other lab may have. */
export function comparables(links: CampaignReport, met: readonly MetByMany[]): Comparable[] {
  const out = new Map<string, Comparable>();
  const add = (text: string, phones: number, sign: boolean): void => {
    const before = out.get(text);
    if (LETTERS.has(text[0]!))
      out.set(text, {
        text,
        phones: Math.max(phones, before?.phones ?? 0),
        sign: sign || before?.sign === true,
      });
  };
  for (const s of met) add(indicatorKey(s.indicator), s.phones, true);
  for (const link of [...links.campaigns.flatMap((c) => c.links), ...links.between])
    for (const e of link.evidence) if (!e.sign) add(`${e.letter}:${e.value}`, e.phones, false);
  return [...out.values()].sort((x, y) => (x.text < y.text ? -1 : 1));
}

const encoder = new TextEncoder();
const first64 = (mac: Uint8Array): bigint => new DataView(mac.buffer, mac.byteOffset).getBigUint64(0);

/** The key of a value under a secret. */
export function comparedKey(secret: Uint8Array, text: string): bigint {
  return first64(hmac(sha256, secret, encoder.encode(`contraluz/compare@1\n${text}`)));
}

const checkOf = (secret: Uint8Array): Uint8Array =>
  hmac(sha256, secret, encoder.encode("contraluz/compare-check@1")).subarray(0, 16);

/** Keys of nothing: who has the secret cannot tell them from others, since the name of a lab is known to it alone. */
function* padding(secret: Uint8Array, lab: string): Generator<bigint> {
  const own = hmac(sha256, secret, encoder.encode(`contraluz/compare-padding@1\n${lab}`));
  for (let i = 0; ; i++) yield first64(hmac(sha256, own, encoder.encode(String(i))));
}

/** The file for the other lab. Throws ContraluzError ("usage") if there is too much of it. */
export function compareFile(of: readonly Comparable[], secret: Uint8Array, lab: string): Uint8Array {
  const keys = new Set(of.map((c) => comparedKey(secret, c.text)));
  if (keys.size > MOST) throw new ContraluzError("usage", `${keys.size} keys; at most ${MOST}`);
  let size = LEAST;
  while (size < keys.size) size *= 2;
  for (const k of padding(secret, lab)) {
    if (keys.size >= size) break;
    keys.add(k);
  }
  const bytes = new Uint8Array(HEAD + size * 8);
  bytes.set(encoder.encode(MAGIC));
  bytes.set(checkOf(secret), 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(24, size);
  [...BigUint64Array.from(keys).sort()].forEach((k, i) => {
    view.setBigUint64(HEAD + i * 8, k);
  });
  return bytes;
}

/** Keys of another lab's file. Throws ContraluzError: "usage" (no such file), "lab-secret" (another secret). */
export function readCompareFile(bytes: Uint8Array, secret: Uint8Array): BigUint64Array {
  const bad = (what: string): ContraluzError => new ContraluzError("usage", `not a file of keys: ${what}`);
  if (bytes.length < HEAD || new TextDecoder("latin1").decode(bytes.subarray(0, 8)) !== MAGIC)
    throw bad("its beginning");
  const check = checkOf(secret);
  if (!check.every((b, i) => b === bytes[8 + i])) throw new ContraluzError("lab-secret", "another secret");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const n = view.getUint32(24);
  if (n > MOST || bytes.length !== HEAD + n * 8) throw bad(`${n} keys in ${bytes.length} bytes`);
  const out = new BigUint64Array(n);
  for (let i = 0; i < n; i++) {
    out[i] = view.getBigUint64(HEAD + i * 8);
    if (i > 0 && out[i]! <= out[i - 1]!) throw bad(`key ${i} is out of order`);
  }
  return out;
}

/** What two labs have in common; `theirs`: the rounded number of keys of the other one. */
export interface Compared {
  readonly ours: number;
  readonly theirs: number;
  readonly shared: readonly Comparable[];
}

export function compareWith(of: readonly Comparable[], theirs: BigUint64Array, secret: Uint8Array): Compared {
  const known = new Set(theirs);
  return {
    ours: of.length,
    theirs: theirs.length,
    shared: of.filter((c) => known.has(comparedKey(secret, c.text))),
  };
}
