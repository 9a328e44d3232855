/**
 * Texts of addresses. The same few come again and again in a capture: what was made last for each hash is kept, so that the same address
 * gives the same text and costs nothing.
 * Sources: RFC 5952; IEEE 802 (3.1).
 * @module
 */

/** Texts that are kept, of each kind. */
const KEPT = 4096;

const keys4: Uint32Array = new Uint32Array(KEPT);
const keys6: Uint32Array = new Uint32Array(KEPT * 4);
const keysMac: Uint32Array = new Uint32Array(KEPT * 2);
const texts4: string[] = new Array(KEPT).fill("");
const texts6: string[] = new Array(KEPT).fill("");
const textsMac: string[] = new Array(KEPT).fill("");

const HEX: readonly string[] = Array.from({ length: 65_536 }, (_, n) => n.toString(16));

const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
const word = (b: Uint8Array, at: number): number =>
  ((b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!) >>> 0;
/** 12 bits. */
const mixed = (h: number): number => Math.imul(h ^ (h >>> 15), 0x9e3779b1) >>> 20;

/** The text of an address: `192.0.2.1`, `2001:db8::1` (RFC 5952). */
export function addressText(b: Uint8Array, at: number, version: 4 | 6): string {
  return version === 4 ? text4(b, at) : text6(b, at);
}

function text4(b: Uint8Array, at: number): string {
  const key = word(b, at);
  const h = mixed(key);
  if (keys4[h] === key && texts4[h] !== "") return texts4[h]!;
  keys4[h] = key;
  return (texts4[h] = `${b[at]}.${b[at + 1]}.${b[at + 2]}.${b[at + 3]}`);
}

function text6(b: Uint8Array, at: number): string {
  const [one, two, three, four] = [word(b, at), word(b, at + 4), word(b, at + 8), word(b, at + 12)];
  const h = mixed(one ^ Math.imul(two, 31) ^ Math.imul(three, 961) ^ Math.imul(four, 29_791));
  const k = 4 * h;
  const same = keys6[k] === one && keys6[k + 1] === two && keys6[k + 2] === three && keys6[k + 3] === four;
  if (same && texts6[h] !== "") return texts6[h]!;
  keys6[k] = one;
  keys6[k + 1] = two;
  keys6[k + 2] = three;
  keys6[k + 3] = four;
  return (texts6[h] = written6(b, at));
}

function written6(b: Uint8Array, at: number): string {
  let [best, longest] = [-1, 1];
  for (let i = 0; i < 8; i++) {
    let n = 0;
    while (i + n < 8 && u16(b, at + 2 * (i + n)) === 0) n++;
    if (n > longest) [best, longest] = [i, n];
    i += n;
  }
  let out = "";
  for (let i = 0; i < 8; i++) {
    if (i === best) {
      out += "::";
      i += longest - 1;
      continue;
    }
    if (out !== "" && !out.endsWith(":")) out += ":";
    out += HEX[u16(b, at + 2 * i)]!;
  }
  return out;
}

/** The text of an address of a link: `00:11:22:aa:bb:cc`. */
export function macText(b: Uint8Array, at: number): string {
  const high = (u16(b, at) << 8) | b[at + 2]!;
  const low = (u16(b, at + 3) << 8) | b[at + 5]!;
  const h = mixed(low ^ Math.imul(high, 31));
  if (keysMac[2 * h] === high && keysMac[2 * h + 1] === low && textsMac[h] !== "") return textsMac[h]!;
  keysMac[2 * h] = high;
  keysMac[2 * h + 1] = low;
  let out = "";
  for (let i = 0; i < 6; i++) out += `${i === 0 ? "" : ":"}${b[at + i]! < 16 ? "0" : ""}${b[at + i]!.toString(16)}`;
  return (textsMac[h] = out);
}
