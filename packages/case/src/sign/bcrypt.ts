/**
 * The key that a passphrase gives: `bcrypt_pbkdf`, with which OpenSSH locks private keys.
 *
 * Written here, since the one library for it has had no release since 2018. It only opens what a person has: were it wrong, a key would
 * stay shut, and nothing would be locked worse for it. Source: PROTOCOL.key of OpenSSH; bcrypt_pbkdf(3) of OpenBSD: PBKDF2's shape over
 * SHA-512 and bcrypt with 64 rounds, its output laid out so that every byte of the key needs every block.
 * @module
 */
import { sha512 } from "@noble/hashes/sha2.js";
import { Blowfish } from "./blowfish.ts";
import { joined, utf8 } from "./bytes.ts";
import { uint32 } from "./wire.ts";

const BLOCK = 32;
const TEXT = utf8("OxychromaticBlowfishSwatDynamite");

/** One turn of bcrypt over hashes of 64 bytes. */
function hash(pass: Uint8Array, salt: Uint8Array): Uint8Array {
  const state = new Blowfish();
  state.expand(pass, salt);
  for (let i = 0; i < 64; i++) {
    state.expand(salt);
    state.expand(pass);
  }
  const text = new DataView(TEXT.buffer, TEXT.byteOffset);
  const words = Uint32Array.from({ length: BLOCK / 4 }, (_, i) => text.getUint32(4 * i));
  for (let i = 0; i < 64; i++) for (let at = 0; at < words.length; at += 2) state.encrypt(words, at);
  const out = new Uint8Array(BLOCK);
  const view = new DataView(out.buffer);
  for (const [i, w] of words.entries()) view.setUint32(4 * i, w, true);
  return out;
}

/**
 * `size` bytes of key. `pass` and `salt` are not empty, `rounds` at least 1; time grows with rounds and size.
 * @example bcryptPbkdf(utf8("frase"), salt, 24, 48);
 */
export function bcryptPbkdf(pass: Uint8Array, salt: Uint8Array, rounds: number, size: number): Uint8Array {
  const key = new Uint8Array(size);
  const secret = sha512(pass);
  const blocks = Math.ceil(size / BLOCK);
  for (let n = 0; n < blocks; n++) {
    let turn = hash(secret, sha512(joined(salt, uint32(n + 1))));
    const sum = turn.slice();
    for (let i = 1; i < rounds; i++) {
      turn = hash(secret, sha512(turn));
      for (let k = 0; k < BLOCK; k++) sum[k]! ^= turn[k]!;
    }
    // The blocks take turns: byte k of block n is byte k * blocks + n of the key.
    for (let k = 0; k * blocks + n < size && k < BLOCK; k++) key[k * blocks + n] = sum[k]!;
  }
  secret.fill(0);
  return key;
}
