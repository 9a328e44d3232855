/**
 * SEGB: the files in which iOS keeps streams of small events (Biome, privacy accounting). Entries with a time, a state and bytes.
 *
 * Version 1 (iOS 15, 16): 56 bytes, the magic last; the first four say where the data ends. An entry is a head of 32 bytes (length,
 * state, two times, CRC-32), its bytes, and zeros to a multiple of 8. Version 2 (iOS 17 and later): 32 bytes that begin with the magic,
 * the number of entries and a time; the entries, each with a CRC-32 and four bytes before its own, to a multiple of 4; at the end of the
 * file 16 bytes for each: where it ends, counted from the first entry, its state and its time. The list at the end may hold free places, and
 * places of entries that were written over. Times are seconds since 2001. State 1 was written, 3 deleted: its bytes are most often zeros.
 * Sources: Cellebrite's description of the newer form; iLEAPP's and CCL's readers (layout of both, states, what lists of real phones hold).
 * @module
 */
import type { Report } from "@contraluz/core";
import { crc32 } from "../zip/crc32.ts";

export interface SegbEntry {
  readonly state: "written" | "deleted";
  /** Seconds since 2001, as stored. */
  readonly time: number;
  /** Of its bytes in the file. */
  readonly offset: number;
  readonly data: Uint8Array;
  /** The check value is that of the bytes. Of a deleted entry it seldom is. */
  readonly whole: boolean;
}

const MAGIC = 0x42474553;
const HEAD_1 = 56;
const ENTRY_1 = 32;
const HEAD_2 = 32;
const ENTRY_2 = 8;
const PLACE = 16;

const stateOf = (n: number): SegbEntry["state"] | undefined => (n === 1 ? "written" : n === 3 ? "deleted" : undefined);

/** Which form it is; undefined for other bytes. */
export function segbVersion(bytes: Uint8Array): 1 | 2 | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length >= HEAD_2 && view.getUint32(0, true) === MAGIC) return 2;
  return bytes.length >= HEAD_1 && view.getUint32(HEAD_1 - 4, true) === MAGIC ? 1 : undefined;
}

function* first(bytes: Uint8Array, report: Report): Generator<SegbEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const said = view.getUint32(0, true);
  const end = Math.min(said, bytes.length);
  if (said > bytes.length) report({ code: "segb-damaged", offset: bytes.length, expected: `${said} B`, lost: "bytes" });
  for (let at = HEAD_1; at + ENTRY_1 <= end; ) {
    const length = view.getInt32(at, true);
    const offset = at + ENTRY_1;
    if (length < 0 || offset + length > end) {
      report({ code: "segb-damaged", offset: at, found: `${length} B`, lost: "bytes" });
      return;
    }
    const state = stateOf(view.getInt32(at + 4, true));
    const data = bytes.subarray(offset, offset + length);
    if (state)
      yield {
        state,
        time: view.getFloat64(at + 8, true),
        offset,
        data,
        whole: crc32(data) === view.getUint32(at + 24, true),
      };
    at = Math.ceil((offset + length) / 8) * 8;
  }
}

interface Place {
  readonly end: number;
  readonly state: SegbEntry["state"];
  readonly time: number;
}

function* second(bytes: Uint8Array, report: Report): Generator<SegbEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const said = view.getUint32(4, true);
  const most = Math.floor((bytes.length - HEAD_2) / PLACE);
  if (said > most) {
    report({ code: "segb-damaged", offset: 4, found: `${said} entries`, expected: `<= ${most}`, lost: "file" });
    return;
  }
  const list = bytes.length - said * PLACE;
  const places: Place[] = [];
  let beyond = 0;
  for (let at = list; at < bytes.length; at += PLACE) {
    const state = stateOf(view.getInt32(at + 4, true));
    const end = view.getInt32(at, true) + HEAD_2;
    if (!state) continue;
    if (end > list || end < HEAD_2 + ENTRY_2) beyond++;
    else places.push({ end, state, time: view.getFloat64(at + 8, true) });
  }
  if (beyond > 0)
    report({ code: "segb-damaged", offset: list, found: `${beyond} places beyond the data`, lost: "row" });
  places.sort((a, b) => a.end - b.end);
  let from = HEAD_2;
  let last: { readonly end: number; readonly entry: SegbEntry; twice: boolean } | undefined;
  for (const { end, state, time } of places) {
    if (last?.end === end) {
      // Written, and deleted later: both say where the same bytes end. Any number of places may say so.
      if (last.twice || state === last.entry.state) continue;
      last.twice = true;
      yield { ...last.entry, state, time };
      continue;
    }
    // What lay there was written over.
    if (end - from < ENTRY_2) continue;
    const offset = from + ENTRY_2;
    const data = bytes.subarray(offset, end);
    const entry: SegbEntry = { state, time, offset, data, whole: crc32(data) === view.getUint32(from, true) };
    yield entry;
    last = { end, entry, twice: false };
    from = Math.ceil(end / 4) * 4;
  }
}

/** The entries of a file, in the order of their bytes. Nothing, with a problem, of bytes that are no such file. */
export function* readSegb(bytes: Uint8Array, report: Report): Generator<SegbEntry> {
  const version = segbVersion(bytes);
  if (version === undefined) report({ code: "segb-damaged", offset: 0, expected: "SEGB", lost: "file" });
  else yield* version === 1 ? first(bytes, report) : second(bytes, report);
}
