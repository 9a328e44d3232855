/**
 * DNS messages: questions and answers, of resolvers, mDNS and LLMNR alike.
 *
 * Names are pointers into the message: each may only point before itself, and no name is longer than 255 bytes, so that a message cannot
 * cost more than its length. Sources: RFC 1035 (4), 6762 (18), 3596, 2782, 6763 (6), 9460 (2.2), 9499.
 * @module
 */

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

const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, c) =>
  c === 0x2e || c === 0x5c
    ? `\\${String.fromCharCode(c)}`
    : c > 0x20 && c < 0x7f
      ? String.fromCharCode(c)
      : `\\${String(c).padStart(3, "0")}`,
);

/** Where the letters of one name are put together (four for a byte at most): a text that grows by letters costs many times as much. */
const NAME: Uint8Array = new Uint8Array(4 * 255);
const DOT = 0x2e;

/** Reads names of one message; `end`: where the last name ended. */
class Names {
  readonly #b: Uint8Array;
  readonly #start: number;
  readonly #limit: number;
  end = 0;

  constructor(b: Uint8Array, start: number, limit: number) {
    this.#b = b;
    this.#start = start;
    this.#limit = limit;
  }

  read(from: number): string | undefined {
    const b = this.#b;
    let at = from;
    let back = from;
    let jumped = false;
    let size = 0;
    let length = 0;
    for (;;) {
      if (at >= this.#limit) return undefined;
      const n = b[at]!;
      if (n === 0) {
        if (!jumped) this.end = at + 1;
        return String.fromCharCode.apply(null, NAME.subarray(0, size) as unknown as number[]);
      }
      if (n >= 0xc0) {
        if (at + 1 >= this.#limit) return undefined;
        const to = this.#start + (((n & 0x3f) << 8) | b[at + 1]!);
        if (to >= back) return undefined;
        if (!jumped) this.end = at + 2;
        jumped = true;
        back = to;
        at = to;
        continue;
      }
      if (n > 63 || at + 1 + n > this.#limit) return undefined;
      length += n + 1;
      if (length > 254) return undefined;
      if (length > n + 1) NAME[size++] = DOT;
      for (let i = at + 1; i <= at + n; i++) {
        const letter = LETTERS[b[i]!]!;
        for (let k = 0; k < letter.length; k++) NAME[size++] = letter.charCodeAt(k);
      }
      at += n + 1;
    }
  }
}

function textsOf(b: Uint8Array, from: number, end: number): string[] {
  const out: string[] = [];
  for (let at = from; at < end && out.length < MAX_TEXTS; ) {
    const n = b[at]!;
    if (at + 1 + n > end) break;
    out.push(new TextDecoder().decode(b.subarray(at + 1, at + 1 + n)));
    at += n + 1;
  }
  return out;
}

/** True if the parameters of an HTTPS or SVCB record have a key of ECH (5). */
function hasEch(b: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at + 4 <= end; at += 4 + u16(b, at + 2)) if (u16(b, at) === 5) return true;
  return false;
}

function dataOf(b: Uint8Array, names: Names, type: number, at: number, length: number): Partial<DnsRecord> {
  const T = DNS_TYPE;
  const name = (from: number): Partial<DnsRecord> => {
    const target = names.read(from);
    return target === undefined ? {} : { target };
  };
  switch (type) {
    case T.a:
      return length === 4 ? { address: b.slice(at, at + 4) } : {};
    case T.aaaa:
      return length === 16 ? { address: b.slice(at, at + 16) } : {};
    case T.cname:
    case T.ns:
    case T.ptr:
      return name(at);
    case T.mx:
      return length > 2 ? name(at + 2) : {};
    case T.srv:
      return length > 6 ? { port: u16(b, at + 4), ...name(at + 6) } : {};
    case T.txt:
      return { texts: textsOf(b, at, at + length) };
    case T.svcb:
    case T.https: {
      if (length < 3) return {};
      const target = name(at + 2);
      return { ...target, ...(hasEch(b, names.end, at + length) ? { ech: true as const } : {}) };
    }
    default:
      return {};
  }
}

/**
 * The message in `b[start]` to `b[end - 1]`; undefined for what is none. Of one that is cut or damaged, what stands before.
 * @example readDns(datagram, 0, datagram.length)?.questions[0]?.name // "example.org"
 */
export function readDns(b: Uint8Array, start: number, end: number): DnsMessage | undefined {
  if (end - start < 12) return undefined;
  const flags = u16(b, start + 2);
  const counts = [4, 6, 8, 10].map((i) => u16(b, start + i));
  const [asked, answered, authority, more] = counts as [number, number, number, number];
  // What is no DNS has any numbers here.
  if (asked > 64 || (flags & 0x40) !== 0 || asked + answered + authority + more === 0) return undefined;
  const names = new Names(b, start, end);
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
  const all = questions.length < asked ? 0 : answered + authority + more;
  for (let i = 0; i < all && records.length < MAX_RECORDS; i++) {
    const name = names.read(at);
    const head = names.end;
    if (name === undefined || head + 10 > end) break;
    const type = u16(b, head);
    const length = u16(b, head + 8);
    if (head + 10 + length > end) break;
    const ttl = u16(b, head + 4) * 65_536 + u16(b, head + 6);
    records.push({ name, type, ttl, ...dataOf(b, names, type, head + 10, length), length });
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
