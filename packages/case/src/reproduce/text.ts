/** The comparison as text for a terminal. @module */
import { type Lang, say, type Words } from "@contraluz/core";
import { wrap } from "@contraluz/report/text/wrap.ts";
import type { Outcome, Reproduced, Setup } from "./differences.ts";
import { REPRODUCED as W } from "./words.ts";

const fill = (w: Words<never>, lang: Lang, p: object = {}): string => say(w as unknown as Words<object>, lang, p);
const lineOf = (d: Setup | Outcome, lang: Lang): string => fill(W[d.about], lang, d);

/** What a person calls it: one line of a log, without values of the evidence. */
export function differenceNotes(r: Reproduced): readonly string[] {
  return [...r.setup, ...r.outcome].map((d) => ("artifact" in d ? `${d.about} ${d.artifact}` : d.about));
}

export function reproducedText(r: Reproduced, o: { readonly lang: Lang; readonly width: number }): string {
  const { lang } = o;
  const other = r.setup.some((s) => s.about === "evidence");
  const head = other ? W.otherEvidence : r.identical ? W.identical : r.equal ? W.equal : W.differs;
  const list = (title: Words<never>, items: readonly (Setup | Outcome)[]): string[] =>
    items.length === 0
      ? []
      : ["", fill(title, lang), ...items.flatMap((d) => wrap(`- ${lineOf(d, lang)}`, o.width, "  "))];
  const rest = r.withheld.length === 0 ? [] : ["", ...wrap(fill(W.withheld, lang, { n: r.withheld.length }), o.width)];
  const lines = [
    ...wrap(fill(head, lang), o.width),
    ...list(W.setup, r.setup),
    ...list(W.outcome, other ? [] : r.outcome),
  ];
  return `${[...lines, ...rest].join("\n")}\n`;
}
