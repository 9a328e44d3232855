/**
 * Fingerprints of hello messages as text, before it is hashed: JA3 and JA3S (MD5 of it), JA4 (parts of SHA-256).
 *
 * JA3 and JA3S: decimal numbers in the order of the message, without GREASE (Salesforce, BSD-3). JA4: FoxIO's technical description of JA4
 * for TLS clients (BSD-3; its other fingerprints have another licence and are not made).
 * @module
 */
import { hex } from "@contraluz/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { md5 } from "../md5/index.ts";
import { type ClientHello, isGrease, type ServerHello } from "./hello.ts";

const decimal = (list: readonly number[]): string => list.filter((n) => !isGrease(n)).join("-");

/** What JA3 is the MD5 of. @example ja3Text(hello) // "771,4865-4866,0-23-65281,29-23,0" */
export function ja3Text(h: ClientHello): string {
  return [h.version, decimal(h.ciphers), decimal(h.extensions), decimal(h.groups), h.pointFormats.join("-")].join(",");
}

/** What JA3S is the MD5 of. */
export function ja3sText(h: ServerHello): string {
  return [h.legacyVersion, h.cipher, decimal(h.extensions)].join(",");
}

const VERSION: Readonly<Record<number, string>> = {
  772: "13",
  771: "12",
  770: "11",
  769: "10",
  768: "s3",
  2: "s2",
  65279: "d1",
  65277: "d2",
  65276: "d3",
};
const [SNI, ALPN] = [0, 16];

const hex4 = (n: number): string => n.toString(16).padStart(4, "0");
const two = (n: number): string => String(Math.min(n, 99)).padStart(2, "0");

/** First and last letter of the first protocol; of one that is no ASCII letter or digit, of its hexadecimal form. */
function alpnPart(alpn: string | undefined): string {
  if (alpn === undefined || alpn === "") return "00";
  const bytes = alpn.replace(/\\x([0-9a-f]{2})/g, (_, h: string) => String.fromCharCode(parseInt(h, 16)));
  const [first, last] = [bytes[0]!, bytes[bytes.length - 1]!];
  if (/[0-9A-Za-z]/.test(first) && /[0-9A-Za-z]/.test(last)) return first + last;
  const hex = (c: string): string => c.charCodeAt(0).toString(16).padStart(2, "0");
  return hex(first)[0]! + hex(last)[1]!;
}

/**
 * The three parts of JA4: the first as it stands, the others to be hashed (SHA-256, its first 12 digits; twelve zeros for an empty one).
 * @example const [a, b, c] = ja4Parts(hello, "t"); // "t13d1516h2", "002f,0035,…", "0005,000a,…_0403,0804,…"
 */
export function ja4Parts(
  h: ClientHello,
  transport: "t" | "q" | "d",
): readonly [a: string, ciphers: string, rest: string] {
  const ciphers = h.ciphers.filter((n) => !isGrease(n));
  const extensions = h.extensions.filter((n) => !isGrease(n));
  const highest = h.versions.length > 0 ? Math.max(...h.versions) : h.version;
  const a = `${transport}${VERSION[highest] ?? "00"}${h.extensions.includes(SNI) ? "d" : "i"}${two(ciphers.length)}${two(extensions.length)}${alpnPart(h.alpn[0])}`;
  const sorted = (list: readonly number[]): string => list.map(hex4).sort().join(",");
  const listed = sorted(extensions.filter((n) => n !== SNI && n !== ALPN));
  const signatures = h.signatures
    .filter((n) => !isGrease(n))
    .map(hex4)
    .join(",");
  return [a, sorted(ciphers), signatures === "" ? listed : `${listed}_${signatures}`];
}

const bytesOf = (s: string): Uint8Array => new TextEncoder().encode(s);

/** 32 digits. @example ja3(hello) // "773906b0efdefa24a7f2b8eb6985bf37" */
export function ja3(h: ClientHello): string {
  return hex(md5(bytesOf(ja3Text(h))));
}

export function ja3s(h: ServerHello): string {
  return hex(md5(bytesOf(ja3sText(h))));
}

const twelve = (text: string): string => (text === "" ? "000000000000" : hex(sha256(bytesOf(text))).slice(0, 12));

/** @example ja4(hello, "t") // "t13d1516h2_8daaf6152771_e5627efa2ab1" */
export function ja4(h: ClientHello, transport: "t" | "q" | "d"): string {
  const [a, ciphers, rest] = ja4Parts(h, transport);
  return `${a}_${twelve(ciphers)}_${twelve(rest)}`;
}
