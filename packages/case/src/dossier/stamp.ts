/**
 * The time of an authority beside a dossier: the question, and the answer that is taken in once it holds. Asking is nobody's business
 * here: files are carried, or the command asks over https.
 * @module
 */
import { sameBytes, utf8 } from "../sign/bytes.ts";
import {
  type CheckedTimestamp,
  certificatesOf,
  readTimestampRequest,
  type TimestampFault,
  timestampRequest,
  verifyTimestamp,
} from "../timestamp/index.ts";
import { keyName, type Proof, proofName } from "./proofs.ts";

/** Whether these bytes are a question of ours about this list: what is not is never sent, since anything could stand in it. */
export function isOurQuestion(bytes: Uint8Array, digest: Uint8Array): boolean {
  const nonce = readTimestampRequest(bytes)?.nonce;
  return nonce !== undefined && nonce.length <= 16 && sameBytes(bytes, timestampRequest(digest, nonce));
}

export interface StampTaken {
  readonly ok: true;
  /** Question, answer, and the certificates that were given. */
  readonly proof: Proof;
  readonly checked: CheckedTimestamp;
}

/**
 * An answer as a proof, if it holds: later nobody could ask again. `pem`: certificates of the authority, from its own site; "" where
 * nobody has them.
 */
export async function takeStamp(o: {
  readonly label: string;
  /** SHA-256 of the list. */
  readonly digest: Uint8Array;
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  readonly pem: string;
}): Promise<StampTaken | { readonly ok: false; readonly fault: TimestampFault }> {
  const { label, digest, request, response, pem } = o;
  const roots = certificatesOf(pem);
  const checked = await verifyTimestamp({ digest, request, response, certificates: roots, roots });
  if (checked.state === "bad") return { ok: false, fault: checked.fault! };
  const proof = new Map([
    [proofName(label, "tsq"), request],
    [proofName(label, "tsr"), response],
    ...(pem === "" ? [] : [[keyName(label, "pem"), utf8(pem)] as const]),
  ]);
  return { ok: true, proof, checked };
}
