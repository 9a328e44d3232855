/** What a reader of messages sees of the packet that is being read, and what it may say of its conversation. @module */
import type { CaptureItem, Endpoint, Envelope } from "./types.ts";

/** One object for all packets: what is kept of it must be copied. */
export interface Talk {
  /** Of what was seen first; `fromClient` says which of them sent this packet. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly fromClient: boolean;
  readonly seconds: number;
  /** Of this conversation; who reads it keeps what it needs here. */
  state: UdpState | undefined;
  /** A new one at each call: for an item. */
  envelope(): Envelope;
  emit(item: CaptureItem): void;
  /** What the conversation speaks; the first answer counts. */
  speaks(app: string): void;
  /** The name that the client asked for; the first answer counts. */
  asks(host: string): void;
  /** An address was the answer to a name. */
  resolved(name: string, address: string): void;
  /** A message of a mobile network, with its head. */
  gsmtap(b: Uint8Array, start: number, end: number): void;
  /** A sum for the end of the capture, by name: `doh`, `ech` … */
  count(what: string): void;
}

/** Reads one datagram, `b[start]` to `b[end - 1]`; false if it is none of its own. */
export type UdpReader = (talk: Talk, b: Uint8Array, start: number, end: number) => boolean;

/** Reads one TCP connection; false once it needs no more of that direction. */
export interface TcpReader {
  client(talk: Talk, bytes: Uint8Array): boolean;
  server(talk: Talk, bytes: Uint8Array): boolean;
  /** The connection, or the capture, is over: what waits for more is told as it is. */
  end?(talk: Talk): void;
  /** Bytes that wait for those behind them, of both directions. */
  held(): number;
}

/** What is remembered of one conversation of datagrams, by whoever reads it. */
export class UdpState {
  /** The conversation, or the capture, is over: what waits for more is told as it is. */
  end(_talk: Talk): void {}
}
