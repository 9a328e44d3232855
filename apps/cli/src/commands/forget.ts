/** `contraluz forget`: removes a result, and only what is ours. @module */
import { say } from "@contraluz/core";
import { forgetResult } from "@contraluz/platform-node";
import { readResult } from "@contraluz/store";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { storedOf } from "./stored.ts";

export async function forgetCommand(args: Args): Promise<number> {
  const { path, folder } = storedOf(args);
  // A folder that is no result is not ours to remove: this throws.
  await readResult(folder);
  const left = await forgetResult(path);
  const say1 =
    left === 0 ? say(W.forgotten, args.lang, { path: printable(path) }) : say(W.notForgotten, args.lang, { n: left });
  process.stdout.write(`${say1}\n${say(W.forgetLimit, args.lang)}\n`);
  return left === 0 ? EXIT.result : EXIT.usage;
}
