/**
 * Certificates as far as a chain is checked: who signed them with what, for what, from when to when.
 * Source: RFC 5280 (4.1, 4.2, 6.1). What it cannot judge (name constraints, policies that are required) it refuses.
 * @module
 */
import { DER, type DerValue, derValues, firstDer, oidText } from "@contraluz/formats/der/index.ts";
import { type Certificate, readCertificate } from "@contraluz/formats/x509/index.ts";
import { fromBase64 } from "../sign/bytes.ts";
import { smallInteger } from "./der.ts";

export interface ChainCertificate {
  readonly der: Uint8Array;
  readonly said: Certificate;
  readonly tbs: Uint8Array;
  /** Names as they stand, byte for byte. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly serial: Uint8Array;
  readonly keyInfo: Uint8Array;
  readonly algorithm: Uint8Array;
  readonly signature: Uint8Array;
  readonly authority: boolean;
  /** How many authorities may stand below it. */
  readonly pathLength?: number;
  /** Left out: for everything. */
  readonly mayCertify: boolean;
  readonly mayStamp: boolean;
  /** Critical, and nothing that is judged here. */
  readonly unknown: readonly string[];
  readonly keyId?: Uint8Array;
}

const CRITICAL_KNOWN = new Set([
  "2.5.29.15",
  "2.5.29.19",
  "2.5.29.37",
  "2.5.29.14",
  "2.5.29.35",
  "2.5.29.17",
  "2.5.29.32",
]);
const STAMPING = "1.3.6.1.5.5.7.3.8";
const MOST_EXTENSIONS = 40;

interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

function extensionsOf(list: DerValue | undefined): ReadonlyMap<string, Extension> | undefined {
  const out = new Map<string, Extension>();
  const sequence = list && firstDer(list.body);
  for (const e of sequence ? derValues(sequence.body, MOST_EXTENSIONS + 1) : []) {
    const parts = derValues(e.body, 4);
    const oid = parts[0]?.tag === DER.oid ? oidText(parts[0].body) : undefined;
    const value = parts[parts.length - 1];
    // One that stands twice could be read in two ways.
    if (oid === undefined || value?.tag !== DER.octets || out.has(oid)) return undefined;
    out.set(oid, { critical: parts[1]?.tag === DER.boolean && parts[1].body[0] !== 0, value: value.body });
  }
  return out.size > MOST_EXTENSIONS ? undefined : out;
}

/** Whether a bit of a BIT STRING is set; bit 0 is the highest of the first byte. */
function bit(value: Uint8Array, n: number): boolean {
  const v = firstDer(value);
  if (v?.tag !== DER.bits) return false;
  return ((v.body[1 + (n >> 3)] ?? 0) & (0x80 >> (n & 7))) !== 0;
}

/** RFC 3161, 2.3: that purpose alone, and critical. */
function isForStamps(e: Extension | undefined): boolean {
  const list = e?.critical ? firstDer(e.value) : undefined;
  const purposes = list?.tag === DER.sequence ? derValues(list.body, 3) : [];
  return purposes.length === 1 && oidText(purposes[0]!.body) === STAMPING;
}

/** A certificate, or undefined for what is none. */
export function chainCertificate(bytes: Uint8Array): ChainCertificate | undefined {
  const said = readCertificate(bytes);
  const whole = firstDer(bytes);
  if (!said || !whole) return undefined;
  const [tbs, algorithm, signature] = derValues(whole.body, 4);
  if (tbs?.tag !== DER.sequence || algorithm?.tag !== DER.sequence || signature?.tag !== DER.bits) return undefined;
  const parts = derValues(tbs.body, 12);
  const at = parts[0]?.tag === DER.context0 ? 1 : 0;
  const [serial, inner, issuer, , subject, keyInfo] = parts.slice(at);
  const ext = extensionsOf(parts.find((p) => p.tag === 0xa3));
  if (!serial || !inner || !issuer || !subject || keyInfo?.tag !== DER.sequence || !ext) return undefined;
  // The algorithm stands twice; only one of the two is signed.
  if (inner.all.length !== algorithm.all.length || inner.all.some((v, i) => v !== algorithm.all[i])) return undefined;
  const constraints = ext.get("2.5.29.19");
  const inside = constraints && firstDer(constraints.value);
  const [ca, length] = inside ? derValues(inside.body, 2) : [];
  const usage = ext.get("2.5.29.15");
  const pathLength = smallInteger(length);
  const id = ext.get("2.5.29.14");
  const keyId = id && firstDer(id.value);
  return {
    der: whole.all,
    said,
    tbs: tbs.all,
    issuer: issuer.all,
    subject: subject.all,
    serial: serial.body,
    keyInfo: keyInfo.all,
    algorithm: algorithm.body,
    signature: signature.body.subarray(1),
    authority: ca?.tag === DER.boolean && ca.body[0] !== 0,
    ...(pathLength === undefined ? {} : { pathLength }),
    mayCertify: usage === undefined || bit(usage.value, 5),
    mayStamp: isForStamps(ext.get("2.5.29.37")) && (usage === undefined || bit(usage.value, 0) || bit(usage.value, 1)),
    unknown: [...ext].filter(([oid, e]) => e.critical && !CRITICAL_KNOWN.has(oid)).map(([oid]) => oid),
    ...(keyId?.tag === DER.octets ? { keyId: keyId.body } : {}),
  };
}

const BEGIN = "-----BEGIN CERTIFICATE-----";
const END = "-----END CERTIFICATE-----";
const MOST = 50;

/** The certificates of a PEM file, at most 50; what is none is passed over, and so is all between them. */
export function certificatesOf(pem: string): ChainCertificate[] {
  const out: ChainCertificate[] = [];
  for (let at = 0; out.length < MOST; ) {
    const from = pem.indexOf(BEGIN, at);
    const to = from < 0 ? -1 : pem.indexOf(END, from);
    if (to < 0) break;
    at = to + END.length;
    const bytes = fromBase64(pem.slice(from + BEGIN.length, to).replace(/\s+/g, ""));
    const c = bytes && chainCertificate(bytes);
    if (c) out.push(c);
  }
  return out;
}
