/** What a hunt found: `hunt.json`. @module */
import type { Finding, IndicatorSet, Sha256 } from "@contraluz/core";
import type { Place } from "../engine/types.ts";

export const HUNT_SCHEMA = "contraluz/hunt@1";

/** A check that was met: its findings of signs are those that a re-check of it with the same signs would have. */
export interface HuntCase extends Place {
  readonly findings: readonly Finding[];
  /** First and last time that records of these findings state, ISO 8601; left out where none does. */
  readonly first?: string;
  readonly last?: string;
  /** Meetings of signs for which there was no room: a check keeps so many signs of one level (`findings-limit` of a re-check). */
  readonly lost?: number;
}

/**
 * What could not be searched: a check whose keys are of another version, or of which a file is missing or damaged; or a case of which the
 * lab's own file is damaged, so that nobody knows its checks (no `checkId`).
 */
export interface HuntGap {
  readonly caseId: string;
  readonly checkId?: string;
  readonly why: "keys-version" | "missing" | "damaged" | "case-damaged";
  readonly found?: string;
}

export interface HuntReport {
  readonly schema: typeof HUNT_SCHEMA;
  /** `0001`. */
  readonly hunt: string;
  readonly lab: string;
  readonly tool: { readonly name: "contraluz"; readonly version: string };
  readonly engine: { readonly name: string; readonly version: string };
  /** The one "now" of the hunt: a day. */
  readonly asOf: string;
  readonly signs: readonly IndicatorSet[];
  /** Of all sets (`CompiledIndicators.sha256`). */
  readonly signsSha256: Sha256;
  readonly keysVersion: number;
  /** All checks that were searched, by case and check. */
  readonly searched: readonly Place[];
  readonly gaps: readonly HuntGap[];
  /** Checks with findings, or that lost some, by case and check. */
  readonly cases: readonly HuntCase[];
  /** Pairs of a key and a check that the join gave, and those that the exact matcher turned down. */
  readonly candidates: number;
  readonly refused: number;
}
