/** `contraluz report`: a stored result again, as text or as a page. @module */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readResult } from "@contraluz/store";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { page, printAnswer, resultText } from "../views.ts";
import { storedOf } from "./stored.ts";

export async function reportCommand(args: Args): Promise<number> {
  const { path, folder } = storedOf(args);
  const result = await readResult(folder);
  const html = args.one("html");
  if (html === undefined) printAnswer(result, { lang: args.lang, folder: path, demo: false });
  else {
    await writeFile(resolve(html), page(result, resultText(result), args.lang), { flag: "wx" });
    process.stdout.write(`${resolve(html)}\n`);
  }
  return EXIT.result;
}
