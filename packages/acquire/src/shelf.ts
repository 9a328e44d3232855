/** Where an acquisition is kept: a folder of a computer, or of a browser. Names are relative, with `/`, of our own making. @module */

/** A file that grows; it has its name only after `done()`. */
export interface Growing {
  write(bytes: Uint8Array): Promise<void>;
  done(): Promise<void>;
  /** Leaves nothing of it. */
  discard(): Promise<void>;
}

export interface Shelf {
  /** Starts a file anew. What stands under its name is replaced when it is done. */
  create(name: string): Promise<Growing>;
  /** Adds to a small file, at once. */
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** A small file; undefined if there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Bytes of a file that is done; undefined if there is none. */
  size(name: string): Promise<number | undefined>;
  remove(name: string): Promise<void>;
}
