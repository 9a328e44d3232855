/**
 * TLS over TCP, and what QUIC says of it: one item for a connection, when all that is in the open was seen or the connection is over.
 * @module
 */
import {
  type ClientHello,
  readCertificates,
  readClientHello,
  readServerHello,
  type ServerHello,
  TlsRecords,
} from "@contraluz/formats/tls/index.ts";
import { TlsMemo } from "./memo.ts";
import { envelopeOf, type Talk, type TcpReader } from "./talk.ts";
import type { Envelope, ShownCertificate, TlsItem } from "./types.ts";

/** Pure results, for all captures that are read; bounded. */
const MEMO = new TlsMemo();

const [CLIENT_HELLO, SERVER_HELLO, CERTIFICATE] = [1, 2, 11];
/** TLS 1.3: certificates are encrypted from here on. */
const V13 = 0x0304;

/** What was seen of one connection. */
export class Seen {
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
