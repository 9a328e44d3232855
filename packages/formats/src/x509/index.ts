/**
 * Certificates: who they are of, who gave them, for which names and how long. No signature is checked.
 * Sources: RFC 5280 (4.1, 4.2.1.6), X.520 (2.5.4.*).
 * @module
 */
import { hex } from "@contraluz/core";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { DER, type DerValue, derValues, firstDer, oidText } from "../der/index.ts";

export interface Certificate {
  /** Hexadecimal, lower case, without leading zeros of its sign. */
  readonly serial: string;
  /** `CN=malo.example, O=Example`; in the order of the certificate. */
  readonly subject: string;
  readonly issuer: string;
  /** Seconds since 1970. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Names and addresses that it is for. */
  readonly names: readonly string[];
  /** Subject and issuer are the same. */
  readonly selfIssued: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "1.2.840.113549.1.9.1": "E",
};
const ALT_NAMES = "2.5.29.17";
const MAX_PARTS = 50;
const MAX_NAMES = 200;
const MAX_TEXT = 300;

const BMP = 0x1e;

/** Texts of certificates are UTF-8, ASCII, Latin-1 or two bytes a letter. */
function textOf({ tag, body }: DerValue): string {
  const b = body.subarray(0, MAX_TEXT);
  if (tag === BMP) {
    let out = "";
    for (let i = 0; i + 1 < b.length; i += 2) out += String.fromCharCode((b[i]! << 8) | b[i + 1]!);
    return out;
  }
  return new TextDecoder().decode(b);
}

function nameOf(name: DerValue): string {
  const out: string[] = [];
  for (const set of derValues(name.body, MAX_PARTS))
    for (const pair of derValues(set.body, 4)) {
      const [oid, value] = derValues(pair.body, 2);
      if (oid?.tag !== DER.oid || !value) continue;
      const id = oidText(oid.body) ?? "?";
      out.push(`${NAMES[id] ?? id}=${textOf(value)}`);
    }
  return out.join(", ");
}

/** UTCTime (two digits of a year: 1950 to 2049) or GeneralizedTime, in UTC. */
function timeOf(v: DerValue | undefined): number | undefined {
  const m =
    v && /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(new TextDecoder().decode(v.body.subarray(0, 20)));
  if (!m) return undefined;
  const short = Number(m[1]);
  const year = m[1]!.length === 4 ? short : short < 50 ? 2000 + short : 1900 + short;
  const ms = Date.UTC(year, Number(m[2]) - 1, Number(m[3]), Number(m[4]), Number(m[5]), Number(m[6] ?? 0));
  return Number.isFinite(ms) ? ms / 1000 : undefined;
}

/** Names for which the extension of alternative names says that it is. */
function altNames(extensions: DerValue | undefined): string[] {
  const out: string[] = [];
  const list = extensions && firstDer(extensions.body);
  for (const e of list ? derValues(list.body, MAX_PARTS) : []) {
    const parts = derValues(e.body, 3);
    if (parts[0]?.tag !== DER.oid || oidText(parts[0].body) !== ALT_NAMES) continue;
    const value = parts[parts.length - 1]!;
    const names = value.tag === DER.octets ? firstDer(value.body) : undefined;
    for (const n of names ? derValues(names.body, MAX_NAMES) : []) {
      if (n.tag === 0x82 || n.tag === 0x81) out.push(new TextDecoder().decode(n.body.subarray(0, MAX_TEXT)));
      else if (n.tag === 0x87 && n.body.length === 4) out.push(n.body.join("."));
    }
  }
  return out;
}

/**
 * What a certificate in DER says; undefined for what is none.
 * @example readCertificate(der)?.names // ["malo.example", "www.malo.example"]
 */
export function readCertificate(der: Uint8Array): Certificate | undefined {
  const whole = firstDer(der);
  const tbs = whole?.tag === DER.sequence ? firstDer(whole.body) : undefined;
  if (tbs?.tag !== DER.sequence) return undefined;
  const parts = derValues(tbs.body, 12);
  // A version stands first where it is not 1.
  const at = parts[0]?.tag === DER.context0 ? 1 : 0;
  const [serial, , issuer, validity, subject] = parts.slice(at);
  if (serial?.tag !== DER.integer || !issuer || !validity || !subject) return undefined;
  const [from, to] = derValues(validity.body, 2).map(timeOf);
  const digits = Array.from(serial.body.subarray(0, 32), (b) => b.toString(16).padStart(2, "0")).join("");
  return {
    serial: digits.replace(/^(?:00)+(?=..)/, ""),
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    ...(from === undefined ? {} : { notBefore: from }),
    ...(to === undefined ? {} : { notAfter: to }),
    names: altNames(parts.find((p) => p.tag === 0xa3)),
    selfIssued: issuer.all.length === subject.all.length && issuer.all.every((v, i) => v === subject.all[i]),
  };
}

/** By which lists name a certificate: hashes of its DER. */
export function certificateHashes(der: Uint8Array): { readonly sha256: string; readonly sha1: string } {
  return { sha256: hex(sha256(der)), sha1: hex(sha1(der)) };
}
