/** IP addresses as numbers: text in, canonical text out. Sources: RFC 4291, RFC 5952, WHATWG URL section 3.5. @module */

/** One part of an address as a host parser reads it: decimal, octal (`0…`) or hexadecimal (`0x…`). NaN if none. */
function part(text: string): number {
  if (/^0x[0-9a-f]*$/i.test(text)) return text.length === 2 ? 0 : Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/**
 * The 32 bits of an IPv4 address as browsers read it in a host: four parts, or fewer with a wide last one, in any of
 * three bases (`http://0x7f.1/`). Undefined for what is none.
 */
export function parseIpv4(text: string): number | undefined {
  const last = text.charCodeAt(text.length - 1);
  if (!((last >= 0x30 && last <= 0x39) || ((last | 32) >= 0x61 && (last | 32) <= 0x66) || (last | 32) === 0x78))
    return undefined;
  const parts = text.split(".");
  if (parts.length > 4) return undefined;
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    const n = part(parts[i]!);
    const room = i === parts.length - 1 ? 256 ** (5 - parts.length) : 256;
    if (!(n < room)) return undefined;
    sum += n * (i === parts.length - 1 ? 1 : 256 ** (3 - i));
  }
  return sum;
}

export function formatIpv4(n: number): string {
  return `${Math.floor(n / 0x1000000)}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`;
}

/** The eight groups of an IPv6 address, a zone (`%en0`) left aside. Undefined for what is none. */
export function parseIpv6(text: string): number[] | undefined {
  const zone = text.indexOf("%");
  let s = zone < 0 ? text : text.slice(0, zone);
  if (s.length > 45 || !/^[0-9a-fA-F:.]+$/.test(s)) return undefined;
  const dot = s.indexOf(".");
  if (dot >= 0) {
    const colon = s.lastIndexOf(":");
    const v4 = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(s.slice(colon + 1)) ? parseIpv4(s.slice(colon + 1)) : undefined;
    if (v4 === undefined || colon < 0) return undefined;
    s = `${s.slice(0, colon + 1)}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`;
  }
  const halves = s.split("::");
  if (halves.length > 2) return undefined;
  const groups = (half: string): number[] | undefined => {
    if (half === "") return [];
    const out: number[] = [];
    for (const g of half.split(":")) {
      if (!/^[0-9a-fA-F]{1,4}$/.test(g)) return undefined;
      out.push(Number.parseInt(g, 16));
    }
    return out;
  };
  const head = groups(halves[0]!);
  const tail = halves.length === 2 ? groups(halves[1]!) : [];
  if (!head || !tail) return undefined;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  return [...head, ...new Array<number>(gap).fill(0), ...tail];
}

/** RFC 5952: lower case, the longest run of zero groups (two or more, the first of equals) as `::`. */
export function formatIpv6(g: readonly number[]): string {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let n = 0;
    while (i + n < 8 && g[i + n] === 0) n++;
    if (n > bestLength) {
      best = i;
      bestLength = n;
    }
    i += n;
  }
  const hex = (from: number, to: number): string =>
    g
      .slice(from, to)
      .map((x) => x.toString(16))
      .join(":");
  return best < 0 ? hex(0, 8) : `${hex(0, best)}::${hex(best + bestLength, 8)}`;
}

/** An address as its bits: four bytes, or sixteen. An IPv4 address mapped into IPv6 is the IPv4 address. */
export function ipBytes(text: string): Uint8Array | undefined {
  if (!text.includes(":")) {
    if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
    const n = parseIpv4(text.replace(/\b0+(?=\d)/g, ""));
    return n === undefined ? undefined : Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);
  }
  const g = parseIpv6(text);
  if (!g) return undefined;
  const bytes = Uint8Array.from(g.flatMap((x) => [x >> 8, x & 255]));
  return g.slice(0, 5).every((x) => x === 0) && g[5] === 0xffff ? bytes.slice(12) : bytes;
}

export function formatIp(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join(".");
  return formatIpv6(Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!));
}

/** The first address of the network of `bits` bits that an address lies in. */
export function network(bytes: Uint8Array, bits: number): Uint8Array {
  return bytes.map((b, i) => (bits >= 8 * (i + 1) ? b : bits <= 8 * i ? 0 : b & (0xff << (8 * (i + 1) - bits))));
}

/**
 * The normal form of an address or a range: `198.51.100.1`, `2001:db8::1`, `10.0.0.0/8`. A range of one address is the
 * address. Undefined for what is none.
 */
export function normalIp(text: string): string | undefined {
  const m = /^\[?([0-9a-fA-F:.]+)(?:%[^\]/]*)?\]?(?:\/(\d{1,3}))?$/.exec(text);
  if (!m) return undefined;
  const bytes = ipBytes(m[1]!);
  if (!bytes) return undefined;
  if (m[2] === undefined) return formatIp(bytes);
  const mapped = bytes.length === 4 && m[1]!.includes(":");
  const bits = Number(m[2]) - (mapped ? 96 : 0);
  if (bits < 0 || bits > 8 * bytes.length) return undefined;
  const first = formatIp(network(bytes, bits));
  return bits === 8 * bytes.length ? first : `${first}/${bits}`;
}
