/** What people saw on the way: a checkpoint, a drone, a phone that was taken. Told by somebody, with the precision that they remember. @module */
import type { RecordRef, Sha256 } from "@contraluz/core";
import type { SpokenTime } from "../dates/types.ts";

export type IncidentKind =
  | "checkpoint"
  | "interrogation"
  | "photographed"
  | "followed"
  | "phone-taken"
  | "phone-inspected"
  | "search"
  | "detained"
  | "drone"
  | "camera"
  | "unknown-tracker"
  | "vehicle"
  | "official"
  | "armed"
  | "threat"
  | "violence"
  | "theft"
  | "call-or-message"
  | "break-in"
  | "no-signal"
  | "other";

export interface IncidentPlace {
  readonly name: string;
  /** Degrees of WGS 84; both or neither. */
  readonly lat?: number;
  readonly lon?: number;
  /** How far off the point may be, in metres. Left out: not known. */
  readonly within?: number;
}

/** What supports it: a file by its hash, or a record of a check of the same case. */
export type IncidentEvidence =
  | { readonly sha256: Sha256; readonly name?: string }
  | { readonly check: string; readonly artifact: RecordRef["artifact"]; readonly ordinal: RecordRef["ordinal"] };

export interface Incident {
  /** First 16 hex of SHA-256 of what was told, or the id that the form had given it (`uuid:…`). */
  readonly id: string;
  readonly at: SpokenTime;
  readonly place: IncidentPlace;
  /** Who did it, as far as the person could tell. */
  readonly who: string;
  readonly what: string;
  readonly kinds: readonly IncidentKind[];
  readonly source: {
    /** A label, never a name: `r2`, `person 3`. */
    readonly label: string;
    /** `direct`: saw it or lived it. */
    readonly how: "direct" | "heard" | "document";
  };
  readonly consent: { readonly publish: boolean };
  readonly evidence: readonly IncidentEvidence[];
  /** Where it was imported from. */
  readonly origin?: {
    readonly file: string;
    readonly sha256: Sha256;
    /** Row of the table, from 1, without its head. */
    readonly row: number;
    /** When the form was sent, as it says: not when it happened. */
    readonly submitted?: string;
  };
}
