/** What the person gave to open cases, as the vault wants it. Kept in this thread's memory, and nowhere else. @module */
import { newIdentity, type Opener, type Openers, recipientsOf } from "@contraluz/case/vault/index.ts";
import { ContraluzError } from "@contraluz/core";
import { openAge } from "@contraluz/evidence/age-open.ts";
import type { CaseKey } from "../ask.ts";

const IDENTITY = /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/;
const AGE = "age-encryption.org/v1\n";
/** No file of identities is larger. */
const MOST = 1 << 20;
const RECIPIENT = /^age1[0-9a-z]{20,4000}$/;

async function plainOf(bytes: Uint8Array, phrase: string): Promise<string> {
  const parts: Uint8Array[] = [];
  const source = (async function* () {
    yield bytes;
  })();
  for await (const p of await openAge(source, { passphrase: phrase })) parts.push(p.slice());
  return new TextDecoder().decode(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** Throws ContraluzError ("case-key") for a file without a key, or one that its phrase does not open. */
export async function openerOf(key: CaseKey): Promise<Opener> {
  if ("passphrase" in key) return { passphrase: key.passphrase, opened: new Map() };
  const bytes = typeof key.file === "string" ? new TextEncoder().encode(key.file) : key.file;
  if (bytes.length > MOST) throw new ContraluzError("case-key", "key-file: size");
  const sealed = new TextDecoder().decode(bytes.subarray(0, AGE.length)) === AGE;
  const text = sealed ? await plainOf(bytes, key.phrase ?? "").catch(() => "") : new TextDecoder().decode(bytes);
  const identities = text
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter((l) => IDENTITY.test(l));
  if (identities.length === 0) throw new ContraluzError("case-key", "key-file: none");
  await recipientsOf(identities);
  return { identities };
}

/** Who can open a new case. Throws ContraluzError ("usage") for what is no recipient. */
export async function openersOf(by: Opener, more: readonly string[]): Promise<Openers> {
  if ("passphrase" in by) return by;
  const named = more.map((r) => r.trim()).filter((r) => r !== "");
  for (const r of named) if (!RECIPIENT.test(r)) throw new ContraluzError("usage", `recipient: ${r.slice(0, 80)}`);
  return { recipients: [...new Set([...(await recipientsOf(by.identities)), ...named])] };
}

/** A new key as the file that its person keeps. */
export async function newKey(): Promise<{ readonly file: string; readonly recipient: string }> {
  const { identity, recipient } = await newIdentity();
  return { file: `# contraluz\n# public key: ${recipient}\n${identity}\n`, recipient };
}
