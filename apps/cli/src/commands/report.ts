/** `contraluz report`: a stored result again, as text, as a page or as it is. @module */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { say } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { Leaving, mayLeave } from "../case/leave.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { page, printAnswer } from "../views.ts";
import { W } from "../words.ts";
import { bytesOf, storedOf } from "./stored.ts";

/** Says in words that a file is never overwritten. */
export function notThere(e: unknown, path: string, option: string, args: Args): unknown {
  const exists = e instanceof Error && (e as NodeJS.ErrnoException).code === "EEXIST";
  return exists ? new UsageError(say(W.fileExists, args.lang, { path: printable(path), option })) : e;
}

export async function reportCommand(args: Args): Promise<number> {
  const { path, folder, result, of, close } = await storedOf(args, { zip: true });
  const json = await bytesOf(folder, "result.json");
  await close();
  if (of && args.flags.has("json")) await mayLeave(args, of, "result", "full");
  const html = args.one("html");
  if (html !== undefined) {
    const file = resolve(html);
    await mayLeave(args, of, "result", "full");
    const text = page(result, json, args.lang);
    const leaving = new Leaving();
    leaving.take(text);
    await writeFile(file, text, { flag: "wx", mode: 0o600 }).catch((e: unknown) => {
      throw notThere(e, file, "--html", args);
    });
    await leaving.note(args, of, "report");
    process.stderr.write(`${printable(file)}\n`);
  }
  if (args.flags.has("json")) await writeOut(new TextDecoder().decode(json));
  else if (html === undefined) {
    // Where other lists lay is not known any more.
    const known = result.indicators.length <= 1 ? { indicators: [] } : {};
    printAnswer(result, { lang: args.lang, folder: path, ...known });
  }
  return EXIT.result;
}
