/**
 * What a dossier is made from, and what it is: a BagIt bag (RFC 8493) that `sha256sum`, `bagit.py`, `minisign`, `ssh-keygen` and
 * `openssl ts` check without us.
 *
 * ```
 * bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt VERIFY.md VERIFICAR.md
 * data/dossier.es.html dossier.en.html  the first page for a person
 * data/dossier.json                    what is in it, what is withheld, of which edition
 * data/commitments.txt                 one salted SHA-256 per record and finding, also of those that are withheld
 * data/salts.txt                       the salts of those that are disclosed
 * data/checks/0001/result.json findings.jsonl records/*.jsonl report.es.html report.en.html
 * data/custody.jsonl                   the log, line by line, chained
 * data/custody-data.txt                number, salt and data of the entries that are disclosed, between tabs
 * data/consent.json stories.json reviews.json incidents.json
 * data/timeline.es.html stories.es.html incidents.es.html …en.html  the same for a person, with a map
 * data/export/…                        made from what this edition holds (`exports.ts`)
 * data/evidence/<sha256>               files of the evidence that the checks read, each called by its hash
 * data/ro-crate-metadata.json          what each file in data/ is
 * proofs/…                             signatures and timestamps of tagmanifest-sha256.txt, keys, certificates
 * ```
 * @module
 */
import type { Json, Lang, Moment, RandomAccess, Result, Sha256 } from "@contraluz/core";
import type { HtmlReportOptions } from "@contraluz/report";
import type { StoredFolder } from "@contraluz/store";
import type { Incident } from "../incidents/types.ts";
import type { Action, Actions, Cite } from "../log/actions.ts";
import type { Line } from "../log/entry.ts";

/** Where a bag is written; names are of our own making. A `ResultFolder` is one. */
export interface BagFolder {
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** What was written so far. */
  read(name: string): Promise<RandomAccess>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** One check: its name in the case (`0001`) and its stored result. */
export interface DossierCheck {
  readonly name: string;
  readonly folder: StoredFolder;
  readonly result: Result;
}

/** A line of the log, with its salt and data where they may be disclosed (`log/entry.ts`). */
export interface CustodyEntry {
  readonly line: string;
  readonly salt?: string;
  /** Canonical JSON of the data: the very text that was hashed. */
  readonly text?: string;
}

/** What an export is made from: what this edition holds, and nothing else. */
export interface ExportView {
  readonly check: string;
  readonly result: Result;
  readonly folder: StoredFolder;
  /** Numbers of records that are withheld, by artifact: the lines of a file keep the numbers that their commitments have. */
  readonly withheld?: ReadonlyMap<string, ReadonlySet<number>>;
}

/** What an edition shows of the log. */
export interface Told {
  readonly lines: readonly string[];
  /** Those lines that can be read. */
  readonly log: readonly Line[];
  readonly stories: readonly Actions["story"][];
  readonly reviews: readonly Actions["review"][];
  /** The newest form of each; of an edition that withholds without who told it. */
  readonly incidents: readonly Incident[];
  readonly tags: readonly Actions["tag"][];
  readonly clocks: readonly Actions["clock"][];
}

export interface DossierExport {
  /** `0001.stix.json`: small letters, digits, dots, hyphens. */
  readonly name: string;
  readonly make: (
    views: readonly ExportView[],
    told: Told,
  ) => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
}

/** A file of the evidence that goes along; `files` of a result say where it lay. */
export interface DossierEvidence {
  readonly sha256: Sha256;
  readonly open: () => Promise<RandomAccess>;
}

/** What can be withheld, one by one. */
export type Withholdable =
  | {
      readonly kind: "record";
      readonly check: string;
      readonly artifact: string;
      readonly ordinal: number;
      readonly line: string;
    }
  /** `number`: its place in the commitments. */
  | {
      readonly kind: "finding";
      readonly check: string;
      readonly id: string;
      readonly number: number;
      readonly line: string;
    }
  /** A file from which something that is shown was read; `line`: its path and name. The place then says nothing. */
  | { readonly kind: "file"; readonly check: string; readonly line: string }
  | { readonly kind: "entry"; readonly seq: number; readonly action: Action; readonly text: string };

/** Whether this edition holds it back. */
export type Withheld = (what: Withholdable) => boolean;

export type DossierEdition =
  | { readonly kind: "full" }
  | {
      readonly kind: "redacted";
      /** SHA-256 of tagmanifest-sha256.txt of the full edition. Left out: there is none, or nobody shall know of it. */
      readonly of?: Sha256;
      /** SHA-256 of its data/commitments.txt: this one's must be the same. */
      readonly commitments?: Sha256;
      readonly withheld: Withheld;
      /** What was asked to be withheld and was not met: a slip would publish what it meant. */
      readonly unmet?: () => readonly string[];
    };

/** Salts by label, in the order of the commitments. */
export interface Salts {
  /** 64 hexadecimal digits. */
  of(label: string): string | Promise<string>;
}

/** What stands on the timeline beside records: of a ledger of promises and acts, or a page of a document. */
export interface DossierRow {
  readonly at?: Moment;
  readonly kind: "claim" | "act" | "link" | "document";
  readonly id: string;
  readonly text: Readonly<Record<Lang, string>>;
  /** What it rests on: an edition that withholds one of these does not show the row. */
  readonly cites: readonly (Cite | { readonly incident: string })[];
}

export interface DossierInput {
  readonly title: string;
  readonly lang: Lang;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly tool: string;
  readonly organisation?: string;
  readonly contact?: string;
  /** TLP 2.0: `AMBER+STRICT`. */
  readonly tlp?: string;
  readonly edition: DossierEdition;
  readonly checks: readonly DossierCheck[];
  readonly custody: readonly CustodyEntry[];
  /** What of the consent may be published (`consent.ts`). */
  readonly consent?: Json;
  readonly exports?: readonly DossierExport[];
  readonly rows?: readonly DossierRow[];
  /** Files of the evidence, by their hash; only of a full edition. */
  readonly evidence?: readonly DossierEvidence[];
  readonly salts: Salts;
  /** Texts that may stand nowhere in the bag, in no spelling: the name of a person who stays anonymous. */
  readonly never?: readonly string[];
  readonly report: Pick<HtmlReportOptions, "artifacts" | "rules" | "fonts">;
}

/** How much of a part was committed to, and how much this edition shows. */
export interface Disclosed {
  /** `0001/ios.sms`, `0001/finding`. */
  readonly part: string;
  readonly committed: number;
  readonly disclosed: number;
}

export interface DossierMade {
  readonly ok: true;
  readonly tagmanifest: Sha256;
  readonly commitments: Sha256;
  readonly files: number;
  readonly bytes: number;
  readonly parts: readonly Disclosed[];
}

export type DossierRefused =
  /** A text that may stand nowhere stands in these files (`never` by its number). */
  | {
      readonly ok: false;
      readonly why: "name-occurs";
      readonly where: readonly { readonly file: string; readonly text: number }[];
    }
  /** An export is packed: what is in it cannot be looked through. */
  | { readonly ok: false; readonly why: "packed-export"; readonly where: readonly { readonly file: string }[] }
  /** A file of the evidence is not the one that the result names. */
  | { readonly ok: false; readonly why: "damaged-evidence"; readonly where: readonly { readonly file: string }[] }
  /** A stored result is not what it was: its records do not have the hash that it states. */
  | { readonly ok: false; readonly why: "damaged-result"; readonly where: readonly { readonly file: string }[] }
  /** What was to be withheld is not there: `file` is the line of the list. */
  | { readonly ok: false; readonly why: "nothing-to-withhold"; readonly where: readonly { readonly file: string }[] }
  /** The records are not those of the full edition. */
  | { readonly ok: false; readonly why: "other-records" };
