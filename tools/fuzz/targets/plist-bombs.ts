/** Property lists of a megabyte or so that say a million values. @module */
import { type Packed, packedPlist } from "../packed-plist.ts";
import type { Bomb } from "../target.ts";

const MANY = 990_000;

const filled = (n: number): Uint8Array => new Uint8Array(n).fill(0x61);
const times = (v: Packed, n: number = MANY): (() => [Uint8Array]) => {
  return () => [packedPlist(new Array<Packed>(n).fill(v))];
};

/** `n` pieces of data of 48 bytes, each of its own. */
function apart(n: number): Uint8Array {
  // Offsets of 4 bytes and references of 4: more objects than `packedPlist` takes.
  const size = 50;
  const body = Buffer.alloc(14 + 4 * n + size * n, 0x61);
  body.write("bplist00\xaf\x12", "latin1");
  body.writeUInt32BE(n, 10);
  const table = Buffer.alloc(4 * (n + 1));
  table.writeUInt32BE(8, 0);
  for (let i = 0; i < n; i++) {
    body.writeUInt32BE(i + 1, 14 + 4 * i);
    const at = 14 + 4 * n + size * i;
    // The marker of 14 bytes would do; 48 need their length behind it.
    body.set([0x4f, 0x10, size - 3], at);
    table.writeUInt32BE(at, 4 * (i + 1));
  }
  const trailer = Buffer.alloc(32);
  trailer.set([4, 4], 6);
  trailer.writeUInt32BE(n + 1, 12);
  trailer.writeUInt32BE(body.length, 28);
  return new Uint8Array(Buffer.concat([body, table, trailer]));
}

export const bombs: Readonly<Record<string, Bomb>> = {
  "a million references to one date": times({ date: 700_000_000.123 }),
  "a million references to one piece of 64 bytes": times(filled(64)),
  "a million references to one piece of no bytes": times(filled(0)),
  "a million references to a text of 64 characters": times("ñ".repeat(64)),
  "a million references to a list of one": times([1], MANY / 2),
  "a million references to a dictionary of one": times(new Map([["a", { date: 1.5 }]]), MANY / 3),
  "a million UIDs": times({ uid: 5 }),
  "a million pieces of data": () => [apart(900_000)],
  "a text as long as a property list may be": () => {
    const n = 2 ** 25 - 100;
    const b = Buffer.alloc(14 + 2 * n + 33, 0x30);
    b.write("bplist00\x6f\x12", "latin1");
    b.writeUInt32BE(n, 10);
    b.fill(0, 14 + 2 * n);
    b.set([8, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1], 14 + 2 * n);
    b.writeUInt32BE(14 + 2 * n, b.length - 4);
    return [b];
  },
};
export const exploded: readonly string[] = ["a million references to one piece of 64 bytes"];
