/**
 * Puts signatures and times beside a dossier that is made: new files in proofs/, which the lists of the bag do not name, so that
 * nothing else changes.
 * @module
 */
import { ContraluzError } from "@contraluz/core";
import { textOf, utf8 } from "../sign/bytes.ts";
import {
  encodeMinisignPublic,
  type MinisignPublicKey,
  minisign,
  readMinisign,
  verifyMinisign,
} from "../sign/minisign.ts";
import { allowedSigner, readSshSig, sshSig, verifySshSig } from "../sign/sshsig.ts";
import type { SigningKey } from "../sign/types.ts";

/** Names of files below the bag, with their bytes. */
export type Proof = ReadonlyMap<string, Uint8Array>;

const LABEL = /^[A-Za-z0-9_-]{1,40}$/;

/** What a label may be; it becomes a part of names, and the identity that ssh-keygen asks for. */
export function isLabel(label: string): boolean {
  return LABEL.test(label);
}

export function proofName(label: string, kind: "minisig" | "sig" | "tsr" | "tsq"): string {
  if (!isLabel(label)) throw new ContraluzError("usage", `not a label: ${label}`);
  return `proofs/tagmanifest-sha256.txt.${label}.${kind}`;
}

export const keyName = (label: string, kind: "pub" | "allowed_signers" | "pem"): string =>
  `proofs/keys/${label}.${kind}`;

/** Signs the list of a bag. `at`: ISO 8601 in UTC, what the signer says the time is. */
export function signDossier(tagmanifest: Uint8Array, k: SigningKey, label: string, at: string): Proof {
  if (k.kind === "ssh")
    return new Map([
      [proofName(label, "sig"), utf8(sshSig(tagmanifest, k))],
      [keyName(label, "allowed_signers"), utf8(allowedSigner(label, k.publicKey))],
    ]);
  const seconds = Math.floor(Date.parse(at) / 1000);
  const comment = `timestamp:${seconds} file:tagmanifest-sha256.txt`;
  return new Map([
    [proofName(label, "minisig"), utf8(minisign(tagmanifest, k, comment))],
    [keyName(label, "pub"), utf8(encodeMinisignPublic({ id: k.id!, key: k.publicKey }))],
  ]);
}

/** A signature that was made elsewhere, by `minisign -Sm` (its public key is needed) or `ssh-keygen -Y sign`; undefined if it does not hold. */
export function takeSignature(
  tagmanifest: Uint8Array,
  signature: Uint8Array,
  label: string,
  key?: MinisignPublicKey,
): Proof | undefined {
  const text = textOf(signature);
  const ssh = readSshSig(text);
  if (ssh) {
    if (verifySshSig(text, tagmanifest) !== "good") return undefined;
    return new Map([
      [proofName(label, "sig"), signature],
      [keyName(label, "allowed_signers"), utf8(allowedSigner(label, ssh.key))],
    ]);
  }
  if (!readMinisign(text) || !key || verifyMinisign(text, tagmanifest, key) !== "good") return undefined;
  return new Map([
    [proofName(label, "minisig"), signature],
    [keyName(label, "pub"), utf8(encodeMinisignPublic(key))],
  ]);
}
