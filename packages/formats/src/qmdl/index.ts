/**
 * QMDL: what Qualcomm's diagnostic port sends, as Rayhunter, QCSuper and MobileInsight store it (`.qmdl`, `.mi2log`). Frames end with
 * 0x7E; within them 0x7D stands before bytes that are changed; the last two bytes are a check value.
 *
 * Only logs (operation 0x10) are handed over; other frames are counted. A frame whose check value is wrong is lost, and told.
 * Sources: network.md 2 (QMDL); Linux, drivers/net/ppp (the same framing, RFC 1662); MobileInsight (Apache-2.0), fields of logs.
 * @example
 * const reader = new QmdlReader((log) => void codes.push(log.code), report);
 * for await (const chunk of chunksOf(source)) reader.take(chunk);
 * reader.end();
 * @module
 */
import type { Report } from "@contraluz/core";
import { crc16 } from "./crc.ts";

export * from "./rrc.ts";
export * from "./signal.ts";

const [END, ESCAPE, CHANGED] = [0x7e, 0x7d, 0x20];
const LOG = 0x10;
/** Of a telephone with two radios: eight bytes, then a frame of one of them. */
const RADIO = 0x98;
const RADIO_HEAD = 8;
/** Operation, pending, two lengths, then 12 bytes that count for the inner one. */
const HEAD = 16;
/** Bytes of one frame; the largest that a modem sends has 16 KiB. */
const MAX_FRAME = 1 << 17;
/** Bytes at the beginning that are looked at for a first whole frame. */
const LOOK = 65_536;
/** Operations that a modem answers with, as they stand first in a frame. */
const LAST_OP = 0xa0;

/** Ticks of a second: the upper 48 bits of a time count 1.25 ms since 1980-01-06T00:00:00Z. */
const GPS_EPOCH = 315_964_800;

export interface DiagLog {
  /** From 1, of all frames that were whole. */
  readonly number: number;
  /** Of the first byte of its frame, and how many bytes the frame has in the file. */
  readonly offset: number;
  readonly length: number;
  readonly code: number;
  /** Since 1970, by the modem's clock; one that was not set counts from 1980. */
  readonly seconds: number;
  readonly nanos: number;
  /** What the log says, without its head. Good until the next frame. */
  readonly body: Uint8Array;
}

const u16 = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);
const u32 = (b: Uint8Array, at: number): number => u16(b, at) + u16(b, at + 2) * 65_536;

/** The time of a log. */
function timeOf(b: Uint8Array, at: number): { readonly seconds: number; readonly nanos: number } {
  const ticks = u16(b, at + 2) + u32(b, at + 4) * 65_536;
  const seconds = Math.floor(ticks / 800);
  // 40,960 parts of a millisecond; a tick has 51,200 of them.
  const nanos = (ticks - seconds * 800) * 1_250_000 + Math.floor((u16(b, at) * 1_000_000) / 40_960);
  return { seconds: seconds + GPS_EPOCH + Math.floor(nanos / 1e9), nanos: nanos % 1e9 };
}

/** Takes the changes of one frame back, in place; undefined where an escape has nothing behind it. */
function plain(b: Uint8Array, into: Uint8Array): number | undefined {
  let n = 0;
  for (let i = 0; i < b.length; i++) {
    const v = b[i]!;
    if (v !== ESCAPE) into[n++] = v;
    else if (++i < b.length) into[n++] = b[i]! ^ CHANGED;
    else return undefined;
  }
  return n;
}

/** Reads a file in pieces of any size. */
export class QmdlReader {
  readonly #take: (log: DiagLog) => void;
  readonly #report: Report;
  #held: Uint8Array = new Uint8Array(4096);
  #length = 0;
  /** Where what is held begins, in the file. */
  #at = 0;
  #into: Uint8Array = new Uint8Array(4096);
  /** The frame is longer than any: its rest is passed over. */
  #over = false;
  #lost = 0;
  #number = 0;
  /** Frames that are no logs: answers and events of the modem. */
  others = 0;

  constructor(take: (log: DiagLog) => void, report: Report) {
    this.#take = take;
    this.#report = report;
  }

  /** Frames that were whole, logs and others. */
  get frames(): number {
    return this.#number;
  }

  take(chunk: Uint8Array): void {
    let from = 0;
    while (from < chunk.length) {
      const end = chunk.indexOf(END, from);
      const stop = end < 0 ? chunk.length : end;
      if (this.#over) this.#length += stop - from;
      else this.#hold(chunk.subarray(from, stop));
      if (end < 0) return;
      if (this.#over) this.#damaged(this.#at, "a frame of more than 128 KiB");
      else this.#frame(this.#held.subarray(0, this.#length), this.#at);
      this.#at += this.#length + 1;
      this.#length = 0;
      this.#over = false;
      from = end + 1;
    }
  }

  #hold(part: Uint8Array): void {
    const whole = this.#length + part.length;
    if (whole > MAX_FRAME) this.#over = true;
    else {
      if (whole > this.#held.length) {
        const larger = new Uint8Array(Math.min(MAX_FRAME, 2 * whole));
        larger.set(this.#held.subarray(0, this.#length));
        this.#held = larger;
      }
      this.#held.set(part, this.#length);
    }
    this.#length = whole;
  }

  #damaged(offset: number, found: string): void {
    // One for all that are like it, at the end: a cut or foreign file has thousands.
    if (this.#lost++ === 0) this.#report({ code: "radio-damaged", offset, found, lost: "row" });
  }

  #frame(raw: Uint8Array, offset: number): void {
    if (raw.length === 0) return;
    if (this.#into.length < raw.length) this.#into = new Uint8Array(this.#held.length);
    const n = plain(raw, this.#into);
    const b = this.#into;
    if (n === undefined || n < 3) {
      this.#damaged(offset, `a frame of ${raw.length} B`);
      return;
    }
    if (crc16(b, 0, n - 2) !== u16(b, n - 2)) {
      this.#damaged(offset, "check value");
      return;
    }
    this.#number++;
    const at = b[0] === RADIO && n > RADIO_HEAD + 2 ? RADIO_HEAD : 0;
    if (b[at] !== LOG) {
      this.others++;
      return;
    }
    const inner = n >= at + HEAD + 2 ? u16(b, at + 4) : 0;
    if (inner < 12 || at + 4 + inner > n - 2) {
      this.#damaged(offset, `a log of ${inner} B in a frame of ${n} B`);
      return;
    }
    const body = b.subarray(at + HEAD, at + 4 + inner);
    const code = u16(b, at + 6);
    this.#take({ number: this.#number, offset, length: raw.length + 1, code, ...timeOf(b, at + 8), body });
  }

  /** No more comes. False if no frame was whole: the file is none of this kind. */
  end(): boolean {
    if (this.#length > 0) {
      const found = `${this.#length} B at the end`;
      this.#report({ code: "radio-damaged", offset: this.#at, found, lost: "bytes" });
    }
    if (this.#lost > 1) this.#report({ code: "radio-damaged", found: `${this.#lost - 1} more frames`, lost: "row" });
    return this.#number > 0;
  }
}

/**
 * True for the first bytes of a file of this kind: two of its first frames have a right check value, or the only one that there is.
 * A check value of 16 bits is right by chance once in some thousand photos; two of them are not.
 */
export function looksLikeQmdl(head: Uint8Array): boolean {
  const b = head.subarray(0, LOOK);
  const into = new Uint8Array(b.length);
  let [from, right, first] = [0, 0, false];
  for (let tries = 0; tries < 8; tries++) {
    const end = b.indexOf(END, from);
    if (end < 0) break;
    const n = plain(b.subarray(from, end), into);
    if (n !== undefined && n >= 4 && into[0]! <= LAST_OP && crc16(into, 0, n - 2) === u16(into, n - 2)) {
      if (++right === 2) return true;
      first ||= from === 0;
    }
    from = end + 1;
  }
  return first && from === b.length;
}
