/** What reading a document is asked for, and what it finds beside the text. @module */
import type { Platform } from "@contraluz/core";
import type { Box, Page } from "../pages/index.ts";

/**
 * A thing about a page that a person should look at. What a bar hides is not in it.
 * - `redaction`: something was covered and is still there: `text-under-bar` (the words), `vector-bar` (the picture below a drawn bar),
 *   `annotation-bar` (a bar that is a note, which any viewer removes), `highlight` (letters in the colour of their ground)
 * - `layer-differs`: the text that the file carries is not what the page shows: `substituted`, `hidden-words` (nothing stands there),
 *   `other-page`; of a message that carries its text twice, plain and as a web page: `two-texts`, `seen` in the web page, `layer` in the plain one
 */
export interface PageFinding {
  readonly kind: "redaction" | "layer-differs";
  readonly how:
    | "text-under-bar"
    | "vector-bar"
    | "annotation-bar"
    | "highlight"
    | "substituted"
    | "hidden-words"
    | "other-page"
    | "two-texts";
  readonly box?: Box;
  /** Of a redaction: letters that can still be read below it, where they are text; and of hidden words. */
  readonly letters?: number;
  /** Of a substituted word: what the page shows. */
  readonly seen?: string;
  /** Of a substituted word: what the layer has in its place. */
  readonly layer?: string;
}

/** A page and what was found on it: a line of `pages/*.jsonl`. */
export interface ReadPage extends Page {
  readonly findings?: readonly PageFinding[];
}

export interface ReadOptions {
  readonly platform: Platform;
  /** `spa`, `eng`. */
  readonly lang: string;
  /** False: only text that is there as text. */
  readonly ocr: boolean;
  /** Told which program read a picture. */
  readonly engine?: (name: string) => void;
}

export const READ_LIMITS = {
  /** Pages of one document that are read. */
  pages: 100_000,
  /** Documents inside messages inside messages. */
  nesting: 4,
  /** Files of all zips that a message or a mailbox carries, bytes that one of them opens to, and bytes of all. */
  zipFiles: 100_000,
  zipBytes: 67_108_864,
  zipTotal: 536_870_912,
  /** Letters of a page that is kept. */
  letters: 1_000_000,
  /** Milliseconds that a page may take. */
  pageMs: 180_000,
  /** Megabytes of memory of a thread that reads. */
  heapMb: 1536,
} as const;
