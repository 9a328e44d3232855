/** The packet that is being read, as readers of messages see it, and the two sides of its connection. @module */
import { addressText, macText } from "@contraluz/formats/ip/index.ts";
import { CLIENT_MAC, type FlowColumns, SERVER_MAC } from "./columns.ts";
import type { ConversationOptions, PacketPlace } from "./conversations.ts";
import type { ResolvedNames } from "./resolved.ts";
import type { Talk, UdpState } from "./talk.ts";
import type { Endpoint } from "./types.ts";

const NOTHING: Uint8Array = new Uint8Array(0);

/** The packet that is being read, as readers of messages see it. */
export class Speaking implements Talk {
  readonly place: PacketPlace;
  readonly columns: FlowColumns;
  readonly names: ResolvedNames;
  readonly file: number;
  readonly emit: Talk["emit"];
  readonly count: Talk["count"];
  readonly gsmtap: Talk["gsmtap"];
  slot = 0;
  fromClient = true;
  clientPort = 0;
  serverPort = 0;
  bytes: Uint8Array = NOTHING;
  version: 4 | 6 = 4;
  /** Where addresses lie, of the network and of the link. */
  source = 0;
  target = 0;
  sourceMac = -1;
  targetMac = -1;

  constructor(place: PacketPlace, columns: FlowColumns, names: ResolvedNames, o: ConversationOptions) {
    this.place = place;
    this.columns = columns;
    this.names = names;
    this.file = o.file;
    this.emit = o.emit;
    this.count = o.count;
    this.gsmtap = o.gsmtap;
  }

  get state(): UdpState | undefined {
    return this.columns.reading[this.slot]?.state;
  }

  set state(state: UdpState | undefined) {
    this.columns.open(this.slot).state = state;
  }

  from(): Endpoint {
    const port = this.fromClient ? this.clientPort : this.serverPort;
    return sideOf(this, this.source, port, this.sourceMac, this.fromClient);
  }

  to(): Endpoint {
    const port = this.fromClient ? this.serverPort : this.clientPort;
    return sideOf(this, this.target, port, this.targetMac, !this.fromClient);
  }

  speaks(app: string): void {
    this.columns.speaks(this.slot, app);
  }

  asks(host: string): void {
    this.columns.host[this.slot] ??= host;
  }

  resolved(name: string, of: string): void {
    this.names.add(name, of);
  }
}

/** The address of its link is that of this very frame: machines without an address yet share a conversation. */
function sideOf(s: Speaking, at: number, port: number, mac: number, client: boolean): Endpoint {
  const text = addressText(s.bytes, at, s.version);
  if (mac >= 0) return { address: text, port, mac: macText(s.bytes, mac) };
  return endpoint(s.columns, s.slot, text, port, client);
}

/** One side of a connection, with the address of its link if that was seen. */
export function endpoint(c: FlowColumns, slot: number, text: string, port: number, client: boolean): Endpoint {
  if ((c.flags[slot]! & (client ? CLIENT_MAC : SERVER_MAC)) === 0) return { address: text, port };
  return { address: text, port, mac: macText(c.macs, 12 * slot + (client ? 0 : 6)) };
}
