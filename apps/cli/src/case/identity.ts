/** The key of the person who works on cases: an age identity in a file, perhaps behind a passphrase. @module */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { newIdentity, recipientsOf } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { openAge } from "@contraluz/evidence/age-open.ts";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { askHidden } from "../prompt.ts";
import { storeFolder } from "../signs/folder.ts";
import { printable } from "../terminal.ts";
import { C } from "./words.ts";

const IDENTITY = /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/;
const AGE = "age-encryption.org/v1\n";
/** No file of identities is larger. */
const MOST = 1 << 20;

/** Where the key lies: the file that was named, else beside the signs. */
export function identityFile(args: Args): string {
  const named = args.one("identity");
  return named === undefined ? join(dirname(storeFolder(undefined)), "identity.txt") : resolve(named);
}

async function textOf(path: string, args: Args): Promise<string> {
  const bytes = readFileSync(path);
  if (bytes.length > MOST) throw new UsageError(say(C.noIdentity, args.lang, { path: printable(path) }));
  if (!bytes.subarray(0, AGE.length).equals(Buffer.from(AGE))) return bytes.toString("utf8");
  const secret = await askHidden(say(C.askKey, args.lang), process.stdin, process.stderr);
  const one = (async function* () {
    yield Uint8Array.from(bytes);
  })();
  try {
    const parts: Uint8Array[] = [];
    const opened = await openAge(one, { passphrase: new TextDecoder().decode(secret ?? new Uint8Array(0)) });
    for await (const p of opened) parts.push(p.slice());
    return Buffer.concat(parts).toString("utf8");
  } catch {
    throw new UsageError(say(C.noIdentity, args.lang, { path: printable(path) }));
  }
}

/** Identities of the person. Throws UsageError if there are none. */
export async function identitiesOf(args: Args): Promise<readonly string[]> {
  const path = identityFile(args);
  if (!existsSync(path)) throw new UsageError(say(C.noKey, args.lang, { path: printable(path), cmd: NAME }));
  const lines = (await textOf(path, args)).split(/\r?\n/).map((l) => l.trim());
  const identities = lines.filter((l) => IDENTITY.test(l));
  if (identities.length === 0) throw new UsageError(say(C.noIdentity, args.lang, { path: printable(path) }));
  return identities;
}

/** A new file that is on the disk before anything is sealed for the key in it: without it a case could never be opened again. */
function writeWhole(path: string, text: string): void {
  const half = `${path}.new`;
  rmSync(half, { force: true });
  const file = openSync(half, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // A link and not a rename: a key that somebody else made meanwhile is never replaced.
  try {
    linkSync(half, path);
    rmSync(half);
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === "EEXIST") throw e;
    // Memory cards know no second name for a file.
    renameSync(half, path);
  }
}

/** The public half of the person's key. It is made, for this user alone, if there is none and none was named. */
export async function ownRecipients(
  args: Args,
): Promise<{ readonly recipients: readonly string[]; readonly made?: string }> {
  const path = identityFile(args);
  if (existsSync(path) || args.one("identity") !== undefined)
    return { recipients: await recipientsOf(await identitiesOf(args)) };
  const { identity, recipient } = await newIdentity();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, `# contraluz\n# public key: ${recipient}\n${identity}\n`);
  return { recipients: [recipient], made: path };
}
