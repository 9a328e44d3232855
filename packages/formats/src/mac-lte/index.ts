/**
 * Frames of LTE's medium access (MAC) as LTESniffer and srsRAN store them: a context in front, under a link type that is free for anybody
 * (147). Only what stands open in them is taken: broadcast, paging, and the first messages of a connection (channel CCCH).
 *
 * Sources: Wireshark, the context of mac-lte-framed (its tags; facts alone); 3GPP TS 36.321, 6.1.2, 6.2.1 (heads of MAC); seen in the capture
 * that comes with LTESniffer.
 * @module
 */

export interface MacLte {
  readonly up: boolean;
  /** As `lte-rrc` names it; undefined where no message of the radio stands open. */
  readonly channel?: string;
  /** Where it stands. */
  readonly start: number;
  readonly end: number;
}

/** Parts of a context by their tag, and how many bytes each has. */
const PARTS: ReadonlyMap<number, number> = new Map([
  [0x02, 2],
  [0x03, 2],
  [0x04, 2],
  [0x05, 1],
  [0x06, 1],
  [0x07, 1],
  [0x0a, 1],
  [0x0b, 1],
  [0x0f, 1],
]);
const PAYLOAD = 0x01;
/** Kinds of numbers by which a frame is addressed. */
const [PAGING, CELL, SYSTEM] = [1, 3, 4];
/** Heads of one frame. */
const MAX_HEADS = 16;

/** The part of channel CCCH in a frame of a phone; undefined where there is none. */
function ccch(b: Uint8Array, from: number, end: number, up: boolean): readonly [number, number] | undefined {
  const parts: [id: number, length: number | undefined][] = [];
  let at = from;
  for (let more = true; more; ) {
    if (at >= end || parts.length >= MAX_HEADS) return undefined;
    const [head, id] = [b[at]!, b[at]! & 0x1f];
    more = (head & 0x20) !== 0;
    at++;
    // Numbers from 26 on are orders to the other side, of a fixed length; padding has none.
    const fixed = id === 0x1f ? 0 : up ? { 26: 1, 27: 2, 28: 1, 29: 1, 30: 3 }[id] : { 27: 1, 28: 6, 29: 1, 30: 0 }[id];
    if (fixed !== undefined || !more) {
      parts.push([id, fixed]);
      continue;
    }
    if (at >= end) return undefined;
    const long = (b[at]! & 0x80) !== 0;
    if (long && at + 1 >= end) return undefined;
    parts.push([id, long ? ((b[at]! & 0x7f) << 8) | b[at + 1]! : b[at]! & 0x7f]);
    at += long ? 2 : 1;
  }
  for (const [id, length] of parts) {
    const size = length ?? end - at;
    if (at + size > end) return undefined;
    if (id === 0) return [at, at + size];
    at += size;
  }
  return undefined;
}

/** Reads a frame; undefined where it has no such context. */
export function readMacLte(b: Uint8Array, start: number, end: number): MacLte | undefined {
  if (end - start < 4) return undefined;
  const [radio, direction, kind] = [b[start]!, b[start + 1]!, b[start + 2]!];
  if (radio < 1 || radio > 2 || direction > 1 || kind > 6) return undefined;
  let at = start + 3;
  while (at < end && b[at] !== PAYLOAD) {
    const size = PARTS.get(b[at]!);
    if (size === undefined) return undefined;
    at += 1 + size;
  }
  if (at >= end) return undefined;
  at++;
  const up = direction === 0;
  const open = { up, start: at, end };
  if (!up && kind === SYSTEM) return { ...open, channel: "BCCH-DL-SCH-Message" };
  if (!up && kind === PAGING) return { ...open, channel: "PCCH-Message" };
  const first = kind === CELL ? ccch(b, at, end, up) : undefined;
  if (!first) return open;
  return { up, channel: up ? "UL-CCCH-Message" : "DL-CCCH-Message", start: first[0], end: first[1] };
}
