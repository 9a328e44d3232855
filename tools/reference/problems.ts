/** Codes of problems with their words, and the limits that every reader keeps. @module */
import { count, type Lang, LIMITS, PROBLEMS, say } from "@contraluz/core";
import { code, table, text } from "./markdown.ts";
import { LIMIT, LOST, PAGE } from "./words.ts";

export function problemsPart(lang: Lang): string[] {
  const w = PAGE[lang];
  const limits = Object.entries(LIMITS) as [keyof typeof LIMITS, number][];
  return [
    `## ${w.problems}`,
    w.problemsIntro,
    table(
      [w.code, w.meaning],
      Object.entries(PROBLEMS).map(([id, p]) => [code(id), text(say(p, lang))]),
    ),
    w.lostIntro,
    table(
      [code("lost"), w.meaning],
      Object.entries(LOST).map(([id, x]) => [code(id), text(x[lang])]),
    ),
    `## ${w.limits}`,
    w.limitsIntro,
    table(
      [w.limit, w.value, w.meaning],
      limits.map(([id, n]) => [code(id), count(n), text(LIMIT[id][lang])]),
    ),
  ];
}
