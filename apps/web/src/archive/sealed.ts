/** Papers of a case: what the page is told of them, and how two threads agree. The key goes from thread to thread; the page never has it. @module */
import type { Opener } from "@contraluz/case/vault/index.ts";
import type { Lang } from "@contraluz/core";
import type { Line, Shelf, Told } from "../cases/ask.ts";
import type { ArchiveState, PageLang } from "./protocol.ts";

/** A copy that the case holds. */
export interface SealedCopy {
  /** `evidence/0001`. */
  readonly folder: string;
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** A check knows it: a phone or a capture, whose pictures are nobody's papers. */
  readonly checked: boolean;
  /** How it was read, if it was; not `whole`: reading was stopped. */
  readonly read?: { readonly lang: PageLang; readonly letters: boolean; readonly whole: boolean };
}

export interface SealedFacts {
  readonly title: string;
  readonly copies: readonly SealedCopy[];
}

/** What the thread of cases hands to the thread of papers. */
export interface Handed {
  readonly shelf: Shelf;
  readonly name: string;
  readonly by: Opener;
  readonly actor: string;
}

export interface SealedQuestions {
  /** Opens the papers of a case: what opens it comes over the line. */
  readonly sealed: {
    readonly ask: { readonly line: Line; readonly lang: Lang };
    readonly answer: Told<ArchiveState>;
  };
}
