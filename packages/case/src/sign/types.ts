/** Keys and signatures as plain data. @module */

/** A key that signs: 32 bytes of seed (Ed25519, RFC 8032). Never stored, logged or shown by us. */
export interface SigningKey {
  readonly kind: "minisign" | "ssh";
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
  /** minisign: 8 bytes that name the key. */
  readonly id?: Uint8Array;
  readonly comment: string;
}

/** Why a file of a key cannot be used. */
export type KeyFailure =
  /** No file of a key that signs, in a form that we read. */
  | "not-a-key"
  | "damaged"
  | "passphrase-needed"
  | "passphrase-wrong"
  /** A key of another kind than Ed25519. */
  | "unsupported"
  /** A key of SSH that is locked in a way that is not opened here: its owner signs with ssh-keygen. */
  | "locked-ssh"
  /** Opening it would take more memory or time than a key may. */
  | "too-costly";

export type ReadKey =
  | { readonly ok: true; readonly key: SigningKey }
  | { readonly ok: false; readonly why: KeyFailure; readonly detail?: string };

/** What is known of a signature once it was checked. */
export type SignatureState =
  | "good"
  /** It is not a signature of these bytes by that key. */
  | "bad"
  /** Not the form that we read. */
  | "unreadable";
