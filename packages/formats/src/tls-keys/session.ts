/**
 * One connection of TLS whose secrets are in a key log: what both sides said, in its order, and the certificates that the server of TLS 1.3
 * showed in its encrypted greeting. Renegotiated connections are not read.
 * Sources: RFC 5246 (6.2), 7366, 8446 (4.4.2, 4.6.3, 5.1, 5.4), 8879.
 * @module
 */
import { readServerHello, type ServerHello } from "../tls/index.ts";
import { Greeting } from "./greeting.ts";
import type { KeyLog, Secrets } from "./key-log.ts";
import { type SideKeys, side13, sides12, suiteOf, suitesOf13 } from "./keys.ts";

/** Takes what one side said. */
export type TakePlain = (bytes: Uint8Array) => void;

const [CLIENT_HELLO, SERVER_HELLO] = [1, 2];
const [CHANGE, HANDSHAKE, DATA] = [20, 22, 23];
const KEY_UPDATE = 24;
const END_OF_EARLY_DATA = 5;
const ENCRYPT_THEN_MAC = 22;
const V13 = 0x0304;
/** Bytes of a record (RFC 5246 allows 2048 more than its text has). */
const MAX_RECORD = 16_384 + 2048;
/** Records of a greeting that are tried with keys that are not theirs; records and bytes of one side that are opened. */
const MAX_TRIES = 64;
const MAX_RECORDS = 65_536;
/** Bytes of a message of the greeting that is in the open: a chain of certificates has some thousand. */
const MAX_MESSAGE = 1 << 17;
/** Records that the greeting of one side comes in: each is joined with what waits, and an honest one has ten. */
const MAX_GREETING = 512;
const MAX_PLAIN = 1 << 24;

const NOTHING: Uint8Array = new Uint8Array(0);

/** What a record of TLS 1.3 truly is, and where its text ends: the last byte that is no padding says it. */
function innerType(text: Uint8Array): readonly [type: number, end: number] {
  let end = text.length;
  while (end > 0 && text[end - 1] === 0) end--;
  return end === 0 ? [0, 0] : [text[end - 1]!, end - 1];
}

/** One direction of bytes: its records. */
class Side {
  #held: Uint8Array = NOTHING;
  /** A message of the greeting, as far as it came. */
  message: Uint8Array = NOTHING;
  /** Of TLS 1.3: the greeting of the server, while it lasts. */
  greeting: Greeting | undefined;
  /** Of a client of TLS 1.3 that speaks before the server answered: until it says that this is over. */
  early: SideKeys | undefined;
  keys: SideKeys | undefined;
  /** Of TLS 1.2: what follows is encrypted. */
  changed = false;
  tries = 0;
  greetings = 0;
  opened = 0;
  count = 0;
  done = false;

  get held(): number {
    return this.#held.length + this.message.length + (this.greeting?.held ?? 0);
  }

  stop(): void {
    this.done = true;
    this.greeting = this.early = undefined;
    this.#held = this.message = NOTHING;
    this.keys = undefined;
  }

  *records(bytes: Uint8Array): Generator<readonly [head: Uint8Array, body: Uint8Array]> {
    let b = bytes;
    if (this.#held.length > 0) {
      b = new Uint8Array(this.#held.length + bytes.length);
      b.set(this.#held);
      b.set(bytes, this.#held.length);
    }
    let at = 0;
    while (at + 5 <= b.length && !this.done) {
      const length = (b[at + 3]! << 8) | b[at + 4]!;
      if (length > MAX_RECORD || b[at]! < CHANGE || b[at]! > DATA || b[at + 1] !== 3) {
        this.stop();
        return;
      }
      if (at + 5 + length > b.length) break;
      yield [b.subarray(at, at + 5), b.subarray(at + 5, at + 5 + length)];
      at += 5 + length;
    }
    this.#held = this.done ? NOTHING : b.slice(at);
  }
}

export class TlsSession {
  readonly #log: KeyLog;
  readonly #up = new Side();
  readonly #down = new Side();
  #clientRandom: Uint8Array | undefined;
  #secrets: Secrets | undefined;
  #v13 = false;
  /** A side said more than is opened: the rest is not read. */
  cut = false;
  /** Both sides have keys. */
  #ready = false;
  readonly #shown: ((chain: readonly Uint8Array[] | "packed") => void) | undefined;

  /** `shown`: told once what certificates came encrypted; "packed" where they are compressed, which is not read. */
  constructor(log: KeyLog, shown?: (chain: readonly Uint8Array[] | "packed") => void) {
    this.#log = log;
    this.#shown = shown;
  }

  /** Certificates that come encrypted may still be told. */
  get greeting(): boolean {
    return this.#ready ? this.#down.greeting !== undefined : !this.#down.done;
  }

  /** False once no more can be opened. */
  get alive(): boolean {
    return !(this.#up.done && this.#down.done);
  }

  /** Something was opened. */
  get opened(): boolean {
    return this.#up.opened + this.#down.opened > 0;
  }

  /** Secrets of this connection are in the log. */
  get known(): boolean {
    return this.#secrets !== undefined;
  }

  get held(): number {
    return this.#up.held + this.#down.held;
  }

  /** Nothing more will come: keys and what waits are given up. */
  stop(): void {
    this.#up.stop();
    this.#down.stop();
  }

  client(bytes: Uint8Array, take: TakePlain): void {
    this.#side(this.#up, bytes, take);
  }

  server(bytes: Uint8Array, take: TakePlain): void {
    this.#side(this.#down, bytes, take);
  }

  #side(side: Side, bytes: Uint8Array, take: TakePlain): void {
    if (side.done) return;
    for (const [head, body] of side.records(bytes)) this.#record(side, head, body, take);
  }

  /** Messages of the greeting that are in the open, over records of any size. */
  #greeting(side: Side, body: Uint8Array): void {
    if (++side.greetings > MAX_GREETING) {
      side.stop();
      return;
    }
    let b = new Uint8Array(side.message.length + body.length);
    b.set(side.message);
    b.set(body, side.message.length);
    while (b.length >= 4 && !this.#ready && !side.done) {
      const end = 4 + ((b[1]! << 16) | (b[2]! << 8) | b[3]!);
      if (end > MAX_MESSAGE) side.stop();
      if (end > b.length) break;
      this.#hello(side, b[0]!, b.subarray(4, end));
      b = b.slice(end);
    }
    side.message = this.#ready || side.done ? NOTHING : b;
  }

  #hello(side: Side, type: number, body: Uint8Array): void {
    if (side === this.#up && type === CLIENT_HELLO && body.length >= 34) {
      this.#clientRandom = body.slice(2, 34);
      this.#secrets = this.#log.of(this.#clientRandom);
      if (!this.#secrets) this.stop();
    } else if (side === this.#down && type === SERVER_HELLO && !this.#ready) {
      const hello = readServerHello(body);
      if (!hello?.retry && !(hello && this.#derive(hello, body.slice(2, 34)))) this.stop();
    }
  }

  #derive({ version, cipher, extensions }: ServerHello, serverRandom: Uint8Array): boolean {
    const [suite, secrets, random] = [suiteOf(cipher), this.#secrets, this.#clientRandom];
    this.#v13 = version >= V13;
    if (!suite || !secrets || !random || suite.v13 !== this.#v13) return false;
    if (this.#v13) {
      // A secret of another length is of another suite.
      const fits = (s: Uint8Array | undefined): s is Uint8Array => s?.length === suite.hash.outputLen;
      if (fits(secrets.client)) this.#up.keys = side13(suite, secrets.client);
      else this.#up.stop();
      if (fits(secrets.server)) this.#down.keys = side13(suite, secrets.server);
      else this.#down.stop();
      if (fits(secrets.serverGreeting) && this.#shown)
        this.#down.greeting = new Greeting(side13(suite, secrets.serverGreeting), this.#shown);
    } else {
      if (!secrets.master) return false;
      [this.#up.keys, this.#down.keys] = sides12(
        suite,
        secrets.master,
        random,
        serverRandom,
        extensions.includes(ENCRYPT_THEN_MAC),
      );
    }
    this.#ready = true;
    return this.alive;
  }

  #record(side: Side, head: Uint8Array, body: Uint8Array, take: TakePlain): void {
    const type = head[0]!;
    if (!this.#ready) {
      if (type === HANDSHAKE) this.#greeting(side, body);
      else if (type === DATA && side === this.#up && this.#secrets?.early) this.#firstEarly(head, body, take);
      return;
    }
    if (this.#v13) {
      if (type === DATA && (side.keys || side.greeting)) this.#open13(side, head, body, take);
      return;
    }
    if (type === CHANGE) {
      if (side.changed) side.stop();
      side.changed = true;
    } else if (side.changed) this.#open12(side, head, body, take);
  }

  /** Early data, of a suite that is known from an earlier connection alone: that which opens it. */
  #firstEarly(head: Uint8Array, body: Uint8Array, take: TakePlain): void {
    const up = this.#up;
    if (up.early) {
      this.#openEarly(up.early, head, body, take);
      return;
    }
    if (++up.tries > MAX_TRIES) return;
    const { early } = this.#secrets!;
    for (const suite of suitesOf13(early!.length)) {
      const keys = side13(suite, early!);
      if (!this.#openEarly(keys, head, body, take)) continue;
      up.early ??= keys;
      return;
    }
  }

  /** False for a record that these keys do not open. */
  #openEarly(keys: SideKeys, head: Uint8Array, body: Uint8Array, take: TakePlain): boolean {
    const text = keys.open(head, body);
    if (!text) return false;
    const [type, end] = innerType(text);
    if (type === DATA) this.#tell(this.#up, text.subarray(0, end), take);
    else if (type === HANDSHAKE && text[0] === END_OF_EARLY_DATA) this.#up.early = undefined;
    return true;
  }

  #open12(side: Side, head: Uint8Array, body: Uint8Array, take: TakePlain): void {
    // The end of the greeting, and alerts: they count, and say nothing.
    if (head[0] !== DATA) {
      side.keys!.sequence++;
      return;
    }
    const text = side.keys!.open(head, body);
    if (!text) side.stop();
    else this.#tell(side, text, take);
  }

  #open13(side: Side, head: Uint8Array, body: Uint8Array, take: TakePlain): void {
    if (side.greeting) {
      // A record that is not of the greeting's keys ends it: its secret may be another's.
      if (side.greeting.take(head, body)) {
        if (side.greeting.over) side.greeting = undefined;
        return;
      }
      side.greeting = undefined;
    }
    if (side.early && this.#openEarly(side.early, head, body, take)) return;
    const text = side.keys!.open(head, body);
    if (!text) {
      // The greeting has keys of its own: what they encrypt comes before the first record of ours.
      if (side.keys!.sequence > 0 || ++side.tries > MAX_TRIES) side.stop();
      return;
    }
    const [type, end] = innerType(text);
    if (type === DATA) this.#tell(side, text.subarray(0, end), take);
    else if (type === HANDSHAKE && text[0] === KEY_UPDATE) side.keys!.update();
  }

  #tell(side: Side, text: Uint8Array, take: TakePlain): void {
    side.opened += text.length;
    if (text.length > 0) take(text);
    if (side.opened <= MAX_PLAIN && ++side.count <= MAX_RECORDS) return;
    // What was told may have stopped it: then nothing more was wanted.
    this.cut ||= !side.done;
    side.stop();
  }
}
