/**
 * "Who else has access?" in words. `es` is the source. Names of menus are those of Apple's, Google's and WhatsApp's help pages (Mexican Spanish); they
 * change with versions, and the text says so once.
 * @module
 */
import type { Lang } from "@contraluz/core";
import type { Step } from "../answer/words.ts";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";
import type { AccessId } from "./kinds.ts";

export interface AccessKindWords {
  readonly name: string;
  /** What whoever has it can do. */
  readonly can: string;
  /** How to look at it on the phone. */
  readonly look: string;
  /** What to do about it, once the evidence is kept. */
  readonly act: string;
}

export interface AccessWords {
  readonly title: string;
  readonly intro: string;
  /** Before anything is removed. */
  readonly careTitle: string;
  readonly care: readonly Step[];
  readonly asked: string;
  readonly dark: string;
  readonly darkIntro: string;
  readonly quiet: string;
  readonly quietIntro: string;
  readonly can: string;
  readonly here: string;
  readonly look: string;
  readonly act: string;
  /** `n` records of a place that only the person can go through. */
  readonly list: (n: number, name: string) => string;
  readonly listMore: string;
  readonly unseen: (names: string) => string;
  readonly more: (n: number) => string;
  readonly number: (id: string) => string;
  readonly menus: string;
  /** On a terminal, that shows no steps. */
  readonly inReport: string;
  readonly kinds: Readonly<Record<AccessId, AccessKindWords>>;
}

export const ACCESS: Readonly<Record<Lang, AccessWords>> = { es, en };
