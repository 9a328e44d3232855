/**
 * Datagrams that carry media or find a way for it (RTP, STUN), and tunnels that hide what they carry (WireGuard, OpenVPN, IPsec).
 * Sources: RFC 3550 (5.1), 3551, 8489 (5), WireGuard paper (5.4), OpenVPN's protocol description, RFC 7296 (3.1).
 * @module
 */

export interface RtpHead {
  readonly type: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly source: number;
  /** Of its payload. */
  readonly start: number;
}

const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
const u32 = (b: Uint8Array, at: number): number => u16(b, at) * 65_536 + u16(b, at + 2);

/** What may be a head of RTP: one alone proves nothing, a row of sequence numbers does. */
export function readRtp(b: Uint8Array, start: number, end: number): RtpHead | undefined {
  if (end - start < 13 || b[start]! >> 6 !== 2) return undefined;
  const type = b[start + 1]! & 0x7f;
  // 72 to 76 are those of RTCP.
  if (type >= 72 && type <= 76) return undefined;
  const head = 12 + 4 * (b[start]! & 15);
  const more = (b[start]! & 0x10) !== 0 ? 4 : 0;
  if (start + head + more > end) return undefined;
  const extension = more > 0 ? 4 * u16(b, start + head + 2) + 4 : 0;
  if (start + head + extension > end) return undefined;
  return {
    type,
    sequence: u16(b, start + 2),
    timestamp: u32(b, start + 4),
    source: u32(b, start + 8),
    start: start + head + extension,
  };
}

/** True for a message of STUN (RFC 8489: its magic number; the old form without it is not told apart from others). */
export function isStun(b: Uint8Array, start: number, end: number): boolean {
  return (
    end - start >= 20 && b[start]! < 4 && u32(b, start + 4) === 0x2112a442 && u16(b, start + 2) + 20 <= end - start
  );
}

export type Tunnel = "wireguard" | "openvpn" | "ipsec";

const WIREGUARD: Readonly<Record<number, number>> = { 1: 148, 2: 92, 3: 64 };

/** The tunnel that a datagram opens; undefined for others. What flows in it later looks like anything. */
export function tunnelOf(b: Uint8Array, start: number, end: number, port: number): Tunnel | undefined {
  const length = end - start;
  const type = b[start]!;
  if (length >= 32 && b[start + 1] === 0 && b[start + 2] === 0 && b[start + 3] === 0 && WIREGUARD[type] === length)
    return "wireguard";
  if (port === 1194 && length >= 14 && (type >> 3 === 7 || type >> 3 === 8 || type >> 3 === 10)) return "openvpn";
  if ((port === 500 || port === 4500) && length >= 28) {
    const at = port === 4500 && u32(b, start) === 0 ? start + 4 : start;
    const version = b[at + 17];
    if ((version === 0x10 || version === 0x20) && u32(b, at + 24) <= length) return "ipsec";
  }
  return undefined;
}
