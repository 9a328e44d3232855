/**
 * Keys of TLS that lie in a capture or beside it: taken to memory where the person asked for it, else told as not used. Nothing of a key is ever
 * part of an item.
 * @module
 */
import type { RandomAccess } from "@contraluz/core";
import type { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import type { CaptureItem, KeysItem } from "./types.ts";

/** Bytes of a key log that are read: 100,000 connections of TLS 1.3 have some 80 MB, with secrets that are not needed. */
const MAX_BYTES = 1 << 26;
const STEP = 1 << 20;

/** A file of keys. Pieces are read anew where a line is cut: a line is short. */
export async function runKeys(
  source: RandomAccess,
  emit: (item: CaptureItem) => void,
  run: {
    readonly file: number;
    readonly keys?: KeyLog | undefined;
    readonly report: (p: { code: "capture-limit"; found: string; expected: string; lost: "bytes" }) => void;
  },
): Promise<void> {
  const { keys } = run;
  if (keys) {
    const end = Math.min(source.size, MAX_BYTES);
    for (let at = 0; at < end; ) {
      const piece = await source.read(at, Math.min(STEP, end - at));
      if (piece.length === 0) break;
      const last = at + piece.length >= end ? piece.length : piece.lastIndexOf(10) + 1;
      const whole = last === 0 ? piece.length : last;
      keys.add(piece.subarray(0, whole));
      at += whole;
    }
    if (source.size > MAX_BYTES)
      run.report({
        code: "capture-limit",
        found: `${source.size} B`,
        expected: `<= ${MAX_BYTES} B of keys`,
        lost: "bytes",
      });
  }
  emit({
    kind: "keys",
    used: keys !== undefined,
    ...(keys ? { connections: keys.size } : {}),
    origin: { file: run.file, at: { offset: 0, length: source.size } },
  });
}

/** What became of keys, once a capture is over; undefined where it has none and none were given. */
export function keysOf(
  keys: KeyLog | undefined,
  inFile: boolean,
  counts: ReadonlyMap<string, number>,
  origin: KeysItem["origin"],
): KeysItem | undefined {
  if (!inFile && (!keys || keys.size === 0)) return undefined;
  const [opened, failed, packed] = ["tls-opened", "tls-not-opened", "tls-packed"].map((k) => counts.get(k) ?? 0);
  return {
    kind: "keys",
    used: keys !== undefined,
    ...(keys ? { connections: keys.size, opened, failed, ...(packed ? { packed } : {}) } : {}),
    origin,
  };
}
