/**
 * The answer to a result as typed data: both axes, meaning, other explanations, what to do, whom to call.
 * The page and the terminal draw it; neither invents a sentence.
 * @module
 */
import { type Finding, type Lang, parseIso, type Result } from "@contraluz/core";
import { BUILTIN_SET } from "@contraluz/detection/indicators/builtin.ts";
import { type Gap, gapsOf, knownRepairs, type Names, repairsOf, withoutPassword } from "../gaps/gaps.ts";
import { clip } from "../safe.ts";
import { dayWords, instant, isoDay, spanWords } from "../when.ts";
import { SAY } from "../words.ts";
import { AIR_KINDS, AIR_TODO } from "./air-words.ts";
import { ANDROID_TODO } from "./android-words.ts";
import { KINDS, type KindWords } from "./kind-words.ts";
import { onlySecondHand, placesOf, secondHandAnswer } from "./second-hand.ts";
import { ANSWER, type Step, type Tone } from "./words.ts";

export interface Answer {
  readonly tone: Tone;
  readonly kind: KindWords;
  readonly found: {
    readonly short: string;
    readonly headline: string;
    readonly lines: readonly string[];
    /** Findings whose titles stand under the headline: the answer must not send people to page 2 for what it is about. */
    readonly named: readonly Finding[];
  };
  readonly seen: { readonly short: string; readonly headline: string; readonly lines: readonly string[] };
  readonly gaps: readonly Gap[];
  /** Gaps (or repairs) stand right under the verdict. */
  readonly gapsFirst: boolean;
  readonly repairs: readonly Step[];
  readonly means: string;
  readonly otherwise: readonly string[];
  readonly todo: readonly Step[];
  readonly call: string;
}

/** Titles under the headline, and leads whose explanations are gathered. */
const NAMED = 3;
const LEADS = 200;

/** How the evidence of a result is called. */
export function kindOf(result: Pick<Result, "acquisition">, lang: Lang): KindWords {
  const kinds = KINDS[lang];
  return (Object.hasOwn(kinds, result.acquisition.kind) ? kinds[result.acquisition.kind] : undefined) ?? kinds.other!;
}

/** `Pegasus`, `Pegasus y Predator`, `Pegasus, Predator y 2 más`. */
function listed(names: readonly string[], lang: Lang): string {
  const w = ANSWER[lang];
  if (names.length === 0) return "";
  if (names.length === 1) return names[0]!;
  if (names.length === 2) return `${names[0]} ${w.and} ${names[1]}`;
  return `${names[0]}, ${names[1]} ${w.and} ${w.more(names.length - 2)}`;
}

/** Names of others (campaigns, lists) inside our sentences: short, so that no list of signs can write our headline. */
function short(name: string): string {
  return clip(name, 60);
}

/** What published signs among findings are of: campaigns in a list, whether all serve to watch a partner, how many signs. */
export function matchNames(findings: readonly Finding[], lang: Lang): { name: string; watch: boolean; signs: number } {
  const signs = findings.flatMap((f) => (f.indicator ? [f.indicator] : []));
  const campaigns = [...new Set(signs.flatMap((i) => (i.campaign ? [short(i.campaign)] : [])))];
  return {
    name: listed(campaigns, lang),
    watch: signs.length > 0 && signs.every((i) => i.grade === "stalkerware" || i.grade === "watchware"),
    signs: new Set(signs.map((i) => `${i.type}:${i.value}`)).size,
  };
}

/** First and last instant of the records that findings name. */
function spanOf(findings: readonly Finding[]): readonly [bigint, bigint] | undefined {
  let span: readonly [bigint, bigint] | undefined;
  for (const f of findings) {
    for (const r of f.records) {
      const at = instant(r.at);
      if (at === undefined) continue;
      span = span === undefined ? [at, at] : [at < span[0] ? at : span[0], at > span[1] ? at : span[1]];
    }
  }
  return span;
}

/** First and last instant of all that was read. */
export function coverageSpan(result: Result): readonly [bigint, bigint] | undefined {
  let span: readonly [bigint, bigint] | undefined;
  for (const c of result.coverage) {
    const from = instant(c.from);
    const to = instant(c.to) ?? from;
    if (from === undefined || to === undefined) continue;
    span = span === undefined ? [from, to] : [from < span[0] ? from : span[0], to > span[1] ? to : span[1]];
  }
  return span;
}

/** How a list of signs is called: the built-in one by what it is. */
function setName(result: Result, set: number, lang: Lang): string {
  const name = result.indicators[set]?.name ?? "";
  return name === BUILTIN_SET.meta.name ? ANSWER[lang].builtin : short(name);
}

/** Signs that could have shown on what was read, and those that could not. */
export function reach(result: Pick<Result, "indicators" | "applicability">): { could: number; not: number } {
  const all = result.indicators.reduce((n, s) => n + s.count, 0);
  const not = result.applicability.reduce((n, a) => n + Math.max(0, a.total - a.couldMatch), 0);
  return { could: Math.max(0, all - not), not: Math.min(all, not) };
}

/** The newest stated date of the lists of signs, or "". */
export function newestSigns(result: Result): string {
  return result.indicators.reduce((d, s) => (s.date > d && parseIso(s.date) !== undefined ? s.date : d), "");
}

function found(
  result: Result,
  lang: Lang,
  kind: KindWords,
  causes: number,
  at: (...l: Finding["level"][]) => Finding[],
): Answer["found"] {
  const w = ANSWER[lang];
  const tone = result.verdict.evidence;
  const asks = at("ask").length;
  const lines: string[] = [];
  let headline: string;
  if (tone === "match") {
    const matches = at("match");
    const { name, watch } = matchNames(matches, lang);
    headline = w.headline.match(name, watch);
    const span = spanOf(matches);
    const sets = [
      ...new Set(matches.flatMap((f) => (f.indicator ? [setName(result, f.indicator.set, lang)] : []))),
    ].filter(Boolean);
    lines.push(
      w.traces({
        k: kind,
        n: matches.length,
        when: span ? spanWords(span[0], span[1], lang) : "",
        where: listed(sets, lang),
      }),
      w.notConfirmed,
      w.notYourFault(watch),
    );
  } else if (tone === "targeted") {
    headline = w.headline.targeted;
    lines.push(w.attempts(at("targeted").length), w.targetedIntro);
  } else if (tone === "lead") {
    headline = w.headline.lead;
    lines.push(w.oddThings(at("lead").length));
  } else if (tone === "none-found") {
    headline = w.headline.noneFound;
    lines.push(...w.noneIntro);
  } else {
    headline = w.headline.unchecked(kind);
    lines.push(...w.uncheckedIntro(causes));
  }
  if (asks > 0) lines.push(w.questions(asks));
  const named = tone === "lead" || tone === "targeted" ? at(tone).slice(0, NAMED) : [];
  return { short: w.short[tone], headline, lines, named };
}

/** The days of the records that were read, in a sentence. */
export function dates([from, to]: readonly [bigint, bigint], lang: Lang): string {
  const w = SAY[lang];
  return isoDay(from) === isoDay(to) ? w.recordsOf(dayWords(from, lang)) : w.recordsRun(spanWords(from, to, lang));
}

function seen(result: Result, lang: Lang): Answer["seen"] {
  const w = SAY[lang];
  // What another tool said is no place of the phone.
  const own = placesOf(result);
  if (onlySecondHand(result)) return { short: w.noPlaces, headline: w.secondHand, lines: [] };
  const of = (s: string): number => own.filter((c) => c.state === s).length;
  const read = of("read");
  const partly = of("partly");
  const total = own.length;
  const span = coverageSpan(result);
  const dark = read < total;
  const records = own.reduce((n, c) => n + c.records, 0);
  const headline = [
    read + partly === 0 ? w.allDark : records === 0 ? w.allEmpty : span ? dates(span, lang) : w.noDates,
    read + partly === 0 ? "" : dark ? w.darkNotSeen : w.allRead,
  ].filter(Boolean);
  const gated = result.verdict.gaps.filter((g) => g.state === "rule-gated" || g.state === "rule-partly").length;
  return {
    short: w.places(read, total, partly),
    headline: headline.join(" "),
    lines: [
      ...(read + partly > 0 && withoutPassword(result) ? [w.noPassword] : []),
      ...(gated > 0 ? [w.rulesLess(gated)] : []),
    ],
  };
}

/** Ways in which a sign met the phone itself. */
const ON_PHONE: ReadonlySet<string> = new Set(["ran", "installed", "present", "resolved"]);

/** An app that serves to watch somebody and is there: by its grade it is a lead. */
function isWatcher(f: Finding): boolean {
  return f.indicator?.grade === "watchware" && ON_PHONE.has(String(f.params.contact));
}

/** Kinds that are of a phone with Android, also where nothing in them says so: logs and backups name no system. */
const ANDROID: ReadonlySet<string> = new Set(["android-bugreport", "androidqf", "adb-backup", "intrusion-logs"]);
const isAndroid = ({ acquisition: a }: Result): boolean => (a.os ? a.os.name === "android" : ANDROID.has(a.kind));

/** The answer of a result. */
export function answerOf(result: Result, lang: Lang, names: Names): Answer {
  const w = ANSWER[lang];
  const tone = result.verdict.evidence;
  const kind = kindOf(result, lang);
  const own = AIR_KINDS.has(result.acquisition.kind)
    ? AIR_TODO[lang](kind)
    : isAndroid(result)
      ? ANDROID_TODO[lang]
      : {};
  const todo = { ...w.todo, ...own };
  const at = (...levels: Finding["level"][]): Finding[] => result.findings.filter((f) => levels.includes(f.level));
  const match = matchNames(at("match"), lang);
  const span = coverageSpan(result);
  const newest = parseIso(newestSigns(result));
  const signs = reach(result);
  const leads = at("lead");
  const gaps = gapsOf(result, lang, kind, names);
  const known = tone === "unchecked" ? knownRepairs(result.problems, lang) : [];
  // Without a known cause the places that are missing say what to do; without those, a general repair.
  const repairs =
    tone === "unchecked" && known.length === 0 && gaps.length === 0 ? repairsOf(result.problems, lang) : known;
  const base = {
    tone,
    kind,
    found: found(result, lang, kind, repairs.length || gaps.length, at),
    seen: seen(result, lang),
    gaps,
    gapsFirst: tone === "none-found" || tone === "unchecked",
    repairs,
    call: w.call[tone],
  };
  if (onlySecondHand(result)) return { ...base, ...secondHandAnswer(result, lang) };
  switch (tone) {
    case "match":
      return {
        ...base,
        means: w.means.match(match.name, kind, match.watch),
        otherwise: w.otherwise.match(match.signs),
        todo: todo.match(match.name, kind, match.watch),
      };
    case "targeted":
      return { ...base, means: w.means.targeted, otherwise: w.otherwise.targeted, todo: todo.targeted };
    case "lead":
      return {
        ...base,
        means: w.means.lead(
          leads.some((f) => f.indicator !== null && !isWatcher(f)),
          leads.some(isWatcher),
        ),
        otherwise: [...new Set(leads.slice(0, LEADS).map((f) => clip(f.text[lang].otherwise, 400)))].slice(0, 4),
        todo: todo.lead(kind, at("ask").length > 0),
      };
    case "none-found":
      return {
        ...base,
        means: w.means.noneFound({
          signs: signs.could,
          not: signs.not,
          until: newest === undefined ? "" : dayWords(newest, lang),
          from: span ? dayWords(span[0], lang) : "",
        }),
        otherwise: w.otherwise.noneFound,
        todo: todo.noneFound,
      };
    default:
      return { ...base, means: w.means.unchecked, otherwise: [w.otherwise.unchecked], todo: todo.unchecked };
  }
}
