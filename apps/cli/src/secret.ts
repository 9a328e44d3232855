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

async function ask(why: Problem, lang: Lang): Promise<Uint8Array | undefined> {
  let words: typeof W.askAgain | typeof W.askPassword | typeof W.askEmpty =
    why.code === "backup-password-wrong" ? W.askAgain : W.askPassword;
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
  let read = false;
  return async (why) => {
    if (file !== undefined && (file !== "-" || !process.stdin.isTTY)) {
      if (read) return undefined;
      read = true;
      return file === "-" ? firstLine(process.stdin) : passwordFile(resolve(file));
    }
    on.before();
    const secret = await ask(why, args.lang);
    if (secret === undefined && process.stdin.isTTY) on.gaveUp();
    return secret;
  };
}
