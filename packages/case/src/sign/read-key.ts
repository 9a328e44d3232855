/** A file of a key that signs, by its content: minisign's or OpenSSH's. @module */
import { readMinisignSecret } from "./minisign-key.ts";
import { looksLikeSshSecret, readSshSecret } from "./ssh-key.ts";
import type { ReadKey } from "./types.ts";

/** Opens a key; says `passphrase-needed` where one is and none was given. */
export async function readSigningKey(text: string, passphrase?: Uint8Array): Promise<ReadKey> {
  return looksLikeSshSecret(text) ? readSshSecret(text, passphrase) : readMinisignSecret(text, passphrase);
}
