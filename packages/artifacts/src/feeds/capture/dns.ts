/** DNS, mDNS and LLMNR in datagrams, DNS over TCP (RFC 7766: two bytes of length before each message). @module */
import { type DnsMessage, readDns } from "@contraluz/formats/dns/index.ts";
import { addressText } from "@contraluz/formats/ip/index.ts";
import { Heard, type Talk, type TcpReader } from "./talk.ts";
import type { DnsItem } from "./types.ts";

const overOf = (port: number): DnsItem["over"] | undefined =>
  port === 53 ? "udp" : port === 5353 ? "mdns" : port === 5355 ? "llmnr" : undefined;
/** Bytes of one message over TCP. */
const MAX_MESSAGE = 65_535;

class DnsHeard extends Heard implements DnsItem {
  readonly kind = "dns";
  readonly over: DnsItem["over"];
  readonly message: DnsMessage;

  constructor(talk: Talk, over: DnsItem["over"], message: DnsMessage) {
    super(talk);
    this.over = over;
    this.message = message;
  }
}

function tell(talk: Talk, over: DnsItem["over"], message: DnsMessage): void {
  const { records } = message;
  if (over !== "mdns" && message.response)
    for (let i = 0; i < message.answers; i++) {
      const { address, name } = records[i]!;
      if (!address) continue;
      const text = addressText(address, 0, address.length === 4 ? 4 : 6);
      talk.resolved(message.questions[0]?.name ?? name, text);
    }
  talk.emit(new DnsHeard(talk, over, message));
}

/** Datagrams of the three ports. */
export function dnsDatagram(talk: Talk, b: Uint8Array, start: number, end: number): boolean {
  const over = overOf(talk.serverPort) ?? overOf(talk.clientPort);
  if (!over) return false;
  const message = readDns(b, start, end);
  if (!message) return false;
  talk.speaks(over === "udp" ? "dns" : over);
  tell(talk, over, message);
  return true;
}

/** Messages of one direction of a connection. */
class Messages {
  #held: Uint8Array = new Uint8Array(0);

  /** Bytes that wait for those behind them. */
  get held(): number {
    return this.#held.length;
  }

  take(talk: Talk, bytes: Uint8Array): boolean {
    const all = new Uint8Array(this.#held.length + bytes.length);
    all.set(this.#held);
    all.set(bytes, this.#held.length);
    let at = 0;
    while (at + 2 <= all.length) {
      const length = (all[at]! << 8) | all[at + 1]!;
      if (at + 2 + length > all.length) break;
      const message = readDns(all, at + 2, at + 2 + length);
      if (!message) return false;
      talk.speaks("dns");
      tell(talk, "tcp", message);
      at += 2 + length;
    }
    this.#held = all.slice(at);
    return this.#held.length <= MAX_MESSAGE + 2;
  }
}

export function dnsConnection(): TcpReader {
  const [client, server] = [new Messages(), new Messages()];
  return {
    client: (talk, bytes) => client.take(talk, bytes),
    server: (talk, bytes) => server.take(talk, bytes),
    held: () => client.held + server.held,
  };
}
