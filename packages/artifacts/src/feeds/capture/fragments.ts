/**
 * Packets that came in parts. A part is kept until all are there, for a minute of the capture's own time; parts that overlap make no
 * packet, since no honest host sends such (RFC 5722).
 * @module
 */
import type { IpPacket } from "@contraluz/formats/ip/index.ts";

/** Packets whose parts are awaited, bytes of all, parts of one. */
const MAX_PACKETS = 256;
const MAX_BYTES = 1 << 23;
const MAX_PARTS = 64;
/** Room for a packet at first; and how much is kept of packets that are done, to be used again. */
const SMALL = 512;
const MAX_SPARE = 1 << 20;
/** Seconds. */
const MAX_AGE = 60;

interface Waiting {
  /** Where parts begin and end, two numbers each. */
  readonly parts: Uint16Array;
  count: number;
  /** Each part at its place. */
  bytes: Uint8Array;
  /** Known since the last part came. */
  size: number | undefined;
  held: number;
  since: number;
}

/** Both addresses, number and protocol of a packet, as one text. */
function keyOf(b: Uint8Array, { version, source, target, id, protocol }: IpPacket): string {
  const u16 = (at: number): number => (b[at]! << 8) | b[at + 1]!;
  const [high, low] = [id >>> 16, id & 0xffff];
  if (version === 4)
    return String.fromCharCode(u16(source), u16(source + 2), u16(target), u16(target + 2), high, low, protocol);
  let s = String.fromCharCode(high, low, protocol);
  for (let i = 0; i < 16; i += 2) s += String.fromCharCode(u16(source + i), u16(target + i));
  return s;
}

function overlaps({ parts, count }: Waiting, start: number, end: number): boolean {
  for (let i = 0; i < 2 * count; i += 2) if (start < parts[i + 1]! && parts[i]! < end) return true;
  return false;
}

export class Fragments {
  readonly #waiting = new Map<string, Waiting>();
  /** Small ones, and larger ones, which take any packet. */
  readonly #spare: Waiting[] = [];
  readonly #large: Waiting[] = [];
  /** Bytes of them. */
  #kept = 0;
  #bytes = 0;
  /** Packets that were given up: too many, too old, or their parts overlapped. */
  lost = 0;

  #drop(key: string): void {
    const w = this.#waiting.get(key);
    if (!w) return;
    this.#bytes -= w.held;
    this.#waiting.delete(key);
    this.lost++;
    this.#keep(w);
  }

  /** Its memory may be used again. */
  #keep(w: Waiting): void {
    if (this.#spare.length >= MAX_PACKETS || this.#kept + w.bytes.length > MAX_SPARE) return;
    this.#kept += w.bytes.length;
    (w.bytes.length <= SMALL ? this.#spare : this.#large).push(w);
  }

  #fresh(end: number, seconds: number): Waiting {
    const w = (end <= SMALL ? this.#spare : this.#large).pop();
    if (!w) {
      const bytes = new Uint8Array(Math.max(SMALL, end));
      return { parts: new Uint16Array(2 * MAX_PARTS), count: 0, bytes, size: undefined, held: 0, since: seconds };
    }
    this.#kept -= w.bytes.length;
    if (w.bytes.length < end) w.bytes = new Uint8Array(end);
    else {
      // What stood there belongs to another packet.
      let used = 0;
      for (let i = 0; i < w.count; i++) used = Math.max(used, w.parts[2 * i + 1]!);
      w.bytes.fill(0, 0, used);
    }
    w.count = w.held = 0;
    w.size = undefined;
    w.since = seconds;
    return w;
  }

  /** The payload of the packet that this part completes, until the next call; undefined while others are missing. */
  take(b: Uint8Array, ip: IpPacket, seconds: number): Uint8Array | undefined {
    const id = keyOf(b, ip);
    const size = ip.end - ip.start;
    let w = this.#waiting.get(id);
    if (w && seconds - w.since > MAX_AGE) {
      this.#drop(id);
      w = undefined;
    }
    if (ip.cut || size === 0 || ip.offset + size > 65_535) {
      if (w) this.#drop(id);
      else this.lost++;
      return undefined;
    }
    if (!w) {
      // The oldest one gives way.
      while (this.#waiting.size >= MAX_PACKETS || this.#bytes + size > MAX_BYTES) {
        const oldest = this.#waiting.keys().next();
        if (oldest.done) return undefined;
        this.#drop(oldest.value);
      }
      w = this.#fresh(ip.offset + size, seconds);
      this.#waiting.set(id, w);
    }
    const end = ip.offset + size;
    if (w.count >= MAX_PARTS || overlaps(w, ip.offset, end)) {
      this.#drop(id);
      return undefined;
    }
    if (end > w.bytes.length) {
      const larger = new Uint8Array(Math.max(end, Math.min(65_535, 2 * w.bytes.length)));
      larger.set(w.bytes);
      w.bytes = larger;
    }
    for (let i = 0; i < size; i++) w.bytes[ip.offset + i] = b[ip.start + i]!;
    w.parts[2 * w.count] = ip.offset;
    w.parts[2 * w.count + 1] = end;
    w.count++;
    w.held += size;
    this.#bytes += size;
    if (!ip.more) w.size = end;
    if (w.size === undefined || w.held < w.size) return undefined;
    this.#waiting.delete(id);
    this.#bytes -= w.held;
    this.#keep(w);
    return w.bytes.subarray(0, w.size);
  }
}
