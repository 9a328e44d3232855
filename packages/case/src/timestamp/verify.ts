/** Whether a timestamp holds: for these bytes, asked by us, signed by an authority that may, whom the reader trusts. @module */
import { DER, derValues, firstDer, oidText } from "@contraluz/formats/der/index.ts";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { sameBytes } from "../sign/bytes.ts";
import type { ChainCertificate } from "./certificate.ts";
import { checkChain } from "./chain.ts";
import { readTimestampRequest, SHA256_OID } from "./request.ts";
import { readTimestampResponse, type Signer, type TimestampToken, TST_INFO } from "./response.ts";
import { DIGESTS, verifySignature } from "./verify-signature.ts";

export type TimestampFault =
  /** Not an answer of an authority in a form that we read. */
  | "unreadable"
  /** The authority did not give one. */
  | "refused"
  /** It is of other bytes. */
  | "other-content"
  /** It does not answer the question that lies beside it. */
  | "other-question"
  /** What was signed is not tied to the time, or not to the signer's certificate. */
  | "attributes"
  | "no-certificate"
  | "signature"
  /** The certificate may not sign times. */
  | "not-for-times"
  | "expired"
  /** A hash, a key or a rule that we do not judge. */
  | "unsupported";

export interface CheckedTimestamp {
  /** `untrusted`: all holds, and no authority was given that the reader trusts. */
  readonly state: "good" | "untrusted" | "bad";
  readonly fault?: TimestampFault;
  /** ISO 8601 in UTC. Only of one that is not bad. */
  readonly time?: string;
  /** Whose certificate signed it: `CN=…, O=…`. */
  readonly authority?: string;
  /** SHA-256 of that certificate. */
  readonly certificate?: Uint8Array;
  /** Whether the question was there to compare. */
  readonly asked: boolean;
}

const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const HASH = { "SHA-256": sha256, "SHA-384": sha384, "SHA-512": sha512 } as const;

const signerOf = (s: Signer, all: readonly ChainCertificate[]): ChainCertificate | undefined =>
  all.find((c) =>
    s.keyId
      ? c.keyId !== undefined && sameBytes(c.keyId, s.keyId)
      : sameBytes(c.issuer, s.issuer!) && sameBytes(c.serial, s.serial!),
  );

/** Whether the signed attributes name this certificate (ESSCertID by SHA-1, or ESSCertIDv2; RFC 5035). */
function names(s: Signer, c: ChainCertificate): boolean {
  const two = s.values.get(SIGNING_CERTIFICATE_V2);
  const value = two ?? s.values.get(SIGNING_CERTIFICATE);
  const list = value && firstDer(firstDer(value)?.body ?? value);
  const first = list && firstDer(list.body);
  const parts = first?.tag === DER.sequence ? derValues(first.body, 3) : [];
  const [algorithm] = parts[0]?.tag === DER.sequence ? derValues(parts[0].body, 1) : [];
  const hash = parts.find((p) => p.tag === DER.octets);
  if (!hash) return false;
  if (!two) return sameBytes(hash.body, sha1(c.der));
  // Left out, it is SHA-256.
  const digest = algorithm ? DIGESTS[oidText(algorithm.body) ?? ""] : "SHA-256";
  return digest !== undefined && sameBytes(hash.body, HASH[digest](c.der));
}

function attributesFault(t: TimestampToken): TimestampFault | undefined {
  const { signer } = t;
  const digest = DIGESTS[signer.digest];
  if (digest === undefined) return "unsupported";
  const type = firstDer(signer.values.get(CONTENT_TYPE) ?? new Uint8Array(0));
  const held = firstDer(signer.values.get(MESSAGE_DIGEST) ?? new Uint8Array(0));
  const ok =
    type?.tag === DER.oid &&
    oidText(type.body) === TST_INFO &&
    held?.tag === DER.octets &&
    sameBytes(held.body, HASH[digest](t.info));
  return ok ? undefined : "attributes";
}

function questionFault(t: TimestampToken, request: Uint8Array | undefined): TimestampFault | undefined {
  if (!request) return undefined;
  const q = readTimestampRequest(request);
  const same =
    q !== undefined &&
    q.imprint.algorithm === t.imprint.algorithm &&
    sameBytes(q.imprint.digest, t.imprint.digest) &&
    (q.nonce === undefined || (t.nonce !== undefined && sameBytes(q.nonce, t.nonce)));
  return same ? undefined : "other-question";
}

export interface TimestampInput {
  /** SHA-256 of the file that was stamped. */
  readonly digest: Uint8Array;
  readonly response: Uint8Array;
  /** The question (`.tsq`), where it is there. */
  readonly request?: Uint8Array;
  /** Certificates that may stand between the signer and a root. */
  readonly certificates?: readonly ChainCertificate[];
  /** Whom the reader trusts. */
  readonly roots: readonly ChainCertificate[];
}

/** Checks an answer. Each certificate must be valid at the time that it states, not today: so it can be checked years later. */
export async function verifyTimestamp(o: TimestampInput): Promise<CheckedTimestamp> {
  const asked = o.request !== undefined;
  const bad = (fault: TimestampFault): CheckedTimestamp => ({ state: "bad", fault, asked });
  const read = readTimestampResponse(o.response);
  if (!read.ok) return bad(read.why);
  const { token } = read;
  if (token.imprint.algorithm !== SHA256_OID || !sameBytes(token.imprint.digest, o.digest)) return bad("other-content");
  const question = questionFault(token, o.request) ?? attributesFault(token);
  if (question) return bad(question);
  const all = [...token.certificates, ...(o.certificates ?? []), ...o.roots];
  const signer = signerOf(token.signer, all);
  if (!signer) return bad("no-certificate");
  if (!names(token.signer, signer)) return bad("attributes");
  if (!signer.mayStamp) return bad("not-for-times");
  const digest = DIGESTS[token.signer.digest]!;
  const by = { spki: signer.keyInfo, algorithm: token.signer.algorithm, digest };
  const signature = await verifySignature(by, token.signer.signature, token.signer.attributes);
  if (signature !== "good") return bad(signature === "bad" ? "signature" : "unsupported");
  const chain = await checkChain(signer, all, o.roots, Date.parse(token.time) / 1000);
  if (chain === "expired" || chain === "unsupported") return bad(chain);
  return {
    state: chain === "good" ? "good" : "untrusted",
    time: token.time,
    authority: signer.said.subject,
    certificate: sha256(signer.der),
    asked,
  };
}
