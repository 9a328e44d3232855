/** What a check of a dossier found: what holds, what fails, what nobody can know from it. @module */
import type { Sha256 } from "@contraluz/core";
import type { TimestampFault } from "../timestamp/verify.ts";

export type VerifyCode =
  /** The form of a bag: its tag files are there and readable. */
  | "form"
  | "tag-files"
  | "payload"
  /** Files that no list names, or that are no files. */
  | "added"
  | "missing"
  | "oxum"
  | "records"
  | "results"
  | "custody"
  | "custody-data"
  | "full-edition"
  | "signature"
  | "timestamp"
  /** Something in proofs/ that is neither. */
  | "other-proof";

export type VerifyWhy =
  | "key-not-given"
  | "no-key"
  | "key-differs"
  | "bad-signature"
  | "unreadable"
  | "authority-not-given"
  | "no-signature"
  | "no-timestamp"
  | "one-authority"
  | "no-log"
  | "not-ours"
  | "full-not-given"
  | "clock"
  | TimestampFault;

export interface VerifyItem {
  readonly code: VerifyCode;
  readonly state: "holds" | "fails" | "unknown";
  readonly why?: VerifyWhy;
  /** Files, labels, names of proofs: the first 20. */
  readonly about: readonly string[];
  /** How many of them there are. */
  readonly count: number;
}

export interface AttestedSignature {
  readonly kind: "minisign" | "ssh";
  readonly label: string;
  /** The key as its program shows it. */
  readonly key: string;
  readonly comment?: string;
  /** The reader gave this key. */
  readonly trusted: boolean;
}

export interface AttestedTime {
  readonly label: string;
  readonly time: string;
  readonly authority: string;
  /** SHA-256 of its certificate. */
  readonly certificate: Sha256;
  readonly trusted: boolean;
}

/** What the proofs say of these bytes. */
export interface Attested {
  readonly tagmanifest: Sha256;
  readonly signatures: readonly AttestedSignature[];
  readonly times: readonly AttestedTime[];
}

export interface Verified {
  /** `unproven`: nothing fails, and no key that the reader trusts stands behind it, or no authority where one was named. */
  readonly verdict: "holds" | "unproven" | "fails";
  readonly items: readonly VerifyItem[];
  readonly attested: Attested;
  readonly facts: {
    readonly title: string;
    readonly edition: "full" | "redacted" | "unknown";
    /** Of a redacted one: the hash of the full edition's list. */
    readonly full?: Sha256;
    readonly committed: number;
    readonly disclosed: number;
    readonly entries: number;
    readonly files: number;
    readonly bytes: number;
  };
}

/** At most 20 of what went wrong, and how many. */
export class Listed {
  readonly about: string[] = [];
  count = 0;
  add(what: string): void {
    this.count++;
    if (this.about.length < 20) this.about.push(what.slice(0, 300));
  }
  item(code: VerifyCode, why?: VerifyWhy): VerifyItem {
    const { about, count } = this;
    return {
      code,
      state: count > 0 ? "fails" : "holds",
      about,
      count,
      ...(why === undefined || count === 0 ? {} : { why }),
    };
  }
}
