/** What a reader of messages sees of the packet that is being read, and what it may say of its conversation. @module */
import type { Moment, Origin } from "@contraluz/core";
import { momentOf } from "./clock.ts";
import type { PacketPlace } from "./conversations.ts";
import type { CaptureItem, Endpoint, Envelope } from "./types.ts";

/** One object for all packets: what is kept of it must be copied. */
export interface Talk {
  /** Of what was seen first; `fromClient` says which of them sent this packet. */
  readonly clientPort: number;
  readonly serverPort: number;
  readonly fromClient: boolean;
  readonly place: Readonly<PacketPlace>;
  readonly file: number;
  /** Of this conversation; who reads it keeps what it needs here. */
  state: UdpState | undefined;
  /** Who sent this packet, and to whom: texts are made at each call. */
  from(): Endpoint;
  to(): Endpoint;
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

/** The envelope of the packet that is being read, for an item. */
export function envelopeOf(talk: Talk): Envelope {
  const { number: packet, offset, seconds, nanos } = talk.place;
  const origin = { file: talk.file, at: { packet, offset } };
  return { at: momentOf(seconds, nanos), seconds, nanos, packet, offset, from: talk.from(), to: talk.to(), origin };
}

/** The same for what comes so often that most of it is only counted: moment and origin are made for who asks. */
export class Heard implements Envelope {
  readonly seconds: number;
  readonly nanos: number;
  readonly packet: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly offset: number;
  readonly file: number;

  constructor(talk: Talk) {
    const { number, offset, seconds, nanos } = talk.place;
    this.seconds = seconds;
    this.nanos = nanos;
    this.packet = number;
    this.from = talk.from();
    this.to = talk.to();
    this.offset = offset;
    this.file = talk.file;
  }

  get at(): Moment {
    return momentOf(this.seconds, this.nanos);
  }

  get origin(): Origin {
    return { file: this.file, at: { packet: this.packet, offset: this.offset } };
  }
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

  /** True where it wants to see all that is said, however long that goes on. */
  get hungry(): boolean {
    return false;
  }
}
