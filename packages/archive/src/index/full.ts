/** What says that an index can grow no more: SQLite (https://www.sqlite.org/rescode.html), its WebAssembly, and memory that nobody gives. @module */

const NOMEM = 7;
const FULL = 13;

const codeOf = (e: unknown): unknown => (e as { readonly resultCode?: unknown } | null)?.resultCode;

/** No database of ours may grow beyond this, whatever machine it lies on. */
export const isBeyond = (e: unknown): boolean => codeOf(e) === FULL;

/** That, or this machine has no memory for it now. */
export const isFull = (e: unknown): boolean =>
  isBeyond(e) ||
  codeOf(e) === NOMEM ||
  e instanceof RangeError ||
  (e as { readonly name?: unknown } | null)?.name === "WasmAllocError";
