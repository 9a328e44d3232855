/** The short log of Bluetooth in the text of a bug report: found by its first line, opened in memory. @module */
import type { RandomAccess } from "@contraluz/core";
import { chunksOf } from "@contraluz/evidence";
import { type Packet, readSnooz, SNOOZ_BEGIN, SNOOZ_END, snoozHead } from "@contraluz/formats/pcap/index.ts";
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

/** The letters between the two lines, without the lines' ends. */
async function find(source: RandomAccess, run: CaptureRun): Promise<Found | "none" | "damaged"> {
  let [before, at] = ["", 0];
  let found: { offset: number; parts: string[]; length: number } | undefined;
  for await (const chunk of chunksOf(source)) {
    if (run.cancel?.aborted) return "none";
    let text = before + latin.decode(chunk);
    const start = at - before.length;
    at += chunk.length;
    if (!found) {
      const begin = text.indexOf(SNOOZ_BEGIN);
      const line = begin < 0 ? -1 : text.indexOf("\n", begin);
      if (line < 0) {
        before = begin < 0 ? text.slice(-SNOOZ_BEGIN.length) : text.slice(begin, begin + MAX_TEXT);
        continue;
      }
      found = { offset: start + begin, parts: [], length: 0 };
      text = text.slice(line + 1);
    }
    const end = text.indexOf(SNOOZ_END);
    // The last line may be cut by the end of the piece.
    const part = end >= 0 ? text.slice(0, end) : text.slice(0, Math.max(0, text.length - SNOOZ_END.length));
    before = end >= 0 ? "" : text.slice(part.length);
    found.parts.push(part);
    found.length += part.length;
    if (end >= 0) return { text: found.parts.join("").replace(/\s+/g, ""), offset: found.offset };
    if (found.length > MAX_TEXT) {
      run.report({ code: "capture-limit", offset: found.offset, expected: `<= ${MAX_TEXT} B`, lost: "bytes" });
      return "damaged";
    }
  }
  if (!found) return "none";
  run.report({ code: "capture-damaged", offset: found.offset, expected: SNOOZ_END, lost: "bytes" });
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
  const found = await find(source, run);
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
