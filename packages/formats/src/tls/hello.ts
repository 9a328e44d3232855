/**
 * Hello messages of TLS: what a client offers, what a server takes.
 * Sources: RFC 8446 (4.1.2, 4.1.3, 4.2), 5246 (7.4.1), 6066 (3), 7301, 8701 (GREASE); draft-ietf-tls-esni (extension 0xfe0d).
 * @module
 */

/** What both fingerprints are made of, in the order of the message. */
export interface ClientHello {
  /** Of the message itself: 0x0303 since TLS 1.3. */
  readonly version: number;
  /** What it offers (extension 43), without GREASE; empty before TLS 1.3. */
  readonly versions: readonly number[];
  readonly ciphers: readonly number[];
  readonly extensions: readonly number[];
  readonly groups: readonly number[];
  readonly pointFormats: readonly number[];
  readonly signatures: readonly number[];
  readonly alpn: readonly string[];
  /** The name that it asks for, in the open. */
  readonly sni?: string;
  /** The true name may be another one: it is encrypted. */
  readonly ech: boolean;
}

export interface ServerHello {
  /** The one that was taken. */
  readonly version: number;
  /** Of the message itself. */
  readonly legacyVersion: number;
  readonly cipher: number;
  readonly extensions: readonly number[];
  readonly alpn?: string;
  /** It asks for another hello (RFC 8446, 4.1.3). */
  readonly retry: boolean;
}

/** SHA-256 of "HelloRetryRequest": the random of such a hello begins so. */
const RETRY = [0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11];
const [SNI, GROUPS, POINTS, SIGNATURES, ALPN, VERSIONS, ECH] = [0, 10, 11, 13, 16, 43, 0xfe0d];

/** Reserved values that clients mix in. */
export const isGrease = (n: number): boolean => (n & 0x0f0f) === 0x0a0a && n >> 8 === (n & 255);

const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;

/** Numbers of two bytes in `b[from]` to `b[to - 1]`, as sent. */
function list16(b: Uint8Array, from: number, to: number): number[] {
  const out: number[] = [];
  for (let at = from; at + 2 <= to; at += 2) out.push(u16(b, at));
  return out;
}

/** A list whose length stands before it, in `size` bytes. */
function counted(
  b: Uint8Array,
  from: number,
  to: number,
  size: 1 | 2,
): readonly [from: number, to: number] | undefined {
  if (from + size > to) return undefined;
  const length = size === 1 ? b[from]! : u16(b, from);
  return from + size + length > to ? undefined : [from + size, from + size + length];
}

/** Bytes as letters: what is no printable ASCII as `\xNN`. */
export function ascii(b: Uint8Array, from: number, to: number): string {
  let out = "";
  for (let i = from; i < to; i++) {
    const c = b[i]!;
    out += c > 0x20 && c < 0x7f && c !== 0x5c ? String.fromCharCode(c) : `\\x${c.toString(16).padStart(2, "0")}`;
  }
  return out;
}

/** Extensions: number and place of each. */
function eachExtension(
  b: Uint8Array,
  from: number,
  to: number,
  take: (id: number, from: number, to: number) => void,
): void {
  for (let at = from; at + 4 <= to; ) {
    const end = at + 4 + u16(b, at + 2);
    if (end > to) return;
    take(u16(b, at), at + 4, end);
    at = end;
  }
}

function protocols(b: Uint8Array, from: number, to: number): string[] {
  const out: string[] = [];
  const all = counted(b, from, to, 2);
  for (let at = all?.[0] ?? to; all && at < all[1]; ) {
    const one = counted(b, at, all[1], 1);
    if (!one) break;
    out.push(ascii(b, one[0], one[1]));
    at = one[1];
  }
  return out;
}

/** The body of a ClientHello (behind the head of the handshake); undefined for what is none. Of a cut one what stands before. */
export function readClientHello(b: Uint8Array, start = 0, end: number = b.length): ClientHello | undefined {
  if (end - start < 38) return undefined;
  const session = counted(b, start + 34, end, 1);
  const suites = session && counted(b, session[1], end, 2);
  const methods = suites && counted(b, suites[1], end, 1);
  if (!suites || !methods) return undefined;
  const said: {
    versions: number[];
    groups: number[];
    points: number[];
    signatures: number[];
    alpn: string[];
    sni?: string;
    ech: boolean;
  } = { versions: [], groups: [], points: [], signatures: [], alpn: [], ech: false };
  const extensions: number[] = [];
  const stated = methods[1] + 2 <= end ? methods[1] + 2 + u16(b, methods[1]) : end;
  eachExtension(b, methods[1] + 2, Math.min(end, stated), (id, from, to) => {
    extensions.push(id);
    if (id === SNI) {
      // A list of one name of type 0, as all send it.
      const name = to - from > 5 && b[from + 2] === 0 ? counted(b, from + 3, to, 2) : undefined;
      if (name) said.sni ??= ascii(b, name[0], name[1]);
    } else if (id === GROUPS || id === SIGNATURES) {
      const all = counted(b, from, to, 2);
      if (all) said[id === GROUPS ? "groups" : "signatures"] = list16(b, all[0], all[1]);
    } else if (id === POINTS) {
      const all = counted(b, from, to, 1);
      if (all) said.points = [...b.subarray(all[0], all[1])];
    } else if (id === ALPN) said.alpn = protocols(b, from, to);
    else if (id === VERSIONS) {
      const all = counted(b, from, to, 1);
      if (all) said.versions = list16(b, all[0], all[1]).filter((v) => !isGrease(v));
    } else if (id === ECH) said.ech = true;
  });
  return {
    version: u16(b, start),
    versions: said.versions,
    ciphers: list16(b, suites[0], suites[1]),
    extensions,
    groups: said.groups,
    pointFormats: said.points,
    signatures: said.signatures,
    alpn: said.alpn,
    ...(said.sni === undefined ? {} : { sni: said.sni }),
    ech: said.ech,
  };
}

/** The body of a ServerHello; undefined for what is none. */
export function readServerHello(b: Uint8Array, start = 0, end: number = b.length): ServerHello | undefined {
  if (end - start < 38) return undefined;
  const session = counted(b, start + 34, end, 1);
  if (!session || session[1] + 3 > end) return undefined;
  const extensions: number[] = [];
  let version = u16(b, start);
  let alpn: string | undefined;
  const from = session[1] + 3;
  if (from + 2 <= end)
    eachExtension(b, from + 2, Math.min(end, from + 2 + u16(b, from)), (id, at, to) => {
      extensions.push(id);
      if (id === VERSIONS && to - at === 2) version = u16(b, at);
      else if (id === ALPN) alpn = protocols(b, at, to)[0];
    });
  return {
    version,
    legacyVersion: u16(b, start),
    cipher: u16(b, session[1]),
    extensions,
    ...(alpn === undefined ? {} : { alpn }),
    retry: RETRY.every((x, i) => b[start + 2 + i] === x),
  };
}

/** DER of the certificates of a Certificate message of TLS 1.2 and before, the server's own first: parts of `b`. */
export function readCertificates(b: Uint8Array, start = 0, end: number = b.length): Uint8Array[] {
  const out: Uint8Array[] = [];
  const u24 = (at: number): number => (b[at]! << 16) | u16(b, at + 1);
  if (end - start < 3) return out;
  const stop = Math.min(end, start + 3 + u24(start));
  for (let at = start + 3; at + 3 <= stop && out.length < 20; ) {
    const to = at + 3 + u24(at);
    if (to > stop) break;
    out.push(b.subarray(at + 3, to));
    at = to;
  }
  return out;
}

/** The same of a Certificate message of TLS 1.3, where each stands with fields of its own behind it. */
export function readCertificates13(b: Uint8Array, start = 0, end: number = b.length): Uint8Array[] {
  const out: Uint8Array[] = [];
  const u24 = (at: number): number => (b[at]! << 16) | u16(b, at + 1);
  const context = counted(b, start, end, 1);
  if (!context || context[1] + 3 > end) return out;
  const stop = Math.min(end, context[1] + 3 + u24(context[1]));
  for (let at = context[1] + 3; at + 3 <= stop && out.length < 20; ) {
    const to = at + 3 + u24(at);
    if (to > stop) break;
    out.push(b.subarray(at + 3, to));
    if (to + 2 > stop) break;
    at = to + 2 + u16(b, to);
  }
  return out;
}
