/** Prints the answer of a result: both axes, in words, and where it lies. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { type Lang, type Result, say } from "@contraluz/core";
import { textReport } from "@contraluz/report";
import { join } from "node:path";
import { W } from "../words.ts";

export async function printAnswer(result: Result, o: { lang: Lang; folder: string; demo: boolean }): Promise<void> {
  const out = process.stdout;
  const color = out.isTTY === true && !process.env.NO_COLOR;
  const artifacts = new Map(ARTIFACTS.map((a) => [a.id as string, a]));
  const width = Math.max(40, Math.min(100, out.columns ?? 80));
  const text = textReport(result, { lang: o.lang, artifacts, width, color, paths: { report: join(o.folder, "report.html"), folder: o.folder } });
  const notes = [say(W.folderNote, o.lang), ...(o.demo ? [say(W.demoNote, o.lang)] : [])];
  out.write(`${text.trimEnd()}\n\n${notes.join("\n")}\n`);
}
