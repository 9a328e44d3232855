/** From what was collected to findings: one per cause and subject, with words in every language. @module */
import {
  byCodeUnit,
  type Context,
  type Finding,
  type FindingText,
  type IndicatorSet,
  LANGS,
  type Lang,
  LEVELS,
  type Params,
  type RecordRef,
  say,
} from "@contraluz/core";
import { type Custody, custodyOf, isIn } from "./android/moments.ts";
import { type Collected, type IndicatorHit, MAX_RECORDS } from "./collector.ts";
import { findingParams, findingWords, kindOf } from "./finding-text.ts";
import { GONE } from "./finding-words/index.ts";
import type { MatchedIndicator } from "./indicators/types.ts";
import { levelOf } from "./levels.ts";
import type { AnyRule, Hit, RuleWords } from "./rule.ts";
import { weigh } from "./validity.ts";

/** SHA-256 of a text as lower-case hex. */
export type HashText = (text: string) => string;

/** `gone`: nothing of it stands in its tables any more. */
function textOf(words: Omit<RuleWords, "name">, params: Params, gone: boolean): Readonly<Record<Lang, FindingText>> {
  const of = (lang: Lang): FindingText => ({
    title: say(words.title, lang, params),
    why: `${say(words.why, lang, params)}${gone ? ` ${say(GONE, lang)}` : ""}`,
    otherwise: say(words.otherwise, lang, params),
    next: say(words.next, lang, params),
  });
  return Object.fromEntries(LANGS.map((l) => [l, of(l)])) as Record<Lang, FindingText>;
}

/** True if every record is of a row that was deleted or changed since. */
const areGone = (records: readonly RecordRef[]): boolean =>
  records.length > 0 && records.every((r) => r.origin.state !== undefined);

function ofIndicator(
  h: IndicatorHit,
  sets: readonly IndicatorSet[],
  context: Context,
  hash: HashText,
): Omit<Finding, "window"> | undefined {
  const { top, level, ended } = weigh(h, context);
  // A site that was not young any more.
  if (ended !== undefined && top.indicator.role === "young") return undefined;
  const { contact, seen } = top;
  // A cut name is told in the words, and the other parts of a sign stand in the record; the sign itself is whole.
  const { truncated, also, ...sign } = top.indicator as MatchedIndicator;
  const strongest = h.indicators
    .filter((i) => h.contacts.some((c) => levelOf(i, c) === level))
    .sort((a, b) => a.set - b.set || byCodeUnit(a.id, b.id));
  const campaigns = new Set([sign, ...strongest].flatMap((i) => (i.campaign === undefined ? [] : [i.campaign])));
  const { type, value } = sign;
  const set = sets[sign.set]!.name;
  const params = findingParams({
    type,
    top: contact,
    contacts: h.contacts,
    level,
    campaign: [...campaigns].slice(0, 4).join(", ") || set,
    set,
    value,
    seen,
    ...(ended === undefined ? {} : { ended }),
    ...(h.records.length > 0 && h.records.every((r) => r.artifact.startsWith("network/")) ? { by: h.by } : {}),
  });
  return {
    id: hash(`indicator\n${type}\n${value}`).slice(0, 16),
    level,
    rule: null,
    indicator: sign,
    subject: value,
    count: h.count,
    records: h.records,
    params,
    text: textOf(findingWords(kindOf(top.indicator, contact), level), params, top.past === true || areGone(h.records)),
  };
}

/** `nth`: of hits of one rule whose subjects look alike once they are made plain, as whoever named them may want. */
function ofHit(rule: AnyRule, hit: Hit, nth: number, hash: HashText): Omit<Finding, "window"> {
  const params: Params = { ...hit.params, subject: hit.subject };
  return {
    id: hash(`rule\n${rule.id}\n${hit.subject}${nth === 0 ? "" : `\n${nth}`}`).slice(0, 16),
    level: hit.level ?? rule.level,
    rule: rule.id,
    indicator: null,
    subject: hit.subject,
    count: hit.records.length,
    records: hit.records.slice(0, MAX_RECORDS),
    params,
    text: textOf(rule.words, params, areGone(hit.records)),
  };
}

/** True if any record lies in a window in which the phone was out of the person's hands. */
function inCustody(records: readonly RecordRef[], windows: readonly Custody[]): boolean {
  return windows.some((w) => records.some((r) => isIn(r.at?.utc, w)));
}

/** All findings, by level, then time of the first dated record, then subject. */
export function makeFindings(
  collected: Collected,
  rules: readonly AnyRule[],
  sets: readonly IndicatorSet[],
  context: Context,
  hash: HashText,
): Finding[] {
  const out: Omit<Finding, "window">[] = [];
  for (const h of collected.hits.values()) {
    const of = ofIndicator(h, sets, context, hash);
    if (of) out.push(of);
  }
  for (const rule of rules) {
    const facts = collected.facts.get(rule.id) ?? [];
    try {
      const alike = new Map<string, number>();
      for (const hit of rule.judge(facts, context)) {
        const nth = alike.get(hit.subject) ?? 0;
        alike.set(hit.subject, nth + 1);
        out.push(ofHit(rule, hit, nth, hash));
      }
    } catch {
      collected.failed.add(rule.id);
    }
  }
  const when = (f: { records: readonly RecordRef[] }): bigint =>
    f.records.find((r) => r.at?.utc !== undefined)?.at?.utc ?? 0n;
  // What a question is about has not always a name that answers it: its number does.
  const answered = new Set(context.known);
  const windows = custodyOf(context);
  return out
    .filter((f) => f.level !== "ask" || !answered.has(f.id))
    .sort((a, b) => {
      const level = LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
      if (level !== 0) return level;
      const [x, y] = [when(a), when(b)];
      return x < y ? -1 : x > y ? 1 : byCodeUnit(a.subject, b.subject) || byCodeUnit(a.id, b.id);
    })
    .map((f) => (inCustody(f.records, windows) ? { ...f, window: "custody" as const } : f));
}
