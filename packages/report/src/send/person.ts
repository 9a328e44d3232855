/**
 * A message for a chat: what was found, what could not be seen, what to do next, whom to call. It has no link, and nothing in it becomes one:
 * links are what attackers send. It holds no name, number or value of the evidence.
 * @module
 */
import { type Finding, type Lang, type Result, say } from "@contraluz/core";
import { answerOf, coverageSpan, dates, kindOf, matchNames } from "../answer/answer.ts";
import { onlySecondHand, placesOf } from "../answer/second-hand.ts";
import { ANSWER } from "../answer/words.ts";
import { type Names, nameOf } from "../gaps/gaps.ts";
import { HELPLINES, type Helpline, MORE_HELPLINES } from "../helplines.ts";
import { clip } from "../safe.ts";
import { dayWords, instant } from "../when.ts";
import { SAY } from "../words.ts";
import { byReviewer, decided, type ReviewDecision, standing } from "./review.ts";
import type { Block, Part, Sheet } from "./sheet.ts";
import { SEND } from "./words.ts";

/** Places, rules and repairs that are named, acts, letters of a name: it has to stay on one screen. */
const PLACES = 3;
const RULES = 2;
const REPAIRS = 2;
const TODO = 4;
const NAME = 40;
/** Gaps that are about no place and say something of the whole, the gravest first. */
const WHOLE = ["changed", "gone", "no-signs", "no-password", "few-signs"];

/** A name by others that no chat takes for a link, and that paints over nothing. */
export function chatName(name: string): string {
  const letters = clip(name, 4 * NAME).replace(/[^\p{L}\p{N} '()+-]/gu, " ");
  return clip(letters.replace(/ +/g, " ").trim(), NAME);
}

/** Words of ours as a chat takes them: no file name, which could pass for a site, and nothing in brackets. */
function chat(text: string): string {
  const bare = text.replace(/ \([^()]*\)/g, "").replace(/\p{L}+\.\p{L}+, ([^,]*),?/u, "$1");
  const first = bare.charAt(0).toUpperCase() + bare.slice(1);
  return first.replace(/(\p{L})\.(?=\p{L})/gu, "$1 ");
}

/** A result whose names of campaigns and lists are harmless in a chat. */
function forChat(result: Result): Result {
  const renamed = (f: Finding): Finding =>
    f.indicator?.campaign === undefined
      ? f
      : { ...f, indicator: { ...f.indicator, campaign: chatName(f.indicator.campaign) } };
  return {
    ...result,
    findings: result.findings.map(renamed),
    indicators: result.indicators.map((s) => ({ ...s, name: chatName(s.name) })),
  };
}

const text = (...lines: readonly string[]): Block => ({ kind: "text", line: lines.filter((l) => l !== "").join(" ") });

/** Who decided what, each with the name. */
export function reviewLines(
  result: Result,
  decisions: ReadonlyMap<string, ReviewDecision>,
  lang: Lang,
  w: {
    readonly confirm: (who: string, n: number, of: number) => string;
    readonly dismiss: (who: string, n: number) => string;
    readonly ask: (who: string, n: number) => string;
  },
): readonly string[] {
  const who = (r: ReviewDecision["reviewer"]): string => SEND[lang].byName(chatName(r.name), chatName(r.role));
  const matches = result.findings.filter((f) => f.level === "match");
  return [
    ...byReviewer(matches, decisions, "confirm").map((x) => w.confirm(who(x.who), x.n, matches.length)),
    ...byReviewer(result.findings, decisions, "dismiss").map((x) => w.dismiss(who(x.who), x.n)),
    ...byReviewer(result.findings, decisions, "ask").map((x) => w.ask(who(x.who), x.n)),
  ];
}

/** True if a named person confirms at least one of the traces. */
export function isConfirmed(result: Result, decisions: ReadonlyMap<string, ReviewDecision>): boolean {
  return result.findings.some((f) => f.level === "match" && decisions.get(f.id)?.decision === "confirm");
}

function found(result: Result, all: Result, lang: Lang, names: Names, d: ReadonlyMap<string, ReviewDecision>): Part {
  const w = SEND[lang].person;
  const a = answerOf(result, lang, names);
  const { evidence } = result.verdict;
  const asks = result.findings.filter((f) => f.level === "ask").length;
  const own = (line: string): boolean =>
    !(isConfirmed(all, d) && line === ANSWER[lang].notConfirmed) &&
    line !== ANSWER[lang].noneIntro[1] &&
    // There the first thing to do is to answer them.
    !(a.tone === "lead" && line === ANSWER[lang].questions(asks));
  // Where, with which list and when: the report tells that; the sentence of the headline is enough here.
  const lines = evidence === "match" ? a.found.lines.slice(1) : a.found.lines;
  const ruleNames = a.found.named.flatMap((f) => {
    const words = f.rule === null ? undefined : names.rules?.get(f.rule);
    return words ? [say(words, lang, {})] : [];
  });
  const odd = [...new Set(ruleNames)].slice(0, RULES);
  const reviews = reviewLines(all, d, lang, { confirm: w.confirms, dismiss: w.dismisses, ask: w.asks });
  return {
    title: SAY[lang].found,
    blocks: [
      text(`${chat(a.found.headline)}.`),
      text(
        ...lines.slice(0, 1).filter(own).map(chat),
        odd.length > 0 && a.tone === "lead" ? chat(w.odd(odd.join("; "))) : "",
        a.tone === "lead" ? w.leadSays : "",
        ...lines
          .slice(1)
          .filter(own)
          .map((l) => chat(l === ANSWER[lang].questions(asks) ? w.questions(asks) : l)),
      ),
      text(...a.repairs.slice(0, REPAIRS).map((r) => chat(`${r.what}.`))),
      ...reviews.map((r) => text(r)),
    ].filter((b) => b.kind !== "text" || b.line !== ""),
  };
}

function seen(result: Result, lang: Lang, names: Names): Part {
  const w = SEND[lang].person;
  const a = answerOf(result, lang, names);
  const title = w.seen;
  if (onlySecondHand(result)) return { title, blocks: [text(SAY[lang].secondHand)] };
  const places = placesOf(result);
  const of = (...states: string[]): number => places.filter((c) => states.includes(c.state)).length;
  const [read, partly] = [of("read"), of("partly")];
  const dark = places.filter((c) => c.state !== "read").map((c) => nameOf(c.artifact, lang, names));
  const listed = dark
    .slice(0, PLACES)
    .map((n) => chatName(n))
    .join(", ");
  const more = dark.length > PLACES ? ` ${SAY[lang].others(dark.length - PLACES)}` : "";
  const span = coverageSpan(result);
  const whole = WHOLE.flatMap((s) =>
    a.gaps.filter((g) => g.state === s && (g.about.length === 0 || s !== "few-signs")),
  )[0];
  return {
    title,
    blocks: [
      text(
        places.length === 0 || read + partly === 0 ? w.nothingRead : w.read(read, partly, places.length),
        span && read + partly > 0 ? dates(span, lang) : "",
      ),
      text(
        dark.length > 0 && read + partly > 0 ? chat(`${w.unseen(listed + more)} ${w.darkSays}`) : "",
        whole ? chat(`${whole.what}.`) : "",
      ),
    ].filter((b) => b.kind !== "text" || b.line !== ""),
  };
}

/** Names of those that fit: they help with spyware, in this language; with a partner, if that is what it is about. */
function helplineNames(lang: Lang, watch: boolean): readonly string[] {
  const fits = (h: Helpline): boolean =>
    h.languages.includes(lang) && (h.for === "spyware" || (watch && h.id === "stalkerware"));
  return [...HELPLINES, ...(watch ? MORE_HELPLINES.filter((h) => h.id === "stalkerware") : [])]
    .filter(fits)
    .map((h) => h.name[lang]);
}

function feelings(lang: Lang): string {
  return HELPLINES.find((h) => h.for === "feelings")!.name[lang];
}

function isWatch(result: Result): boolean {
  const graded = result.findings.filter((f) => f.level === "match" || f.level === "lead");
  return matchNames(graded, "es").watch;
}

/** The message, in one language. */
export function personSheet(whole: Result, lang: Lang, names: Names, reviews: readonly ReviewDecision[]): Sheet {
  const w = SEND[lang].person;
  const all = forChat(whole);
  const decisions = decided(all, reviews);
  const result = standing(all, decisions);
  const a = answerOf(result, lang, names);
  const kind = kindOf(result, lang);
  const taken = instant(result.acquisition.taken);
  const asks = result.findings.some((f) => f.level === "ask");
  const todo = a.todo.slice(0, TODO).map((s) => chat(s.what));
  if (a.tone === "lead") todo[0] = w.leadFirst(asks);
  return {
    lang,
    title: w.title(kind.say.replace(/ \([^()]*\)/g, ""), taken === undefined ? "" : dayWords(taken, lang)),
    parts: [
      found(result, all, lang, names, decisions),
      seen(result, lang, names),
      {
        title: SAY[lang].next,
        blocks: [{ kind: "list", ordered: true, items: todo.map((what) => ({ what: `${what}.` })) }],
      },
      {
        title: SAY[lang].call,
        blocks: [
          text(chat(a.call)),
          text(chat(w.callNames(helplineNames(lang, isWatch(result)).join("; "), feelings(lang)))),
          text(w.noLinks),
        ],
      },
    ],
  };
}
