/** Feed of property lists: the whole list of a file, held in memory up to a limit. @module */
import { LIMITS, type RandomAccess, type Report } from "@contraluz/core";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistItem } from "../artifact.ts";

/** Reads a property list for all subscribers. Returns false if nothing of it could be read. */
export async function runPlist(
  source: RandomAccess,
  subs: readonly { take(item: PlistItem): void }[],
  run: { readonly file: number; readonly report: Report },
): Promise<boolean> {
  if (source.size > LIMITS.plistBytes) {
    run.report({ code: "too-large", found: `${source.size}`, expected: `<= ${LIMITS.plistBytes}`, lost: "file" });
    return false;
  }
  const value = parsePlist(await source.read(0, source.size), run.report);
  if (value === undefined) return false;
  const item: PlistItem = { value, origin: (key) => ({ file: run.file, at: { key } }) };
  for (const s of subs) s.take(item);
  return true;
}
