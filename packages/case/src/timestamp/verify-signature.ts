/**
 * Signatures of certificates and timestamps, by WebCrypto: RSA (PKCS#1 1.5) and ECDSA with SHA-256, SHA-384, SHA-512; Ed25519.
 * SHA-1 and keys of RSA below 2,048 bits prove nothing any more and are refused. Sources: RFC 8017, 5480, 5758, 8410.
 * @module
 */
import { DER, derValues, firstDer, oidText } from "@contraluz/formats/der/index.ts";
import { ed25519 } from "@noble/curves/ed25519.js";
import { integerBytes } from "./der.ts";

export type Digest = "SHA-256" | "SHA-384" | "SHA-512";
export const DIGESTS: Readonly<Record<string, Digest>> = {
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";
const ED25519 = "1.3.101.112";
/** Signature algorithms that name their hash. */
const WITH: Readonly<Record<string, readonly [key: string, digest: Digest]>> = {
  "1.2.840.113549.1.1.11": [RSA, "SHA-256"],
  "1.2.840.113549.1.1.12": [RSA, "SHA-384"],
  "1.2.840.113549.1.1.13": [RSA, "SHA-512"],
  "1.2.840.10045.4.3.2": [EC, "SHA-256"],
  "1.2.840.10045.4.3.3": [EC, "SHA-384"],
  "1.2.840.10045.4.3.4": [EC, "SHA-512"],
};
const CURVES: Readonly<Record<string, readonly [name: string, size: number]>> = {
  "1.2.840.10045.3.1.7": ["P-256", 32],
  "1.3.132.0.34": ["P-384", 48],
  "1.3.132.0.35": ["P-521", 66],
};
const LEAST_RSA = 2048;

export type SignatureCheck = "good" | "bad" | "unsupported";

interface KeyInfo {
  readonly kind: string;
  readonly curve?: readonly [name: string, size: number];
  readonly key: Uint8Array;
}

function keyInfo(spki: Uint8Array): KeyInfo | undefined {
  const whole = firstDer(spki);
  const [algorithm, key] = whole ? derValues(whole.body, 3) : [];
  const [oid, parameters] = algorithm ? derValues(algorithm.body, 2) : [];
  const kind = oid?.tag === DER.oid ? oidText(oid.body) : undefined;
  if (kind === undefined || key?.tag !== DER.bits || key.body[0] !== 0) return undefined;
  const curve = parameters?.tag === DER.oid ? CURVES[oidText(parameters.body) ?? ""] : undefined;
  return { kind, key: key.body.subarray(1), ...(curve ? { curve } : {}) };
}

function rsaBits(key: Uint8Array): number {
  const modulus = integerBytes(derValues(firstDer(key)?.body ?? new Uint8Array(0), 2)[0]);
  return modulus ? modulus.length * 8 : 0;
}

/** `r` and `s` at their full length, one after the other, as WebCrypto wants them. */
function rawEcdsa(signature: Uint8Array, size: number): Uint8Array | undefined {
  const whole = firstDer(signature);
  const [r, s, more] = whole?.tag === DER.sequence ? derValues(whole.body, 3) : [];
  const out = new Uint8Array(size * 2);
  for (const [i, v] of [r, s].entries()) {
    const b = integerBytes(v);
    if (!b || b.length > size) return undefined;
    out.set(b, size * (i + 1) - b.length);
  }
  return more === undefined && whole!.all.length === signature.length ? out : undefined;
}

/** `algorithm`: the object identifier of the signature; `digest`: the hash, where the algorithm does not name it. */
export async function verifySignature(
  o: { readonly spki: Uint8Array; readonly algorithm: string; readonly digest?: Digest },
  signature: Uint8Array,
  signed: Uint8Array,
): Promise<SignatureCheck> {
  const info = keyInfo(o.spki);
  if (!info) return "unsupported";
  try {
    if (info.kind === ED25519 && o.algorithm === ED25519)
      return ed25519.verify(signature, signed, info.key, { zip215: false }) ? "good" : "bad";
    const [kind, named] = WITH[o.algorithm] ?? [o.algorithm];
    const hash = named ?? o.digest;
    if (kind !== info.kind || hash === undefined) return "unsupported";
    if (kind === RSA && rsaBits(info.key) < LEAST_RSA) return "unsupported";
    if (kind !== RSA && !info.curve) return "unsupported";
    const how = kind === RSA ? { name: "RSASSA-PKCS1-v1_5", hash } : { name: "ECDSA", namedCurve: info.curve![0] };
    const key = await crypto.subtle.importKey("spki", o.spki.slice(), how, false, ["verify"]);
    const raw = kind === RSA ? signature : rawEcdsa(signature, info.curve![1]);
    if (!raw) return "bad";
    const by = kind === RSA ? how : { name: "ECDSA", hash };
    return (await crypto.subtle.verify(by, key, raw.slice(), signed.slice())) ? "good" : "bad";
  } catch {
    // A key or a signature that the platform takes for none.
    return "bad";
  }
}
