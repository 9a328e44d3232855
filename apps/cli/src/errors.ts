/** What went wrong, so that a person can act: that it is no result, what to do, whom to call; the code last and small. @module */
import { ContraluzError, type Lang, PROBLEMS, type Problem, say } from "@contraluz/core";
import { textUnchecked } from "@contraluz/report";
import { printable } from "./terminal.ts";
import { W } from "./words.ts";

/** An error of the operating system: `ENOENT`, `EACCES`… */
export function hostCode(e: unknown): string | undefined {
  const { code, syscall } = e instanceof Error ? (e as NodeJS.ErrnoException) : {};
  return typeof code === "string" && syscall !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

function hostWords(e: NodeJS.ErrnoException, lang: Lang): string {
  const said = say(W.hostError, lang, { path: printable(e.path ?? e.syscall ?? ""), code: e.code ?? "" });
  if (e.code === "ENOSPC" || e.code === "EDQUOT") return `${said}\n${say(W.noSpace, lang)}`;
  return e.syscall === "mkdir" || e.code === "EROFS" ? `${said}\n${say(W.otherOut, lang)}` : said;
}

export function explainError(
  e: unknown,
  o: { readonly lang: Lang; readonly width: number; readonly color: boolean },
): string {
  const { lang } = o;
  // Of a case, a lab or a pack it is not the evidence that cannot be read.
  if (e instanceof ContraluzError && e.code !== "usage" && e.code !== "cancelled" && /^(case|lab|pack)-/.test(e.code))
    return `${say(PROBLEMS[e.code], lang)} (${printable(e.message)})\n`;
  if (e instanceof ContraluzError && e.code !== "usage" && e.code !== "cancelled") {
    const problem: Problem = e.problem ?? { code: e.code, lost: "evidence" };
    return textUnchecked([problem], o);
  }
  if (e instanceof ContraluzError) return `${printable(e.message)}\n`;
  if (hostCode(e) !== undefined) return `${hostWords(e as NodeJS.ErrnoException, lang)}\n${say(W.notResult, lang)}\n`;
  const text = e instanceof Error ? (e.stack ?? e.message) : String(e);
  const lines = text.slice(0, 2000).split("\n").map(printable);
  return `${[say(W.notResult, lang), say(W.ourError, lang), ...lines].join("\n")}\n`;
}
