/** What went wrong, so that a person can act: what was found, what was expected, what to do; the code last and small. @module */
import { ContraluzError, type Lang, PROBLEMS, say } from "@contraluz/core";
import { printable } from "./terminal.ts";
import { REPAIRS, W } from "./words.ts";

export function explainError(e: unknown, lang: Lang): string {
  const lines: string[] = [];
  if (e instanceof ContraluzError && e.code !== "usage" && e.code !== "cancelled") {
    lines.push(say(PROBLEMS[e.code], lang), say(W.notResult, lang));
    const p = e.problem;
    if (p?.path) lines.push(`  ${printable(p.path)}`);
    if (p?.found) lines.push(`${say(W.found, lang)}: ${printable(p.found)}`);
    if (p?.expected) lines.push(`${say(W.expected, lang)}: ${printable(p.expected)}`);
    const repair = REPAIRS[e.code];
    if (repair) lines.push(`${say(W.try, lang)}: ${say(repair, lang)}`);
    lines.push(`(${say(W.code, lang)}: ${e.code})`);
  } else if (e instanceof ContraluzError) {
    lines.push(printable(e.message));
  } else {
    lines.push(
      say(W.notResult, lang),
      say(W.ourError, lang),
      printable(e instanceof Error ? (e.stack ?? e.message).slice(0, 2000) : String(e)),
    );
  }
  return `${lines.join("\n")}\n`;
}
