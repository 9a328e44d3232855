/**
 * Consent as data: what a person allowed, to whom, until when. It gives the Scope of every check, and every export asks it.
 *
 * The fields are those that a helpline's letter of consent in Spanish asks for (SocialTIC, seven clauses: purpose, publication, data,
 * what happens afterwards, intimate data, confidentiality, the right to stop), with what its guide adds: recipients, term, risks.
 * @module
 */
import type { Sha256 } from "@contraluz/core";

/** Groups of places that a person can allow with one tick, in words that say what is in them. */
export type DataGroup =
  | "system"
  | "apps"
  | "accounts"
  | "messages"
  | "calls"
  | "people"
  | "web"
  | "places"
  | "files"
  | "network"
  | "radio"
  | "reports"
  | "documents";

export type Publication = "named" | "anonymous" | "none";

/** What can leave a case. `pack`: evidence files for another lab. `indicators`: published signs that were seen, nothing of the person. */
export type Share = "result" | "dossier" | "pack" | "indicators";

export interface Recipient {
  readonly name: string;
  readonly what: Share;
}

export interface Consent {
  /** Our own, for the log: `c1`. */
  readonly id: string;
  readonly person: { readonly label: string; readonly name?: string };
  readonly organisation: string;
  readonly purpose: string;
  /** Ids of artifacts (`ios/sms`), groups (`messages`), or all. */
  readonly artifacts: "all" | readonly string[];
  /** Whether text of messages, contacts and the like may be kept. */
  readonly content: boolean;
  /** Whether a copy of the evidence itself may be kept; else only its hash. */
  readonly copies: boolean;
  readonly publication: Publication;
  /** Last day, `2027-05-01`. Left out: no term was agreed, and everything says so. */
  readonly keepUntil?: string;
  /** What happens at the end: all is deleted, or only what does not say who the person is stays. */
  readonly after: "delete" | "anonymised";
  readonly recipients: readonly Recipient[];
  /** Whether what the person saw on the way (incidents) may be kept. */
  readonly incidents: boolean;
  /**
   * Whether what was read may be compared with other people's phones, in a lab (packages/hunt), where it lies without a name but not
   * sealed by the key of the case. Left out, as by consents of before: no.
   */
  readonly compare?: boolean;
  readonly given: {
    /** `2026-11-26`. */
    readonly on: string;
    readonly how: "signed" | "spoken" | "recorded";
    readonly letterSha256?: Sha256;
  };
  readonly witness?: string;
}

/** A person took it back; everything that follows from it is in `withdraw.ts`. */
export interface Withdrawal {
  /** `2026-12-01`. */
  readonly on: string;
  readonly why?: string;
}

/** Clauses of the letter, by number: what a refusal rests on. */
export type Clause =
  | "purpose"
  | "publication"
  | "data"
  | "copies"
  | "recipients"
  | "term"
  | "incidents"
  | "compare"
  | "stop"
  | "none";

/** `who`: the person itself, somebody that the consent may name, or everybody. */
export type Audience =
  | { readonly who: "person" }
  | { readonly who: "public" }
  | { readonly who: "named"; readonly name: string };

/** `anonymous`: an edition without names. */
export type Edition = "full" | "anonymous";

export interface ExportAsk {
  readonly what: Share;
  readonly edition: Edition;
  readonly to: Audience;
  /** Today, `2026-11-26`. */
  readonly on: string;
  readonly withdrawn?: Withdrawal;
}

export type RefusalCode =
  | "no-consent"
  | "not-yet"
  | "withdrawn"
  | "expired"
  | "not-allowed-artifact"
  | "not-allowed-content"
  | "not-allowed-copies"
  | "not-allowed-incidents"
  | "not-allowed-compare"
  | "not-recipient"
  | "not-this-recipient"
  | "not-published"
  | "not-named"
  /** A check read more than is allowed now. */
  | "wider-check"
  /** Evidence cannot be looked through for a name. */
  | "evidence-named";

/** Why not: a code with its parameters, and the clause that says so. Words are in `words.ts`. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly clause: Clause;
  readonly params: Readonly<Record<string, string | number>>;
}
