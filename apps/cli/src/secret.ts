/** Where the password of a backup comes from. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Lang, type Problem, say } from "@contraluz/core";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { type Args, UsageError } from "./args.ts";
import { askHidden, firstLine, passwordFile } from "./prompt.ts";
import { printable } from "./terminal.ts";
import { W } from "./words.ts";

/** Asked by the engine, again after a wrong one; undefined: there is none. */
export type Secret = (why: Problem) => Promise<Uint8Array | undefined>;

/** What is asked, wrapped; the last line is where the person types. */
function question(text: string): string {
  return text
    .split("\n")
    .flatMap((l) => wrap(l, Math.min(100, process.stderr.columns || 80)))
    .join("\n");
}

/** What is asked for, and whether it is asked again. */
function wordsOf(why: Problem): { readonly es: string; readonly en: string } {
  const again = why.code.endsWith("-wrong");
  if (why.code.startsWith("age-") && why.expected === "identity") return again ? W.askIdentityAgain : W.askIdentity;
  if (again) return W.askAgain;
  if (why.code.startsWith("age-")) return W.askPassphrase;
  return why.code.startsWith("adb-") ? W.askAndroid : W.askPassword;
}

async function ask(why: Problem, lang: Lang): Promise<Uint8Array | undefined> {
  let words = wordsOf(why);
  for (;;) {
    const secret = await askHidden(question(say(words, lang)), process.stdin, process.stderr);
    if (secret === undefined || secret.length > 0) return secret;
    words = W.askEmpty;
  }
}

/**
 * By a hidden prompt, or `--password-file FILE` (`-`: standard input), which is read once. `before` is called before a prompt,
 * `gaveUp` if the person leaves it. Throws UsageError if the file is not there.
 */
export function secretOf(args: Args, on: { before(): void; gaveUp(): void }): Secret {
  const file = args.one("password-file");
  if (file !== undefined && file !== "-") {
    const path = resolve(file);
    if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  }
  // Of a file that age encrypted, and of a backup in it: each may be asked for.
  const read = new Set<string>();
  return async (why) => {
    if (file !== undefined && (file !== "-" || !process.stdin.isTTY)) {
      const key = why.code.startsWith("age-");
      const what = file === "-" ? "" : key ? "key" : "password";
      if (read.has(what)) return undefined;
      read.add(what);
      return file === "-" ? firstLine(process.stdin, key) : passwordFile(resolve(file), key);
    }
    on.before();
    const secret = await ask(why, args.lang);
    // Of a part the rest is read without it.
    if (secret === undefined && process.stdin.isTTY && why.lost === "evidence") on.gaveUp();
    return secret;
  };
}
