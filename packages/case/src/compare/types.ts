/** What differs between two results of one phone. Plain data: text and JSON are made from it. @module */
import type { ArtifactRecord, Finding, Level, Origin, ReadState, Result } from "@contraluz/core";

/** One of the two, so that a reader knows what was compared with what. */
export interface Side {
  /** SHA-256 of what was handed in. */
  readonly evidence: readonly string[];
  readonly name: string;
  /** ISO 8601, or "" where nobody knows. */
  readonly taken: string;
  readonly device: string;
  readonly system: string;
  readonly tool: string;
  /** Set of signs → its hash. */
  readonly signs: Readonly<Record<string, string>>;
}

/**
 * What to know before reading the differences:
 * - `other-phone`: names or models of the devices differ, or the ids of their backups; `nothing-shared`: not one of the
 *   things that stay on a phone is in both
 * - `same-evidence`: both are of one backup; `order`: the one given first is the newer one; `no-date`
 * - `signs`, `tool`, `catalogue`, `context`, `scope`: they were made differently
 * - `several`: a result holds more than one backup; all their records are compared together
 */
export interface Warning {
  readonly code:
    | "other-phone"
    | "nothing-shared"
    | "same-evidence"
    | "order"
    | "no-date"
    | "older-system"
    | "signs"
    | "tool"
    | "catalogue"
    | "context"
    | "scope"
    | "several";
  readonly before?: string;
  readonly after?: string;
}

/** Why a finding is in one result and not in the other, where the results themselves say it. */
export type FindingReason =
  /** The place was not read in the other one. */
  | "not-read"
  /** The other one was compared with other signs. */
  | "signs"
  /** The rule did not apply there, or another version of the tool knows other rules. */
  | "rule"
  /** The person said that they know it. */
  | "answered"
  /** Nothing but the records. */
  | "records";

export interface FindingDifference {
  readonly finding: Pick<Finding, "id" | "level" | "rule" | "indicator" | "subject" | "count" | "text">;
  readonly reason: FindingReason;
}

export interface FindingsDifference {
  readonly came: readonly FindingDifference[];
  readonly went: readonly FindingDifference[];
  readonly stayed: number;
  /** In both, with another level or another number of records. */
  readonly changed: readonly {
    readonly id: string;
    readonly subject: string;
    /** As the newer result says it. */
    readonly rule: Finding["rule"];
    readonly text: Finding["text"];
    readonly before: { readonly level: Level; readonly count: number };
    readonly after: { readonly level: Level; readonly count: number };
  }[];
}

/** A record of one of the two, and where it lies there. */
export interface Shown {
  readonly kind: string;
  readonly ordinal: number;
  readonly at?: ArtifactRecord["at"];
  readonly fields: ArtifactRecord["fields"];
  /** The stored file inside the evidence. */
  readonly path: string;
  readonly origin: Origin["at"];
}

export interface Changed {
  readonly kind: string;
  readonly before: Shown;
  readonly after: Shown;
  readonly fields: readonly string[];
}

/**
 * Records of one kind. Deleted and superseded ones are not compared: remains come and go by themselves.
 * - `went.expired`: older than anything that the newer result holds of this kind: dropped by age, or wiped up to a date
 * - `went.inside`: dated between two records that stayed: something was taken out of the middle
 * - `went.remains`: of those that went, how many are still there as deleted ones
 * - `came.inside`: dated between two records that were there before: put in later, or brought by another device
 */
export interface KindDifference {
  readonly kind: string;
  readonly before: number;
  readonly after: number;
  readonly same: number;
  readonly changed: { readonly total: number; readonly fields: Readonly<Record<string, number>> };
  readonly came: { readonly total: number; readonly inside: number };
  readonly went: {
    readonly total: number;
    readonly inside: number;
    readonly expired: number;
    readonly remains: number;
  };
}

/**
 * - `not-read-before`, `not-read-after`: that side did not read the place: nothing can be said
 * - `damaged`: the stored records cannot be read
 */
export type NotCompared = "not-read-before" | "not-read-after" | "damaged";

/** `partly-…`: what is missing there may be what could not be read; `reader`: made by another version of the reader. */
export type Caveat = "partly-before" | "partly-after" | "reader";

export interface ArtifactDifference {
  readonly artifact: string;
  readonly state: { readonly before: ReadState | null; readonly after: ReadState | null };
  readonly notCompared?: NotCompared;
  readonly caveats: readonly Caveat[];
  readonly kinds: readonly KindDifference[];
  /** The first of each, those from the middle of the history first. */
  readonly went: readonly Shown[];
  readonly came: readonly Shown[];
  readonly changed: readonly Changed[];
}

export interface Comparison {
  readonly schema: "contraluz/compare@1";
  readonly before: Side;
  readonly after: Side;
  readonly warnings: readonly Warning[];
  readonly verdict: { readonly before: Result["verdict"]["evidence"]; readonly after: Result["verdict"]["evidence"] };
  readonly findings: FindingsDifference;
  /** In the order of the catalogue. */
  readonly artifacts: readonly ArtifactDifference[];
}
