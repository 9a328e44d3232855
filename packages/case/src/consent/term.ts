/** Until when a consent lets things be kept, against a day. @module */
import { type Lang, say } from "@contraluz/core";
import { daysBetween, isoWords } from "@contraluz/report/when.ts";
import type { Consent } from "./types.ts";
import { TERM_WORDS } from "./words.ts";

/** `ending`: thirty days or less are left. */
export interface Term {
  readonly state: "none" | "running" | "ending" | "over";
  readonly until?: string;
  /** Whole days until the last one; negative once it is over. */
  readonly days?: number;
  /** What was agreed for then. */
  readonly after: Consent["after"];
}

const SOON = 30;

/** `on`: today, `2026-11-26` or an ISO text that begins with it. The last day still counts. */
export function termOf(c: Consent, on: string): Term {
  const { keepUntil: until, after } = c;
  if (until === undefined) return { state: "none", after };
  const days = daysBetween(on.slice(0, 10), until) ?? 0;
  return { state: days < 0 ? "over" : days <= SOON ? "ending" : "running", until, days, after };
}

export function termWords(t: Term, lang: Lang): string {
  if (t.until === undefined) return say(TERM_WORDS.none, lang);
  const day = isoWords(t.until, lang);
  return t.state === "over"
    ? say(TERM_WORDS.over, lang, { day })
    : say(TERM_WORDS.left, lang, { day, days: t.days ?? 0 });
}
