/**
 * Heads of HTTP/3, from the streams of a connection of QUIC that was opened: requests and answers with the few fields that say who asked whom for
 * what. What is sent in them is passed over.
 * @example
 * const heads = new Http3Heads((fromClient, head) => console.log(head.fields.get("host"), head.target));
 * heads.part(true, { stream: 0, offset: 0, bytes });
 * Source: RFC 9114 (4.1, 6.2, 7.2), 9204 (3.2, 4.2), 9000 (2.1, 16).
 * @module
 */
import type { HttpHead } from "../http/index.ts";
import { headOf } from "../http2/index.ts";
import { varint } from "../quic/varint.ts";
import { Qpack } from "./qpack.ts";

export { Qpack } from "./qpack.ts";

/** Bytes of a stream, by where they belong in it. */
export interface StreamPart {
  readonly stream: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const [DATA, HEADERS, SETTINGS] = [0, 1, 4];
const [CONTROL, ENCODER] = [0, 2];
const TABLE_SIZE = 1;
/** Bytes of one head; of parts that came before their turn, of one stream and of all; streams of one direction that are read; heads that wait. */
const MAX_BLOCK = 65_536;
const MAX_WAITING = 1 << 17;
const MAX_ALL_WAITING = 1 << 20;
const MAX_PARTS = 256;
const MAX_STREAMS = 2000;
const MAX_LATER = 64;
/** Pieces in which one frame comes: each is joined with what waits, and an honest head of 64 kB has some 60. */
const MAX_PIECES = 512;

const NOTHING: Uint8Array = new Uint8Array(0);

/** One direction of one stream. */
class Line {
  next = 0;
  held: Uint8Array = NOTHING;
  readonly early = new Map<number, Uint8Array>();
  waiting = 0;
  /** Of a stream that goes one way: what it is for; undefined until that is known. */
  use: number | undefined;
  /** Bytes of a frame that is passed over. */
  skip = 0;
  /** In which its last frame came so far. */
  pieces = 0;

  /** Bytes that follow what was there; what comes before its turn waits. */
  take(offset: number, bytes: Uint8Array): Uint8Array {
    if (offset > this.next) {
      if (!this.early.has(offset) && this.early.size < MAX_PARTS && this.waiting + bytes.length <= MAX_WAITING) {
        this.early.set(offset, bytes.slice());
        this.waiting += bytes.length;
      }
      return NOTHING;
    }
    const out: Uint8Array[] = [bytes.subarray(Math.min(bytes.length, this.next - offset))];
    this.next = Math.max(this.next, offset + bytes.length);
    for (let found = this.early.size > 0; found; ) {
      found = false;
      for (const [at, b] of this.early) {
        if (at > this.next) continue;
        this.early.delete(at);
        this.waiting -= b.length;
        if (at + b.length <= this.next) continue;
        out.push(b.subarray(this.next - at));
        this.next = at + b.length;
        found = true;
      }
    }
    return out.length === 1 ? out[0]! : joined(out);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** What one side sends. */
class Side {
  readonly qpack = new Qpack();
  readonly lines = new Map<number, Line>();
  /** Streams that have nothing more to say here. */
  readonly over = new Set<number>();
  readonly later: Uint8Array[] = [];
}

/** Both directions of one connection. */
export class Http3Heads {
  readonly #tell: (fromClient: boolean, head: HttpHead) => void;
  readonly #up = new Side();
  readonly #down = new Side();
  /** Heads that could not be read, and streams for which there was no room. */
  lost = 0;

  constructor(tell: (fromClient: boolean, head: HttpHead) => void) {
    this.#tell = tell;
  }

  /** Bytes that wait for those before or behind them. */
  get held(): number {
    let n = 0;
    for (const side of [this.#up, this.#down]) {
      n += side.qpack.held;
      for (const b of side.later) n += b.length;
      for (const l of side.lines.values()) n += l.held.length + l.waiting;
    }
    return n;
  }

  part(fromClient: boolean, { stream, offset, bytes }: StreamPart): void {
    const side = fromClient ? this.#up : this.#down;
    // Of two bits: who opened it, and whether it goes one way. Streams that the server opens go one way in HTTP/3.
    const [byServer, oneWay] = [stream % 2 === 1, stream % 4 >= 2];
    if (side.over.has(stream) || (oneWay ? byServer === fromClient : byServer)) return;
    let line = side.lines.get(stream);
    if (!line) {
      if (side.lines.size + side.over.size >= MAX_STREAMS) {
        this.lost++;
        return;
      }
      side.lines.set(stream, (line = new Line()));
    }
    const come = line.take(offset, bytes);
    if (come.length === 0) {
      if (line.waiting > 0 && this.held > MAX_ALL_WAITING) this.#end(side, stream);
      return;
    }
    const b = line.held.length > 0 ? joined([line.held, come]) : come;
    line.held = NOTHING;
    const go = oneWay ? this.#oneWay(side, line, b) : this.#frames(side, line, b, fromClient);
    line.pieces = line.held.length > 0 ? line.pieces + 1 : 0;
    if (line.pieces > MAX_PIECES) this.lost++;
    if (!go || line.held.length > MAX_BLOCK + 16 || line.pieces > MAX_PIECES) this.#end(side, stream);
  }

  #end(side: Side, stream: number): void {
    side.lines.delete(stream);
    side.over.add(stream);
  }

  /** False once nothing more of it is read. */
  #oneWay(side: Side, line: Line, b: Uint8Array): boolean {
    let at = 0;
    if (line.use === undefined) {
      const use = varint(b, 0, b.length);
      if (!use) {
        line.held = b.slice();
        return true;
      }
      [line.use, at] = use;
    }
    if (line.use === ENCODER) {
      side.qpack.instructions(b.subarray(at));
      this.#again(side);
      return !side.qpack.broken;
    }
    if (line.use !== CONTROL) return false;
    // The first frame of this stream is that of the settings.
    const type = varint(b, at, b.length);
    const length = type && varint(b, type[1], b.length);
    if (type && type[0] !== SETTINGS) return false;
    if (!length || length[1] + length[0] > b.length) {
      line.held = b.slice(at);
      return (length?.[0] ?? 0) <= MAX_BLOCK;
    }
    for (let next = length[1]; next < length[1] + length[0]; ) {
      const id = varint(b, next, b.length);
      const value = id && varint(b, id[1], b.length);
      if (!value) break;
      // What this side allows is for what the other packs.
      if (id[0] === TABLE_SIZE) {
        const other = side === this.#up ? this.#down : this.#up;
        other.qpack.allowed = Math.min(value[0], 1 << 30);
        this.#again(other);
      }
      next = value[1];
    }
    return false;
  }

  /** Frames of a request or an answer, until its head was read. */
  #frames(side: Side, line: Line, b: Uint8Array, fromClient: boolean): boolean {
    for (let at = 0; at < b.length; ) {
      if (line.skip > 0) {
        const over = Math.min(line.skip, b.length - at);
        line.skip -= over;
        at += over;
        continue;
      }
      const type = varint(b, at, b.length);
      const length = type && varint(b, type[1], b.length);
      if (!length) {
        line.held = b.slice(at);
        return line.held.length <= 16;
      }
      const [size, start] = length;
      if (type[0] === DATA) return false;
      if (type[0] !== HEADERS) {
        line.skip = size;
        at = start;
        continue;
      }
      if (size > MAX_BLOCK) {
        this.lost++;
        return false;
      }
      if (start + size > b.length) {
        line.held = b.slice(at);
        return true;
      }
      const status = this.#head(side, b.subarray(start, start + size), fromClient);
      // Answers that only say that the true one comes later.
      if (status === undefined || status >= 200) return false;
      at = start + size;
    }
    return true;
  }

  /** The status of an answer that was read. */
  #head(side: Side, block: Uint8Array, fromClient: boolean): number | undefined {
    const fields = side.qpack.broken ? undefined : side.qpack.head(block);
    if (fields === "later" && side.later.length < MAX_LATER) {
      side.later.push(block.slice());
      return undefined;
    }
    const head = Array.isArray(fields) ? headOf(fields, block.length, "HTTP/3") : undefined;
    if (!head) {
      this.lost++;
      return undefined;
    }
    this.#tell(fromClient, head);
    return head.status;
  }

  /** Heads that waited for the growing table. */
  #again(side: Side): void {
    for (const block of side.later.splice(0)) this.#head(side, block, side === this.#up);
  }
}
