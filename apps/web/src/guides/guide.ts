/** What a guide is: numbered acts, one each, with the time it takes and what to do if it fails. @module */
import type { Lang } from "@contraluz/core";
import type { JSX } from "preact";

export interface GuideStep {
  readonly what: string;
  readonly time?: string;
  /** Names of menus, one after the other. */
  readonly path?: readonly string[];
  readonly text: readonly string[];
  /** What to do where it fails. */
  readonly fail?: string;
  /** What the picture shows. */
  readonly picture?: string;
}

/** The same evidence made in another way: on a Mac, on Windows. */
export interface GuideVariant {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly GuideStep[];
}

export interface GuideWords {
  readonly title: string;
  readonly intro: string;
  /** Before something that cannot be undone. */
  readonly care?: { readonly title: string; readonly text: string };
  readonly variants: readonly GuideVariant[];
  /** What this evidence shows, and what not. */
  readonly shows: readonly string[];
  /** Nothing is handed in at its end. */
  readonly noFile?: true;
}

export interface Guide {
  readonly words: Readonly<Record<Lang, GuideWords>>;
  /** A drawing for a step of a variant, by `variant.step` (from 0); the step says in words what it shows. */
  readonly pictures?: Readonly<Record<string, () => JSX.Element>>;
}
