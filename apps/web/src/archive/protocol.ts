/**
 * What the page and the archive's thread say to each other: plain data. The thread alone holds pages, index and evidence; the page asks for what it
 * shows. Nothing of a query stays anywhere.
 * @module
 */
import type { PageVersion, StoredPage } from "@contraluz/archive/index/index.ts";
import type { Asked, NameFound, NameGrade } from "@contraluz/archive/names/index.ts";
import type { MarkKind, PageMark } from "@contraluz/archive/pages/mark.ts";
import type { Box, PageState } from "@contraluz/archive/pages/types.ts";
import type { ListedFinding } from "@contraluz/archive/read/index.ts";
import type { PictureFault } from "@contraluz/archive/read/picture.ts";
import type { Coverage, Found, PageFilter, QueryFault, SearchOptions } from "@contraluz/archive/search/index.ts";
import type { Chosen } from "../engine/protocol.ts";
import type { LedgerQuestions } from "./ledger.ts";
import type { PeopleQuestions } from "./people.ts";
import type { SealedFacts, SealedQuestions } from "./sealed.ts";

/** Names of threads: one reads documents, one draws their pages. The archive's own has none. */
export const READS = "documents";
export const DRAWS = "pictures";

/** The script of these threads, among what is brought. */
export const SCRIPT = "thread.js";

/** Files that libraries ask for by name (`sql/sqlite3.wasm`): cheap to hand on. */
export type Brought = Readonly<Record<string, Blob>>;

export type PageLang = "spa" | "eng";

/** How far reading is. Bytes are those of documents that are read whole. */
export interface ReadingNow {
  readonly pages: number;
  readonly documents: number;
  readonly ofDocuments: number;
  readonly bytes: number;
  readonly ofBytes: number;
  readonly path: string;
  /** Milliseconds since this run began, and bytes that were there before it. */
  readonly ms: number;
  readonly before: number;
}

export interface ArchiveState {
  /** `empty`: nothing yet; `reading`: pages come; `ready`: it can be asked, whole or not. */
  readonly stage: "empty" | "reading" | "ready";
  readonly name: string;
  readonly documents: number;
  /** Every page was read. */
  readonly whole: boolean;
  /** The documents themselves are at hand: pages can be shown and reading can go on. */
  readonly evidence: boolean;
  readonly coverage: Coverage;
  readonly findings: number;
  readonly marks: number;
  readonly corrections: number;
  /** It is kept in this browser. */
  readonly kept: boolean;
  readonly lang: PageLang;
  /** Letters in pictures are read, too. */
  readonly letters: boolean;
  /** What is not yet saved outside of this page. */
  readonly unsaved: boolean;
  /** Documents that could not be opened at all, and lines that were damaged. */
  readonly problems: number;
  /** No more pages fit: so many are the most on this device. */
  readonly full?: number;
  /** They are papers of a case: read and corrected in it, and in nothing else. */
  readonly sealed?: SealedFacts;
}

/** A page as a list shows it. */
export type PageHead = Pick<StoredPage, "id" | "doc" | "path" | "page" | "of" | "state" | "from" | "confidence"> &
  Partial<Pick<StoredPage, "date" | "dup">> & { readonly corrected: number; readonly mark?: MarkKind };

export interface Marked {
  readonly box: Box;
  readonly about: boolean;
  /** Of a name: how sure. */
  readonly grade?: NameGrade;
}

export interface HitRow {
  readonly page: PageHead;
  readonly exact: boolean;
  readonly grade?: NameGrade;
  readonly reasons?: readonly string[];
  readonly snippet: Found["hits"][number]["snippet"];
  readonly marks: readonly Marked[];
  /** Places in the text of the page. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export interface FoundRows {
  readonly rows: readonly HitRow[];
  readonly total: number;
  readonly next?: number;
  readonly coverage: Coverage;
  readonly taken: Found["taken"];
}

export interface NameRows {
  readonly asked: number;
  /** Left out: it is no name. */
  readonly total?: Readonly<Record<NameGrade, number>>;
  readonly rows: readonly HitRow[];
  readonly next?: number;
  readonly unread: number;
}

export interface PageView {
  readonly page: PageHead;
  readonly text: string;
  readonly w?: number;
  readonly h?: number;
  readonly history: readonly PageVersion[];
  readonly note?: string;
  readonly findings: readonly ListedFinding[];
  /** Numbers in the index of the pages before and behind it. */
  readonly before?: number;
  readonly after?: number;
}

/** `image`: a PNG; words of a page that a font draws stand at their places instead. */
export interface PageImage {
  readonly image?: Blob;
  readonly width: number;
  readonly height: number;
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

/** What the page can ask. */
export interface ArchiveQuestions extends PeopleQuestions, LedgerQuestions, SealedQuestions {
  /** What was chosen: documents, or an archive that was saved. */
  readonly open: {
    readonly ask: { readonly chosen: Chosen };
    readonly answer: { readonly kind: "archive" | "documents" | "nothing"; readonly state: ArchiveState };
  };
  /** Ends when everything was read, or somebody said stop. */
  readonly read: {
    readonly ask: {
      readonly lang: PageLang;
      readonly letters: boolean;
      readonly threads: number;
      /** Of a case: folders of the copies that are read. */
      readonly copies?: readonly string[];
    };
    readonly answer: { readonly state: ArchiveState; readonly why?: "stopped" | "other" };
  };
  readonly stop: { readonly ask: Readonly<Record<string, never>>; readonly answer: true };
  readonly state: { readonly ask: Readonly<Record<string, never>>; readonly answer: ArchiveState };
  readonly search: {
    readonly ask: { readonly text: string; readonly filter: SearchOptions };
    readonly answer: FoundRows | QueryFault;
  };
  readonly names: {
    readonly ask: {
      readonly asked: readonly Asked[];
      readonly filter: PageFilter & { readonly least?: NameGrade; readonly limit?: number; readonly from?: number };
    };
    /** `many`: more names than are looked for at once. */
    readonly answer: { readonly names: readonly NameRows[]; readonly coverage: Coverage } | "many";
  };
  readonly page: { readonly ask: { readonly id: number }; readonly answer: PageView | undefined };
  readonly picture: { readonly ask: { readonly id: number }; readonly answer: PageImage | PictureFault | "slow" };
  readonly correct: {
    readonly ask: { readonly id: number; readonly text: string; readonly by: string; readonly why: string };
    readonly answer: PageView | undefined;
  };
  readonly mark: {
    readonly ask: { readonly id: number; readonly mark: PageMark["mark"]; readonly note: string };
    readonly answer: PageView | undefined;
  };
  /** Pages by how they were read or what was marked, as they lie. */
  readonly list: {
    readonly ask: { readonly state?: PageState; readonly mark?: MarkKind; readonly from: number };
    readonly answer: { readonly rows: readonly PageHead[]; readonly total: number };
  };
  readonly findings: {
    readonly ask: Readonly<Record<string, never>>;
    readonly answer: readonly (ListedFinding & { readonly id?: number })[];
  };
  /** All of it as a zip that the command line opens. */
  readonly save: { readonly ask: Readonly<Record<string, never>>; readonly answer: Blob };
  /** Keeps it in this browser from now on. */
  readonly keep: { readonly ask: Readonly<Record<string, never>>; readonly answer: boolean };
  /** Removes what is kept; what is open stays open. */
  readonly drop: { readonly ask: Readonly<Record<string, never>>; readonly answer: ArchiveState };
  /** Opens what is kept. */
  readonly kept: {
    readonly ask: { readonly open: boolean };
    readonly answer: { readonly there: boolean; readonly name: string; readonly state?: ArchiveState };
  };
}

export type ToArchive =
  | { readonly type: "brought"; readonly files: Brought }
  | { readonly type: "file"; readonly id: number; readonly file?: File }
  | {
      readonly type: "ask";
      readonly id: number;
      readonly what: keyof ArchiveQuestions;
      readonly ask: ArchiveQuestions[keyof ArchiveQuestions]["ask"];
    }
  | { readonly type: "close" };

export type FromArchive =
  | { readonly type: "need"; readonly id: number; readonly index: number }
  | { readonly type: "now"; readonly now: ReadingNow }
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly type: "refused"; readonly id: number; readonly code: string }
  | { readonly type: "closed" };

export type { Asked, NameFound };
