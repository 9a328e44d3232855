/**
 * What the page and the engine's thread say to each other: plain data that structured clone takes. The page never holds the
 * records: it asks for windows of them.
 * @module
 */
import type { Context, Lang, Problem, Result, Scope } from "@contraluz/core";
import type { Reader, ReportFonts } from "@contraluz/report";
import type { AirSeen } from "@contraluz/report/air/air.ts";
import type { BenchQuestions } from "../bench/ask.ts";
import type { Copied, Line } from "../cable/protocol.ts";
import type { CaseAsk, Told } from "../cases/ask.ts";

/** The name of the thread that keeps a copy of a phone. */
export const SHELF = "shelf";

/** What the person chose. A small folder travels whole; of a large one the paths: a browser looks at each File it hands over. */
export type Chosen =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "folder"; readonly name: string; readonly files: readonly { path: string; file: File }[] }
  | { readonly kind: "paths"; readonly name: string; readonly paths: readonly string[] }
  /** A copy that this page took from a phone; `Order.copy` is the line to it. */
  | { readonly kind: "copy"; readonly name: string; readonly files: readonly Copied[] };

/** A list of published signs: of the build (raw deflate in base64), or a file that the person dropped in. */
export type Signs = { readonly name: string; readonly packed: string } | { readonly name: string; readonly file: File };

/** A text in every language, without holes. */
export type Said = Readonly<Record<Lang, string>>;

/** A place where traces are left, as the page calls it. */
export interface Place {
  readonly name: Said;
  readonly shows: Said;
  readonly hides: Said;
}

/** Names of places and rules by id. */
export interface Names {
  readonly artifacts: ReadonlyMap<string, Place>;
  readonly rules: ReadonlyMap<string, Said>;
}

export interface Order {
  readonly chosen: Chosen;
  readonly signs: readonly Signs[];
  /** Parts (see `parts.ts`) that may be read. */
  readonly parts: "all" | readonly string[];
  readonly content: boolean;
  /** Keys of TLS that lie beside a capture may open it. */
  readonly keys: boolean;
  readonly context: Context;
  /** The line to a copy that another thread keeps. */
  readonly copy?: Line;
}

/** How far a check is. `planned` comes once, before the first file. */
export type Step =
  | { readonly step: "opening" | "unlocking" | "hashing" | "signs" }
  /** `copying`: evidence goes into a case; bytes. */
  | { readonly step: "listing" | "copying"; readonly done: number }
  | { readonly step: "planned"; readonly places: readonly PlannedPlace[] }
  | { readonly step: "reading" | "read"; readonly places: readonly string[]; readonly bytes: number };

export interface PlannedPlace {
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  /** Outside what the person allowed. */
  readonly allowed: boolean;
}

/** What a check, or a saved result that was opened, gives to the page. */
export interface Done {
  /** `files` holds the entries that findings name and no more (a sparse array): thousands were read. */
  readonly result: Result;
  readonly fileCount: number;
  /** Bytes of the result, as a saved one would take. */
  readonly bytes: number;
  /** SHA-256 of `result.json`. */
  readonly fingerprint: string;
  readonly names: Names;
  /** It was read from a saved result. */
  readonly stored: boolean;
}

/** What the page can ask once there is a result: for the bench (`bench/ask.ts`), and for everybody. */
export interface Questions extends BenchQuestions {
  /** Bytes of a file as it is stored in the evidence. `encrypted`: they are not yet those that a record names. */
  readonly bytes: {
    readonly ask: { readonly file: number; readonly offset: number; readonly length: number };
    readonly answer: { readonly size: number; readonly bytes: Uint8Array; readonly encrypted: boolean } | undefined;
  };
  readonly report: {
    readonly ask: { readonly lang: Lang; readonly fonts: ReportFonts };
    readonly answer: Blob;
  };
  /** Words for somebody else: a message as text; with fonts, a page for paper. */
  readonly words: {
    readonly ask: { readonly for: Reader; readonly lang: Lang; readonly fonts?: ReportFonts };
    readonly answer: string;
  };
  /** Judges again, with what the person says that they know. The new result takes the place of the old one. */
  readonly known: {
    readonly ask: { readonly known: readonly string[]; readonly finding: string };
    readonly answer: Done;
  };
  /** What was around of a capture: machines, cells, tags, and when. */
  readonly air: {
    readonly ask: Readonly<Record<string, never>>;
    readonly answer: AirSeen;
  };
  /** All that has to do with cases (`cases/ask.ts`); needs no result. */
  readonly case: {
    readonly ask: CaseAsk;
    readonly answer: Told<unknown>;
  };
  /** The result folder as a zip; `report` goes into it. */
  readonly zip: {
    readonly ask: { readonly lang: Lang; readonly fonts: ReportFonts };
    readonly answer: Blob;
  };
}

export type ToEngine =
  | { readonly type: "check"; readonly order: Order }
  /** No check of its own: cases. */
  | { readonly type: "desk" }
  /** `bytes` left out: the person gave up. */
  | { readonly type: "password"; readonly bytes?: Uint8Array }
  | { readonly type: "file"; readonly id: number; readonly file?: File }
  | { readonly type: "cancel" }
  | {
      readonly type: "ask";
      readonly id: number;
      readonly what: keyof Questions;
      readonly ask: Questions[keyof Questions]["ask"];
    }
  | { readonly type: "close" };

/** What opens something else than a backup of an iPhone: of a backup of Android, or of a file that age encrypted. */
export type SecretKind = "android" | "key" | "passphrase";

/** A password that the engine waits for. `wrong`: the last one did not open it; `part`: the rest can be read without it. */
export interface Asking {
  readonly wrong: boolean;
  readonly of?: SecretKind;
  readonly part?: true;
}

export type FromEngine =
  | { readonly type: "names"; readonly names: Names }
  | { readonly type: "step"; readonly step: Step }
  | ({ readonly type: "password" } & Asking)
  | { readonly type: "need"; readonly id: number; readonly index: number }
  | { readonly type: "done"; readonly done: Done }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly type: "refused"; readonly id: number; readonly message: string }
  | { readonly type: "closed" };

/**
 * Why there is no result. `cancelled` is what the person wanted; `no-signs`: the list of that name (the message) holds none;
 * `usage`: a saved result that is none, or damaged.
 */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly problem?: Problem;
}

export type { Scope };
