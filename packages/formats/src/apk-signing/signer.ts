/** What signers are, whatever the scheme. @module */
/** `past`: the signer changed its certificate, and this one came before. */
export type Scheme = "v1" | "v2" | "v3" | "v3.1" | "past";

export interface Signer {
  readonly scheme: Scheme;
  /** X.509, DER. */
  readonly certificate: Uint8Array;
}

/** Of one scheme. An app has one signer, seldom two; Android allows ten. */
export const MAX_SIGNERS = 50;
