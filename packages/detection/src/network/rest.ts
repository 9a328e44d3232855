/** Words of rules that name the first of many: one finding counts the others. @module */
import { type Lang, type Params, plural, say, type Words } from "@contraluz/core";
import type { RuleWords } from "../rule.ts";

const isRest = (p: Params): boolean => Number(p.rest) > 0;

/** `words` of a finding; `rest`, `why` of the one that counts others. */
export function withRest(words: RuleWords, rest: Words, why: Words): RuleWords {
  const either = (of: Words, other: Words): Words => {
    const text =
      (lang: Lang) =>
      (p: Params): string =>
        say(isRest(p) ? other : of, lang, p);
    return { es: text("es"), en: text("en") };
  };
  return { ...words, title: either(words.title, rest), why: either(words.why, why) };
}

/** `y 3 más` */
export const more = (p: Params, one: string, many: string): string => plural(p.rest!, one, `${p.rest} ${many}`);
