/**
 * TLS over TCP and in QUIC: one item for a connection, when all that is in the open was seen or the connection is over.
 * @module
 */
import { readInitial } from "@contraluz/formats/quic/index.ts";
import {
  type ClientHello,
  readCertificates,
  readClientHello,
  readServerHello,
  type ServerHello,
  TlsRecords,
} from "@contraluz/formats/tls/index.ts";
import { TlsMemo } from "./memo.ts";
import { envelopeOf, type Talk, type TcpReader, type UdpReader, UdpState } from "./talk.ts";
import type { Envelope, ShownCertificate, TlsItem } from "./types.ts";

/** Pure results, for all captures that are read; bounded. */
const MEMO = new TlsMemo();

const [CLIENT_HELLO, SERVER_HELLO, CERTIFICATE] = [1, 2, 11];
/** TLS 1.3: certificates are encrypted from here on. */
const V13 = 0x0304;

/** What was seen of one connection. */
class Seen {
  #client: ClientHello | undefined;
  #server: ServerHello | undefined;
  #certificates: readonly ShownCertificate[] = [];
  /** Of the client's hello, or of what came first. */
  #envelope: Envelope | undefined;
  readonly #over: TlsItem["over"];
  /** Keys may still show the certificates that are encrypted. */
  #waits: boolean;
  #opened = false;
  told = false;

  constructor(over: TlsItem["over"], waits = false) {
    this.#over = over;
    this.#waits = waits;
  }

  client(talk: Talk, hello: ClientHello): void {
    this.#client ??= hello;
    this.#envelope ??= envelopeOf(talk);
    if (hello.sni !== undefined) talk.asks(hello.sni);
    talk.speaks(this.#over === "quic" ? "quic" : "tls");
  }

  server(talk: Talk, hello: ServerHello): void {
    if (hello.retry) return;
    this.#server ??= hello;
    this.#envelope ??= envelopeOf(talk);
    talk.speaks(this.#over === "quic" ? "quic" : "tls");
    if (hello.version >= V13 && !this.#waits) this.tell(talk);
  }

  /** Certificates that keys opened; without any, no keys will. */
  settle(talk: Talk, opened?: readonly Uint8Array[]): void {
    if (!this.#waits || this.told) return;
    this.#waits = false;
    this.#opened = opened !== undefined;
    if (opened) this.certificates(talk, opened);
    else if (this.#server && this.#server.version >= V13) this.tell(talk);
  }

  certificates(talk: Talk, list: readonly Uint8Array[]): void {
    this.#certificates = list.flatMap((der): ShownCertificate[] => {
      const c = MEMO.certificate(der);
      return c ? [c] : [];
    });
    this.tell(talk);
  }

  tell(talk: Talk): void {
    if (this.told || !this.#envelope) return;
    this.told = true;
    const [c, s] = [this.#client, this.#server];
    const alpn = s?.alpn === undefined ? (c?.alpn ?? []) : [s.alpn];
    talk.emit({
      kind: "tls",
      ...this.#envelope,
      over: this.#over,
      ...(c?.sni === undefined ? {} : { sni: c.sni }),
      alpn,
      ech: c?.ech ?? false,
      ...(c ? MEMO.client(c, this.#over === "quic" ? "q" : "t") : {}),
      ...(s ? { version: s.version, cipher: s.cipher, ja3s: MEMO.ja3s(s) } : {}),
      certificates: this.#certificates,
      ...(this.#opened ? { decrypted: true } : {}),
    });
  }
}

/** A reader that is told when keys showed what was encrypted, or will not. */
export interface TlsReader extends TcpReader {
  settle(talk: Talk, opened?: readonly Uint8Array[]): void;
}

/** A connection that begins as TLS does. `keys`: who opens it tells what it showed. */
export function tlsConnection(keys = false): TlsReader {
  const seen = new Seen("tcp", keys);
  const [up, down] = [new TlsRecords(), new TlsRecords()];
  return {
    client(talk, bytes) {
      for (const { type, body } of up.take(bytes)) {
        const hello = type === CLIENT_HELLO ? readClientHello(body) : undefined;
        if (hello) seen.client(talk, hello);
      }
      return !up.done;
    },
    server(talk, bytes) {
      for (const { type, body } of down.take(bytes)) {
        const hello = type === SERVER_HELLO ? readServerHello(body) : undefined;
        if (hello) seen.server(talk, hello);
        else if (type === CERTIFICATE) seen.certificates(talk, readCertificates(body));
      }
      return !down.done && !seen.told;
    },
    settle: (talk, opened) => seen.settle(talk, opened),
    end: (talk) => seen.tell(talk),
    held: () => up.held + down.held,
  };
}

/** Bytes of a hello in QUIC, and packets of one connection that are opened. */
const MAX_HELLO = 16_384;
const MAX_PACKETS = 12;

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

class Quic extends UdpState {
  readonly #seen = new Seen("quic");
  readonly #up = new CryptoStream();
  readonly #down = new CryptoStream();
  #destination: Uint8Array | undefined;
  #packets = 0;

  /** False where nothing of the datagram could be opened. */
  take(talk: Talk, b: Uint8Array, start: number, end: number): boolean {
    if (this.#seen.told || this.#packets++ >= MAX_PACKETS) return true;
    const packet = readInitial(b, start, end, talk.fromClient ? undefined : this.#destination);
    if (!packet || (!talk.fromClient && !this.#destination)) return false;
    if (talk.fromClient && packet.parts.length > 0) this.#destination ??= packet.destination;
    const stream = talk.fromClient ? this.#up : this.#down;
    for (const { offset, bytes } of packet.parts) stream.add(offset, bytes);
    const message = packet.parts.length > 0 ? stream.message() : undefined;
    if (talk.fromClient && message?.type === CLIENT_HELLO) {
      const hello = readClientHello(message.body);
      if (hello) this.#seen.client(talk, hello);
    } else if (!talk.fromClient && message?.type === SERVER_HELLO) {
      const hello = readServerHello(message.body);
      if (hello) this.#seen.server(talk, hello);
    }
    return true;
  }

  override end(talk: Talk): void {
    this.#seen.tell(talk);
  }
}

/** Initial packets of QUIC. */
export const quicDatagram: UdpReader = (talk, b, start, end) => {
  // Long heads alone: what follows them is encrypted, and a video has a million of those.
  if ((b[start]! & 0xc0) !== 0xc0) return talk.state instanceof Quic;
  if (talk.state !== undefined && !(talk.state instanceof Quic)) return false;
  const fresh = talk.state === undefined;
  const quic = (talk.state as Quic | undefined) ?? new Quic();
  if (!quic.take(talk, b, start, end)) return !fresh;
  talk.state = quic;
  return true;
};
