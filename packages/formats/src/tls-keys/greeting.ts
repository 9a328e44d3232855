/**
 * The greeting of a server of TLS 1.3, which is encrypted from the second message on: the certificates that it shows.
 * Sources: RFC 8446 (4.4.2, 5.1, 5.2), 8879 (4).
 * @module
 */
import { readCertificates13 } from "../tls/index.ts";
import type { SideKeys } from "./keys.ts";

/** Certificates as DER, the server's own first; `"packed"` where they came compressed. */
export type Chain = readonly Uint8Array[] | "packed";

const HANDSHAKE = 22;
const [CERTIFICATE, FINISHED, PACKED] = [11, 20, 25];
/** Bytes of a message: a chain of certificates has some thousand. Records that the greeting comes in; an honest one has ten. */
const MAX_MESSAGE = 1 << 17;
const MAX_RECORDS = 512;

const NOTHING: Uint8Array = new Uint8Array(0);

/** Messages of a greeting in their order, from pieces of any size. */
export class GreetingMessages {
  readonly #shown: (chain: Chain) => void;
  #held: Uint8Array = NOTHING;
  #pieces = 0;
  /** Nothing more of it is read: it came to its end, or makes no sense. */
  over = false;

  constructor(shown: (chain: Chain) => void) {
    this.#shown = shown;
  }

  /** Bytes that wait for those behind them. */
  get held(): number {
    return this.#held.length;
  }

  take(bytes: Uint8Array): void {
    if (this.over) return;
    let b = bytes;
    if (this.#held.length > 0) {
      b = new Uint8Array(this.#held.length + bytes.length);
      b.set(this.#held);
      b.set(bytes, this.#held.length);
    }
    let at = 0;
    while (at + 4 <= b.length && !this.over) {
      const end = at + 4 + ((b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!);
      if (end - at > MAX_MESSAGE) this.over = true;
      if (this.over || end > b.length) break;
      this.#message(b[at]!, b.subarray(at + 4, end));
      at = end;
    }
    if (++this.#pieces > MAX_RECORDS) this.over = true;
    this.#held = this.over ? NOTHING : b.slice(at);
  }

  #message(type: number, body: Uint8Array): void {
    if (type === CERTIFICATE) this.#shown(readCertificates13(body));
    else if (type === PACKED) this.#shown("packed");
    if (type === FINISHED) this.over = true;
  }
}

/** The same from records. */
export class Greeting {
  readonly #keys: SideKeys;
  readonly #messages: GreetingMessages;

  constructor(keys: SideKeys, shown: (chain: Chain) => void) {
    this.#keys = keys;
    this.#messages = new GreetingMessages(shown);
  }

  get held(): number {
    return this.#messages.held;
  }

  get over(): boolean {
    return this.#messages.over;
  }

  /** False for a record that these keys do not open. */
  take(head: Uint8Array, body: Uint8Array): boolean {
    const text = this.#keys.open(head, body);
    if (!text) return false;
    let end = text.length;
    while (end > 0 && text[end - 1] === 0) end--;
    if (end > 0 && text[end - 1] === HANDSHAKE) this.#messages.take(text.subarray(0, end - 1));
    return true;
  }
}
