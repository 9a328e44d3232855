/** Video and sound (RTP), ways through routers (STUN), tunnels: named for their flow, and told once. @module */
import { GSMTAP_PORT, readGsmtap } from "@contraluz/formats/gsmtap/index.ts";
import { isStun, readRtp, tunnelOf } from "@contraluz/formats/media/index.ts";
import { type UdpReader, UdpState } from "./talk.ts";

/** Datagrams of one source in a row after which it is RTP. */
const ROW = 6;

/** A row of sequence numbers of one source. */
class Row {
  #source = -1;
  #sequence = -1;
  #length = 0;

  is(source: number, sequence: number): boolean {
    const next = (this.#sequence + 1) & 0xffff;
    this.#length =
      source === this.#source && (sequence === next || ((sequence - next) & 0xffff) < 8) ? this.#length + 1 : 1;
    this.#source = source;
    this.#sequence = sequence;
    return this.#length >= ROW;
  }
}

export const stun: UdpReader = (talk, b, start, end) => {
  if (!isStun(b, start, end)) return false;
  talk.count("stun");
  return true;
};

/** Messages of mobile networks, as Rayhunter, QCSuper and SCAT write them into captures. */
export const gsmtap: UdpReader = (talk, b, start, end) => {
  const at = talk.fromClient ? talk.serverPort : talk.clientPort;
  if (at !== GSMTAP_PORT || !readGsmtap(b, start, end)) return false;
  talk.speaks("gsmtap");
  talk.gsmtap(b, start, end);
  return true;
};

export const tunnel: UdpReader = (talk, b, start, end) => {
  const of = tunnelOf(b, start, end, talk.serverPort);
  if (!of) return false;
  talk.speaks(of);
  return true;
};

/** RTP goes in both directions with sources of their own: each direction has its row. */
class Rows extends UdpState {
  readonly up = new Row();
  readonly down = new Row();
}

export const rtp: UdpReader = (talk, b, start, end) => {
  if (talk.state !== undefined && !(talk.state instanceof Rows)) return false;
  if (talk.serverPort < 1024 || talk.clientPort < 1024) return false;
  const head = readRtp(b, start, end);
  if (!head) return false;
  const rows = (talk.state as Rows | undefined) ?? new Rows();
  talk.state = rows;
  if ((talk.fromClient ? rows.up : rows.down).is(head.source, head.sequence)) talk.speaks("rtp");
  return true;
};
