/** Page images beside the database file: those in force, and those that are not. @module */
import type { PageTable } from "./pageset.ts";

/** Pages of a log or of a hot journal that stand in for those of the database file. */
export interface Overlay {
  readonly in: "wal" | "journal";
  readonly pageSize: number;
  /** Page to number of the image, from 0. */
  readonly table: PageTable;
  /** Database size in pages, or 0 if the file's own size counts. */
  readonly pageCount: number;
  /** Images in the file, in force or not. */
  readonly images: number;
  /** Page number of an image; 0 if it is none. */
  pageAt(image: number): number;
  /** Byte offset of an image in its file. */
  offsetOf(image: number): number;
}

/** A page image that is not in force. */
export interface OldImage {
  readonly page: number;
  /** Of the image, in the file that holds it. */
  readonly offset: number;
  /** Undefined: the database file itself. */
  readonly in: "wal" | "journal" | undefined;
  /** In the log: number of the frame, from 1. */
  readonly frame?: number;
  read(): Promise<Uint8Array>;
}
