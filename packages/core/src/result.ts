/** The result of a check: what `result.json` holds. @module */
import type { Acquisition, Sha256 } from "./evidence.ts";
import type { Problem } from "./problem.ts";
import type { ObservableType, RecordRef } from "./record.ts";
import type { Moment } from "./time.ts";
import type { Lang, Params } from "./words.ts";

export type Grade = "spyware" | "stalkerware" | "watchware" | "tracker";

export interface Indicator {
  readonly id: string;
  readonly type: ObservableType;
  readonly value: string;
  readonly campaign?: string;
  /** Index into `Result.indicators`. */
  readonly set: number;
  readonly grade: Grade;
  /**
   * What it is a sign of; decides the level together with how the value met the device. `young`: of nothing by itself, a site that was
   * registered lately, until `validUntil`.
   */
  readonly role: "implant" | "server" | "account" | "vendor" | "young";
  /** A common word that needs its path to be more than a lead. */
  readonly common?: true;
  readonly validUntil?: string;
  readonly tlp?: string;
}

export interface IndicatorSet {
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** Newest date in the set, `2026-04-08`, or "" if none is stated. */
  readonly date: string;
  readonly sha256: Sha256;
  readonly count: number;
}

export type Level = "match" | "targeted" | "lead" | "ask" | "info";
export const LEVELS: readonly Level[] = ["match", "targeted", "lead", "ask", "info"];

export interface FindingText {
  readonly title: string;
  readonly why: string;
  readonly otherwise: string;
  readonly next: string;
}

/** One per cause and subject. `id` = first 16 hex of SHA-256 of both: the same in every run and re-check. */
export interface Finding {
  readonly id: string;
  readonly level: Level;
  /** The cause: exactly one of the two. */
  readonly rule: string | null;
  readonly indicator: (Omit<Indicator, "set"> & { readonly set: number }) | null;
  readonly subject: string;
  readonly count: number;
  /** The first 100, in catalogue and record order. */
  readonly records: readonly RecordRef[];
  readonly params: Params;
  readonly text: Readonly<Record<Lang, FindingText>>;
  readonly window?: "custody";
}

export type ReadState =
  | "read"
  | "partly"
  | "absent"
  | "unreadable"
  | "not-consented"
  | "not-in-this-kind"
  | "not-asked";

export interface Coverage {
  readonly artifact: string;
  readonly state: ReadState;
  readonly records: number;
  readonly undated: number;
  readonly deleted: number;
  readonly from?: Moment;
  readonly to?: Moment;
  readonly problems: number;
  /** `second-hand`: what another tool said, and no place of a device. */
  readonly reason?: string;
}

/** Of `total` indicators of a campaign, how many could have shown on what was read. */
export interface Applicability {
  readonly campaign: string;
  readonly total: number;
  readonly couldMatch: number;
}

export interface Verdict {
  readonly evidence: "match" | "targeted" | "lead" | "none-found" | "unchecked";
  readonly complete: boolean;
  /**
   * Artifacts and rules that leave a hole: `ios/sms: absent`. `second-hand`: nothing but what another tool said was there.
   */
  readonly gaps: readonly {
    readonly about: string;
    readonly state: ReadState | "rule-partly" | "rule-gated" | "second-hand";
  }[];
}

/** What the person told us. `asOf` is the one "now" of a check. */
export interface Context {
  readonly asOf: string;
  readonly custody: readonly (readonly [string, string])[];
  readonly known: readonly string[];
  readonly home?: string;
}

/** What may be read and kept: consent as data. */
export interface Scope {
  readonly artifacts: "all" | readonly string[];
  readonly content: boolean;
  readonly evidenceCopies: boolean;
  /** Keys of TLS that lie in captures or beside them may open what is encrypted, in memory. */
  readonly keys?: true;
}

export interface EvidenceEntry {
  readonly id: Sha256;
  readonly name: string;
  readonly hashed: "read" | "all";
  readonly bytes: number;
  readonly acquisition: Acquisition;
}

export interface FileEntry {
  readonly evidence: number;
  /** Path of the stored bytes inside the evidence. */
  readonly path: string;
  /** Its name on the device, where that differs. */
  readonly name?: string;
  readonly size: number;
  /** Empty if the file is not there or could not be read to its end. */
  readonly sha256: Sha256;
}

export interface Result {
  readonly schema: "contraluz/result@1";
  readonly tool: { readonly name: "contraluz"; readonly version: string; readonly catalogue: Sha256 };
  readonly asOf: string;
  readonly scope: Scope;
  readonly context: Context;
  readonly evidence: readonly EvidenceEntry[];
  readonly acquisition: Acquisition;
  readonly indicators: readonly IndicatorSet[];
  readonly verdict: Verdict;
  readonly coverage: readonly Coverage[];
  readonly applicability: readonly Applicability[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly files: readonly FileEntry[];
  readonly records: {
    readonly [artifact: string]: {
      readonly file: string;
      readonly version: number;
      readonly count: number;
      readonly sha256: Sha256;
    };
  };
}
