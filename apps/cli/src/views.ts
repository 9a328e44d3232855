/** Views of a result as the command line writes them: the page and the text. @module */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type AnyArtifact, ARTIFACTS } from "@contraluz/artifacts";
import { type Lang, type Result, say, type Words } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { htmlReport, type Names, type NextCommands, textReport } from "@contraluz/report";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { encodeStructure } from "@contraluz/store";
import type { Args } from "./args.ts";
import { EXIT } from "./exit.ts";
import { reportFonts } from "./fonts.ts";
import { NAME, typed } from "./name.ts";
import { COMMANDS, OPTIONS } from "./options.ts";
import { W } from "./words.ts";

const artifacts = (): ReadonlyMap<string, AnyArtifact> => new Map(ARTIFACTS.map((a) => [a.id, a]));
const rules = (): ReadonlyMap<string, Words> => new Map(RULES.map((r) => [r.id, r.words.name]));

/** Columns of the terminal; 80 where there is none, or where it does not know. */
export function width(): number {
  return process.stdout.columns || 80;
}

/** Whether colours are wanted: on a terminal, and not declined. */
export function wantsColor(out: { readonly isTTY?: boolean }): boolean {
  return out.isTTY === true && !process.env.NO_COLOR;
}

/** The text of `result.json`: the same bytes wherever it is written. */
export function resultText(result: Result): string {
  return `${encodeStructure(result)}\n`;
}

/** The report as one page, with the fingerprint of `result.json`. */
export function page(result: Result, json: string | Uint8Array, lang: Lang): string {
  const fingerprint = createHash("sha256").update(json).digest("hex");
  return htmlReport(result, { lang, artifacts: artifacts(), rules: rules(), fonts: reportFonts(), fingerprint });
}

/** Names of places and rules, for words that leave. */
export function names(): Names {
  return { artifacts: artifacts(), rules: rules() };
}

export interface AnswerOptions {
  readonly lang: Lang;
  /** Of the result. */
  readonly folder: string;
  readonly demo?: boolean;
  /** Files of signs that it was compared with, if they are known. */
  readonly indicators?: readonly string[];
}

/** What can be typed next. Undefined for paths that no shell takes. */
function commandsOf(o: AnswerOptions): NextCommands | undefined {
  const folder = typed(o.folder);
  if (folder === undefined) return undefined;
  const lists = o.indicators?.map((path) => typed(path));
  const recheck = [`${NAME} recheck ${folder}`, ...(lists ?? []).map((l) => `--indicators ${l}`)];
  return {
    explain: `${NAME} explain ${folder}`,
    forget: `${NAME} forget ${folder}`,
    // Without the lists of the first time a re-check would see less.
    ...(lists && !lists.includes(undefined)
      ? { recheck: [...recheck, `--known ${say(OPTIONS.known!.value!, o.lang)}`].join(" ") }
      : {}),
  };
}

/** Prints the answer: both axes, in words, and where it lies. */
export function printAnswer(result: Result, o: AnswerOptions): void {
  const commands = commandsOf(o);
  const text = textReport(result, {
    lang: o.lang,
    artifacts: artifacts(),
    rules: rules(),
    width: width(),
    color: wantsColor(process.stdout),
    paths: { report: join(o.folder, "report.html"), folder: o.folder },
    ...(commands ? { commands } : {}),
  });
  const note = wrap(say(W.demoNote, o.lang), Math.min(100, width())).join("\n");
  const path = say(COMMANDS.check!.args, o.lang).replace("…", "");
  process.stdout.write(o.demo ? `${text}\n${note}\n  ${NAME} check ${path}\n` : text);
}

/** The exit code of a result: with `--exit-code` it tells the level. */
export function exitOf(args: Args, result: Result): number {
  if (!args.flags.has("exit-code")) return EXIT.result;
  const level = result.verdict.evidence;
  return level === "match" ? EXIT.match : level === "targeted" || level === "lead" ? EXIT.targeted : EXIT.result;
}
