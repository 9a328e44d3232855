/**
 * Evidence as the rooms see it: bytes, files, trees. Plain data and small interfaces, no behaviour.
 * @module
 */
import type { Moment } from "./time.ts";
import type { Params } from "./words.ts";

/** 64 lower-case hexadecimal digits. */
export type Sha256 = string;

/**
 * Bytes at any place. `read` returns fewer bytes only at the end; it rejects only when the host cannot read.
 * `into`: memory of at least `length` bytes that a source may fill and return the start of, instead of taking new memory.
 */
export interface RandomAccess {
  readonly size: number;
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  close?(): Promise<void>;
}

/**
 * How to open a file again, also in another thread (structured clone keeps it). `evidence/` turns it into RandomAccess.
 * - `host`: what only the platform understands (a path, a File)
 * - `slice`: a stored part of another file; `inflate`: raw deflate of one
 * - `cbc`: AES-256-CBC, zero IV, cut to `size` plaintext bytes
 * - `sealed`: the text of a sealed file of a case (formats/sealed), by its name there
 * - `hashed`: the bytes that a second lab hashes; `file` is its index in `Result.files`
 */
export type FileRef =
  | { readonly kind: "host"; readonly handle: unknown; readonly size: number }
  | { readonly kind: "slice"; readonly of: FileRef; readonly offset: number; readonly length: number }
  | { readonly kind: "inflate"; readonly of: FileRef; readonly size: number; readonly crc32: number }
  | { readonly kind: "cbc"; readonly of: FileRef; readonly key: CryptoKey; readonly size: number }
  | {
      readonly kind: "sealed";
      readonly of: FileRef;
      readonly key: CryptoKey;
      readonly name: string;
      readonly size: number;
    }
  | { readonly kind: "hashed"; readonly of: FileRef; readonly file: number };

/** What a tree's own catalogue says of a file (an iOS Manifest.db row, a central directory entry). */
export interface Listing {
  /** Where the row of the catalogue stands. */
  readonly row: number | bigint;
  readonly page?: number;
  readonly cell?: number;
  readonly values: { readonly [k: string]: string | number | bigint | Uint8Array | undefined };
}

export interface EvidenceFile {
  /** Path inside its tree, `/` between names, never absolute, no `..`. */
  readonly path: string;
  /** Path of the very file that holds the bytes, when that differs: `3d/3d0d7e5f…` in an iOS backup. */
  readonly stored?: string;
  readonly size?: number;
  readonly kind: "file" | "dir" | "link" | "other";
  readonly times?: { readonly modified?: Moment; readonly changed?: Moment; readonly born?: Moment };
  readonly listing?: Listing;
  /** Seekable trees: how to open it. */
  readonly ref?: FileRef;
  /** Sequential trees: the bytes, once, only while this is the current entry. */
  stream?(): AsyncIterable<Uint8Array>;
}

/** A read-only tree of files. `files()` comes in batches: nothing awaits per file (2,000,000 of them exist). */
export interface EvidenceTree {
  readonly kind: "folder" | "zip" | "tar" | "ios-backup";
  readonly access: "seekable" | "sequential";
  /** Stable order: code units for folders, archive order otherwise. */
  files(signal?: Cancel): AsyncIterable<readonly EvidenceFile[]>;
  /** Seekable trees only. */
  find(path: string): Promise<EvidenceFile | undefined>;
}

export interface Cancel {
  readonly aborted: boolean;
}

/** The file that a tree was taken from: what it was, where the file itself is not at hand. */
export interface Wrapped {
  readonly sha256: Sha256;
  readonly size: number;
  /** The archives that were opened, outermost first: `tar.gz`. */
  readonly layers: readonly string[];
}

/** What was handed in, before anybody looked at its content. */
export type Input =
  | { readonly name: string; readonly tree: EvidenceTree; readonly was?: Wrapped }
  | { readonly name: string; readonly file: FileRef & { kind: "host" | "sealed" } };

/** From an instant on (ISO 8601, UTC; of the first one: whatever was before) the clocks of a zone were so many minutes ahead of UTC. */
export interface ZoneOffset {
  readonly from: string;
  readonly minutes: number;
}

/** What the evidence is and when it was taken. */
export interface Acquisition {
  readonly kind: string;
  readonly taken?: Moment;
  readonly device?: Params;
  readonly os?: {
    readonly name: "ios" | "android";
    readonly version: string;
    readonly build?: string;
    readonly patch?: string;
  };
  /** Of the device: `America/Mexico_City`, `-06:00`. */
  readonly zone?: string;
  /** Of a zone with a name: by which offsets its wall clocks were read, oldest first. */
  readonly offsets?: readonly ZoneOffset[];
  /** When whoever collected it began and ended: what happened between was their doing. */
  readonly started?: Moment;
  readonly completed?: Moment;
  readonly encrypted?: boolean;
}
