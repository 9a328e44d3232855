/**
 * QUIC: its first packets, which anybody can read, and with keys all that follows: certificates, and requests and answers of HTTP/3.
 * @module
 */
import { Http3Heads } from "@contraluz/formats/http3/index.ts";
import { QuicSession, readInitial } from "@contraluz/formats/quic/index.ts";
import { type ClientHello, readClientHello, readServerHello, type ServerHello } from "@contraluz/formats/tls/index.ts";
import type { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { envelopeOf, type Talk, type UdpReader, UdpState } from "./talk.ts";
import { Seen } from "./tls.ts";
import type { Envelope } from "./types.ts";

const [CLIENT_HELLO, SERVER_HELLO] = [1, 2];
/** Bytes of a hello in QUIC, and packets of one connection that are opened. */
const MAX_HELLO = 16_384;
const MAX_PACKETS = 12;
/** With keys: bytes that wait for others, of one connection and of all. */
const MAX_HELD = 1 << 21;
const MAX_ALL_HELD = 1 << 25;

/** Parts of the handshake of one side, put together. */
class CryptoStream {
  readonly #parts = new Map<number, Uint8Array>();
  #bytes = 0;

  add(offset: number, bytes: Uint8Array): void {
    if (this.#parts.has(offset) || offset + bytes.length > MAX_HELLO || this.#bytes > 2 * MAX_HELLO) return;
    this.#parts.set(offset, bytes);
    this.#bytes += bytes.length;
  }

  /** The message at its start, once it is whole. */
  message(): { readonly type: number; readonly body: Uint8Array } | undefined {
    const all = new Uint8Array(MAX_HELLO);
    let end = 0;
    for (const [offset, bytes] of [...this.#parts].sort(([a], [b]) => a - b)) {
      if (offset > end) break;
      all.set(bytes, offset);
      end = Math.max(end, offset + bytes.length);
    }
    const length = (all[1]! << 16) | (all[2]! << 8) | all[3]!;
    return end >= 4 && 4 + length <= end ? { type: all[0]!, body: all.slice(4, 4 + length) } : undefined;
  }
}

/** Bytes that wait in all connections of a capture. */
interface Room {
  held: number;
}

/** A connection that keys may open. */
class Opened {
  readonly #seen: Seen;
  readonly #room: Room;
  readonly #session: QuicSession;
  readonly #heads: Http3Heads;
  #held = 0;
  #talk: Talk | undefined;
  #speaking: Envelope | undefined;
  #told = false;
  /** Heads were told: it is truly HTTP/3, and what is lost of it is a loss. */
  #spoke = false;
  #cut = false;

  constructor(seen: Seen, keys: KeyLog, room: Room) {
    this.#seen = seen;
    this.#room = room;
    this.#heads = new Http3Heads((fromClient, head) => {
      const talk = this.#talk;
      if (!talk || !this.#speaking) return;
      this.#spoke = true;
      const e = this.#speaking;
      // A head that waited for what the other side says.
      const client = (e.from.port === talk.clientPort) === fromClient ? e : { ...e, from: e.to, to: e.from };
      talk.emit({ kind: "http", ...client, head, decrypted: true });
    });
    this.#session = new QuicSession(keys, {
      shown: (chain) => {
        if (chain === "packed") this.#talk?.count("tls-packed");
        else if (this.#talk) this.#seen.settle(this.#talk, chain);
      },
      stream: (fromClient, part, tag) => {
        if (!this.#talk) return;
        this.#speaking = (tag as Envelope | undefined) ?? envelopeOf(this.#talk);
        this.#heads.part(fromClient, part);
      },
    });
  }

  get alive(): boolean {
    return this.#session.alive;
  }

  /** `hello`: of one side, which this datagram completed. */
  take(talk: Talk, act: (session: QuicSession) => void): void {
    if (!this.alive) return;
    this.#talk = talk;
    act(this.#session);
    const held = this.#session.held + this.#heads.held;
    this.#room.held += held - this.#held;
    this.#held = held;
    if (held > MAX_HELD || this.#room.held > MAX_ALL_HELD) {
      talk.count("held-cut");
      this.#session.stop();
    }
    if (!this.alive) this.#release();
    if (this.#session.opened && !this.#told) {
      this.#told = true;
      talk.count("tls-opened");
    }
    if (!this.#cut && this.#spoke && (this.#session.cut || this.#heads.lost > 0)) {
      this.#cut = true;
      talk.count("heads-cut");
    }
    if (!this.#session.greeting) this.#seen.settle(talk);
    this.#talk = this.#speaking = undefined;
  }

  datagram(talk: Talk, b: Uint8Array, start: number, end: number): void {
    this.take(talk, (s) => s.datagram(talk.fromClient, b, start, end, s.waits ? envelopeOf(talk) : undefined));
  }

  #release(): void {
    this.#room.held -= this.#held;
    this.#held = 0;
  }

  /** It was no such connection. */
  drop(): void {
    this.#session.stop();
    this.#release();
  }

  end(talk: Talk): void {
    if (this.#session.known && !this.#session.opened) talk.count("tls-not-opened");
    this.drop();
  }
}

class Quic extends UdpState {
  readonly #seen: Seen;
  readonly #up = new CryptoStream();
  readonly #down = new CryptoStream();
  readonly #opened: Opened | undefined;
  #destination: Uint8Array | undefined;
  #packets = 0;

  constructor(keys?: KeyLog, room: Room = { held: 0 }) {
    super();
    this.#seen = new Seen("quic", keys !== undefined);
    this.#opened = keys && new Opened(this.#seen, keys, room);
  }

  /** False where nothing of the datagram could be opened. */
  take(talk: Talk, b: Uint8Array, start: number, end: number): boolean {
    // Ids and what waits come before the hello that opens it.
    this.#opened?.datagram(talk, b, start, end);
    if (this.#seen.told || this.#packets++ >= MAX_PACKETS) return true;
    const packet = readInitial(b, start, end, talk.fromClient ? undefined : this.#destination);
    if (!packet || (!talk.fromClient && !this.#destination)) return false;
    if (talk.fromClient && packet.parts.length > 0) this.#destination ??= packet.destination;
    const stream = talk.fromClient ? this.#up : this.#down;
    for (const { offset, bytes } of packet.parts) stream.add(offset, bytes);
    const message = packet.parts.length > 0 ? stream.message() : undefined;
    if (talk.fromClient && message?.type === CLIENT_HELLO) {
      const hello = readClientHello(message.body);
      if (hello) this.#client(talk, hello, message.body);
    } else if (!talk.fromClient && message?.type === SERVER_HELLO) {
      const hello = readServerHello(message.body);
      if (hello) this.#server(talk, hello);
    }
    return true;
  }

  #client(talk: Talk, hello: ClientHello, body: Uint8Array): void {
    this.#seen.client(talk, hello);
    this.#opened?.take(talk, (s) => s.client(body));
  }

  #server(talk: Talk, hello: ServerHello): void {
    this.#seen.server(talk, hello);
    this.#opened?.take(talk, (s) => s.server(hello));
  }

  /** A packet without a long head. */
  short(talk: Talk, b: Uint8Array, start: number, end: number): void {
    this.#opened?.datagram(talk, b, start, end);
  }

  override get hungry(): boolean {
    return this.#opened?.alive ?? false;
  }

  drop(): void {
    this.#opened?.drop();
  }

  override end(talk: Talk): void {
    this.#seen.tell(talk);
    this.#opened?.end(talk);
  }
}

const reader =
  (make: () => Quic): UdpReader =>
  (talk, b, start, end) => {
    const { state } = talk;
    // Without keys long heads alone: what follows them is encrypted, and a video has a million of those.
    if ((b[start]! & 0xc0) !== 0xc0) {
      if (!(state instanceof Quic)) return false;
      state.short(talk, b, start, end);
      return true;
    }
    if (state !== undefined && !(state instanceof Quic)) return false;
    const quic = state ?? make();
    if (!quic.take(talk, b, start, end)) {
      if (state === undefined) quic.drop();
      return state !== undefined;
    }
    talk.state = quic;
    return true;
  };

/** Initial packets of QUIC. */
export const quicDatagram: UdpReader = reader(() => new Quic());

/** The same, and what `keys` open, in the connections of one capture. */
export function quicReader(keys: KeyLog): UdpReader {
  const room: Room = { held: 0 };
  return reader(() => new Quic(keys, room));
}
