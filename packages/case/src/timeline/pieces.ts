/** Lines of a part of a file of records, with the byte at which each begins. @module */
import type { RandomAccess } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";

/** Bytes of one read. */
const PIECE = 1 << 20;
/** A longer line is no record of ours: it keeps its place as an empty one. */
export const MAX_LINE: number = 16 << 20;

export interface Lines {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
}

/** Lines are cut at bytes, so that damaged text cannot move one. A mark of byte order is a letter like others. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function cut(bytes: Uint8Array, end: number, at: number): Lines {
  const starts: number[] = [];
  for (let i = 0; i < end; i = bytes.indexOf(10, i) + 1) starts.push(at + i);
  const lines = decoder.decode(bytes.subarray(0, end)).split("\n");
  lines.pop();
  return { lines, starts };
}

/** The records of an artifact; undefined if they are not there. The name comes from a result, which may be anybody's. */
export async function openRecords(folder: StoredFolder, file: string): Promise<RandomAccess | undefined> {
  if (!/^records\/[a-z0-9.-]+\.jsonl$/.test(file)) return undefined;
  return folder.read(file).catch(() => undefined);
}

/** The lines from one byte to another, both at the edge of lines, in batches. */
export async function* linesBetween(source: RandomAccess, from: number, to: number): AsyncGenerator<Lines> {
  let rest = new Uint8Array(0);
  /** Where the line that is too long begins. */
  let long: number | undefined;
  for (let at = from; at < to; ) {
    const bytes = await source.read(at, Math.min(PIECE, to - at));
    if (bytes.length === 0) break;
    let begin = 0;
    if (long !== undefined) {
      const end = bytes.indexOf(10);
      if (end < 0) {
        at += bytes.length;
        continue;
      }
      yield { lines: [""], starts: [long] };
      long = undefined;
      begin = end + 1;
    }
    const end = bytes.lastIndexOf(10) + 1;
    const fresh = bytes.subarray(begin);
    if (end <= begin) {
      if (rest.length + fresh.length > MAX_LINE) {
        long = at + begin - rest.length;
        rest = new Uint8Array(0);
      } else rest = joined(rest, fresh);
    } else {
      const start = at + begin - rest.length;
      const whole = rest.length === 0 ? fresh : joined(rest, fresh);
      const used = rest.length + end - begin;
      yield cut(whole, used, start);
      rest = whole.slice(used);
    }
    at += bytes.length;
  }
  // A last line without its line feed is a line.
  if (long !== undefined) yield { lines: [""], starts: [long] };
  else if (rest.length > 0) yield { lines: [decoder.decode(rest)], starts: [to - rest.length] };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
