/**
 * What links cases: a graph whose edges carry their evidence, and the groups that it falls into. A group is a hypothesis for a person to
 * look at: a shared server is no proof of one operator.
 * @module
 */
import type { Contact, Grade, Indicator, Level } from "@contraluz/core";

export const CAMPAIGNS_SCHEMA = "contraluz/campaigns@1";

/** Where a value stands in a stored result. */
export interface SeenIn {
  readonly check: string;
  readonly artifact: string;
  readonly ordinal: number;
}

/** One of the two cases of an edge. */
export interface Side {
  readonly case: string;
  /** Records that have the value, of all checks. */
  readonly records: number;
  /** First and last instant that they state (ISO 8601); left out where none does. */
  readonly first?: string;
  readonly last?: string;
  /** How it met the device, of those records that were read. */
  readonly contacts: readonly Contact[];
  /** Some of them. */
  readonly seen: readonly SeenIn[];
}

export interface LinkSign {
  readonly type: Indicator["type"];
  readonly value: string;
  readonly campaign?: string;
  readonly grade: Grade;
  readonly role: Indicator["role"];
  /** The weaker of both. */
  readonly level: Level;
}

/**
 * One cause of an edge: a value that both cases have, read from records of both. What stands in the same records of both counts once:
 * `also` are those values.
 */
export interface Evidence {
  /** Letter of the match key (`d`, `h` …), or of a sign without one. */
  readonly letter: string;
  readonly value: string;
  readonly also: readonly string[];
  /** Cases of the lab that have it. */
  readonly phones: number;
  /** In bits; see `weights.ts`. */
  readonly weight: number;
  readonly sign?: LinkSign;
  /** Days between both, 0 where they overlap; left out where a time is missing. */
  readonly days?: number;
  readonly sides: readonly [Side, Side];
}

export interface Link {
  readonly cases: readonly [string, string];
  readonly weight: number;
  /** Heaviest first. */
  readonly evidence: readonly Evidence[];
  /** Rare causes beyond what any two phones have; what comes in crowds weighs little. */
  readonly rare: number;
}

/** `unseen`: no newer data than that could show it. */
export type Activity = "active" | "quiet" | "unseen" | "undated";

/** A value of a campaign. */
export interface CampaignValue {
  readonly letter: string;
  readonly value: string;
  readonly sign?: LinkSign;
  /** Cases of the campaign that have it on an edge, and of the whole lab. */
  readonly cases: number;
  readonly phones: number;
  readonly first?: string;
  readonly last?: string;
}

export interface Campaign {
  /** `c` and 8 hexadecimal digits of its cases. */
  readonly id: string;
  /** `signs`: at least one published sign links it. */
  readonly basis: "signs" | "rare";
  readonly cases: readonly { readonly case: string; readonly first?: string; readonly last?: string }[];
  /** Names that publishers gave. */
  readonly names: readonly string[];
  readonly first?: string;
  readonly last?: string;
  readonly activity: Activity;
  readonly values: readonly CampaignValue[];
  readonly links: readonly Link[];
}

export interface CampaignReport {
  readonly schema: typeof CAMPAIGNS_SCHEMA;
  readonly lab: string;
  /** The hunt whose signs were used; left out where there was none. */
  readonly hunt?: string;
  readonly asOf: string;
  /** Cases that were looked at. */
  readonly cases: number;
  /** Last day that records of the lab speak of. */
  readonly until: string;
  /** Largest first. */
  readonly campaigns: readonly Campaign[];
  /** Links between cases of different campaigns. */
  readonly between: readonly Link[];
  /** Pairs of cases with the same evidence: they are one phone, not a link. */
  readonly same: readonly (readonly [string, string])[];
  /** What was left out. */
  readonly limits: {
    /** Pairs that had enough in common to be read, and were not: there were too many. */
    readonly pairs: number;
    /** Values that records did not bear out. */
    readonly refused: number;
    /** Checks whose files could not be read. */
    readonly damaged: number;
    /** There are too few cases to say what is rare: only signs were used. */
    readonly few: boolean;
    /** There are so many that only signs were used. */
    readonly many: boolean;
  };
}
