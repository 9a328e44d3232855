/**
 * The one key that everything of a case is sealed with, and who can open it: `keys.age` is an age file (age-encryption.org/v1) that holds
 * the data key in hexadecimal, for the recipients `age1…` of the case. `age -d -i IDENTITY keys.age` shows it.
 * @module
 */
import { ContraluzError } from "@contraluz/core";
import { dataKey } from "@contraluz/formats/sealed/index.ts";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** No key file is longer: a few hundred recipients. */
export const KEYS_MOST: number = 1 << 20;
/** A key file for a phrase has one stanza. */
const PHRASE_MOST = 1024;
const KEY = /^[0-9a-f]{64}\n?$/;

/** A new age identity (`AGE-SECRET-KEY-1…`) and its recipient (`age1…`). */
export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Recipients of identities. Throws ContraluzError ("case-key") if one is no identity of age. */
export async function recipientsOf(identities: readonly string[]): Promise<string[]> {
  try {
    return await Promise.all(identities.map((i) => identityToRecipient(i)));
  } catch {
    throw new ContraluzError("case-key", "not an age identity");
  }
}

/** Who can open a case: holders of age keys, or whoever knows one phrase (a person alone, in the page). */
export type Openers = { readonly recipients: readonly string[] } | { readonly passphrase: string };
/**
 * What opens a case. `opened`: keys that a phrase opened already, by their file, for as long as whoever made the map keeps it: deriving a
 * key from a phrase takes seconds by design, and a list of cases opens each of them more than once.
 */
export type Opener =
  | { readonly identities: readonly string[] }
  | { readonly passphrase: string; readonly opened?: Map<string, string> };

/** The key file. Throws ContraluzError ("usage") if one is no recipient of age, or there is none. */
export async function wrapKey(hex: string, to: Openers): Promise<Uint8Array> {
  const e = new Encrypter();
  if ("passphrase" in to) {
    if (to.passphrase === "") throw new ContraluzError("usage", "an empty passphrase");
    e.setPassphrase(to.passphrase);
  } else {
    if (to.recipients.length === 0)
      throw new ContraluzError("usage", "a case without recipients could never be opened");
    for (const r of to.recipients) {
      try {
        e.addRecipient(r);
      } catch {
        throw new ContraluzError("usage", `not a recipient of age: ${r.slice(0, 80)}`);
      }
    }
  }
  return e.encrypt(`${hex}\n`);
}

/** The data key in hexadecimal. Throws ContraluzError: "case-key" if nothing opens it, "case-damaged" if it holds no key. */
export async function unwrapKey(file: Uint8Array, by: Opener): Promise<string> {
  const opened = "passphrase" in by && file.length <= PHRASE_MOST ? by.opened : undefined;
  const name = opened ? String.fromCharCode(...file) : "";
  const had = opened?.get(name);
  if (had !== undefined) return had;
  let text: string;
  try {
    const d = new Decrypter();
    if ("passphrase" in by) d.addPassphrase(by.passphrase);
    else for (const i of by.identities) d.addIdentity(i);
    text = await d.decrypt(file, "text");
  } catch {
    throw new ContraluzError("case-key", "nothing that was given opens keys.age");
  }
  if (!KEY.test(text)) throw new ContraluzError("case-damaged", "keys.age holds no data key");
  opened?.set(name, text.trim());
  return text.trim();
}

/** The data key ready for use. */
export function readyKey(hex: string): Promise<CryptoKey> {
  return dataKey(Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)));
}
