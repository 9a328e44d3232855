/** The answer where nothing was handed in but what another tool said: no verdict of ours, and nothing of theirs hidden. @module */
import type { Coverage, Finding, Lang, Result } from "@contraluz/core";
import { SECOND_HAND, SECOND_HAND_RULES } from "@contraluz/detection/verdict.ts";
import { inOrder } from "../order.ts";
import type { Answer } from "./answer.ts";
import { HEARSAY, type HearsayKind, type HearsayWords } from "./second-hand-words.ts";

/** As MVT and Trace order them, the gravest first. */
const LEVELS = ["CRITICAL", "match", "HIGH", "suspicious", "MEDIUM", "LOW", "INFORMATIONAL", "UNKNOWN", "unknown"];

/** Places of a device, without what another tool said of them. */
export function placesOf(result: Pick<Result, "coverage">): readonly Coverage[] {
  return result.coverage.filter((c) => c.reason !== SECOND_HAND);
}

/** True if no place of a device was looked at: all that there is was said by another tool. */
export function onlySecondHand(result: Pick<Result, "coverage">): boolean {
  return result.coverage.length > 0 && placesOf(result).length === 0;
}

/** True for a finding that only says what another tool found. */
export function isSecondHand(f: Pick<Finding, "rule">): boolean {
  return f.rule !== null && SECOND_HAND_RULES.has(f.rule);
}

/** The words of the one tool that spoke. */
function wordsOf(result: Pick<Result, "evidence">, lang: Lang): HearsayWords {
  const kinds = new Set(result.evidence.map((e) => e.acquisition.kind));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && Object.hasOwn(HEARSAY[lang], kind)
    ? HEARSAY[lang][kind as HearsayKind]
    : HEARSAY[lang].other;
}

/** What of the answer is said otherwise. */
export function secondHandAnswer(
  result: Result,
  lang: Lang,
): Pick<Answer, "found" | "means" | "otherwise" | "todo" | "call" | "repairs"> {
  const w = wordsOf(result, lang);
  const rank = (f: Finding): number => LEVELS.indexOf(String(f.params.level));
  const named = inOrder(result.findings)
    .filter(isSecondHand)
    .sort((a, b) => rank(a) - rank(b));
  const some = named.length > 0;
  return {
    found: { short: w.short, headline: w.headline, lines: [some ? w.alerts : w.noAlerts], named },
    means: w.means,
    otherwise: some ? w.otherwise : w.otherwiseNone,
    todo: w.todo,
    call: some ? w.call : w.callNone,
    repairs: [],
  };
}
