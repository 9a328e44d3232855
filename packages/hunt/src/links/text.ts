/** Linked cases as lines for a terminal. Cases are called by the lab's names. @module */
import { type Lang, say } from "@contraluz/core";
import { plain } from "@contraluz/report/safe.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { Campaign, CampaignReport, CampaignValue, Link } from "./types.ts";
import { ACTIVITY, LETTER, LW } from "./words.ts";

/** What of each list is printed. */
const SHOWN = { campaigns: 30, values: 12, cases: 40, links: 4, of: 3 } as const;
/** Letters of a foreign value. */
const VALUE = 100;

export interface LinkTextOptions {
  readonly lang: Lang;
  /** Lines on a case beside its name in the lab, where there are some. */
  readonly beside?: (caseId: string) => readonly string[];
}

export const letterWords = (letter: string, lang: Lang): string => {
  const words = LETTER[letter];
  return words ? say(words, lang) : letter;
};

function spanWords(of: { readonly first?: string; readonly last?: string }, lang: Lang): string {
  if (of.first === undefined || of.last === undefined) return "";
  return say(LW.span, lang, { first: isoWords(of.first, lang), last: isoWords(of.last, lang) });
}

function valueLines(values: readonly CampaignValue[], lang: Lang): string[] {
  const lines = values.slice(0, SHOWN.values).map((v) => {
    const value = plain(v.value, lang, VALUE);
    return `    ${say(LW.value, lang, { value, kind: letterWords(v.letter, lang), n: v.cases, all: v.phones })}`;
  });
  const more = values.length - lines.length;
  return more > 0 ? [...lines, `    ${say(LW.more, lang, { n: more })}`] : lines;
}

function linkLines(link: Link, lang: Lang): string[] {
  const top = link.evidence.slice(0, SHOWN.of);
  const values = top.map((e) => plain(e.value, lang, VALUE)).join(", ");
  const records = top.slice(0, 1).flatMap((e) =>
    e.sides.flatMap((s) =>
      s.seen.slice(0, 1).map((at) => {
        const p = { case: s.case, check: at.check, artifact: at.artifact, n: at.ordinal };
        return `      ${say(LW.record, lang, p)}`;
      }),
    ),
  );
  const [a, b] = link.cases;
  return [`    ${say(LW.link, lang, { a, b, weight: link.weight.toFixed(1), values })}`, ...records];
}

function campaignLines(c: Campaign, o: LinkTextOptions): string[] {
  const { lang } = o;
  const signs = c.values.filter((v) => v.sign);
  const rare = c.values.filter((v) => !v.sign);
  const strongest = [...c.links].sort((x, y) => y.weight - x.weight).slice(0, SHOWN.links);
  const when = [spanWords(c, lang), say(ACTIVITY[c.activity], lang)].filter((x) => x !== "").join("; ");
  const names = c.names.map((n) => plain(n, lang, VALUE)).join(", ");
  const shown = c.cases.slice(0, SHOWN.cases);
  return [
    "",
    say(LW.group, lang, { id: c.id, n: c.cases.length }),
    `  ${when}`,
    ...(names === "" ? [] : [`  ${say(LW.names, lang, { names })}`]),
    ...(c.basis === "rare" ? [`  ${say(LW.onlyRare, lang)}`] : []),
    ...(signs.length > 0 ? [`  ${say(LW.signs, lang)}:`, ...valueLines(signs, lang)] : []),
    ...(rare.length > 0 ? [`  ${say(LW.rare, lang)}:`, ...valueLines(rare, lang)] : []),
    `  ${say(LW.cases, lang)}:`,
    ...shown.flatMap((k) => {
      const span = spanWords(k, lang);
      return [
        `    ${k.case}${span === "" ? "" : ` · ${span}`}`,
        ...(o.beside?.(k.case) ?? []).map((l) => `      ${l}`),
      ];
    }),
    ...(c.cases.length > shown.length ? [`    ${say(LW.more, lang, { n: c.cases.length - shown.length })}`] : []),
    `  ${say(LW.links, lang)}:`,
    ...strongest.flatMap((l) => linkLines(l, lang)),
  ];
}

/** What links the cases of a lab. */
export function campaignText(r: CampaignReport, o: LinkTextOptions): string[] {
  const { lang } = o;
  const { limits, campaigns } = r;
  const shown = campaigns.slice(0, SHOWN.campaigns);
  return [
    say(LW.head, lang, { n: r.cases, day: isoWords(r.asOf, lang) }),
    r.hunt === undefined ? say(LW.noHunt, lang) : say(LW.withHunt, lang, { hunt: r.hunt }),
    ...(limits.few ? [say(LW.few, lang)] : []),
    ...(limits.many ? [say(LW.many, lang)] : []),
    campaigns.length === 0 ? say(LW.none, lang) : say(LW.groups, lang, { n: campaigns.length }),
    ...shown.flatMap((c) => campaignLines(c, o)),
    ...(campaigns.length > shown.length ? [say(LW.more, lang, { n: campaigns.length - shown.length })] : []),
    "",
    ...(r.between.length > 0 ? [say(LW.between, lang, { n: r.between.length })] : []),
    ...(r.same.length > 0 ? [say(LW.same, lang, { n: r.same.length })] : []),
    ...(limits.pairs > 0 ? [say(LW.left, lang, { n: limits.pairs })] : []),
    ...(limits.damaged > 0 ? [say(LW.damaged, lang, { n: limits.damaged })] : []),
    ...(campaigns.length > 0 ? [say(LW.notProof, lang)] : []),
  ];
}
