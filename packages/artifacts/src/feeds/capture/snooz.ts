/** The short log of Bluetooth in the text of a bug report: found by its first line, opened in memory. @module */
import type { RandomAccess } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { type Packet, readSnooz, SNOOZ_BEGIN, SNOOZ_END, snoozHead } from "@contraluz/formats/pcap/index.ts";
import { find, needleOf } from "./find.ts";
import type { CaptureRun } from "./index.ts";

/** Letters of base64, and bytes of what they open to: a phone keeps 256 KB. */
const [MAX_TEXT, MAX_OPEN] = [16 << 20, 32 << 20];
/** True for the first bytes of the text of a bug report. */
const HEAD = /^(?:\xef\xbb\xbf)?={8,}\r?\n== dumpstate: /;
const latin = new TextDecoder("latin1");

export function looksLikeReport(head: Uint8Array): boolean {
  return HEAD.test(latin.decode(head.subarray(0, 256)));
}

interface Found {
  readonly text: string;
  /** Where its first line begins in the file. */
  readonly offset: number;
}

/** Where the first of the two lines begins in the file; -1 where it does not. Nearly all texts are without it. */
async function begin(source: RandomAccess, run: CaptureRun): Promise<number> {
  const needle = needleOf(SNOOZ_BEGIN);
  const keep = needle.bytes.length - 1;
  let [before, at] = [new Uint8Array(0), 0];
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return -1;
    // It may lie across the border of two pieces.
    const border = new Uint8Array(before.length + Math.min(keep, chunk.length));
    border.set(before);
    border.set(chunk.subarray(0, keep), before.length);
    const across = find(border, needle);
    if (across >= 0) return at - before.length + across;
    const inside = find(chunk, needle);
    if (inside >= 0) return at + inside;
    before = chunk.slice(-keep);
    at += chunk.length;
  }
  return -1;
}

/** The letters between the two lines, without the lines' ends. */
async function between(source: RandomAccess, run: CaptureRun): Promise<Found | "none" | "damaged"> {
  const offset = await begin(source, run);
  if (offset < 0) return "none";
  const rest = await source.read(offset, Math.min(source.size - offset, MAX_TEXT));
  const text = latin.decode(rest);
  const [line, end] = [text.indexOf("\n"), text.indexOf(SNOOZ_END)];
  if (line >= 0 && end > line) return { text: text.slice(line, end).replace(/\s+/g, ""), offset };
  run.report({ code: "capture-damaged", offset, expected: SNOOZ_END, lost: "bytes" });
  return "damaged";
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < LETTERS.length; i++) VALUES[LETTERS.charCodeAt(i)] = i;

/** Base64, as far as it is some. */
function bytesOf(text: string): Uint8Array {
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? VALUES[code]! : -1;
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 255;
  }
  return out.subarray(0, length);
}

async function opened(bytes: Uint8Array, offset: number, run: CaptureRun): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  async function* once(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  try {
    for await (const part of run.platform!.inflate("deflate-raw", once())) {
      parts.push(part.slice());
      length += part.length;
      if (length > MAX_OPEN) {
        run.report({ code: "capture-limit", offset, expected: `<= ${MAX_OPEN} B`, lost: "bytes" });
        break;
      }
    }
  } catch {
    // What stands behind the stream (its check value), or damage: what was opened stays.
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** Hands over the packets of the log in a bug report. `none`: there is no such log in it. */
export async function runSnooz(
  source: RandomAccess,
  packet: (p: Packet) => void,
  run: CaptureRun,
): Promise<"read" | "none" | "damaged"> {
  const found = await between(source, run);
  if (typeof found === "string") return found;
  const { offset } = found;
  const bytes = bytesOf(found.text);
  const head = snoozHead(bytes);
  if (!head) {
    run.report({ code: "capture-damaged", offset, expected: "btsnooz 1, 2", lost: "bytes" });
    return "damaged";
  }
  const records = await opened(bytes.subarray(head.start), offset, run);
  const p: Packet = {
    number: 0,
    offset,
    seconds: 0,
    nanos: 0,
    link: 0,
    iface: 0,
    bytes: records,
    start: 0,
    end: 0,
    length: 0,
    comment: undefined,
  };
  const left = readSnooz(records, head, p, packet);
  if (left > 0 || p.number === 0) run.report({ code: "capture-damaged", offset, found: `${left} B`, lost: "bytes" });
  return "read";
}
