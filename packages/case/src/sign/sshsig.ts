/**
 * Signatures of SSH keys over files, as `ssh-keygen -Y` makes and checks them. Source: PROTOCOL.sshsig of OpenSSH.
 *
 * Signed are `SSHSIG`, the namespace, an empty string, the name of the hash, and the hash of the file: a signature for one purpose
 * cannot be used for another.
 * @module
 */
import { base64, hex } from "@contraluz/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { fromBase64, joined, linesOf, utf8 } from "./bytes.ts";
import type { SignatureState, SigningKey } from "./types.ts";
import { string, uint32, Wire } from "./wire.ts";

export const NAMESPACE = "contraluz-bundle";
const BEGIN = "-----BEGIN SSH SIGNATURE-----";
const END = "-----END SSH SIGNATURE-----";
const MAGIC = utf8("SSHSIG");
const TYPE = "ssh-ed25519";
const HASHES: Readonly<Record<string, (b: Uint8Array) => Uint8Array>> = { sha256, sha512 };
const MOST_BYTES = 20_000;

export interface SshSignature {
  readonly key: Uint8Array;
  readonly namespace: string;
  readonly hash: "sha256" | "sha512";
  readonly signature: Uint8Array;
}

/** The public key as SSH writes it. */
export function sshKeyBlob(key: Uint8Array): Uint8Array {
  return joined(string(TYPE), string(key));
}

/** `ssh-ed25519 AAAA…` */
export function sshKeyText(key: Uint8Array): string {
  return `${TYPE} ${base64(sshKeyBlob(key))}`;
}

/** `SHA256:…` as ssh-keygen -l shows it. */
export function sshFingerprint(key: Uint8Array): string {
  return `SHA256:${base64(sha256(sshKeyBlob(key))).replace(/=+$/, "")}`;
}

/** 32 bytes of the Ed25519 key in a line such as `ssh-ed25519 AAAA… comment`, or of one of allowed_signers. */
export function readSshPublic(line: string): Uint8Array | undefined {
  const words = line.slice(0, 4000).trim().split(/\s+/);
  const at = words.indexOf(TYPE);
  const blob = at < 0 ? undefined : fromBase64(words[at + 1] ?? "");
  if (!blob) return undefined;
  const w = new Wire(blob);
  const [type, key] = [w.text(), w.string()];
  return type === TYPE && key?.length === 32 && w.ended ? key.slice() : undefined;
}

/** A line of `allowed_signers`, which `ssh-keygen -Y verify` asks for. */
export function allowedSigner(identity: string, key: Uint8Array): string {
  return `${identity} namespaces="${NAMESPACE}" ${sshKeyText(key)}\n`;
}

function signedBytes(namespace: string, hash: string, digest: Uint8Array): Uint8Array {
  return joined(MAGIC, string(namespace), string(""), string(hash), string(digest));
}

export function readSshSig(text: string): SshSignature | undefined {
  if (text.length > MOST_BYTES) return undefined;
  const lines = linesOf(text);
  if (lines[0] !== BEGIN || lines[lines.length - 1] !== END) return undefined;
  const blob = fromBase64(lines.slice(1, -1).join(""));
  if (!blob) return undefined;
  const w = new Wire(blob);
  const magic = w.take(6);
  if (!magic || hex(magic) !== hex(MAGIC) || w.uint32() !== 1) return undefined;
  const [blobOfKey, namespace, reserved, hash, body] = [w.string(), w.text(), w.string(), w.text(), w.string()];
  if (!w.ended || reserved?.length !== 0 || (hash !== "sha256" && hash !== "sha512")) return undefined;
  const key = new Wire(blobOfKey!);
  const s = new Wire(body!);
  const [keyType, bytes, type, signature] = [key.text(), key.string(), s.text(), s.string()];
  if (!key.ended || !s.ended || keyType !== TYPE || type !== TYPE) return undefined;
  if (bytes!.length !== 32 || signature!.length !== 64) return undefined;
  return { key: bytes!, namespace: namespace!, hash, signature: signature! };
}

/** Whether `text` signs `message`, for our namespace, by the key that it names (which says nothing of whose key it is). */
export function verifySshSig(text: string, message: Uint8Array): SignatureState {
  const s = readSshSig(text);
  if (!s) return "unreadable";
  const signed = signedBytes(s.namespace, s.hash, HASHES[s.hash]!(message));
  try {
    const good = s.namespace === NAMESPACE && ed25519.verify(s.signature, signed, s.key, { zip215: false });
    return good ? "good" : "bad";
  } catch {
    return "bad";
  }
}

/** The text of the signature of a file. */
export function sshSig(message: Uint8Array, k: SigningKey): string {
  const signature = ed25519.sign(signedBytes(NAMESPACE, "sha512", sha512(message)), k.seed);
  const blob = joined(
    MAGIC,
    uint32(1),
    string(sshKeyBlob(k.publicKey)),
    string(NAMESPACE),
    string(""),
    string("sha512"),
    string(joined(string(TYPE), string(signature))),
  );
  const lines = base64(blob).match(/.{1,70}/g)!;
  return `${[BEGIN, ...lines, END].join("\n")}\n`;
}
