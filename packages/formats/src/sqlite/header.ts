/** The database header: the first 100 bytes of page 1 ("Database File Format", section 1.3). @module */

export interface Header {
  readonly pageSize: number;
  /** Bytes of a page that hold b-tree content: page size less the reserved bytes at its end. */
  readonly usable: number;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
}

const MAGIC = "SQLite format 3\0";

/** Whether `head` (16 bytes or more) starts with the magic of an SQLite 3 database. */
export function looksLikeSqlite(head: Uint8Array): boolean {
  if (head.length < MAGIC.length) return false;
  for (let i = 0; i < MAGIC.length; i++) if (head[i] !== MAGIC.charCodeAt(i)) return false;
  return true;
}

/** The facts that reading needs, or what makes the header unusable. */
export function parseHeader(head: Uint8Array): Header | { readonly found: string; readonly expected: string } {
  if (!looksLikeSqlite(head)) return { found: show(head.subarray(0, 16)), expected: "SQLite format 3" };
  if (head.length < 100) return { found: `${head.length} bytes`, expected: "100 bytes" };
  const raw = (head[16]! << 8) | head[17]!;
  const pageSize = raw === 1 ? 65_536 : raw;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) {
    return { found: `page size ${raw}`, expected: "power of two, 512 to 65536" };
  }
  const usable = pageSize - head[20]!;
  if (usable < 480) return { found: `${head[20]} reserved bytes`, expected: "at least 480 usable bytes" };
  // 0 is written by SQLite into a database that has no tables yet.
  const text = ((head[56]! << 24) | (head[57]! << 16) | (head[58]! << 8) | head[59]!) >>> 0;
  const encoding = text === 2 ? "utf-16le" : text === 3 ? "utf-16be" : "utf-8";
  return { pageSize, usable, encoding };
}

function show(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes)
    out += b >= 0x20 && b < 0x7f ? String.fromCharCode(b) : `\\x${b < 16 ? "0" : ""}${b.toString(16)}`;
  return out === "" ? "no bytes" : out;
}
