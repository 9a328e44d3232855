/** `contraluz forget`: removes a result, and only what is ours. @module */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { say } from "@contraluz/core";
import { forgetResult } from "@contraluz/platform-node";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { storedOf } from "./stored.ts";

/** What a check left that was cut off (a machine switched off): no result, but records of a phone all the same. */
function halfDone(args: Args): string | undefined {
  const path = resolve(args.paths[0] ?? "");
  const ours = path.endsWith(".partial") && statSync(join(path, "records"), { throwIfNoEntry: false })?.isDirectory();
  return ours ? path : undefined;
}

export async function forgetCommand(args: Args): Promise<number> {
  // A folder that is no result is not ours to remove: this throws.
  const path = halfDone(args) ?? (await storedOf(args)).path;
  const left = await forgetResult(path);
  const shown = printable(path);
  const words =
    left === 0
      ? say(W.forgotten, args.lang, { path: shown })
      : say(W.notForgotten, args.lang, { n: left, path: shown });
  process.stdout.write(`${words}\n${say(W.forgetLimit, args.lang)}\n`);
  return EXIT.result;
}
