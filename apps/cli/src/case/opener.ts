/** What opens the case in a folder: the person's key, or the phrase of a case that was made with one, as the page makes them. @module */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Opener } from "@contraluz/case/vault/index.ts";
import { ContraluzError, say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { askHidden, passwordFile } from "../prompt.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { identitiesOf } from "./identity.ts";
import { C } from "./words.ts";

/** An age file for a phrase: its one stanza is `scrypt` (age-encryption.org/v1, "scrypt recipient stanza"). */
const PHRASE = "age-encryption.org/v1\n-> scrypt ";

/** The beginning of a file; "" where there is none. */
function headOf(path: string): string {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return "";
  }
  try {
    const bytes = Buffer.alloc(PHRASE.length);
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Phrases that were asked for, by command and folder: it may open its case twice. They are gone with it. */
const asked = new WeakMap<Args, Map<string, Opener>>();

/** `--phrase-file FILE`, else a hidden prompt. Throws UsageError if the file is not there; ContraluzError ("case-key") if there is no phrase. */
async function phraseOf(args: Args): Promise<string> {
  const file = args.one("phrase-file");
  if (file !== undefined && !existsSync(resolve(file)))
    throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(resolve(file)) }));
  const bytes =
    file === undefined
      ? await askHidden(say(C.askPhrase, args.lang), process.stdin, process.stderr)
      : await passwordFile(resolve(file));
  if (bytes === undefined || bytes.length === 0) throw new ContraluzError("case-key", say(C.needPhrase, args.lang));
  return new TextDecoder().decode(bytes);
}

/** What opens the case at `path`. Throws UsageError where there is no key, or no phrase was given. */
export async function openerOf(args: Args, path: string): Promise<Opener> {
  const keys = join(path, "keys.age");
  if (headOf(keys) !== PHRASE) return { identities: await identitiesOf(args) };
  const at = resolve(path);
  const known = asked.get(args) ?? new Map<string, Opener>();
  asked.set(args, known);
  const had = known.get(at);
  if (had) return had;
  const opener = { passphrase: await phraseOf(args), opened: new Map<string, string>() };
  known.set(at, opener);
  return opener;
}
