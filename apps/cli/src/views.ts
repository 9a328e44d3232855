/** Views of a result as the command line writes them: the page and the text. @module */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { type Lang, type Result, say, type Words } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { htmlReport, textReport } from "@contraluz/report";
import { encodeStructure } from "@contraluz/store";
import { reportFonts } from "./fonts.ts";
import { W } from "./words.ts";

const artifacts = (): ReadonlyMap<string, AnyArtifact> => new Map(ARTIFACTS.map((a) => [a.id, a]));
const rules = (): ReadonlyMap<string, Words> => new Map(RULES.map((r) => [r.id, r.words.name]));

/** The text of `result.json`: the same bytes wherever it is written. */
export function resultText(result: Result): string {
  return `${encodeStructure(result)}\n`;
}

/** The report as one page, with the fingerprint of `result.json`. */
export function page(result: Result, json: string, lang: Lang): string {
  const fingerprint = createHash("sha256").update(json).digest("hex");
  return htmlReport(result, { lang, artifacts: artifacts(), rules: rules(), fonts: reportFonts(), fingerprint });
}

/** Prints the answer: both axes, in words, and where it lies. */
export function printAnswer(
  result: Result,
  o: { readonly lang: Lang; readonly folder: string; readonly demo: boolean },
): void {
  const out = process.stdout;
  const text = textReport(result, {
    lang: o.lang,
    artifacts: artifacts(),
    rules: rules(),
    width: out.columns ?? 80,
    color: out.isTTY === true && !process.env.NO_COLOR,
    paths: { report: join(o.folder, "report.html"), folder: o.folder },
  });
  const notes = [say(W.folderNote, o.lang), ...(o.demo ? [say(W.demoNote, o.lang)] : [])];
  out.write(`${text.trimEnd()}\n\n${notes.join("\n")}\n`);
}
