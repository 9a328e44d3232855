/** What arrives at a helpline, and what becomes of it. @module */
import type { Input, RandomAccess, VaultFolder, Verdict } from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import type { CaseMachine } from "../machine.ts";
import type { CaseCheck } from "../vault/checks.ts";
import type { Opener } from "../vault/keys.ts";

/** The folder into which people put what they received. A folder in it that is called like a case belongs to that case. */
export interface Arrivals {
  /** What lies right in `folder` ("" is the top), by code unit. */
  list(folder: string): Promise<readonly { readonly name: string; readonly kind: "file" | "folder" }[]>;
  open(path: string): Promise<RandomAccess>;
  /** As evidence. */
  input(path: string): Promise<Input>;
}

/** The folder that holds all cases. */
export interface CaseShelf {
  /** Names of the folders that are cases, by code unit. */
  list(): Promise<readonly string[]>;
  /** Keeps another intake out until what it gives is called; undefined if one is at work. Left out where there is only one. */
  lock?(): Promise<(() => Promise<void>) | undefined>;
  folder(name: string): VaultFolder;
}

/** - `waiting`: parts of a pack are still to come
 *  - `aside`: nothing was done with it, and somebody must look */
export type Outcome = "new" | "joined" | "known" | "waiting" | "aside";

/** Why something was set aside. `detail`: for the one who looks. */
export type AsideReason =
  | "no-consent"
  | "consent-refuses"
  | "other-consent"
  | "needs-secret"
  | "damaged"
  | "other-key"
  | "not-evidence"
  | "case-trouble"
  | "failed";

export interface Arrival {
  /** Where it lies; of a pack its id. */
  readonly what: string;
  readonly outcome: Outcome;
  readonly case?: string;
  readonly check?: string;
  readonly verdict?: Verdict["evidence"];
  /** Parts that are still to come. */
  readonly missing?: readonly number[];
  readonly why?: AsideReason;
  readonly detail?: string;
}

export interface IntakeOptions {
  readonly machine: CaseMachine;
  /** Opens packs and cases. */
  readonly identities: readonly string[];
  /** Who can open new cases. */
  readonly recipients: readonly string[];
  readonly actor: string;
  readonly lang: "es" | "en";
  readonly compiled: CompiledIndicators;
  readonly version: string;
  readonly pages?: CaseCheck["pages"];
  readonly workers?: number;
  readonly cancel?: CaseCheck["cancel"];
  /** Told after each arrival. */
  readonly done?: (a: Arrival) => void;
  readonly progress?: CaseCheck["progress"];
}

export const openerOf = (o: Pick<IntakeOptions, "identities">): Opener => ({ identities: o.identities });
