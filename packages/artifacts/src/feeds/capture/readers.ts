/** Who reads what: datagrams in this order, connections by their port or their first bytes. One line each. @module */

import { looksLikeHttp } from "@contraluz/formats/http/index.ts";
import { looksLikeTls } from "@contraluz/formats/tls/index.ts";
import type { KeyLog } from "@contraluz/formats/tls-keys/index.ts";
import { decryptedConnection } from "./decrypted.ts";
import { DISCOVERY } from "./discovery.ts";
import { dnsConnection, dnsDatagram } from "./dns.ts";
import { httpConnection } from "./http.ts";
import { gsmtap, rtp, stun, tunnel } from "./media.ts";
import { quicDatagram, quicReader } from "./quic.ts";
import type { TcpReader, UdpReader } from "./talk.ts";
import { tlsConnection } from "./tls.ts";

/** The first that takes a datagram has read it. `keys`: of TLS, if they may be used; of one capture. */
export function udpReaders(keys?: KeyLog): readonly UdpReader[] {
  return [dnsDatagram, keys ? quicReader(keys) : quicDatagram, ...DISCOVERY, gsmtap, stun, tunnel, rtp];
}

/** The reader of a connection, by its server's port and the first bytes that were seen of it. `keys`: of TLS, if they may be used. */
export function tcpReader(port: number, first: Uint8Array, keys?: KeyLog): TcpReader | undefined {
  if (looksLikeTls(first)) return keys ? decryptedConnection(tlsConnection(true), keys) : tlsConnection();
  if (looksLikeHttp(first)) return httpConnection();
  return port === 53 ? dnsConnection() : undefined;
}
