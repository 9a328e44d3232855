/**
 * What can happen in a case, and what is written down of it. One entry of the log holds one of these; the state of a case is what
 * they add up to (`vault/state.ts`). A member that was published keeps its meaning.
 * @module
 */
import type { Lang, Sha256, Verdict } from "@contraluz/core";
import type { Consent } from "../consent/types.ts";
import type { Incident } from "../incidents/types.ts";

/** One record of one check of the case. */
export interface RecordCite {
  readonly check: string;
  readonly artifact: string;
  readonly ordinal: number;
}

/** One finding of one check of the case. */
export interface FindingCite {
  readonly check: string;
  readonly finding: string;
}

export type Cite = RecordCite | FindingCite;

/** A person who works on the case, or whose phone it is. */
export interface Person {
  /** What entries of the log call them: short, and not their name unless they want it to be. */
  readonly label: string;
  readonly name?: string;
  readonly role?: string;
}

/** Evidence as it came in. `folder`: where its bytes lie in the case, if they were copied. */
export interface TakenEvidence {
  readonly id: Sha256;
  readonly name: string;
  readonly bytes: number;
  readonly files: number;
  readonly folder?: string;
  /** Only what a check reads is here, as it came in a pack: `id` is what the check of the whole says. */
  readonly partial?: true;
}

/** What a check is remembered by; the rest is in its folder. */
export interface CheckNote {
  /** Name of its folder in `checks/`. */
  readonly check: string;
  readonly resultSha256: Sha256;
  readonly evidence: readonly Sha256[];
  /** Ids under which the case took in what was checked. Of a narrow consent the check hashes less than the intake. */
  readonly taken?: readonly Sha256[];
  readonly verdict: Verdict["evidence"];
  readonly complete: boolean;
  readonly version: string;
  readonly indicators: readonly Sha256[];
}

export interface StorySentence {
  readonly text: string;
  readonly cites: readonly Cite[];
}

/** Documents of one evidence that were read into pages. */
export interface ArchiveNote {
  /** Name of its folder in `archive/`. */
  readonly archive: string;
  readonly evidence: Sha256;
  readonly lang: string;
  /** Whether pictures of pages were read, too. */
  readonly ocr: boolean;
  /** How the pages were read; left out where reading began and has not come to its end. */
  readonly pages?: {
    readonly read: number;
    readonly poor: number;
    readonly unreadable: number;
    readonly blank: number;
  };
}

export interface Actions {
  readonly created: { readonly title: string; readonly lang: Lang };
  readonly actor: Person;
  readonly consent: { readonly consent: Consent };
  readonly withdrawal: { readonly why: string; readonly by: string };
  readonly intake: {
    readonly evidence: readonly TakenEvidence[];
    readonly how: "copy" | "hash";
    /** Who handed it over. */
    readonly from?: string;
    /** When, if not now: ISO 8601, as precise as it is known. */
    readonly received?: string;
  };
  /** The phone was out of its owner's hands: ends as `Context.custody` wants them (a bare wall clock is read by the phone's zone). */
  readonly window: {
    readonly from: string;
    readonly to: string;
    readonly why: string;
    readonly where?: string;
    readonly who?: string;
    /** The words in which it was told. */
    readonly told?: string;
  };
  /** What the person says they know: an answer to a finding of level `ask`. */
  readonly known: { readonly values: readonly string[] };
  readonly check: CheckNote;
  readonly recheck: CheckNote & { readonly of: string };
  readonly note: { readonly id: string; readonly about?: Cite; readonly text: string };
  readonly tag: { readonly about: readonly Cite[]; readonly tag: string; readonly on: boolean };
  readonly story: {
    readonly id: string;
    readonly title: string;
    readonly lang: Lang;
    readonly sentences: readonly StorySentence[];
  };
  readonly review: {
    readonly about: FindingCite;
    readonly decision: "confirm" | "dismiss" | "ask";
    readonly why: string;
    readonly reviewer: { readonly name: string; readonly role: string };
    /** It was decided of that check, at that time; a re-check has the same finding on the same records (`review/carry.ts`). */
    readonly carried?: { readonly check: string; readonly at: string };
  };
  readonly reproduced: {
    readonly check: string;
    readonly by: string;
    readonly equal: boolean;
    readonly differences: readonly string[];
  };
  /** What the clock of a source was wrong by: seconds to add to its times. */
  readonly clock: {
    readonly check: string;
    readonly artifact?: string;
    readonly seconds: number;
    readonly why: string;
    /** The entry of a correction that this one takes back; `seconds` is then 0. */
    readonly undoes?: number;
  };
  readonly incident: { readonly incident: Incident };
  /** Whom the case waits for, and what comes next. */
  readonly status: {
    readonly waiting: "person" | "us" | "lab" | "none";
    readonly next: string;
    readonly due?: string;
  };
  readonly export: { readonly format: string; readonly sha256: Sha256; readonly bytes: number };
  readonly dossier: {
    readonly edition: "full" | "redacted" | "anonymous";
    readonly tagmanifest: Sha256;
    readonly recipient?: string;
  };
  readonly "pack-sent": { readonly id: string; readonly parts: readonly Sha256[]; readonly to: readonly string[] };
  readonly "pack-received": { readonly id: string; readonly parts: readonly Sha256[]; readonly from?: string };
  readonly recipients: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Its records went to a lab, which has it under another name (packages/hunt). `path`: where that lab lay. */
  readonly "lab-added": { readonly lab: string; readonly checks: readonly string[]; readonly path?: string };
  /** They went away from there. */
  readonly "lab-removed": { readonly lab: string; readonly why: string };
  readonly removed: { readonly objects: readonly string[]; readonly why: string };
  readonly archive: ArchiveNote;
  /** A page's text was corrected by hand. The text is not in the log; `undoes`: which correction of the page it takes back. */
  readonly correction: {
    readonly archive: string;
    readonly doc: Sha256;
    readonly page: number;
    readonly n: number;
    readonly undoes?: number;
  };
  readonly problem: { readonly what: string; readonly found: string };
}

export type Action = keyof Actions;
