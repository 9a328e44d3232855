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
}

/** A check that could not be searched: its keys are of another version, or a file is missing or damaged. */
export interface HuntGap extends Place {
  readonly why: "keys-version" | "missing" | "damaged";
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
  /** Checks with findings, by case and check. */
  readonly cases: readonly HuntCase[];
  /** Pairs of a key and a check that the join gave, and those that the exact matcher turned down. */
  readonly candidates: number;
  readonly refused: number;
}
