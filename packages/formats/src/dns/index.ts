/**
 * DNS messages: questions and answers, of resolvers, mDNS and LLMNR alike.
 *
 * Names are pointers into the message: each may only point before itself, and no name is longer than 255 bytes, so that a message cannot
 * cost more than its length. Sources: RFC 1035 (4), 6762 (18), 3596, 2782, 6763 (6), 9460 (2.2), 9499.
 * @module
 */

import { Names } from "./names.ts";

export interface DnsQuestion {
  /** Without the dot at its end; bytes that are no printable ASCII as `\DDD` (RFC 1035, 5.1). As it was sent, in its case. */
  readonly name: string;
  readonly type: number;
  /** mDNS: an answer to this machine alone is welcome. */
  readonly unicast: boolean;
}

export interface DnsRecord {
  readonly name: string;
  readonly type: number;
  readonly ttl: number;
  /** A, AAAA: the address. CNAME, NS, PTR, MX, SRV, HTTPS: the name it points to. TXT: its texts. Left out where it is of another type. */
  readonly address?: Uint8Array;
  readonly target?: string;
  readonly port?: number;
  readonly texts?: readonly string[];
  /** HTTPS, SVCB: the client may hide the name that it asks for (a key of ECH is given). */
  readonly ech?: true;
  /** Bytes of its data. */
  readonly length: number;
}

export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  readonly opcode: number;
  /** 0 well, 2 the server failed, 3 there is no such name. */
  readonly rcode: number;
  /** The answer does not fit: it is asked again over TCP. */
  readonly truncated: boolean;
  readonly questions: readonly DnsQuestion[];
  /** Answers, then those of authority, then additional ones. */
  readonly records: readonly DnsRecord[];
  /** How many of them are answers. */
  readonly answers: number;
}

export const DNS_TYPE = {
  a: 1,
  ns: 2,
  cname: 5,
  soa: 6,
  null: 10,
  ptr: 12,
  mx: 15,
  txt: 16,
  aaaa: 28,
  srv: 33,
  opt: 41,
  svcb: 64,
  https: 65,
} as const;

/** Records of one message; one of 64 KB could hold 5,000. */
const MAX_RECORDS = 1000;
const MAX_TEXTS = 100;

const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
const decoder = new TextDecoder();

function textsOf(b: Uint8Array, from: number, end: number): string[] {
  const out: string[] = [];
  for (let at = from; at < end && out.length < MAX_TEXTS; ) {
    const n = b[at]!;
    if (at + 1 + n > end) break;
    out.push(decoder.decode(b.subarray(at + 1, at + 1 + n)));
    at += n + 1;
  }
  return out;
}

/** True if the parameters of an HTTPS or SVCB record have a key of ECH (5). */
function hasEch(b: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at + 4 <= end; at += 4 + u16(b, at + 2)) if (u16(b, at) === 5) return true;
  return false;
}

/** A record whose name was read, with its data at `at`. */
function recordOf(
  b: Uint8Array,
  names: Names,
  name: string,
  type: number,
  ttl: number,
  at: number,
  length: number,
): DnsRecord {
  const T = DNS_TYPE;
  switch (type) {
    case T.a:
      return length === 4 ? { name, type, ttl, address: b.slice(at, at + 4), length } : { name, type, ttl, length };
    case T.aaaa:
      return length === 16 ? { name, type, ttl, address: b.slice(at, at + 16), length } : { name, type, ttl, length };
    case T.cname:
    case T.ns:
    case T.ptr:
      return pointing(names.read(at), name, type, ttl, length);
    case T.mx:
      return pointing(length > 2 ? names.read(at + 2) : undefined, name, type, ttl, length);
    case T.srv:
      return length > 6
        ? { port: u16(b, at + 4), ...pointing(names.read(at + 6), name, type, ttl, length) }
        : { name, type, ttl, length };
    case T.txt:
      return { name, type, ttl, texts: textsOf(b, at, at + length), length };
    case T.svcb:
    case T.https: {
      if (length < 3) return { name, type, ttl, length };
      const to = pointing(names.read(at + 2), name, type, ttl, length);
      return hasEch(b, names.end, at + length) ? { ...to, ech: true } : to;
    }
    default:
      return { name, type, ttl, length };
  }
}

function pointing(target: string | undefined, name: string, type: number, ttl: number, length: number): DnsRecord {
  return target === undefined ? { name, type, ttl, length } : { name, type, ttl, target, length };
}

/** Of the message that is being read. */
const NAMES = new Names();

/**
 * The message in `b[start]` to `b[end - 1]`; undefined for what is none. Of one that is cut or damaged, what stands before.
 * @example readDns(datagram, 0, datagram.length)?.questions[0]?.name // "example.org"
 */
export function readDns(b: Uint8Array, start: number, end: number): DnsMessage | undefined {
  if (end - start < 12) return undefined;
  const flags = u16(b, start + 2);
  const asked = u16(b, start + 4);
  const answered = u16(b, start + 6);
  const others = u16(b, start + 8) + u16(b, start + 10);
  // What is no DNS has any numbers here.
  if (asked > 64 || (flags & 0x40) !== 0 || asked + answered + others === 0) return undefined;
  const names = NAMES;
  names.message(b, start, end);
  const questions: DnsQuestion[] = [];
  let at = start + 12;
  for (let i = 0; i < asked; i++) {
    const name = names.read(at);
    if (name === undefined || names.end + 4 > end) break;
    questions.push({ name, type: u16(b, names.end), unicast: (u16(b, names.end + 2) & 0x8000) !== 0 });
    at = names.end + 4;
  }
  const records: DnsRecord[] = [];
  let answers = 0;
  const all = questions.length < asked ? 0 : answered + others;
  for (let i = 0; i < all && records.length < MAX_RECORDS; i++) {
    const name = names.read(at);
    const head = names.end;
    if (name === undefined || head + 10 > end) break;
    const length = u16(b, head + 8);
    if (head + 10 + length > end) break;
    const ttl = u16(b, head + 4) * 65_536 + u16(b, head + 6);
    records.push(recordOf(b, names, name, u16(b, head), ttl, head + 10, length));
    if (i < answered) answers++;
    at = head + 10 + length;
  }
  if (questions.length === 0 && records.length === 0) return undefined;
  return {
    id: u16(b, start),
    response: (flags & 0x8000) !== 0,
    opcode: (flags >> 11) & 15,
    rcode: flags & 15,
    truncated: (flags & 0x200) !== 0,
    questions,
    records,
    answers,
  };
}
