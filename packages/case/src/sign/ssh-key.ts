/**
 * Private keys of OpenSSH that are not locked. Source: PROTOCOL.key of OpenSSH. Only Ed25519.
 *
 * A locked one is not opened here: that needs bcrypt, for which there is no library that is alive. Its owner signs with `ssh-keygen -Y
 * sign` and puts the signature into the dossier; so do keys of an agent.
 * @module
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromBase64, isPlainLine, joined, linesOf, sameBytes, textOf } from "./bytes.ts";
import type { ReadKey } from "./types.ts";
import { Wire } from "./wire.ts";

const BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
const END = "-----END OPENSSH PRIVATE KEY-----";
const MAGIC = "openssh-key-v1\0";
const MOST_BYTES = 20_000;

export function looksLikeSshSecret(text: string): boolean {
  return text.startsWith(BEGIN);
}

/** A private key from the text of its file. */
export function readSshSecret(text: string): ReadKey {
  const lines = linesOf(text.slice(0, MOST_BYTES + 1).trimEnd());
  if (lines[0] !== BEGIN || lines[lines.length - 1] !== END) return { ok: false, why: "not-a-key" };
  const blob = fromBase64(lines.slice(1, -1).join(""));
  const w = new Wire(blob ?? new Uint8Array(0));
  const magic = w.take(MAGIC.length);
  if (!magic || textOf(magic) !== MAGIC) return { ok: false, why: "damaged" };
  const [cipher, kdf, options, count, , body] = [w.text(), w.text(), w.string(), w.uint32(), w.string(), w.string()];
  if (!w.ended) return { ok: false, why: "damaged" };
  if (cipher !== "none" || kdf !== "none" || options!.length > 0) return { ok: false, why: "locked-ssh" };
  if (count !== 1) return { ok: false, why: "unsupported", detail: `${count} keys` };
  return keyOf(body!);
}

function keyOf(plain: Uint8Array): ReadKey {
  const w = new Wire(plain);
  const [one, two, type] = [w.uint32(), w.uint32(), w.text()];
  if (one === undefined || one !== two) return { ok: false, why: "damaged" };
  if (type !== "ssh-ed25519") {
    const shown = type !== undefined && isPlainLine(type, 60) ? type : "?";
    return { ok: false, why: "unsupported", detail: shown };
  }
  const [publicKey, secret, comment] = [w.string(), w.string(), w.text()];
  const padding = w.rest();
  if (comment === undefined || publicKey!.length !== 32 || secret!.length !== 64) return { ok: false, why: "damaged" };
  if (padding.length > 255 || padding.some((v, i) => v !== i + 1)) return { ok: false, why: "damaged" };
  const seed = secret!.slice(0, 32);
  const made = ed25519.getPublicKey(seed);
  if (!sameBytes(joined(seed, made), secret!) || !sameBytes(made, publicKey!)) return { ok: false, why: "damaged" };
  return { ok: true, key: { kind: "ssh", seed, publicKey: made, comment: isPlainLine(comment, 200) ? comment : "" } };
}
