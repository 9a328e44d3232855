/**
 * The answer in words: headline, meaning, other explanations, what to do, for each verdict. `es` is the source.
 * A promise, a score or a word of alarm has no place here; `words.test.ts` looks for them.
 * @module
 */
import type { Lang, Verdict } from "@contraluz/core";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";
import type { KindWords } from "./kind-words.ts";

export type Tone = Verdict["evidence"];

export interface Step {
  readonly what: string;
  readonly why: string;
}

export interface AnswerWords {
  readonly short: Readonly<Record<Tone, string>>;
  readonly and: string;
  /** The name of the built-in list. */
  readonly builtin: string;
  readonly more: (n: number) => string;
  readonly headline: {
    readonly match: (name: string, watch: boolean) => string;
    readonly lead: string;
    readonly targeted: string;
    readonly noneFound: string;
    readonly unchecked: (k: KindWords) => string;
  };
  readonly traces: (p: { k: KindWords; n: number; when: string; where: string }) => string;
  readonly notConfirmed: string;
  readonly notYourFault: (watch: boolean) => string;
  readonly oddThings: (n: number) => string;
  readonly attempts: (n: number) => string;
  readonly targetedIntro: string;
  readonly noneIntro: readonly string[];
  readonly uncheckedIntro: (causes: number) => readonly string[];
  readonly questions: (n: number) => string;
  readonly means: {
    readonly match: (name: string, k: KindWords, watch: boolean) => string;
    /** `listed`: a published sign is only mentioned; `watch`: an app that serves to watch somebody is there. */
    readonly lead: (listed: boolean, watch: boolean) => string;
    readonly targeted: string;
    /** `signs` could have shown here, `not` could not. */
    readonly noneFound: (p: { signs: number; not: number; until: string; from: string }) => string;
    readonly unchecked: string;
  };
  readonly otherwise: {
    readonly match: (signs: number) => readonly string[];
    readonly targeted: readonly string[];
    readonly noneFound: readonly string[];
    readonly unchecked: string;
  };
  readonly todo: {
    readonly match: (name: string, k: KindWords, watch: boolean) => readonly Step[];
    readonly lead: (k: KindWords, asks: boolean) => readonly Step[];
    readonly targeted: readonly Step[];
    readonly noneFound: readonly Step[];
    readonly unchecked: readonly Step[];
  };
  /** When to call. */
  readonly call: Readonly<Record<Tone, string>>;
}

export const ANSWER: Readonly<Record<Lang, AnswerWords>> = { es, en };
