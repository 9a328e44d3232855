/**
 * A page of a document as reading leaves it: one line of JSON (JSONL), the contract between reading, index and search.
 * Field order in a line is that of the types; fields that are not there are left out. Boxes are pixels of the page image as a
 * viewer shows it (after rotation): left, top, right, bottom.
 * @module
 */
import type { Problem } from "@contraluz/core";

/**
 * `read`: what stands there is in `text`. `poor`: much of it is probably wrong. `unreadable`: there is something and nobody could read
 * it; `text` holds what came out, perhaps nothing. `blank`: nothing stands on it.
 */
export type PageState = "read" | "poor" | "unreadable" | "blank";
export const PAGE_STATES: readonly PageState[] = ["read", "poor", "unreadable", "blank"];

/** `text`: the file is text. `layer`: text that a PDF carries. `ocr`: read from the picture. `hand`: a person typed it. */
export type PageSource = "text" | "layer" | "ocr" | "hand";
export const PAGE_SOURCES: readonly PageSource[] = ["text", "layer", "ocr", "hand"];

export type DatePrecision = "day" | "month" | "year";

/** Left, top, right, bottom; pixels of the page image. */
export type Box = readonly [number, number, number, number];

export interface PageWord {
  readonly text: string;
  readonly box: Box;
  /** 0 to 100. */
  readonly confidence?: number;
}

/** A line of `text`: lines stand in its order, and their texts joined by line feeds are `text`. */
export interface PageLine {
  readonly text: string;
  readonly box?: Box;
  readonly words?: readonly PageWord[];
}

/** The date that a document bears, as far as one could be read. */
export interface PageDate {
  /** As it stands there. */
  readonly text: string;
  /** `1974-09-14`, `1974-09` or `1974`. */
  readonly iso: string;
  readonly precision: DatePrecision;
}

/** Another page that says the same. `same`: every byte of the file. `near`: most words. */
export interface PageDup {
  readonly of: { readonly doc: string; readonly page: number };
  readonly kind: "same" | "near";
}

export interface Page {
  /** SHA-256 of the file, lower-case hex. */
  readonly doc: string;
  /** Inside the evidence, `outer!/inner` for what lies in an archive or a message. */
  readonly path: string;
  /** From 1. */
  readonly page: number;
  /** How many pages the document has. */
  readonly of?: number;
  readonly state: PageState;
  readonly from: PageSource;
  /** 0 to 100: what the reader of the picture says of itself. */
  readonly confidence?: number;
  readonly text: string;
  readonly lines?: readonly PageLine[];
  /** Size of the page image in pixels. */
  readonly w?: number;
  readonly h?: number;
  readonly dpi?: number;
  readonly date?: PageDate;
  readonly dup?: PageDup;
  readonly problems?: readonly Problem[];
}

/** What a page is known by: one file can lie at several paths. */
export const pageKey = (p: Pick<Page, "doc" | "path" | "page">): string => `${p.doc}:${p.page}:${p.path}`;
