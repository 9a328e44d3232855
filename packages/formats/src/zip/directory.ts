/** Where the central directory of a zip stands: APPNOTE 4.3.14 to 4.3.16. */
import type { RandomAccess, Report } from "@contraluz/core";
import { CENTRAL, CENTRAL_SIZE, LOCAL, u64 } from "./entry.ts";

const END = 0x06054b50;
const END_SIZE = 22;
const END64 = 0x06064b50;
const END64_SIZE = 56;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;

export interface Directory {
  readonly offset: number;
  /** First byte after it. */
  readonly end: number;
  /** Entries as stated; modulo 65,536 where `wide` is false. */
  readonly count: number;
  readonly wide: boolean;
  /** Bytes before the archive: added to every offset in it. */
  readonly base: number;
}

const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.length);

/**
 * The directory, or undefined with a Problem. The end record is sought from the end, through a comment (at most 65,535
 * bytes) and bytes that somebody added; a candidate counts only if a directory stands where it says.
 */
export async function findDirectory(source: RandomAccess, report: Report): Promise<Directory | undefined> {
  const tailSize = Math.min(source.size, END_SIZE + 0xffff + LOCATOR_SIZE + END64_SIZE);
  const tailAt = source.size - tailSize;
  const tail = await source.read(tailAt, tailSize);
  const view = viewOf(tail);
  let spanned = false;
  // A negative place would count from the end.
  const last = tail.length - END_SIZE;
  for (
    let at = last < 0 ? -1 : tail.lastIndexOf(0x50, last);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(0x50, at - 1)
  ) {
    if (view.getUint32(at, true) !== END) continue;
    const rest = tail.length - at - END_SIZE - view.getUint16(at + 20, true);
    if (rest < 0) continue;
    const found = await directoryOf(source, view, at, tailAt, rest === 0);
    if (found === "spanned") spanned = true;
    else if (found) return found;
  }
  report(
    spanned
      ? {
          code: "zip-unsupported",
          found: "one part of an archive in several parts",
          expected: "a whole archive",
          lost: "file",
        }
      : { code: "zip-directory", found: "no end record with a directory", expected: "PK 5 6", lost: "bytes" },
  );
  return undefined;
}

async function directoryOf(
  source: RandomAccess,
  view: DataView,
  at: number,
  tailAt: number,
  exact: boolean,
): Promise<Directory | "spanned" | undefined> {
  let recordAt = tailAt + at;
  let disk = view.getUint16(at + 4, true);
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  let wide = false;
  if (at >= LOCATOR_SIZE && view.getUint32(at - LOCATOR_SIZE, true) === LOCATOR) {
    const record = await record64(source, u64(view, at - LOCATOR_SIZE + 8), recordAt - LOCATOR_SIZE);
    if (record) {
      recordAt = record.at;
      const v = record.view;
      disk = v.getUint32(16, true);
      count = u64(v, 32);
      size = u64(v, 40);
      offset = u64(v, 48);
      wide = true;
    }
  }
  if (disk !== 0) return "spanned";
  if (!(size <= recordAt && offset <= recordAt)) return undefined; // NaN too
  if (size === 0 && count === 0)
    return exact ? { offset: recordAt, end: recordAt, count: 0, wide, base: 0 } : undefined;
  // Usually the directory touches the end record; what stands before the archive (a prefix) then moves everything by `base`.
  // With a gap between the two the same sum is wrong: the local header of the first entry tells.
  const base = recordAt - size - offset;
  const bases = base > 0 ? [base, 0] : [0];
  for (const strict of [true, false]) {
    for (const b of bases) {
      if (offset + b + CENTRAL_SIZE > recordAt) continue;
      const head = await source.read(offset + b, CENTRAL_SIZE);
      if (head.length < CENTRAL_SIZE || viewOf(head).getUint32(0, true) !== CENTRAL) continue;
      if (strict && !(await isLocal(source, viewOf(head).getUint32(42, true) + b))) continue;
      return { offset: offset + b, end: recordAt, count, wide, base: b };
    }
  }
  return undefined;
}

async function isLocal(source: RandomAccess, at: number): Promise<boolean> {
  const mark = await source.read(at, 4);
  return mark.length === 4 && viewOf(mark).getUint32(0, true) === LOCAL;
}

/** The zip64 end record: where the locator says, or (with a prefix the offset is short) right before the locator. */
async function record64(
  source: RandomAccess,
  stated: number,
  locatorAt: number,
): Promise<{ at: number; view: DataView } | undefined> {
  for (const at of [stated, locatorAt - END64_SIZE]) {
    if (!(at >= 0 && at + END64_SIZE <= locatorAt)) continue;
    const bytes = await source.read(at, END64_SIZE);
    if (bytes.length < END64_SIZE) continue;
    const view = viewOf(bytes);
    if (view.getUint32(0, true) === END64) return { at, view };
  }
  return undefined;
}
