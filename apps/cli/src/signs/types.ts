/** The installed sets of signs: what `index.json` of the store holds. @module */
import type { ObservableType } from "@contraluz/core";

/** No sign in it; most of what was in use is gone; part of it could not be read. */
export type Aside = "empty" | "shrunk" | "damaged";

export interface StoredFile {
  readonly name: string;
  /** Where it came from in the end; left out for a file that was handed in. */
  readonly url?: string;
  readonly size: number;
  readonly sha256: string;
}

export interface StoredVersion {
  /** Of one file its SHA-256; of several that of the lines `sha256 size name`, as `sha256sum` could make it. */
  readonly id: string;
  /** When it came here, and when somebody last asked and it was still this one. ISO 8601, UTC. */
  readonly fetched: string;
  readonly asked: string;
  readonly from: "network" | "file";
  /** The newest `Last-Modified` that the server gave. */
  readonly modified?: string;
  /** Newest date that the signs themselves state, or "". */
  readonly date: string;
  readonly files: readonly StoredFile[];
  readonly signs: number;
  readonly types: Readonly<Partial<Record<ObservableType, number>>>;
  /** Kept, but a person should look before it is put to use. */
  readonly aside?: Aside;
}

export interface StoredSet {
  readonly name: string;
  readonly licence: string;
  readonly publisher: string;
  /** `id` of the version that a check compares with; null for none. */
  readonly inUse: string | null;
  /** Oldest first; none is ever written over. */
  readonly versions: readonly StoredVersion[];
}

export interface StoreIndex {
  readonly schema: "contraluz/signs@1";
  /** By name. */
  readonly sets: readonly StoredSet[];
}
