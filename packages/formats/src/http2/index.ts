/**
 * Heads of HTTP/2, within a connection that is in the open: requests and answers with the few fields that say who asked whom for what. What is
 * sent in them is passed over.
 * @example
 * const heads = new Http2Heads((head) => console.log(head.fields.get("host"), head.target));
 * heads.take(bytes);
 * Source: RFC 9113 (3.4, 4, 6.2, 6.6, 6.10, 8.3).
 * @module
 */
import type { HttpHead } from "../http/index.ts";
import { type Field, Hpack } from "./hpack.ts";

export { type Field, Hpack } from "./hpack.ts";

const PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const [HEADERS, PUSH, CONTINUATION] = [1, 5, 9];
const [END_HEADERS, PADDED, PRIORITY] = [4, 8, 0x20];
/** Bytes of one block of fields, with its continuations; heads of one direction. */
const MAX_BLOCK = 65_536;
const MAX_HEADS = 2000;
const MAX_VALUE = 4096;

/** Fields that are kept. Cookies, passwords and what was sent are none of them. */
const KEPT: ReadonlySet<string> = new Set([
  "host",
  "user-agent",
  "server",
  "www-authenticate",
  "content-type",
  "content-length",
]);

const NOTHING: Uint8Array = new Uint8Array(0);

/** True if bytes may begin a client's side of HTTP/2. */
export function looksLikeHttp2(b: Uint8Array): boolean {
  for (let i = 0; i < 16; i++) if (b[i] !== PREFACE.charCodeAt(i)) return false;
  return true;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** A head of HTTP/2 or HTTP/3 from its fields; undefined of trailers, which have no method and no status. */
export function headOf(
  fields: readonly Field[],
  length: number,
  protocol: "HTTP/2" | "HTTP/3" = "HTTP/2",
): HttpHead | undefined {
  const own = new Map<string, string>();
  const kept = new Map<string, string>();
  for (const [name, value] of fields) {
    if (name.startsWith(":")) own.set(name, value);
    else if (KEPT.has(name) && !kept.has(name)) kept.set(name, value.slice(0, MAX_VALUE));
  }
  const authority = own.get(":authority");
  if (authority !== undefined) kept.set("host", authority.slice(0, MAX_VALUE));
  const [method, target, status] = [own.get(":method"), own.get(":path"), own.get(":status")];
  if (method !== undefined && /^[A-Z][A-Z_-]{0,24}$/.test(method))
    return { protocol, method, target: (target ?? "").slice(0, 8192), fields: kept, length };
  if (status !== undefined && /^\d{3}$/.test(status)) return { protocol, status: Number(status), fields: kept, length };
  return undefined;
}

/** Takes bytes of one direction in their order. */
export class Http2Heads {
  readonly #tell: (head: HttpHead) => void;
  readonly #hpack = new Hpack();
  #held: Uint8Array = NOTHING;
  #begun = false;
  /** Bytes of a frame that is passed over. */
  #skip = 0;
  /** A block that goes on in the next frame; `push`: it is of a request that the server makes up. */
  #block: { readonly bytes: Uint8Array; readonly push: boolean } | undefined;
  #heads = 0;
  done = false;

  constructor(tell: (head: HttpHead) => void) {
    this.#tell = tell;
  }

  /** Bytes that wait for those behind them. */
  get held(): number {
    return this.#held.length + (this.#block?.bytes.length ?? 0);
  }

  take(bytes: Uint8Array): void {
    if (this.done) return;
    let b = join(this.#held, bytes);
    this.#held = NOTHING;
    if (!this.#begun) {
      if (b[0] === 0x50 && b.length < PREFACE.length) {
        this.#held = b.slice();
        return;
      }
      if (looksLikeHttp2(b)) b = b.subarray(PREFACE.length);
      this.#begun = true;
    }
    let at = 0;
    while (at < b.length && !this.done) {
      if (this.#skip > 0) {
        const over = Math.min(this.#skip, b.length - at);
        this.#skip -= over;
        at += over;
        continue;
      }
      if (at + 9 > b.length) break;
      const length = (b[at]! << 16) | (b[at + 1]! << 8) | b[at + 2]!;
      const type = b[at + 3]!;
      if (type !== HEADERS && type !== PUSH && type !== CONTINUATION) {
        // Nothing may come between a block and its continuation.
        if (this.#block) this.#stop();
        this.#skip = 9 + length;
        continue;
      }
      if (length > MAX_BLOCK) {
        this.#stop();
        return;
      }
      if (at + 9 + length > b.length) break;
      this.#frame(b.subarray(at + 9, at + 9 + length), type, b[at + 4]!);
      at += 9 + length;
    }
    if (!this.done && at < b.length) this.#held = b.slice(at);
  }

  #stop(): void {
    this.done = true;
    this.#held = NOTHING;
    this.#block = undefined;
  }

  #frame(body: Uint8Array, type: number, flags: number): void {
    if ((type === CONTINUATION) !== (this.#block !== undefined)) {
      this.#stop();
      return;
    }
    let [from, to] = [0, body.length];
    if (type !== CONTINUATION && (flags & PADDED) !== 0) {
      to -= body[0] ?? 0;
      from = 1;
    }
    if (type === HEADERS && (flags & PRIORITY) !== 0) from += 5;
    if (type === PUSH) from += 4;
    if (from > to) {
      this.#stop();
      return;
    }
    const bytes = join(this.#block?.bytes ?? NOTHING, body.slice(from, to));
    const push = this.#block?.push ?? type === PUSH;
    if (bytes.length > MAX_BLOCK) {
      this.#stop();
      return;
    }
    if ((flags & END_HEADERS) === 0) {
      this.#block = { bytes, push };
      return;
    }
    this.#block = undefined;
    const fields = this.#hpack.read(bytes);
    if (!fields || this.#heads++ >= MAX_HEADS) {
      this.#stop();
      return;
    }
    const head = push ? undefined : headOf(fields, bytes.length);
    if (head) this.#tell(head);
  }
}
