/**
 * What the screens of cases ask of the engine's thread, which alone holds a case: its key, its log, its records. Everything is plain
 * data; whatever the consent or a damaged folder forbids comes back as sentences.
 * @module
 */
import type { Consent, Refusal } from "@contraluz/case/consent/types.ts";
import type { DossierMade, Verified } from "@contraluz/case/dossier/index.ts";
import type { Arrival, CaseRow } from "@contraluz/case/inbox/index.ts";
import type { Actions, Cite, StorySentence } from "@contraluz/case/log/actions.ts";
import type { ClockSaid } from "@contraluz/case/review/clocks.ts";
import type { ReviewStatus } from "@contraluz/case/review/decisions.ts";
import type { CaseState, CaseTrouble } from "@contraluz/case/vault/index.ts";
import type { Lang, Level } from "@contraluz/core";
import type { ReportFonts } from "@contraluz/report";
import type { Chosen, Signs } from "../engine/protocol.ts";

/** What opens cases: a phrase that one person knows, or the text of a file of age identities, which may itself have a phrase. */
export type CaseKey =
  | { readonly passphrase: string }
  | { readonly file: string | Uint8Array; readonly phrase?: string };

/** A `FileSystemDirectoryHandle`: unit tests, which read these types, know nothing of a browser. */
export interface Handle {
  readonly kind: "directory";
  readonly name: string;
}

/** An end of a line between two threads (`MessagePort`), for the same reason. */
export interface Line {
  postMessage(message: unknown): void;
}

/** Where cases lie: in the browser's own files, or in a folder that was picked. */
export type Shelf = { readonly own: true } | { readonly folder: Handle };

export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly sum: string;
}

export interface CaseView {
  readonly name: string;
  readonly id: string;
  readonly today: string;
  readonly state: CaseState;
  /** Why nothing may be read now. */
  readonly refusal?: Refusal;
  readonly trouble: readonly CaseTrouble[];
  /** Newest first. */
  readonly log: readonly LogLine[];
  /** Entries that are not in `log`. */
  readonly earlier: number;
  /** Who can open it by a key; none where it is a phrase. */
  readonly recipients: readonly string[];
}

/** What is written down. Forms are the JSON that the command line reads, too: one reader for both. */
export type CaseAct =
  | { readonly act: "consent"; readonly form: string; readonly letter?: File }
  | { readonly act: "withdraw"; readonly why: string }
  | { readonly act: "window" | "incident"; readonly form: string }
  | { readonly act: "incidents"; readonly file: File }
  | { readonly act: "note"; readonly text: string }
  | ({ readonly act: "status" } & Actions["status"])
  | ({ readonly act: "tag" } & Actions["tag"])
  | ({ readonly act: "review" } & Actions["review"])
  | ({ readonly act: "known" } & Actions["known"])
  | {
      readonly act: "story";
      readonly id?: string;
      readonly title: string;
      readonly sentences: readonly StorySentence[];
    }
  | ({ readonly act: "clock" } & ClockSaid)
  | { readonly act: "clock-undo"; readonly of: number; readonly why: string }
  | { readonly act: "remove"; readonly objects: readonly string[]; readonly why: string };

/** A filter as it is typed. */
export interface TimeAsk {
  readonly since: string;
  readonly until: string;
  readonly artifact: string;
  readonly level: Level | "";
  readonly tag: string;
  readonly text: string;
  readonly value: string;
  readonly check: string;
  readonly undated: boolean;
  /** A cursor: rows after it, or before it. */
  readonly after?: string;
  readonly before?: string;
}

/** A row as it is drawn: texts of the evidence are the screen's to frame. */
export interface TimeRow {
  readonly key: string;
  readonly cite?: Cite;
  /** Left out: it has no place in time. */
  readonly ns?: bigint;
  readonly day: string;
  readonly clock: string;
  readonly place: string;
  readonly what: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly levels: readonly Level[];
  readonly tags: readonly string[];
  /** What its own clock said, or why it has no place. */
  readonly remark: string;
}

export interface TimeView {
  readonly rows: readonly TimeRow[];
  readonly count: number;
  readonly exact: boolean;
  readonly undated: number;
  readonly first?: string;
  readonly last?: string;
  /** There is more in the direction in which one went. */
  readonly more: boolean;
  readonly bars: readonly { readonly day: string; readonly n: number }[];
  readonly places: readonly { readonly id: string; readonly name: string; readonly n: number }[];
  readonly tags: readonly string[];
  readonly trouble: readonly string[];
}

export interface FindingView {
  readonly check: string;
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly why: string;
  readonly otherwise: string;
  /** Values of the evidence inside these sentences. */
  readonly values: readonly string[];
  readonly subject: string;
  readonly count: number;
  readonly status: ReviewStatus;
  readonly by?: { readonly name: string; readonly role: string };
  readonly at?: string;
  readonly reason?: string;
  /** What was decided in the check that this one was made of, and does not count here. */
  readonly earlier?: string;
  readonly disputed: boolean;
  readonly decisions: number;
  readonly tags: readonly string[];
}

/** A story with what its sentences rest on. */
export interface StoryView {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly title: string;
  /** `cites`: numbers into `sources`, from 1. */
  readonly sentences: readonly { readonly text: string; readonly cites: readonly number[] }[];
  readonly sources: readonly {
    readonly cite: Cite;
    readonly head: string;
    readonly more: readonly string[];
    readonly missing: boolean;
  }[];
  readonly bare: number;
  readonly missing: number;
}

/** What an edition holds back. */
export interface Withholding {
  /** As in a list of `contraluz dossier redact`: `0001/ios.sms`, `0001/finding/ID`, `entry/4`. */
  readonly parts: readonly string[];
  /** Records by the name that they have on the timeline, one a line. */
  readonly records: string;
  /** Everything with one of these tags. */
  readonly tags: readonly string[];
  /** Everything that says one of these, one a line. */
  readonly texts: string;
}

export interface FindingLine {
  /** Its name in a list of what is withheld. */
  readonly label: string;
  readonly level: Level;
  readonly title: string;
  readonly values: readonly string[];
}

/** What can be held back, by name. */
export interface EditionParts {
  readonly checks: readonly {
    readonly check: string;
    /** `id`: of the artifact. */
    readonly places: readonly {
      readonly label: string;
      readonly id: string;
      readonly name: string;
      readonly n: number;
    }[];
    readonly findings: readonly FindingLine[];
  }[];
  /** `labels`: all entries that told it. */
  readonly stories: readonly { readonly title: string; readonly labels: readonly string[] }[];
  readonly tags: readonly { readonly tag: string; readonly n: number }[];
}

/** What somebody would see of it: counted in the edition itself, which was made for that and thrown away. */
export interface EditionView {
  readonly edition: "full" | "redacted" | "anonymous";
  readonly places: readonly {
    readonly check: string;
    readonly name: string;
    readonly shown: number;
    readonly all: number;
  }[];
  readonly findings: readonly (FindingLine & { readonly check: string; readonly shown: boolean })[];
  readonly stories: readonly { readonly title: string; readonly shown: boolean }[];
  readonly incidents: { readonly shown: number; readonly all: number };
  readonly entries: { readonly shown: number; readonly all: number };
  /** How many records, findings and entries said each text. */
  readonly texts: readonly { readonly text: string; readonly n: number }[];
  readonly bytes: number;
}

/** A key that signs, given for this once. */
export interface SignBy {
  readonly key: string;
  readonly phrase?: string;
  readonly label: string;
}

export interface DossierAsk {
  readonly to: string;
  readonly title: string;
  readonly organisation: string;
  /** Names that may stand nowhere, a line each. */
  readonly never: string;
  readonly fonts: ReportFonts;
  readonly sign?: SignBy;
  readonly withhold?: Withholding;
  /** Also the files that the checks read. */
  readonly evidence?: boolean;
  /** TLP 2.0: how far it may go. */
  readonly tlp?: string;
}

/** Questions, each with what comes back. */
export interface CaseQuestions {
  /** Takes a shelf and a key; nothing is written. */
  readonly shelf: {
    readonly ask: { readonly shelf: Shelf; readonly key?: CaseKey; readonly actor: string };
    readonly answer: { readonly rows: readonly CaseRow[]; readonly recipient?: string; readonly any: boolean };
  };
  readonly rows: { readonly ask: Nothing; readonly answer: readonly CaseRow[] };
  /** A new key: the file for the person to keep, and its public half. */
  readonly key: { readonly ask: Nothing; readonly answer: { readonly file: string; readonly recipient: string } };
  readonly create: {
    /** `again`: the phrase once more, for whoever has not opened a case with it yet. */
    readonly ask: { readonly title: string; readonly recipients: readonly string[]; readonly again?: string };
    readonly answer: CaseView;
  };
  readonly open: { readonly ask: { readonly name: string }; readonly answer: CaseView };
  /** Lets go of the case here, and hands what opens it over the line: to the thread that reads its papers. */
  readonly papers: { readonly ask: { readonly name: string; readonly line: Line }; readonly answer: true };
  readonly close: { readonly ask: Nothing; readonly answer: true };
  readonly write: {
    readonly ask: CaseAct;
    /** `said`: what follows from it, as what has to go. */
    readonly answer: { readonly view: CaseView; readonly said: readonly string[] };
  };
  /** Takes evidence in and checks it; or checks what the case holds, where nothing was chosen. */
  readonly check: {
    readonly ask: {
      readonly chosen?: Chosen;
      readonly copy: boolean;
      readonly from: string;
      readonly signs: readonly Signs[];
    };
    readonly answer: { readonly check: string };
  };
  /** Compares what a check read with the signs of now: no evidence is needed. What people decided goes along where it stands on the same records. */
  readonly recheck: {
    readonly ask: { readonly of: string; readonly signs: readonly Signs[] };
    readonly answer: {
      readonly check: string;
      readonly carried: number;
      readonly again: number;
      readonly gone: number;
    };
  };
  /** Who can open the case from now on: whoever asks, and these. */
  readonly share: { readonly ask: { readonly recipients: readonly string[] }; readonly answer: CaseView };
  /** Shows a check of the case as the answer that the page knows (`done`). */
  readonly answer: { readonly ask: { readonly check: string }; readonly answer: true };
  readonly findings: { readonly ask: Nothing; readonly answer: readonly FindingView[] };
  readonly timeline: { readonly ask: TimeAsk; readonly answer: TimeView };
  /** A sheet to print. */
  readonly sheet: {
    readonly ask: {
      readonly what: "letter" | "window" | "incidents";
      readonly form?: string;
      readonly fonts: ReportFonts;
    };
    readonly answer: Blob;
  };
  /** The map of incidents as a picture; undefined where no incident has a point. */
  readonly map: { readonly ask: { readonly narrow: boolean }; readonly answer: MapView | undefined };
  readonly dossier: {
    readonly ask: DossierAsk;
    readonly answer: {
      readonly blob: Blob;
      readonly made: DossierMade;
      readonly edition: "full" | "redacted" | "anonymous";
      /** Checks that read more than is allowed now: they stay behind. */
      readonly stay: readonly string[];
      /** Files that checks read and that are not along. */
      readonly without: number;
    };
  };
  readonly parts: { readonly ask: Nothing; readonly answer: EditionParts };
  /** The edition as it would be; nothing leaves. */
  readonly preview: { readonly ask: DossierAsk; readonly answer: EditionView };
  readonly stories: { readonly ask: Nothing; readonly answer: readonly StoryView[] };
  /** A question to an authority about a dossier that is made, as the file that is carried to it. */
  readonly question: {
    readonly ask: { readonly chosen: Chosen; readonly label: string };
    readonly answer: { readonly blob: Blob; readonly tagmanifest: string };
  };
  /** The dossier with another proof beside it, as a new zip. `authority`: PEM of certificates, "" where there are none. */
  readonly prove: {
    readonly ask: {
      readonly chosen: Chosen;
      readonly by:
        | { readonly answer: File; readonly label: string; readonly authority: string }
        | { readonly sign: SignBy }
        | { readonly signature: File; readonly label: string; readonly key: string };
    };
    readonly answer: { readonly blob: Blob; readonly said: readonly string[] };
  };
  readonly verify: {
    /** Its zip, or its folder. `full`: the full edition, to which one that withholds is compared. */
    readonly ask: { readonly chosen: Chosen; readonly keys: readonly string[]; readonly full?: Chosen };
    readonly answer: Verified;
  };
  readonly pack: {
    readonly ask: {
      readonly evidence: string;
      readonly to: string;
      readonly recipients: readonly string[];
      readonly signs: readonly Signs[];
      readonly folder?: Handle;
    };
    readonly answer: PackView;
  };
  /** Takes in what lies in a folder of arrivals: packs, and things in folders called like a case. */
  readonly intake: {
    readonly ask: {
      readonly files: readonly { readonly path: string; readonly file: File }[];
      readonly signs: readonly Signs[];
    };
    readonly answer: { readonly arrivals: readonly Arrival[]; readonly rows: readonly CaseRow[] };
  };
  readonly purge: { readonly ask: { readonly name: string }; readonly answer: readonly CaseRow[] };
  /** All of a case as it lies there, sealed: a zip to keep elsewhere, and the way back. */
  readonly backup: { readonly ask: { readonly name: string }; readonly answer: Blob };
  readonly restore: { readonly ask: { readonly file: File }; readonly answer: readonly CaseRow[] };
}

export interface MapView {
  readonly svg: Blob;
  readonly label: string;
}

export interface PackView {
  readonly id: string;
  /** `blob` left out: it lies in the folder. */
  readonly parts: readonly { readonly name: string; readonly size: number; readonly blob?: Blob }[];
  readonly files: number;
  readonly bytes: number;
  readonly leftOut: number;
}

export type Nothing = Readonly<Record<string, never>>;

/** An answer, or the sentences that say why there is none. */
export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: readonly string[] };

export interface CaseAsk {
  readonly what: keyof CaseQuestions;
  readonly ask: CaseQuestions[keyof CaseQuestions]["ask"];
  readonly lang: Lang;
}

export type { Consent };
