/**
 * Private keys of OpenSSH, open or locked with a passphrase. Source: PROTOCOL.key of OpenSSH. Only Ed25519.
 *
 * Locked ones are opened where AES in its modes CTR or CBC locked them, which is what ssh-keygen does unless it is told otherwise
 * (CTR since OpenSSH 7.6, CBC before). With another cipher their owner signs with `ssh-keygen -Y sign`; so do keys of hardware.
 * @module
 */
import { cbc, ctr } from "@noble/ciphers/aes.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bcryptPbkdf } from "./bcrypt.ts";
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

const TYPE = "ssh-ed25519";
/** Of bcrypt: ssh-keygen asks for 16 or 24; a thousand take half a minute here. */
const MOST_ROUNDS = 1000;
const MOST_SALT = 256;

interface Cipher {
  readonly key: number;
  readonly open: (key: Uint8Array, iv: Uint8Array, body: Uint8Array) => Uint8Array;
}
const counter = (key: number): Cipher => ({ key, open: (k, iv, body) => ctr(k, iv).decrypt(body) });
const chained = (key: number): Cipher => ({
  key,
  open: (k, iv, body) => cbc(k, iv, { disablePadding: true }).decrypt(body),
});
const CIPHERS: Readonly<Record<string, Cipher>> = {
  "aes256-ctr": counter(32),
  "aes192-ctr": counter(24),
  "aes128-ctr": counter(16),
  "aes256-cbc": chained(32),
  "aes192-cbc": chained(24),
  "aes128-cbc": chained(16),
};
const BLOCK = 16;

/** A private key from the text of its file. `passphrase` is needed if it is locked; it is not kept. */
export function readSshSecret(text: string, passphrase?: Uint8Array): ReadKey {
  const lines = linesOf(text.slice(0, MOST_BYTES + 1).trimEnd());
  if (lines[0] !== BEGIN || lines[lines.length - 1] !== END) return { ok: false, why: "not-a-key" };
  const blob = fromBase64(lines.slice(1, -1).join(""));
  const w = new Wire(blob ?? new Uint8Array(0));
  const magic = w.take(MAGIC.length);
  if (!magic || textOf(magic) !== MAGIC) return { ok: false, why: "damaged" };
  const [cipher, kdf, options, count, shared, body] = [
    w.text(),
    w.text(),
    w.string(),
    w.uint32(),
    w.string(),
    w.string(),
  ];
  if (!body) return { ok: false, why: "damaged" };
  if (count !== 1) return { ok: false, why: "unsupported", detail: `${count} keys` };
  const open = cipher === "none" && kdf === "none" && options!.length === 0;
  if (open) return w.ended ? keyOf(body) : { ok: false, why: "damaged" };
  // Which kind it is stands in clear: nobody is asked for a passphrase in vain.
  const type = new Wire(shared!).text();
  if (type !== TYPE) return { ok: false, why: "unsupported", detail: shownType(type) };
  const by = Object.hasOwn(CIPHERS, cipher!) ? CIPHERS[cipher!]! : undefined;
  if (!by || kdf !== "bcrypt") return { ok: false, why: "locked-ssh" };
  const o = new Wire(options!);
  const [salt, rounds] = [o.string(), o.uint32()];
  // Ciphers that prove their text have a tag behind it; these have none.
  if (!w.ended || !o.ended || salt!.length === 0 || rounds === 0 || body.length === 0 || body.length % BLOCK !== 0)
    return { ok: false, why: "damaged" };
  if (salt!.length > MOST_SALT || rounds! > MOST_ROUNDS) return { ok: false, why: "too-costly", detail: "bcrypt" };
  if (!passphrase || passphrase.length === 0) return { ok: false, why: "passphrase-needed" };
  const made = bcryptPbkdf(passphrase, salt!, rounds!, by.key + BLOCK);
  const plain = by.open(made.subarray(0, by.key), made.subarray(by.key), body);
  const key = sameCheck(plain) ? keyOf(plain) : ({ ok: false, why: "passphrase-wrong" } as const);
  made.fill(0);
  plain.fill(0);
  return key;
}

const shownType = (type: string | undefined): string => (type !== undefined && isPlainLine(type, 60) ? type : "?");

/** The same number twice at the beginning: what tells a passphrase that opens from one that does not. */
function sameCheck(plain: Uint8Array): boolean {
  const w = new Wire(plain);
  const one = w.uint32();
  return one !== undefined && one === w.uint32();
}

function keyOf(plain: Uint8Array): ReadKey {
  const w = new Wire(plain);
  if (!sameCheck(plain)) return { ok: false, why: "damaged" };
  w.take(8);
  const type = w.text();
  if (type !== TYPE) return { ok: false, why: "unsupported", detail: shownType(type) };
  const [publicKey, secret, comment] = [w.string(), w.string(), w.text()];
  const padding = w.rest();
  if (comment === undefined || publicKey!.length !== 32 || secret!.length !== 64) return { ok: false, why: "damaged" };
  if (padding.length > 255 || padding.some((v, i) => v !== i + 1)) return { ok: false, why: "damaged" };
  const seed = secret!.slice(0, 32);
  const made = ed25519.getPublicKey(seed);
  if (!sameBytes(joined(seed, made), secret!) || !sameBytes(made, publicKey!)) return { ok: false, why: "damaged" };
  return { ok: true, key: { kind: "ssh", seed, publicKey: made, comment: isPlainLine(comment, 200) ? comment : "" } };
}
