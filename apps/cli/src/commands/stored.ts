/** Opens a stored result named on the command line. @module */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { ContraluzError, type Result, say } from "@contraluz/core";
import { storedFolder } from "@contraluz/platform-node";
import { readResult, type StoredFolder } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";

export interface Stored {
  readonly path: string;
  readonly folder: StoredFolder;
  readonly result: Result;
}

/** The folder named first, as a result. Throws UsageError if none was named, it is not there, or it is no result. */
export async function storedOf(args: Args): Promise<Stored> {
  const { lang } = args;
  const name = args.paths[0];
  if (name === undefined) throw new UsageError(say(W.needResult, lang, { cmd: NAME, command: args.command }));
  const path = resolve(name);
  const shown = { path: printable(path), cmd: NAME };
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(say(W.noSuchPath, lang, shown));
  if (!found.isDirectory()) throw new UsageError(say(W.notAFolder, lang, shown));
  const folder = storedFolder(path);
  try {
    return { path, folder, result: await readResult(folder) };
  } catch (e) {
    if (e instanceof ContraluzError && e.code === "usage") throw new UsageError(say(W.notAResult, lang, shown));
    throw e;
  }
}
