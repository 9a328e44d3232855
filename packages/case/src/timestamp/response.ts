/**
 * Reads an authority's answer down to what it signed. Sources: RFC 3161 (2.4.2), RFC 5652 (5.1, 5.3), RFC 5816.
 *
 * `.tsr` → status and token → CMS SignedData → TSTInfo (what was stamped, when), certificates, and one signer whose signed
 * attributes hold the hash of TSTInfo and of the signer's certificate.
 * @module
 */
import { DER, type DerValue, derValues, firstDer, oidText } from "@contraluz/formats/der/index.ts";
import { type ChainCertificate, chainCertificate } from "./certificate.ts";
import { generalizedTime, integerBytes, smallInteger } from "./der.ts";
import { type Imprint, imprintOf } from "./request.ts";

export const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const MOST_BYTES = 1 << 20;
const MOST_CERTIFICATES = 20;

export interface TimestampToken {
  readonly imprint: Imprint;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly serial: Uint8Array;
  readonly policy: string;
  readonly nonce?: Uint8Array;
  /** The very bytes of TSTInfo. */
  readonly info: Uint8Array;
  readonly certificates: readonly ChainCertificate[];
  readonly signer: Signer;
}

export interface Signer {
  /** Of the certificate: issuer and serial number, or its key's id. */
  readonly issuer?: Uint8Array;
  readonly serial?: Uint8Array;
  readonly keyId?: Uint8Array;
  readonly digest: string;
  /** Signed attributes as they are signed: a SET. */
  readonly attributes: Uint8Array;
  readonly values: ReadonlyMap<string, Uint8Array>;
  readonly algorithm: string;
  readonly signature: Uint8Array;
}

export type ReadResponse =
  | { readonly ok: true; readonly token: TimestampToken }
  | { readonly ok: false; readonly why: "unreadable" | "refused"; readonly status?: number };

const children = (v: DerValue | undefined, tag: number, most: number): DerValue[] =>
  v?.tag === tag ? derValues(v.body, most) : [];
const oidOf = (v: DerValue | undefined): string | undefined => (v?.tag === DER.oid ? oidText(v.body) : undefined);
const algorithmOf = (v: DerValue | undefined): string | undefined => oidOf(children(v, DER.sequence, 3)[0]);

function infoOf(bytes: Uint8Array): Omit<TimestampToken, "certificates" | "signer"> | undefined {
  const [version, policy, imprint, serial, time, ...rest] = children(firstDer(bytes), DER.sequence, 12);
  const read = imprint?.tag === DER.sequence ? imprintOf(imprint.body) : undefined;
  const at = generalizedTime(time);
  const number = integerBytes(serial);
  const rule = oidOf(policy);
  if (smallInteger(version) !== 1 || !read || at === undefined || !number || rule === undefined) return undefined;
  const nonce = integerBytes(rest.find((v) => v.tag === DER.integer));
  return { imprint: read, time: at, serial: number, policy: rule, info: bytes, ...(nonce ? { nonce } : {}) };
}

/** Signed attributes by their type; undefined if one stands twice or has not one value. */
function attributesOf(v: DerValue): ReadonlyMap<string, Uint8Array> | undefined {
  const out = new Map<string, Uint8Array>();
  for (const a of derValues(v.body, 30)) {
    const [type, set] = children(a, DER.sequence, 3);
    const oid = oidOf(type);
    const values = children(set, DER.set, 2);
    if (oid === undefined || values.length !== 1 || out.has(oid)) return undefined;
    out.set(oid, values[0]!.all);
  }
  return out;
}

function signerOf(v: DerValue | undefined): Signer | undefined {
  const [version, id, digest, attributes, algorithm, signature] = children(v, DER.sequence, 7);
  const hash = algorithmOf(digest);
  const signs = algorithmOf(algorithm);
  if (smallInteger(version) === undefined || attributes?.tag !== 0xa0 || signature?.tag !== DER.octets)
    return undefined;
  const values = attributesOf(attributes);
  if (hash === undefined || signs === undefined || !values) return undefined;
  // Signed under the tag of a set (RFC 5652, 5.4).
  const signed = attributes.all.slice();
  signed[0] = DER.set;
  const common = { digest: hash, attributes: signed, values, algorithm: signs, signature: signature.body };
  if (id?.tag === 0x80) return { keyId: id.body, ...common };
  const [issuer, serial] = children(id, DER.sequence, 3);
  return issuer && serial?.tag === DER.integer ? { issuer: issuer.all, serial: serial.body, ...common } : undefined;
}

/** A token without its answer's status. */
export function readToken(content: DerValue | undefined): TimestampToken | undefined {
  const [type, wrapped] = children(content, DER.sequence, 3);
  if (oidOf(type) !== SIGNED_DATA || wrapped?.tag !== DER.context0) return undefined;
  const parts = children(firstDer(wrapped.body), DER.sequence, 8);
  const [version, digests, inside] = parts;
  const [kind, held] = children(inside, DER.sequence, 3);
  const octets = held?.tag === DER.context0 ? firstDer(held.body) : undefined;
  const info = oidOf(kind) === TST_INFO && octets?.tag === DER.octets ? infoOf(octets.body) : undefined;
  const signers = children(parts[parts.length - 1], DER.set, 3);
  const signer = signers.length === 1 ? signerOf(signers[0]) : undefined;
  if (!info || !signer || smallInteger(version) === undefined) return undefined;
  if (!children(digests, DER.set, 10).some((d) => algorithmOf(d) === signer.digest)) return undefined;
  const list = parts.slice(3).find((p) => p.tag === 0xa0);
  const certificates = (list ? derValues(list.body, MOST_CERTIFICATES) : []).map((c) => chainCertificate(c.all));
  return { ...info, signer, certificates: certificates.filter((c) => c !== undefined) };
}

/** The answer of an authority. */
export function readTimestampResponse(bytes: Uint8Array): ReadResponse {
  if (bytes.length > MOST_BYTES) return { ok: false, why: "unreadable" };
  const whole = firstDer(bytes);
  const [info, content, more] = children(whole, DER.sequence, 3);
  const status = smallInteger(children(info, DER.sequence, 3)[0]);
  if (status === undefined || more || whole!.all.length !== bytes.length) return { ok: false, why: "unreadable" };
  // 0: granted; 1: granted with changes.
  if (status > 1) return { ok: false, why: "refused", status };
  const token = readToken(content);
  return token ? { ok: true, token } : { ok: false, why: "unreadable" };
}
