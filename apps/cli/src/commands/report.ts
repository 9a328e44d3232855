/** `contraluz report`: a stored result again, as text or as a page. @module */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ARTIFACTS } from "@contraluz/artifacts";
import { htmlReport } from "@contraluz/report";
import { readResult } from "@contraluz/store";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { FONTS } from "../fonts.ts";
import { printAnswer } from "./answer.ts";
import { storedOf } from "./stored.ts";

export async function reportCommand(args: Args): Promise<number> {
  const { path, folder } = storedOf(args);
  const result = await readResult(folder);
  const html = args.one("html");
  if (html === undefined) await printAnswer(result, { lang: args.lang, folder: path, demo: false });
  else {
    const artifacts = new Map(ARTIFACTS.map((a) => [a.id as string, a]));
    await writeFile(resolve(html), htmlReport(result, { lang: args.lang, artifacts, fonts: FONTS() }), { flag: "wx" });
    process.stdout.write(`${resolve(html)}\n`);
  }
  return EXIT.result;
}
