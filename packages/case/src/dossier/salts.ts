/**
 * Salts: 32 bytes per record, so that nobody can guess a short value from its hash. They come from one secret of the case
 * (HMAC-SHA-256 of the label), so that every edition has the same ones and only one secret must be kept; a disclosed salt says nothing
 * of the others.
 * @module
 */
import { ContraluzError, hex, type RandomAccess } from "@contraluz/core";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8 } from "../sign/bytes.ts";
import { byteLines } from "./lines.ts";
import type { Salts } from "./types.ts";

const DOMAIN = utf8("contraluz dossier salts 1\0");

/** The salts of a case. `seed`: 32 random bytes that stay in the case. */
export function saltsOf(seed: Uint8Array): Salts {
  if (seed.length !== 32) throw new ContraluzError("usage", "the secret of salts has 32 bytes");
  const keyed = hmac.create(sha256, seed).update(DOMAIN);
  const encoder = new TextEncoder();
  const scratch = new Uint8Array(512);
  const bytes = (label: string): Uint8Array =>
    label.length * 3 > scratch.length ? utf8(label) : scratch.subarray(0, encoder.encodeInto(label, scratch).written);
  return { of: (label) => hex(keyed.clone().update(bytes(label)).digest()) };
}

/** The salts that a full edition discloses, in their order: so a redacted edition can be made from it alone. */
export function saltsFrom(source: RandomAccess): Salts & { close(): Promise<void> } {
  const rows = byteLines(source);
  const text = new TextDecoder();
  let batch: readonly Uint8Array[] = [];
  let at = 0;
  const next = async (label: string): Promise<string> => {
    const got = await rows.next();
    if (got.done) throw new ContraluzError("usage", `this edition has no salt for ${label}`);
    batch = got.value;
    at = 0;
    return take(label) ?? next(label);
  };
  const take = (label: string): string | undefined => {
    const row = batch[at];
    if (!row) return undefined;
    at++;
    const line = text.decode(row);
    if (!/^[0-9a-f]{64} {2}/.test(line) || line.slice(66) !== label)
      throw new ContraluzError("usage", `this edition has no salt for ${label}`);
    return line.slice(0, 64);
  };
  return {
    of: (label) => take(label) ?? next(label),
    close: async () => {
      await source.close?.();
    },
  };
}
