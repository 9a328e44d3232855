/** What an opened evidence offers to whoever reads it, whatever its kind. @module */
import type { Acquisition, Cancel, EvidenceFile, EvidenceTree, FileRef, RandomAccess, Sha256 } from "@contraluz/core";

/** How to open the body of a file. */
export interface Body {
  readonly ref: FileRef;
  /** The stored file in the base tree. */
  readonly base: EvidenceFile;
  /** Bytes that `ref` gives. */
  readonly size: number;
}

/** A body taken out of an archive: in memory or scratch until `close()`. Its `ref` opens in this thread only. */
export interface ArchiveBody extends Body {
  readonly file: EvidenceFile;
  /** Of the stored bytes, before decryption. */
  readonly sha256: Sha256;
  open(): Promise<RandomAccess>;
  close(): Promise<void>;
}

export interface ReadableEvidence extends EvidenceTree {
  readonly acquisition: Acquisition;
  /** Files that describe the evidence, as far as they are there; they are opened in this thread. */
  readonly meta: readonly EvidenceFile[];
  /** Path in `meta` of the file that lists all others; undefined where the files are their own list. */
  readonly listing?: string;
  /** Its files open in this thread only. */
  readonly local?: boolean;
  /**
   * Seekable base trees: the body of a file. `wrap` goes around the stored bytes.
   * Undefined, and a Problem, if it is not stored or cannot be opened.
   */
  bodyOf(file: EvidenceFile, wrap?: (base: FileRef) => FileRef): Promise<Body | undefined>;
  /**
   * Sequential base trees: one pass that gives the wanted bodies (keys are their `stored`) in archive order. Each is
   * read once and kept until its `close()`. What does not come is reported at the end.
   */
  bodies(wanted: ReadonlyMap<string, EvidenceFile>, cancel?: Cancel): AsyncIterable<ArchiveBody>;
  /** Paths of archives that were opened in it: what lies in them (`bugreport.zip!/version.txt`) is no file of its own. */
  readonly archives?: readonly string[];
  /** The list of files is known to have lost some, though not at the top. */
  readonly cut?: boolean;
  /**
   * Compares its files with the hashes that whoever collected them wrote down, and reports. `known`: of those that were read, by
   * `stored`; the others are read for it.
   */
  verify?(known: ReadonlyMap<string, Sha256>, cancel?: Cancel): Promise<void>;
  /** Lets go of what was opened or kept. */
  close(): Promise<void>;
}
