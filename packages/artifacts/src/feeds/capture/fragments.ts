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
/** Seconds. */
const MAX_AGE = 60;

interface Waiting {
  readonly parts: { readonly offset: number; readonly bytes: Uint8Array }[];
  /** Known since the last part came. */
  size: number | undefined;
  held: number;
  readonly since: number;
}

export class Fragments {
  readonly #waiting = new Map<string, Waiting>();
  #bytes = 0;
  /** Packets that were given up: too many, too old, or their parts overlapped. */
  lost = 0;

  #drop(key: string): void {
    const w = this.#waiting.get(key);
    if (!w) return;
    this.#bytes -= w.held;
    this.#waiting.delete(key);
    this.lost++;
  }

  /** The payload of the packet that this part completes; undefined while others are missing. `key`: both addresses. */
  take(b: Uint8Array, ip: IpPacket, key: string, seconds: number): Uint8Array | undefined {
    const id = `${key} ${ip.id} ${ip.protocol}`;
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
      w = { parts: [], size: undefined, held: 0, since: seconds };
      this.#waiting.set(id, w);
    }
    const overlaps = w.parts.some((p) => ip.offset < p.offset + p.bytes.length && p.offset < ip.offset + size);
    if (overlaps || w.parts.length >= MAX_PARTS) {
      this.#drop(id);
      return undefined;
    }
    w.parts.push({ offset: ip.offset, bytes: b.slice(ip.start, ip.end) });
    w.held += size;
    this.#bytes += size;
    if (!ip.more) w.size = ip.offset + size;
    if (w.size === undefined || w.held < w.size) return undefined;
    const whole = new Uint8Array(w.size);
    for (const p of w.parts) if (p.offset + p.bytes.length <= w.size) whole.set(p.bytes, p.offset);
    this.#waiting.delete(id);
    this.#bytes -= w.held;
    return whole;
  }
}
