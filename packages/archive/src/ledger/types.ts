/**
 * The ledger of promises and acts: three kinds of lines in JSON (JSONL), each with where it stands. What follows from them (kept, broken,
 * open, disputed) is worked out for a day and never stored.
 *
 * Dates are `2018-07-14`, `2018-07` or `2018`: as exact as is known. Names of fields are those of the file.
 * @module
 */
import type { Sha256 } from "@contraluz/core";

/** Where a text stands. A second person opens this file at this page and finds the quote. */
export interface Source {
  /** SHA-256 of the file that was read. */
  readonly sha256: Sha256;
  /** What the file is called, inside its folder. */
  readonly name?: string;
  /** From 1. */
  readonly page?: number;
  /** UTF-16 code units from the beginning of the text, or of the page. */
  readonly offset?: number;
  /** Word for word, in the language of the source. */
  readonly quote?: string;
  /** In words of whoever wrote the ledger, where no word-for-word text is at hand. It carries no "kept" and no "broken". */
  readonly paraphrase?: string;
  readonly title?: string;
  readonly publisher?: string;
  /** When it was published. */
  readonly date?: string;
  readonly url?: string;
  readonly archivedUrl?: string;
  /** Whoever it goes back to: two sources with the same origin are one. A newspaper that prints an agency's text names the agency. */
  readonly origin?: string;
}

/** Something of a case that shows an act: a finding or a record of a check, or an incident. */
export type CaseCite =
  | { readonly check: string; readonly finding: string; readonly evidence?: Sha256 }
  | { readonly check: string; readonly artifact: string; readonly ordinal: number; readonly evidence?: Sha256 }
  | { readonly incident: string };

export const CLAIM_KINDS = ["promise", "denial", "assertion", "commitment_by_law"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `during`: it holds the whole time. `by`: it is to be done by `holds_until`. */
export const TERMS = ["during", "by"] as const;
export type Term = (typeof TERMS)[number];

export interface Speaker {
  readonly name: string;
  readonly office?: string;
  readonly body?: string;
}

export interface Scope {
  /** Who promised to do, or not to do, something. */
  readonly actor: string;
  /** Other names of the actor, and bodies under it for which it was said. */
  readonly also?: readonly string[];
  readonly subject: string;
  /** Left out: everywhere. */
  readonly place?: string;
}

/** Of all kinds of lines: another line that this one replaces. */
interface Entry {
  readonly id: string;
  readonly supersedes?: string;
}

/** What somebody said in public. */
export interface Claim extends Entry {
  readonly type: "claim";
  readonly speaker: Speaker;
  readonly said_on: string;
  /** Word for word. Left out where only a paraphrase is at hand. */
  readonly quote?: string;
  readonly gloss_es?: string;
  readonly gloss_en?: string;
  readonly kind: ClaimKind;
  readonly scope: Scope;
  readonly term: Term;
  readonly holds_from: string;
  readonly holds_until?: string;
  readonly source: readonly Source[];
}

export const ACT_STATUS = ["documented", "reported", "alleged"] as const;
export type ActStatus = (typeof ACT_STATUS)[number];

/** What somebody did. */
export interface Act extends Entry {
  readonly type: "act";
  readonly actor: string;
  readonly what_es?: string;
  readonly what_en?: string;
  readonly place?: string;
  readonly on?: string;
  readonly from?: string;
  readonly until?: string;
  readonly status: ActStatus;
  readonly source: readonly Source[];
  readonly cites: readonly CaseCite[];
}

export const RELATIONS = ["contradicts", "fulfils", "partly", "consistent", "unrelated", "unrelated_in_time"] as const;
export type Relation = (typeof RELATIONS)[number];

/** `public`: what the party said in public to the same facts; nobody asked for it. `not-possible`: there is nobody to ask. */
export const REPLY_STATES = ["answered", "public", "no-answer", "not-possible", "not-asked"] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

export interface Reply {
  readonly state: ReplyState;
  /** When it was asked, or answered. */
  readonly on?: string;
  readonly text_es?: string;
  readonly text_en?: string;
  /** The party says that the act was another one, or was not. Its claim is then disputed, not broken. */
  readonly disputes?: boolean;
  readonly source: readonly Source[];
}

export interface Reviewer {
  /** A person, by name. */
  readonly name: string;
  readonly role?: string;
}

/** What a named person says of a claim and an act. */
export interface Link extends Entry {
  readonly type: "link";
  readonly claim_id: string;
  readonly act_id: string;
  readonly relation: Relation;
  readonly why_es?: string;
  readonly why_en?: string;
  /** Left out in a draft: then the checks refuse it. */
  readonly reviewer?: Reviewer;
  readonly on: string;
  readonly reply_of_the_party?: Reply;
}

export type LedgerEntry = Claim | Act | Link;

export interface Ledger {
  readonly claims: readonly Claim[];
  readonly acts: readonly Act[];
  readonly links: readonly Link[];
}
