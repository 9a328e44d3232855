/** Built-in signs, what they cannot show, and the vectors of the match keys. @module */
import { type Lang, say } from "@contraluz/core";
import { BUILTIN_SIGNS, type BuiltinSign, KEYS_VERSION, NOT_COVERED, VECTORS } from "@contraluz/detection";
import { code, table, text } from "./markdown.ts";
import { PAGE, TYPES } from "./words.ts";

function builtin(lang: Lang): string {
  const w = PAGE[lang];
  const groups = new Map<string, { readonly sign: BuiltinSign; count: number; common: number }>();
  for (const sign of BUILTIN_SIGNS) {
    const key = [sign.campaign, sign.type, sign.source].join("\n");
    const of = groups.get(key);
    const common = sign.common ? 1 : 0;
    if (!of) groups.set(key, { sign, count: 1, common });
    else {
      of.count++;
      of.common += common;
    }
  }
  const rows = [...groups.values()].map(({ sign, count, common }) => [
    text(sign.campaign),
    `${code(sign.type)} (${TYPES[sign.type][lang]})`,
    `${count}${common > 0 ? ` (${w.leadOnly})` : ""}`,
    text(sign.source),
  ]);
  return table([w.campaign, w.type, w.count, w.source], rows);
}

export function signsPart(lang: Lang): string[] {
  const w = PAGE[lang];
  const vectors = VECTORS.map((v) => [
    code(v.type),
    code(v.value),
    v.keys.length === 0 ? w.none : v.keys.map(code).join(" "),
  ]);
  return [
    `## ${w.builtin}`,
    w.builtinIntro(BUILTIN_SIGNS.length),
    builtin(lang),
    `## ${w.notCovered}`,
    w.notCoveredIntro,
    table(
      [w.campaign, w.because],
      NOT_COVERED.map((n) => [text(n.campaign), text(say(n.why, lang))]),
    ),
    `## ${w.vectors} ${KEYS_VERSION}`,
    w.vectorsIntro(VECTORS.length),
    table([w.type, w.value, w.keys], vectors),
  ];
}
