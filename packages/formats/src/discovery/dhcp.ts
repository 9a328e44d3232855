/** What a machine says of itself when it asks for an address. Sources: RFC 2131 (2), 2132 (3, 9), 4702. @module */

export interface Dhcp {
  readonly request: boolean;
  /** 1 discover, 2 offer, 3 request, 5 acknowledge, 8 inform. */
  readonly type?: number;
  /** Address of its link, as it says itself. */
  readonly mac: Uint8Array;
  /** Four bytes: given or asked for. */
  readonly address?: Uint8Array;
  readonly host?: string;
  /** `android-dhcp-14`, `udhcp 1.24` … */
  readonly vendor?: string;
  /** Which options it asks for, in its order: what kind of machine it is. */
  readonly wants?: readonly number[];
}

const COOKIE = [99, 130, 83, 99];
const HEAD = 236;
const MAX_TEXT = 255;

const letters = (b: Uint8Array): string => new TextDecoder().decode(b.subarray(0, MAX_TEXT)).replace(/\0+$/, "");

/** A message of DHCP; undefined for what is none. */
export function readDhcp(b: Uint8Array, start: number, end: number): Dhcp | undefined {
  if (end - start < HEAD + 4 || !COOKIE.every((x, i) => b[start + HEAD + i] === x)) return undefined;
  const op = b[start]!;
  if (op !== 1 && op !== 2) return undefined;
  const found: { type?: number; address?: Uint8Array; host?: string; vendor?: string; wants?: number[] } = {};
  const yours = b.slice(start + 16, start + 20);
  const own = b.slice(start + 12, start + 16);
  if (yours.some((x) => x !== 0)) found.address = yours;
  else if (own.some((x) => x !== 0)) found.address = own;
  for (let at = start + HEAD + 4; at + 1 < end; ) {
    const code = b[at]!;
    if (code === 255) break;
    if (code === 0) {
      at++;
      continue;
    }
    const value = b.subarray(at + 2, at + 2 + b[at + 1]!);
    if (at + 2 + value.length > end || value.length < b[at + 1]!) break;
    if (code === 53 && value.length === 1) found.type = value[0]!;
    else if (code === 12) found.host ??= letters(value);
    // Flags and two bytes of codes stand before the name.
    else if (code === 81 && value.length > 3) found.host ??= letters(value.subarray(3));
    else if (code === 60) found.vendor ??= letters(value);
    else if (code === 55) found.wants ??= [...value];
    else if (code === 50 && value.length === 4) found.address ??= value.slice();
    at += 2 + b[at + 1]!;
  }
  return { request: op === 1, mac: b.slice(start + 28, start + 34), ...found };
}
