/** Parts of the ledger as words, the same in the page, in the text and in exports. @module */
import type { SpokenTime } from "@contraluz/case/dates/types.ts";
import { spokenWords } from "@contraluz/case/dates/words.ts";
import { type Lang, say } from "@contraluz/core";
import { spokenOf } from "./dates.ts";
import type { Act, CaseCite, Claim, Source } from "./types.ts";
import { L } from "./words.ts";

export function dateWords(date: string, lang: Lang): string {
  return spokenWords({ from: spokenOf(date), seen: date }, lang);
}

/** A span; with no end it goes on. */
export function spanWords(from: string, until: string | undefined, lang: Lang): string {
  if (until === undefined) return `${dateWords(from, lang)} – …`;
  return until === from ? dateWords(from, lang) : spokenWords(spokenTime(from, until), lang);
}

export function spokenTime(from: string, until?: string): SpokenTime {
  const to = until === undefined || until === from ? {} : { to: spokenOf(until) };
  return { from: spokenOf(from), ...to, seen: until === undefined ? from : `${from}/${until}` };
}

export function whenDone(act: Act, lang: Lang): string {
  return act.on === undefined ? spanWords(act.from ?? "", act.until, lang) : dateWords(act.on, lang);
}

/** One of the two languages, the other where that is missing. */
export function either(es: string | undefined, en: string | undefined, lang: Lang): string {
  return (lang === "es" ? (es ?? en) : (en ?? es)) ?? "";
}

export const whatDone = (a: Act, lang: Lang): string => either(a.what_es, a.what_en, lang);
/** What it comes to: of a quote only in the language that is asked for. */
export const glossOf = (c: Claim, lang: Lang): string =>
  c.quote === undefined ? either(c.gloss_es, c.gloss_en, lang) : ((lang === "es" ? c.gloss_es : c.gloss_en) ?? "");

/** What was said, word for word; where no quote is at hand, what it comes to. */
export const saidIn = (c: Claim, lang: Lang): string => c.quote ?? glossOf(c, lang);

export function citeWords(c: CaseCite, lang: Lang): string {
  const what =
    "incident" in c ? c.incident : "finding" in c ? `${c.check}/${c.finding}` : `${c.check}/${c.artifact}/${c.ordinal}`;
  return say(L.caseCite, lang, { what });
}

/** Who printed it, what it is called, when, and where in it. */
export function sourceWords(s: Source, lang: Lang): string {
  return [
    s.publisher ?? "",
    s.title ?? s.name ?? "",
    s.date === undefined ? "" : dateWords(s.date, lang),
    s.page === undefined ? "" : say(L.page, lang, { n: s.page }),
    s.offset === undefined ? "" : say(L.at, lang, { n: s.offset }),
  ]
    .filter((t) => t !== "")
    .join(", ");
}
