/** From what a room throws to sentences. @module */
import { refusalWords } from "@contraluz/case/consent/words.ts";
import { Refused } from "@contraluz/case/vault/index.ts";
import { ContraluzError, type Lang, PROBLEMS, say } from "@contraluz/core";
import type { Told } from "../ask.ts";
import { DESK } from "./words.ts";

/** Letters of an error of ours: for whoever is asked to look at it. */
const LETTERS = 200;

/** What was asked cannot be done; `why` are sentences for the person. */
export class Unsaid extends Error {
  readonly why: readonly string[];
  constructor(...why: readonly string[]) {
    super(why.join(" "));
    this.why = why;
  }
}

export function whyOf(e: unknown, lang: Lang): readonly string[] {
  if (e instanceof Unsaid) return e.why;
  if (e instanceof Refused) return [say(DESK.refused, lang), refusalWords(e.refusal, lang)];
  if (e instanceof DOMException) {
    if (e.name === "NotAllowedError") return [say(DESK.notAllowed, lang)];
    if (e.name === "QuotaExceededError") return [say(DESK.noRoom, lang)];
    return [say(DESK.failed, lang), e.name];
  }
  if (!(e instanceof ContraluzError))
    return [say(DESK.failed, lang), e instanceof Error ? `${e.name}: ${e.message}`.slice(0, LETTERS) : ""];
  if (e.code === "cancelled") return [say(DESK.stopped, lang)];
  const words = PROBLEMS[e.code as keyof typeof PROBLEMS];
  return words ? [say(words as (typeof PROBLEMS)["case-key"], lang, {})] : [say(DESK.failed, lang), e.message];
}

export async function tell<T>(work: () => Promise<T>, lang: Lang): Promise<Told<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (e) {
    return { ok: false, why: whyOf(e, lang).filter((w) => w !== "") };
  }
}
