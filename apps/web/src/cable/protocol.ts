/** What the page and the thread that keeps a copy of a phone say to each other. Plain data. @module */

/** Of a copy that the browser keeps; `bytes` is the one thing that a reader may ask. */
export type ShelfAsk =
  | { readonly op: "create" | "read" | "remove" | "size"; readonly name: string }
  | { readonly op: "append"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly op: "write"; readonly file: number; readonly bytes: Uint8Array }
  | { readonly op: "discard" | "done"; readonly file: number }
  | { readonly op: "list" }
  | { readonly op: "bytes"; readonly name: string; readonly offset: number; readonly length: number }
  /** Begins a zip of everything, below one folder; then piece by piece, `undefined` at its end. */
  | { readonly op: "zip"; readonly folder: string }
  | { readonly op: "piece" }
  | { readonly op: "close" };

/** A MessagePort: the name alone is no type where there is no page. */
export type Line = InstanceType<typeof MessagePort>;

export type ToShelf =
  | { readonly id: number; readonly ask: ShelfAsk }
  /** Somebody else may read. */
  | { readonly reader: Line };

export type FromShelf =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string };

/** A file of a copy. */
export interface Copied {
  readonly path: string;
  readonly size: number;
}

/** `failed` where there is no more room. */
export const NO_ROOM = "no-room";
