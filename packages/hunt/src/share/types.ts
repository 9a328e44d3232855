/**
 * What leaves a lab, without any case's identity: no names of cases, no times but months, no count of fewer phones than agreed, no value that
 * is not published, unless a person read it and enough phones have it.
 * @module
 */
import type { Finding, Level, ObservableType } from "@contraluz/core";
import type { Tlp } from "@contraluz/report/exports/share/types.ts";
import type { Activity } from "../links/types.ts";

export const PUBLISHED_SCHEMA = "contraluz/published-campaigns@1";

/** Phones; or that they are fewer than that, among them none of a sum. */
export type Count = number | { readonly fewerThan: number };

/** `2026-03`; only where enough phones stand behind it. */
export interface Months {
  readonly first: string;
  readonly last: string;
}

/** A sign that was met in a lab. */
export interface MetByMany {
  readonly indicator: NonNullable<Finding["indicator"]>;
  /** The strongest of all phones. */
  readonly level: Level;
  readonly phones: number;
  /** Milliseconds since 1970, of the first of the month. */
  readonly first?: number;
  readonly last?: number;
}

export interface PublicSign {
  readonly type: ObservableType;
  readonly value: string;
  readonly campaign?: string;
  readonly list: { readonly name: string; readonly publisher: string };
  readonly level: Level;
  readonly phones: Count;
  readonly months?: Months;
}

/** A value that no list has, which a person found fit to be told. */
export interface PublicValue {
  readonly letter: string;
  readonly value: string;
  readonly phones: Count;
}

export interface PublicCampaign {
  /** `A`, `B` … within this report. */
  readonly name: string;
  readonly phones: Count;
  /** What publishers call it. */
  readonly names: readonly string[];
  readonly basis: "signs" | "rare";
  readonly activity: Activity;
  readonly months?: Months;
  readonly signs: readonly PublicSign[];
  readonly values: readonly PublicValue[];
  /** Values that are not told: how many. */
  readonly withheld: number;
}

export interface PublicReport {
  readonly schema: typeof PUBLISHED_SCHEMA;
  readonly by?: string;
  readonly tlp: Tlp;
  /** The month in which it was made. */
  readonly month: string;
  /** Counts below it are not told. */
  readonly fewest: number;
  /** Phones that were compared: those whose people allow that it is told. */
  readonly phones: Count;
  readonly signs: readonly PublicSign[];
  readonly campaigns: readonly PublicCampaign[];
  /** Groups that are too small to be told of; not how many where there are few. */
  readonly smaller: Count;
  /** Signs that were met and are in no public list, or published for fewer. */
  readonly withheldSigns: number;
}

export interface PublicOptions {
  readonly by?: string;
  /** CLEAR if not given. */
  readonly tlp?: Tlp;
  /** 3 if not given; 2 at least. */
  readonly fewest?: number;
  /** Values in no list that a person read and found fit: told where enough phones have them. */
  readonly values?: ReadonlySet<string>;
}
