/**
 * Files of secret keys of minisign, open or locked with a passphrase.
 *
 * After a comment, base64 of: `Ed`, `Sc` or two zeros (open), `B2`, 32 bytes of salt, two 64-bit limits of scrypt, little end first,
 * and 104 bytes: key id, secret key (seed and public key), BLAKE2b-256 of `Ed`, id and secret key. Those are xored with scrypt's
 * output if there is a passphrase. Sources: minisign(1), the format's page; how limits become N, r, p:
 * libsodium's `pickparams` (crypto_pwhash_scryptsalsa208sha256).
 * @module
 */
import { base64 } from "@contraluz/core";
import { ed25519 } from "@noble/curves/ed25519.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { fromBase64, joined, linesOf, sameBytes, utf8 } from "./bytes.ts";
import { encodeMinisignPublic, minisignIdText } from "./minisign.ts";
import type { ReadKey, SigningKey } from "./types.ts";

const SIZE = 158;
const STREAM = 104;
/** What minisign itself asks for (2^20, 1 GiB): nothing dearer is opened. */
const MOST_LOG_N = 20;
const MOST_P = 4;
/** Of our own keys: N = 2^17, 128 MiB; minisign opens them too. */
const OPS = 2n ** 22n;
const MEMORY = 2n ** 27n;

/** scrypt's numbers for limits as libsodium takes them; undefined for more than we open. */
function scryptOf(
  ops: bigint,
  memory: bigint,
): { readonly N: number; readonly r: number; readonly p: number } | undefined {
  const o = ops < 32768n ? 32768n : ops;
  const small = o < memory / 32n;
  const most = small ? o / 32n : memory / 1024n;
  let log = 1;
  while (log < 63 && 2n ** BigInt(log) <= most / 2n) log++;
  const p = small ? 1n : o / 4n / 2n ** BigInt(log) / 8n;
  return log > MOST_LOG_N || p > MOST_P || p < 1n ? undefined : { N: 2 ** log, r: 8, p: Number(p) };
}

async function streamOf(
  passphrase: Uint8Array,
  salt: Uint8Array,
  ops: bigint,
  memory: bigint,
): Promise<Uint8Array | undefined> {
  const o = scryptOf(ops, memory);
  return o && scryptAsync(passphrase, salt, { ...o, dkLen: STREAM, maxmem: 2 ** 30 + 2 ** 20 });
}

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(a).map((v, i) => v ^ b[i]!);
const checkOf = (id: Uint8Array, secret: Uint8Array): Uint8Array =>
  blake2b(joined(utf8("Ed"), id, secret), { dkLen: 32 });

export function looksLikeMinisignSecret(text: string): boolean {
  return /^untrusted comment: [^\n]*\n[A-Za-z0-9+/=]{212}\r?\n?$/.test(text.slice(0, 2000));
}

/** A secret key. `passphrase` is needed if the file is locked; it is not kept. */
export async function readMinisignSecret(text: string, passphrase?: Uint8Array): Promise<ReadKey> {
  if (!looksLikeMinisignSecret(text)) return { ok: false, why: "not-a-key" };
  const [comment, line] = linesOf(text);
  const b = fromBase64(line!);
  if (b?.length !== SIZE || b[0] !== 0x45 || b[1] !== 0x64 || b[4] !== 0x42 || b[5] !== 0x32)
    return { ok: false, why: "damaged" };
  const open = b[2] === 0 && b[3] === 0;
  if (!open && (b[2] !== 0x53 || b[3] !== 0x63)) return { ok: false, why: "unsupported", detail: "kdf" };
  let secret = b.slice(54);
  if (!open) {
    if (!passphrase) return { ok: false, why: "passphrase-needed" };
    const view = new DataView(b.buffer, b.byteOffset);
    const stream = await streamOf(passphrase, b.slice(6, 38), view.getBigUint64(38, true), view.getBigUint64(46, true));
    if (!stream) return { ok: false, why: "too-costly", detail: "scrypt" };
    secret = xor(secret, stream);
  }
  const [id, seed, publicKey, check] = [
    secret.slice(0, 8),
    secret.slice(8, 40),
    secret.slice(40, 72),
    secret.slice(72),
  ];
  // minisign leaves the check out of keys that are open.
  const unchecked = open && check.every((v) => v === 0);
  if (!unchecked && !sameBytes(check, checkOf(id, secret.subarray(8, 72))))
    return { ok: false, why: open ? "damaged" : "passphrase-wrong" };
  if (!sameBytes(ed25519.getPublicKey(seed), publicKey)) return { ok: false, why: "damaged" };
  const key: SigningKey = {
    kind: "minisign",
    seed,
    publicKey,
    id,
    comment: comment!.slice("untrusted comment: ".length),
  };
  return { ok: true, key };
}

export interface MadeKey {
  readonly key: SigningKey;
  /** The text of the file that stays secret. */
  readonly secret: string;
  /** The text of the file that everybody may have. */
  readonly public: string;
}

/** A new key. `random` gives bytes that nobody can guess; without a passphrase the file is open to whoever can read it. */
export async function makeMinisignKey(random: (n: number) => Uint8Array, passphrase?: Uint8Array): Promise<MadeKey> {
  const seed = random(32);
  const id = random(8);
  const publicKey = ed25519.getPublicKey(seed);
  const secret = joined(seed, publicKey);
  const plain = joined(id, secret, checkOf(id, secret));
  const limits = new Uint8Array(16);
  const salt = passphrase ? random(32) : new Uint8Array(32);
  let body = plain;
  if (passphrase) {
    const view = new DataView(limits.buffer);
    view.setBigUint64(0, OPS, true);
    view.setBigUint64(8, MEMORY, true);
    body = xor(plain, (await streamOf(passphrase, salt, OPS, MEMORY))!);
  }
  const kdf = passphrase ? utf8("Sc") : new Uint8Array(2);
  const blob = joined(utf8("Ed"), kdf, utf8("B2"), salt, limits, body);
  const comment = `contraluz secret key ${minisignIdText(id)}`;
  return {
    key: { kind: "minisign", seed, publicKey, id, comment },
    secret: `untrusted comment: ${comment}\n${base64(blob)}\n`,
    public: encodeMinisignPublic({ id, key: publicKey }),
  };
}
