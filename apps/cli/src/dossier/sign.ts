/** `contraluz dossier key` and `sign`: keys that minisign reads, signatures that minisign and ssh-keygen check. @module */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isLabel, signDossier, takeSignature } from "@contraluz/case/dossier/index.ts";
import {
  type KeyFailure,
  makeMinisignKey,
  minisignKeyText,
  readMinisignPublic,
  readSigningKey,
  type SigningKey,
} from "@contraluz/case/sign/index.ts";
import { KEY_FAILURE } from "@contraluz/case/sign/words.ts";
import { say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { askHidden, passwordFile } from "../prompt.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { addProofs, fileOf, listOf, openBag, pathOf, textOf } from "./bag.ts";
import { D, LINE } from "./words.ts";

/** From a file, or typed where nobody sees it; never from arguments or the environment. */
async function passphrase(args: Args, question: string): Promise<Uint8Array | undefined> {
  const file = args.one("password-file");
  return file === undefined ? askHidden(question, process.stdin, process.stderr) : passwordFile(resolve(file));
}

async function newPassphrase(args: Args): Promise<Uint8Array> {
  const first = await passphrase(args, say(D.askNew, args.lang));
  if (!first || first.length === 0) throw new UsageError(say(D.needPassphrase, args.lang));
  if (args.one("password-file") !== undefined) return first;
  const again = await passphrase(args, say(D.askTwice, args.lang));
  if (!again || Buffer.compare(first, again) !== 0) throw new UsageError(say(D.notSame, args.lang));
  return first;
}

/** A new pair of keys: `NAME` stays secret, `NAME.pub` is for everybody. */
export async function keyCommand(args: Args): Promise<number> {
  const { lang } = args;
  const name = args.paths[0];
  if (name === undefined) throw new UsageError(say(D.noPath, lang, { cmd: NAME, line: say(LINE.key, lang) }));
  const secret = resolve(name);
  const shared = `${secret}.pub`;
  for (const path of [secret, shared])
    if (existsSync(path)) throw new UsageError(say(W.outExists, lang, { path: printable(path) }));
  const phrase = args.flags.has("open") ? undefined : await newPassphrase(args);
  const made = await makeMinisignKey((n) => Uint8Array.from(randomBytes(n)), phrase);
  phrase?.fill(0);
  await writeFile(secret, made.secret, { flag: "wx", mode: 0o600 });
  await writeFile(shared, made.public, { flag: "wx", mode: 0o644 });
  const key = minisignKeyText({ id: made.key.id!, key: made.key.publicKey });
  await writeOut(`${say(D.keyMade, lang, { secret: printable(secret), public: printable(shared), key })}\n`);
  return EXIT.result;
}

async function keyFrom(file: string, args: Args): Promise<SigningKey> {
  const text = await textOf(file, args);
  const fail = (why: KeyFailure): UsageError => new UsageError(say(KEY_FAILURE[why], args.lang));
  const open = await readSigningKey(text);
  if (open.ok) return open.key;
  if (open.why !== "passphrase-needed") throw fail(open.why);
  const phrase = await passphrase(args, say(D.askPassphrase, args.lang));
  if (!phrase) throw fail("passphrase-needed");
  const read = await readSigningKey(text, phrase);
  phrase.fill(0);
  if (!read.ok) throw fail(read.why);
  return read.key;
}

/** The label that was typed, or the usual one. Throws UsageError for one that cannot be a name. */
export function labelOf(args: Args, usual: string): string {
  const label = args.one("label") ?? usual;
  if (!isLabel(label)) throw new UsageError(say(D.badLabel, args.lang));
  return label;
}

/** Signs a dossier, or takes a signature that was made elsewhere. */
export async function signCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = pathOf(args, 0, LINE.sign);
  const [signature, keys] = [args.one("signature"), args.all("key")];
  if (signature === undefined && keys.length === 0) throw new UsageError(say(D.needKey, lang));
  const label = labelOf(args, "lab");
  const open = await openBag(path, args, nodePlatform());
  try {
    const list = await listOf(open, args);
    const at = new Date().toISOString();
    if (signature === undefined) {
      for (const file of keys) await addProofs(path, signDossier(list, await keyFrom(file, args), label, at), args);
    } else {
      const key = keys.length > 0 ? readMinisignPublic(await textOf(keys[0]!, args)) : undefined;
      const proof = takeSignature(list, await fileOf(signature, args), label, key);
      if (!proof) throw new UsageError(say(D.badSignature, lang));
      await addProofs(path, proof, args);
    }
  } finally {
    await open.close();
  }
  await writeOut(`${say(D.signed, lang, { path: printable(path) })}\n`);
  return EXIT.result;
}
