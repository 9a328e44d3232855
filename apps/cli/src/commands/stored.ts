/** Opens a stored result named on the command line. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { say } from "@contraluz/core";
import { storedFolder } from "@contraluz/platform-node";
import type { StoredFolder } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";

/** The folder named first. Throws UsageError if none was named or it does not exist. */
export function storedOf(args: Args): { path: string; folder: StoredFolder } {
  const name = args.paths[0];
  if (name === undefined) throw new UsageError(say(W.needResult, args.lang));
  const path = resolve(name);
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return { path, folder: storedFolder(path) };
}
