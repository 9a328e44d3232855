/** Host names: from how a device or a list writes them to one normal form. @module */
/// <reference path="./punycode.d.ts" />
import punycode from "punycode/punycode.js";
import { formatIp, formatIpv4, ipBytes, parseIpv4 } from "./ip.ts";

export interface Host {
  /** `b.evil.example`, `198.51.100.1`, `2001:db8::1`. */
  readonly text: string;
  readonly ip: boolean;
}

/** RFC 1035 allows 253; some names on the wire are a little longer. */
const MAX_HOST = 512;

/** What needs no more work: lower-case ASCII letters, digits, `-`, `_` and dots. */
const PLAIN = new Uint8Array(128);
for (const c of "abcdefghijklmnopqrstuvwxyz0123456789-_.") PLAIN[c.charCodeAt(0)] = 1;

/** Zero-width and soft characters that UTS 46 maps to nothing. */
const NOTHING = /\u00ad|\u034f|[\u180b-\u180d]|\u200b|\u200c|\u200d|\u2060|\u2064|[\ufe00-\ufe0f]|\ufeff/g;

function isPlain(s: string): boolean {
  for (let i = 0; i < s.length; i++) if (PLAIN[s.charCodeAt(i)] !== 1) return false;
  return true;
}

/** Lower case, compatibility forms joined, dots of other scripts made ASCII, each other label in punycode (RFC 3492). */
function ascii(raw: string): string | undefined {
  let s = raw;
  if (s.includes("%")) {
    try {
      s = decodeURIComponent(s);
    } catch {
      return undefined;
    }
  }
  s = s
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(NOTHING, "")
    .replace(/\u3002/g, ".");
  if (isPlain(s)) return s;
  const labels: string[] = [];
  for (const label of s.split(".")) {
    // Letters, digits and marks of any script; everything else is no host name.
    if (!/^[\p{L}\p{N}\p{M}\p{S}_·・\u30fb-]*$/u.test(label)) return undefined;
    labels.push(isPlain(label) ? label : `xn--${punycode.encode(label)}`);
  }
  s = labels.join(".");
  return isPlain(s) ? s : undefined;
}

/**
 * Where a host ends that begins at `from` and is in normal form as it stands, or -1 if that takes a closer look (upper
 * case, userinfo, port, other scripts, an address, an empty label). What follows must be nothing, `/`, `?` or `#`.
 */
export function plainHostEnd(s: string, from: number): number {
  let label = from;
  let i = from;
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 0x2e) {
      if (i === label) return -1;
      label = i + 1;
    } else if (PLAIN[c] !== 1) {
      if (c !== 0x2f && c !== 0x3f && c !== 0x23) return -1;
      break;
    }
  }
  const last = s.charCodeAt(label);
  return i === label || i - from > MAX_HOST || (last >= 0x30 && last <= 0x39) ? -1 : i;
}

/** The normal form of a host, or undefined if it is none. Brackets, a trailing dot and upper case are tolerated. */
export function normalHost(raw: string): Host | undefined {
  if (raw.length === 0 || raw.length > MAX_HOST) return undefined;
  if (raw.includes(":") || raw.charCodeAt(0) === 0x5b) {
    const inner = raw.startsWith("[") && raw.endsWith("]") ? raw.slice(1, -1) : raw;
    const bytes = inner.includes(":") ? ipBytes(inner.replace(/%.*$/, "")) : undefined;
    return bytes ? { text: formatIp(bytes), ip: true } : undefined;
  }
  let s: string | undefined = isPlain(raw) ? raw : ascii(raw);
  if (s === undefined) return undefined;
  if (s.endsWith(".")) s = s.slice(0, -1);
  if (s === "" || s.startsWith(".") || s.includes("..")) return undefined;
  const last = s.charCodeAt(s.lastIndexOf(".") + 1);
  if (last >= 0x30 && last <= 0x39) {
    const n = parseIpv4(s);
    if (n !== undefined) return { text: formatIpv4(n), ip: true };
    if (/(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(s)) return undefined; // ends in a number, but is no address
  }
  return { text: s, ip: false };
}

/** Second levels under which country domains sell names: `co.uk`, `com.mx`, `gob.mx`. */
const SECOND = new Set(
  "ac co com edu gob go gouv gov govt gub gv id in info mil name ne net ngo nic nom or org sch web".split(" "),
);

/**
 * True for names that would match half a country by suffix: a single label, or a second level under which others
 * register (`com.mx`). As an indicator such a name is an error.
 */
export function isTooWide(host: string): boolean {
  const dot = host.indexOf(".");
  if (dot < 0) return true;
  return host.length - dot === 3 && host.indexOf(".", dot + 1) < 0 && SECOND.has(host.slice(0, dot));
}

/**
 * The name that somebody registered, of a host in its normal form: the last two labels, or three below a second level of a country
 * (`a.b.com.mx` → `b.com.mx`). Without a list of all suffixes it is right nearly always: good enough to group, not to match.
 */
export function registeredName(host: string): string {
  const labels = host.split(".");
  const n = labels.length;
  const below = n > 2 && labels[n - 1]!.length === 2 && SECOND.has(labels[n - 2]!);
  return labels.slice(below ? -3 : -2).join(".");
}
