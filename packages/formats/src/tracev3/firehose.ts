/**
 * Firehose chunks: the entries of one process, up to 4 KB of them.
 *
 * Facts: libyal/dtformats, sections "Firehose chunk" and "Firehose tracepoint". Where that page is unsure, what real files and
 * mandiant/macos-UnifiedLogs show: the public data end 16 bytes behind their stated size; the reference of oversize data has
 * 32 bits; what follows an unused entry (record type 0) is left over from before.
 * @module
 */
import type { Report } from "@contraluz/core";
import { align8, u16, u32, u48, u64 } from "./bytes.ts";
import { type Catalog, keyOf } from "./catalog.ts";
import { ACTIVITY, type Firehose, LOG, LOSS, type LogEntry, SIGNPOST, TRACE } from "./types.ts";

const HEAD = 32;
const ENTRY = 24;
/** A buffer of logd is one page; private values fill it from its end. */
const PAGE = 4096;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MutableEntry = Mutable<LogEntry>;

/** The object that all entries share. */
export function newEntry(): MutableEntry {
  return {
    chunk: undefined as unknown as Firehose,
    kind: 0,
    type: 0,
    flags: 0,
    time: 0,
    at: 0,
    end: 0,
    format: 0,
    largeOffset: 0,
    largeCache: 0,
    load: 0,
    loadHigh: 0,
    imageAt: -1,
    subsystem: 0,
    oversize: 0,
    privateAt: -1,
    activityAt: -1,
    signpostAt: -1,
    valuesAt: -1,
    lost: 0,
  };
}

/** The fields that stand before the values, which the flags name. False if the entry ends before they do. */
function readFields(e: MutableEntry, b: Uint8Array, start: number, end: number): boolean {
  const { kind, flags } = e;
  let at = start;
  e.activityAt = e.privateAt = e.signpostAt = e.imageAt = e.valuesAt = -1;
  e.largeOffset = e.largeCache = e.loadHigh = e.load = e.subsystem = e.oversize = e.lost = 0;
  if (kind === LOSS) {
    if (end - at < 24) return false;
    e.lost = u64(b, at + 16);
    return true;
  }
  if (kind === TRACE) {
    if (end - at < 4) return false;
    e.load = u32(b, at);
    return true;
  }
  if (flags & 1) {
    e.activityAt = at;
    at += 8;
  }
  if (kind === ACTIVITY) {
    if (flags & 0x10) at += 8;
    if (flags & 0x200) at += 8;
    if (e.type !== 3) {
      e.activityAt = at;
      at += 8;
    }
  } else if (flags & 0x100) {
    e.privateAt = at;
    at += 4;
  }
  if (end - at < 4) return false;
  e.load = u32(b, at);
  at += 4;
  if (flags & 0x20) {
    if (end - at < 2) return false;
    e.largeOffset = u16(b, at);
    at += 2;
  }
  const strings = flags & 0xe;
  if (strings === 0xa) {
    if (end - at < 16) return false;
    e.imageAt = at;
    at += 16;
  } else if (strings === 8 || strings === 0xc) {
    if (end - at < 2) return false;
    if (strings === 8) e.loadHigh = u16(b, at);
    else e.largeCache = u16(b, at);
    at += 2;
  }
  if (kind === ACTIVITY) return true;
  if (flags & 0x200) {
    if (end - at < 2) return false;
    e.subsystem = u16(b, at);
    at += 2;
  }
  if (kind === SIGNPOST) {
    e.signpostAt = at;
    at += 8;
  }
  if (flags & 0x400) at += 1;
  if (flags & 0x800) {
    if (end - at < 4) return false;
    e.oversize = u32(b, at);
    at += 4;
  }
  if (kind === SIGNPOST && flags & 0x8000) at += flags & 0x20 ? 6 : 4;
  if (at > end) return false;
  if (end - at >= 2) e.valuesAt = at + 1;
  return true;
}

/**
 * Gives every entry of a chunk (its data, without the chunk's own head). `offset` is where the chunk set stands in the file, for
 * Problems.
 */
export function readFirehose(
  b: Uint8Array,
  catalog: Catalog | undefined,
  entry: MutableEntry,
  take: (entry: LogEntry) => void,
  offset: number,
  report: Report,
): void {
  const damaged = (found: string): void => report({ code: "log-damaged", offset, found, lost: "row" });
  if (b.length < HEAD) {
    damaged(`${b.length} B of entries`);
    return;
  }
  const first = u64(b, 0);
  const second = u32(b, 8);
  const virtual = u16(b, 18) & (PAGE - 1);
  const privateSize = virtual === 0 ? 0 : Math.min(PAGE - virtual, b.length - HEAD);
  const chunk: Mutable<Firehose> = {
    catalog,
    process: catalog?.processes.get(keyOf(first, second)),
    first,
    second,
    stream: b[22]!,
    bytes: b,
    privateAt: b.length - privateSize,
    privateBase: virtual,
  };
  const base = u64(b, 24);
  const stop = Math.min(u16(b, 16) + 16, b.length);
  entry.chunk = chunk;
  let at = HEAD;
  while (at + ENTRY <= stop) {
    const kind = b[at]!;
    if (kind === 0) return;
    const end = at + ENTRY + u16(b, at + 22);
    if (end > stop) {
      damaged("an entry longer than its chunk");
      return;
    }
    const known = kind === LOG || kind === ACTIVITY || kind === SIGNPOST || kind === TRACE || kind === LOSS;
    if (known) {
      entry.kind = kind;
      entry.type = b[at + 1]!;
      entry.flags = u16(b, at + 2);
      entry.format = u32(b, at + 4);
      entry.time = base + u48(b, at + 16);
      entry.at = at;
      entry.end = end;
      if (!readFields(entry, b, at + ENTRY, end)) damaged("an entry shorter than its fields");
      take(entry);
    } else damaged(`an entry of kind ${kind}`);
    at = align8(end);
  }
}
