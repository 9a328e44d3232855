/** What the rooms need from the machine; one object per platform (`platform/node`, `platform/web`). @module */
import type { RandomAccess, Sha256 } from "./evidence.ts";

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
  /** A new thread that serves the engine; left out where there is none. */
  spawn?(): WorkerPort;
}
