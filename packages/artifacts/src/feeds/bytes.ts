/** Feed of small files whose format an artifact reads by itself: all bytes at once, up to a limit. @module */
import { LIMITS, type RandomAccess, type Report } from "@contraluz/core";
import type { BytesItem } from "../artifact.ts";

/** Hands a whole file to all subscribers. Returns false if it is too large. */
export async function runBytes(
  source: RandomAccess,
  subs: readonly { take(item: BytesItem): void }[],
  run: { readonly file: number; readonly report: Report },
): Promise<boolean> {
  if (source.size > LIMITS.plistBytes) {
    run.report({ code: "too-large", found: `${source.size}`, expected: `<= ${LIMITS.plistBytes}`, lost: "file" });
    return false;
  }
  const bytes = await source.read(0, source.size);
  const item: BytesItem = { bytes, origin: (offset, length) => ({ file: run.file, at: { offset, length } }) };
  for (const s of subs) s.take(item);
  return true;
}
