/** What the page asks of the ledger of promises and acts beside its papers: plain data. Kept and broken are worked out, never stored. @module */
import type {
  Act,
  Because,
  Claim,
  ClaimState,
  LineFault,
  Link,
  QuoteMark,
  Refusal,
  Source,
  Unchecked,
} from "@contraluz/archive/ledger/index.ts";
import type { Lang } from "@contraluz/core";
import type { ReportFonts } from "@contraluz/report";
import type { Marked } from "./protocol.ts";

/** A source with what the checks say of its quote, and the page that shows it, where it is at hand. */
export interface ShownSource {
  readonly source: Source;
  readonly mark: QuoteMark;
  readonly stop?: {
    readonly id: number;
    readonly marks: readonly Marked[];
    readonly spans: readonly { readonly start: number; readonly end: number }[];
  };
}

export interface ShownAct {
  readonly act: Act;
  readonly sources: readonly ShownSource[];
}

/** An act beside a claim, by what a named person says of both. */
export interface ShownLink extends ShownAct {
  readonly link: Link;
  readonly origins: number;
  readonly because: readonly Because[];
  readonly reply: readonly ShownSource[];
  /** Earlier reviews that this one replaces. */
  readonly replaces: number;
}

export interface ShownClaim {
  readonly claim: Claim;
  readonly state: ClaimState;
  readonly sources: readonly ShownSource[];
  readonly beside: readonly ShownLink[];
}

export interface LedgerShown {
  /** The day for which it holds. */
  readonly at: string;
  readonly entries: { readonly claims: number; readonly acts: number; readonly links: number };
  readonly claims: readonly ShownClaim[];
  readonly alone: readonly ShownAct[];
  /** Claims and acts that stand, for whoever puts one beside the other. */
  readonly standing: { readonly claims: readonly Claim[]; readonly acts: readonly Act[] };
  readonly faults: readonly LineFault[];
  readonly refusals: readonly Refusal[];
  readonly unchecked: readonly Unchecked[];
}

/** A line as a form makes it: read by the same reader as a file is. */
export type LedgerLine = Readonly<Record<string, unknown>> & { readonly type: "claim" | "act" | "link" };

export interface LedgerQuestions {
  /** `at`: left out, the last day of which the ledger knows. */
  readonly ledger: { readonly ask: { readonly at?: string }; readonly answer: LedgerShown };
  /** Writes one line, if it can be read and no check refuses it. */
  readonly ledgerAdd: {
    readonly ask: { readonly line: LedgerLine };
    readonly answer:
      | { readonly shown: LedgerShown; readonly id: string }
      | { readonly faults: readonly LineFault[]; readonly refusals: readonly Refusal[] };
  };
  /** Takes in the lines of a file; those that are there already are passed over. */
  readonly ledgerTake: {
    readonly ask: { readonly text: string };
    readonly answer: {
      readonly shown: LedgerShown;
      readonly added: number;
      readonly known: number;
      /** Left out: another line has this name already. */
      readonly others: readonly string[];
      readonly faults: readonly LineFault[];
    };
  };
  /** All files of a ledger as a zip; `page`: the page to read alone. */
  readonly ledgerFiles: {
    readonly ask: { readonly lang: Lang; readonly fonts: ReportFonts; readonly page: boolean; readonly at?: string };
    readonly answer: Blob;
  };
}
