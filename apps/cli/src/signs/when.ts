/** How old a list is, in words: always the date, and the days once they are more than thirty. @module */
import { type Lang, say } from "@contraluz/core";
import { daysBetween, daysWords, isoWords } from "@contraluz/report/when.ts";
import { S } from "./words.ts";

/** Days after which a list is said to be old. */
export const OLD = 30;

/** `del 8 abr 2026`, `del 8 abr 2026, hace 40 días`. */
export function ageWords(iso: string, now: string, lang: Lang): string {
  const date = isoWords(iso.slice(0, 10), lang, true);
  const days = daysBetween(iso, now) ?? 0;
  if (days < 0) return say(S.ageAhead, lang, { date });
  return days > OLD ? say(S.ageDays, lang, { date, days: daysWords(days, lang) }) : say(S.ageDate, lang, { date });
}
