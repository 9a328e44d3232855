/**
 * One page for a lawyer: what a finding means and does not mean, what evidence exists with hashes, what a court may ask, what to keep. It is
 * neutral as to country, and pretends no legal advice. Without values of the evidence.
 * @module
 */
import { type Lang, LEVELS, parseIso, type Result } from "@contraluz/core";
import { answerOf, matchNames, reach } from "../answer/answer.ts";
import { onlySecondHand, placesOf } from "../answer/second-hand.ts";
import { ANSWER } from "../answer/words.ts";
import type { Names } from "../gaps/gaps.ts";
import { clip } from "../safe.ts";
import { isoWords, spanWords } from "../when.ts";
import { SAY } from "../words.ts";
import { evidenceRows } from "./lab.ts";
import { isConfirmed, reviewLines } from "./person.ts";
import { decided, type ReviewDecision, standing } from "./review.ts";
import type { Block, Line, Part, Sheet } from "./sheet.ts";
import { SEND } from "./words.ts";

/** What is told of each kind, so that it stays on one page. */
const EVIDENCE = 2;
const SETS = 2;
const WINDOWS = 3;
const OTHER = 3;
const REVIEWS = 3;
const NAME = 60;

const text = (line: Line): Block => ({ kind: "text", line });
const list = (items: readonly string[]): Block => ({
  kind: "list",
  ordered: false,
  items: items.map((what) => ({ what })),
});

type Decisions = ReadonlyMap<string, ReviewDecision>;

function found(result: Result, all: Result, lang: Lang, names: Names, d: Decisions): readonly Part[] {
  const w = SEND[lang].lawyer;
  const second = onlySecondHand(result);
  const tone = result.verdict.evidence;
  const { name, watch } = matchNames(
    result.findings.filter((f) => f.level === "match"),
    lang,
  );
  const reviews = reviewLines(all, d, lang, w.state).slice(0, REVIEWS);
  const weighed = tone === "match" || tone === "targeted" || tone === "lead";
  const counts = LEVELS.flatMap((l) => {
    const n = all.findings.filter((f) => f.level === l).length;
    return n === 0 ? [] : [w.level(l, n)];
  });
  const says = second ? w.saysSecondHand : w.says[tone](clip(name, NAME), watch);
  const open = weighed && !second && !isConfirmed(all, d) ? [ANSWER[lang].notConfirmed] : [];
  const a = answerOf(result, lang, names);
  // What is said to the person calls them "you".
  const could = tone === "targeted" ? w.couldTargeted : tone === "lead" ? [] : a.otherwise.slice(0, OTHER);
  return [
    {
      title: w.found,
      blocks: [
        text([says, ...open, ...reviews].join(" ")),
        ...(counts.length > 0 ? [text(`${w.levels}: ${counts.join(", ")}.`)] : []),
      ],
    },
    { title: w.notMeans, half: true, blocks: [list(second ? w.notSecondHand : w.not[tone])] },
    ...(could.length > 0 && (tone === "match" || tone === "targeted")
      ? [{ title: w.could, half: true as const, blocks: [list(could)] }]
      : []),
  ];
}

function evidence(result: Result, lang: Lang, fingerprint: string | undefined): Part {
  const w = SEND[lang].lawyer;
  const { lab } = SEND[lang];
  const more = result.evidence.length - EVIDENCE;
  const rows: (readonly [string, readonly Line[]])[] = [
    ...evidenceRows(result, lang, false).slice(0, EVIDENCE),
    [lab.result, [["SHA-256 ", { code: fingerprint ?? "sha256sum result.json" }]]],
    [
      w.made,
      [
        w.madeWith(clip(result.tool.version, NAME), result.indicators.length),
        ...result.indicators
          .slice(0, SETS)
          .map((s): Line => [`${s.date === "" ? lab.noDate : isoWords(s.date, lang)}: `, { code: s.sha256 }]),
        ...(result.indicators.length > SETS ? [lab.more(result.indicators.length - SETS)] : []),
      ],
    ],
  ];
  return { title: w.evidence, blocks: [{ kind: "facts", rows }, ...(more > 0 ? [text(lab.findingsMore(more))] : [])] };
}

/** Dates without the phone, in words. */
function away(result: Result, lang: Lang): string {
  const all = result.context.custody;
  const said = all.slice(0, WINDOWS).map(([a, b]) => {
    const [from, to] = [parseIso(a), parseIso(b)];
    return from === undefined || to === undefined ? `${clip(a, NAME)} – ${clip(b, NAME)}` : spanWords(from, to, lang);
  });
  if (all.length > WINDOWS) said.push(SAY[lang].others(all.length - WINDOWS));
  return said.join("; ");
}

function court(all: Result, lang: Lang, d: Decisions): Part {
  const w = SEND[lang].lawyer;
  const [confirmed] = reviewLines(all, d, lang, w.state);
  const items = [...w.courtAsks, w.whoAnswers(isConfirmed(all, d) && confirmed !== undefined ? confirmed : "")];
  return {
    title: w.court,
    blocks: [{ kind: "list", ordered: false, items: items.map(([what, why]) => ({ what, why })) }],
  };
}

function limits(result: Result, lang: Lang): Part {
  const w = SEND[lang].lawyer;
  const own = placesOf(result);
  const of = (state: string): number => own.filter((c) => c.state === state).length;
  const { could, not } = reach(result);
  const signs = result.indicators.length === 0 ? w.noSigns : w.signs(could, not);
  return {
    title: w.limits,
    blocks: [
      text(
        [w.seen(of("read"), of("partly"), of("read") + of("partly") === 0 ? 0 : own.length), signs, w.limitsText].join(
          " ",
        ),
      ),
    ],
  };
}

/** The page, in one language. `fingerprint`: SHA-256 of `result.json`. */
export function lawyerSheet(
  all: Result,
  lang: Lang,
  names: Names,
  reviews: readonly ReviewDecision[],
  fingerprint?: string,
): Sheet {
  const w = SEND[lang].lawyer;
  const decisions = decided(all, reviews);
  const result = standing(all, decisions);
  const gone = all.context.custody.length > 0 ? [w.custodyAway(away(all, lang))] : [];
  return {
    lang,
    title: w.title,
    onePage: true,
    parts: [
      { blocks: [text(w.intro)] },
      ...found(result, all, lang, names, decisions),
      evidence(all, lang, fingerprint),
      { title: w.custody, blocks: [text([...gone, ...w.custodyText].join(" "))] },
      court(all, lang, decisions),
      { title: w.keep, blocks: [list(w.keepText)] },
      limits(result, lang),
    ],
  };
}
