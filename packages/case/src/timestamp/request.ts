/**
 * A question to a timestamp authority: "was this hash there now?". Source: RFC 3161, section 2.4.1.
 *
 * What leaves the machine is a hash, a random number and what any connection shows. The file (`.tsq`) can be carried by hand:
 * `curl -H 'Content-Type: application/timestamp-query' --data-binary @x.tsq URL > x.tsr`.
 * @module
 */
import { DER, derValues, firstDer, oidText } from "@contraluz/formats/der/index.ts";
import { der, derInteger, integerBytes, smallInteger } from "./der.ts";

/** 2.16.840.1.101.3.4.2.1 */
const SHA256 = Uint8Array.of(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01);
export const SHA256_OID = "2.16.840.1.101.3.4.2.1";

/** The bytes of a `.tsq`: SHA-256 of the file, a random number of at least 8 bytes, and the wish for the authority's certificate. */
export function timestampRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const algorithm = der(DER.sequence, der(DER.oid, SHA256), Uint8Array.of(5, 0));
  return der(
    DER.sequence,
    Uint8Array.of(DER.integer, 1, 1),
    der(DER.sequence, algorithm, der(DER.octets, digest)),
    derInteger(nonce),
    Uint8Array.of(DER.boolean, 1, 255),
  );
}

export interface Imprint {
  /** Object identifier of the hash. */
  readonly algorithm: string;
  readonly digest: Uint8Array;
}

export function imprintOf(v: Uint8Array): Imprint | undefined {
  const [algorithm, digest] = derValues(v, 3);
  const [oid] = algorithm?.tag === DER.sequence ? derValues(algorithm.body, 3) : [];
  const name = oid?.tag === DER.oid ? oidText(oid.body) : undefined;
  return name !== undefined && digest?.tag === DER.octets ? { algorithm: name, digest: digest.body } : undefined;
}

/** What a stored question asked; undefined if it is none. */
export function readTimestampRequest(
  bytes: Uint8Array,
): { readonly imprint: Imprint; readonly nonce?: Uint8Array } | undefined {
  const whole = firstDer(bytes);
  if (whole?.tag !== DER.sequence || whole.all.length !== bytes.length) return undefined;
  const [version, imprint, ...rest] = derValues(whole.body, 8);
  const read = imprint?.tag === DER.sequence ? imprintOf(imprint.body) : undefined;
  if (smallInteger(version) !== 1 || !read) return undefined;
  const nonce = integerBytes(rest.find((v) => v.tag === DER.integer));
  return nonce ? { imprint: read, nonce } : { imprint: read };
}
