/** Papers of a case as its archive's room has them. @module */
import type { StoredPage } from "@contraluz/archive/index/index.ts";
import type { Cancel, Input, Platform, WorkerPort } from "@contraluz/core";
import type { PageLang, ReadingNow } from "../protocol.ts";
import type { SealedFacts } from "../sealed.ts";
import type { DrawJob } from "./draw-job.ts";
import type { Feeding } from "./index.ts";

export interface SealedRead {
  /** Folders of copies. */
  readonly copies: readonly string[];
  readonly lang: PageLang;
  readonly letters: boolean;
  readonly threads: number;
  readonly cancel: Cancel;
  tell(now: ReadingNow): void;
}

/** What it has of the machine, with no word of a browser. */
export interface SealedMachine {
  readonly platform: Platform;
  /** As `Machine` has them. */
  readonly most: number;
  now(): number;
  clock(): string;
  support(name: string): Promise<Uint8Array | undefined>;
  /** A thread that reads documents. */
  spawn(): WorkerPort;
  after(ms: number, f: () => void): () => void;
}

export interface Sealed {
  facts(): SealedFacts;
  /** All pages that the case holds; empty where nothing was read yet. */
  readonly index: Feeding;
  /** Whether every reading came to its end. */
  whole(): boolean;
  /** Lines of pages as they were read, in pieces that end where lines end. */
  pages(): AsyncIterable<Uint8Array>;
  place(path: string): Promise<DrawJob["place"] | undefined>;
  /** Copies documents into the case. */
  take(input: Input): Promise<void>;
  read(o: SealedRead): Promise<"whole" | "stopped">;
  correct(
    page: StoredPage,
    read: string,
    text: string,
    by: { readonly by: string; readonly why?: string },
  ): Promise<boolean>;
  close(): Promise<void>;
}
