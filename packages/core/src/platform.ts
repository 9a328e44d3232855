/** What the rooms need from the machine; one object per platform (`platform/node`, `platform/web`). @module */
import type { FileRef, RandomAccess, Sha256 } from "./evidence.ts";

export interface Hasher {
  update(bytes: Uint8Array): void;
  hex(): Sha256;
}

/** The only place for evidence bytes outside memory: encrypted with a key that lives only in memory, never named. */
export interface Scratch {
  write(bytes: Uint8Array): Promise<void>;
  open(): RandomAccess;
  close(): Promise<void>;
}

export interface WorkerPort {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** Set once; messages wait until it is set. */
  onMessage(f: (message: unknown) => void): void;
  onError(f: (error: Error) => void): void;
  close(): void;
}

/** Where a result is written. Names are of our own making, never of the evidence. */
export interface ResultFolder {
  append(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<RandomAccess>;
  remove(name: string): Promise<void>;
  /** Makes the folder a result: after this it carries its final name. */
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/**
 * A folder of files of ours that outlives a run: a case. Names are of our own making (`log/00000001`), never of the evidence.
 * A file is there whole or not at all, also after a crash, and is on the disk when the promise is kept.
 */
export interface VaultFolder {
  /** Names of the files and folders right inside `folder` ("" is the root), by code unit; none if it is not there. */
  list(folder: string): Promise<readonly string[]>;
  /** Undefined if there is no such file. */
  read(name: string): Promise<RandomAccess | undefined>;
  /** How a file can be opened again, also in another thread. */
  ref(name: string): Promise<(FileRef & { kind: "host" }) | undefined>;
  /** A new file. False, and nothing done, if there is one of that name. */
  create(name: string, content: AsyncIterable<Uint8Array>): Promise<boolean>;
  /** Another content for a file that may be there. */
  replace(name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** A folder that is written piece by piece and gets its name when it is committed; there must be none of that name. */
  stage(name: string): Promise<ResultFolder>;
  /** Removes a file, or a folder with all that is in it. */
  remove(name: string): Promise<void>;
  /** Overwrites a file where it lies, as far as the system lets anybody, and removes it. */
  destroy(name: string): Promise<void>;
  /** Keeps other writers out until what it gives is called; undefined if another one is at work. */
  lock(): Promise<(() => Promise<void>) | undefined>;
}

/** A value of SQLite. Integers that do not fit a double are never stored by us. */
export type SqlValue = null | number | string | Uint8Array;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A prepared statement; values are bound in the order of its `?`. Closed with its database. */
export interface SqlStatement {
  all(...values: readonly SqlValue[]): readonly SqlRow[];
  /** Rows one by one. The statement is not used for another thing until the last was taken or the loop was left. */
  iterate(...values: readonly SqlValue[]): IterableIterator<SqlRow>;
  /** @returns how many rows were changed, and the number of the row that was put in last */
  run(...values: readonly SqlValue[]): { readonly changes: number; readonly row: number };
}

/** A database of ours, never one of the evidence: those are read by `formats/sqlite`. */
export interface SqlDatabase {
  /** One or more statements without values. */
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
  /** What was committed is stored when the promise is kept. */
  close(): Promise<void>;
}

/** SQLite with FTS5. Errors of SQLite are thrown as they are. */
export interface Sql {
  /** `name`: where the platform keeps it (a path in Node); left out: in memory, gone when it is closed. */
  open(name?: string): Promise<SqlDatabase>;
}

/** A picture of a page, one byte a dot, 0 is black. */
export interface OcrImage {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
  /** Dots per inch, where known. */
  readonly dpi?: number;
  /** `block`: its lines run over the whole width, as the rows of a table do. Else columns and blocks are looked for. */
  readonly layout?: "block";
}

export interface OcrWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** 0 to 100: what the reader says of itself. */
  readonly confidence: number;
  /** Words of one line of writing share it; lines count from 0. */
  readonly line: number;
}

export interface OcrText {
  /** Name and version: another one reads the same page in another way. */
  readonly engine: string;
  readonly words: readonly OcrWord[];
}

export interface Platform {
  readonly cores: number;
  /** Opens what the platform itself put into a `host` FileRef. */
  open(handle: unknown): Promise<RandomAccess>;
  sha256(): Hasher;
  /** AES-256-CBC without padding; `cipher` is a multiple of 16 bytes. */
  aesCbc(key: CryptoKey, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array>;
  /**
   * Decompresses a stream. Damaged input: yields what could be read, then throws. A piece holds until the next is asked for, and its
   * memory is used again. A piece of `source` is used until the one after the next is asked for.
   */
  inflate(kind: "gzip" | "deflate-raw", source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  scratch(): Promise<Scratch>;
  /** Minutes that the clocks of a zone of the IANA database were ahead of UTC at an instant (ms since 1970); undefined for no zone. */
  zoneOffset?(zone: string, ms: number): number | undefined;
  /** Databases of ours: the index of an archive. Left out where nothing was handed in that gives them. */
  readonly sql?: Sql;
  /** Reads writing in a picture, in the language `spa` or `eng`. Offline. Rejects where that cannot be done; left out where nothing can. */
  ocr?(image: OcrImage, lang: string): Promise<OcrText>;
  /** A file that a library of ours brings along and asks for by name (`pdf/wasm/jbig2.wasm`); undefined if it is not here. */
  support?(name: string): Promise<Uint8Array | undefined>;
  /** A new thread that serves the engine; left out where there is none. */
  spawn?(): WorkerPort;
}
