/**
 * What a network of 802.11 says of itself in its beacons: name, channel, how it encrypts.
 * Sources: IEEE 802.11-2020, 9.3.3.3, 9.4.2.2 (name), 9.4.2.4 (channel), 9.4.2.25 (RSN: suites and ways of proof); the WPA element of Microsoft.
 * @module
 */

export type Security = "open" | "owe" | "wep" | "wpa" | "wpa2" | "wpa3";

export interface WifiNetwork {
  /** Left out where it is hidden. */
  readonly name?: string;
  readonly channel?: number;
  readonly security: Security;
}

/** Elements of one frame. */
const MAX_ELEMENTS = 200;
const [NAME, CHANNEL, RSN, VENDOR, HT] = [0, 3, 48, 221, 61];
const PRIVACY = 0x10;

/** Ways of proof of an RSN element: `00-0F-AC` and a number; 8 and 24 are SAE, 18 OWE. */
function byProof(b: Uint8Array, start: number, end: number): Security {
  let at = start + 6;
  if (at + 2 > end) return "wpa2";
  at += 2 + 4 * (b[at]! | (b[at + 1]! << 8));
  if (at + 2 > end) return "wpa2";
  const many = Math.min(b[at]! | (b[at + 1]! << 8), 16);
  let best: Security | undefined;
  for (let i = 0; i < many; i++) {
    const of = at + 2 + 4 * i;
    if (of + 4 > end) break;
    const proof = b[of + 3]!;
    // Who accepts the older way, too, is as strong as that.
    if (proof === 18) best ??= "owe";
    else if (proof === 8 || proof === 24 || proof === 9 || proof === 25) best ??= "wpa3";
    else best = "wpa2";
  }
  return best ?? "wpa2";
}

function nameOf(b: Uint8Array, start: number, end: number): string | undefined {
  let hidden = true;
  for (let i = start; i < end; i++) if (b[i] !== 0) hidden = false;
  return hidden ? undefined : new TextDecoder().decode(b.subarray(start, end));
}

/**
 * Reads the body of a beacon or of an answer to a search (`hello`), or of a search. Undefined if it is cut before its first element.
 */
export function readNetwork(
  b: Uint8Array,
  start: number,
  end: number,
  kind: "hello" | "search",
): WifiNetwork | undefined {
  let at = kind === "hello" ? start + 12 : start;
  if (at > end) return undefined;
  const private_ = kind === "hello" && (b[start + 10]! & PRIVACY) !== 0;
  let name: string | undefined;
  let channel: number | undefined;
  let security: Security | undefined;
  for (let n = 0; n < MAX_ELEMENTS && at + 2 <= end; n++) {
    const [id, from] = [b[at]!, at + 2];
    const to = from + b[at + 1]!;
    if (to > end) break;
    if (id === NAME && to - from <= 32) name ??= nameOf(b, from, to);
    else if ((id === CHANNEL || id === HT) && to > from) channel ??= b[from]!;
    else if (id === RSN) security = byProof(b, from, to);
    else if (id === VENDOR && to - from >= 4 && b[from] === 0 && b[from + 1] === 0x50 && b[from + 2] === 0xf2)
      if (b[from + 3] === 1) security ??= "wpa";
    at = to;
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...(channel === undefined ? {} : { channel }),
    security: security ?? (private_ ? "wep" : "open"),
  };
}
