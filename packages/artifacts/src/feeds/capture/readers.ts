/** Who reads what: datagrams in this order, connections by their port or their first bytes. One line each. @module */
import { dnsConnection, dnsDatagram } from "./dns.ts";
import type { TcpReader, UdpReader } from "./talk.ts";

/** The first that takes a datagram has read it. */
export const UDP_READERS: readonly UdpReader[] = [dnsDatagram];

/** The reader of a connection, by its server's port and the first bytes of the client (or of the server, where that speaks first). */
export function tcpReader(port: number, _first: Uint8Array): TcpReader | undefined {
  return port === 53 ? dnsConnection() : undefined;
}
