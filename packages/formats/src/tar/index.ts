/**
 * Tar archives as a stream: one entry after the other, nothing held but a header. Names are judged as in `zip`.
 * @module
 * @example
 * for await (const entry of readTar(bytes, report)) {
 *   if (entry.name === "a.txt") for await (const piece of entry.stream()) hash.update(piece);
 * }
 */
import { ContraluzError, type Moment, type Report } from "@contraluz/core";
import { safeName, shownName } from "../zip/name.ts";
import { Chunks } from "./chunks.ts";
import {
  BLOCK,
  checksumHolds,
  isZero,
  magicAt,
  paxTime,
  readHeader,
  readPax,
  SPARSE,
  type TarHeader,
  text,
} from "./header.ts";

export interface TarEntry {
  /** Path inside the archive, `/` between names, without a `/` at the end. */
  readonly name: string;
  readonly kind: "file" | "dir" | "link" | "other";
  /** Bytes, as stated; 0 for everything but files. */
  readonly size: number;
  readonly modified?: Moment;
  /** Where the bytes begin in the (decompressed) archive. */
  readonly offset: number;
  /** The bytes, once, while this is the current entry; fewer than `size` where the archive ends early. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Bytes of one pax header or long name: more than any tool writes. */
const META = 1 << 20;
/** Names remembered to tell those that come twice, and their characters. */
const NAMES = 1_000_000;
const CHARACTERS = 1 << 26;

/** Whether a file begins with a tar header: the sum holds, and the name is not empty. */
export function looksLikeTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && head[0] !== 0 && checksumHolds(head.subarray(0, BLOCK));
}

/** Whether a file begins as gzip with deflate does (RFC 1952 section 2.3.1). */
export function looksLikeGzip(head: Uint8Array): boolean {
  return head.length >= 3 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * The entries in archive order. An entry whose stream is not read to its end is passed over. Left out, each with a
 * Problem: names that are no path inside the archive or come twice, sparse files. A damaged header costs its entry: the
 * next block that is a header goes on. Where the source throws, what was read stays (Problem `gzip-damaged`).
 */
export async function* readTar(source: AsyncIterable<Uint8Array>, report: Report): AsyncIterable<TarEntry> {
  const chunks = new Chunks(source);
  const names: Names = { seen: new Set(), characters: 0 };
  const global = new Map<string, string>();
  try {
    let local = new Map<string, string>();
    let damaged = false;
    for (let empty = 0; ; ) {
      const at = chunks.offset;
      const block = await chunks.take(BLOCK);
      if (block.length < BLOCK) {
        if (block.length > 0)
          report({ code: "tar-header", offset: at, found: "the archive ends in a header", lost: "file" });
        return;
      }
      if (isZero(block)) {
        if (++empty === 2 && !damaged) return; // two empty blocks end an archive
        continue;
      }
      empty = 0;
      const header = checksumHolds(block) ? readHeader(block) : undefined;
      if (!header || Number.isNaN(header.size) || (damaged && !magicAt(block))) {
        if (!damaged)
          report({ code: "tar-header", offset: at, found: header ? "no size" : "wrong checksum", lost: "file" });
        damaged = true;
        local = new Map();
        continue;
      }
      damaged = false;
      if ("xXgLKN".includes(header.type)) {
        await readMeta(chunks, header, header.type === "g" ? global : local, report);
        continue;
      }
      const size = sizeOf(header, local, global);
      const entry = { header, at, size, path: local.get("path") ?? global.get("path") ?? header.name };
      const name = judge(entry, names, isSparse(header, local, global), report);
      const mtime = local.get("mtime") ?? global.get("mtime");
      local = new Map();
      if (size === undefined) {
        damaged = true;
        continue;
      }
      const end = chunks.offset + size;
      if (name !== undefined) yield makeEntry(chunks, entry, name, mtime, size);
      const left = end - chunks.offset;
      if ((await chunks.skip(left)) < left) {
        const found = `${chunks.offset - at - BLOCK} bytes`;
        report({
          code: "tar-header",
          path: shownName(entry.path),
          offset: at,
          found,
          expected: `${size}`,
          lost: "bytes",
        });
        return;
      }
      await chunks.skip((BLOCK - (size % BLOCK)) % BLOCK);
    }
  } finally {
    const { failure } = chunks;
    if (failure !== undefined) {
      const found = failure instanceof Error ? failure.message : String(failure);
      report({ code: "gzip-damaged", offset: chunks.offset, found: shownName(found), lost: "bytes" });
    }
    await chunks.close();
  }
}

/** Reads a header that speaks of the next entry (or, `g`, of all): pax records, GNU's long name or long link. */
async function readMeta(chunks: Chunks, header: TarHeader, into: Map<string, string>, report: Report): Promise<void> {
  const at = chunks.offset;
  const padded = Math.ceil(header.size / BLOCK) * BLOCK;
  if (header.size > META) {
    report({
      code: "tar-header",
      offset: at,
      found: `a header of ${header.size} bytes`,
      expected: `at most ${META}`,
      lost: "file",
    });
    await chunks.skip(padded);
    return;
  }
  const bytes = (await chunks.take(padded)).subarray(0, header.size);
  if (header.type === "L") into.set("path", text(bytes));
  else if (header.type === "K" || header.type === "N") return;
  else if (!readPax(bytes, into))
    report({ code: "tar-header", offset: at, found: "a damaged pax header", lost: "bytes" });
}

/** Bytes that follow a header. Links, directories and devices have none, whatever their size says. */
function sizeOf(header: TarHeader, local: Map<string, string>, global: Map<string, string>): number | undefined {
  if ("123456".includes(header.type)) return 0;
  const stated = local.get("size") ?? global.get("size");
  if (stated === undefined) return header.size;
  const size = /^\d{1,16}$/.test(stated) ? Number(stated) : Number.NaN;
  return Number.isSafeInteger(size) ? size : undefined;
}

function isSparse(header: TarHeader, local: Map<string, string>, global: Map<string, string>): boolean {
  return header.type === "S" || local.has(SPARSE) || global.has(SPARSE);
}

interface Candidate {
  readonly header: TarHeader;
  readonly at: number;
  readonly size: number | undefined;
  readonly path: string;
}

interface Names {
  readonly seen: Set<string>;
  characters: number;
}

/** The name of an entry that is given, or undefined after a Problem. */
function judge(entry: Candidate, names: Names, sparse: boolean, report: Report): string | undefined {
  if (entry.header.type === "V" || entry.header.type === "M") return undefined; // volume label, second half of a volume
  const name = safeName(entry.path);
  const path = shownName(entry.path);
  if (entry.size === undefined) {
    report({ code: "tar-header", path, offset: entry.at, found: "no size", lost: "file" });
  } else if (name === undefined) {
    // `./` is the archive's own root, which nobody needs.
    if (!/^[./]*$/.test(entry.path) || entry.path.includes("..") || entry.path.startsWith("/") || entry.path === "") {
      report({ code: "path-unsafe", path, offset: entry.at, found: path, lost: "file" });
    }
  } else if (sparse) {
    report({
      code: "tar-header",
      path,
      offset: entry.at,
      found: "a sparse file",
      expected: "all of its bytes",
      lost: "file",
    });
  } else if (names.seen.has(name) && kindOf(entry.header, entry.path) !== "dir") {
    report({ code: "path-unsafe", path, offset: entry.at, found: "the same name twice", lost: "file" });
  } else {
    if (names.seen.size < NAMES && names.characters < CHARACTERS) {
      names.seen.add(name);
      names.characters += name.length;
    }
    return name;
  }
  return undefined;
}

/** `path`: the whole name; the header's own is cut where another header carries it. */
function kindOf(header: TarHeader, path: string): TarEntry["kind"] {
  switch (header.type) {
    case "0":
    case "7":
      return path.endsWith("/") ? "dir" : "file"; // before ustar a directory was a name with a slash
    case "1":
    case "2":
      return "link";
    case "5":
    case "D":
      return "dir";
    default:
      return "other";
  }
}

function makeEntry(chunks: Chunks, from: Candidate, name: string, mtime: string | undefined, size: number): TarEntry {
  const offset = chunks.offset;
  const end = offset + size;
  const modified = (mtime === undefined ? undefined : paxTime(mtime)) ?? from.header.modified;
  let at = offset;
  const kind = kindOf(from.header, from.path);
  return {
    name,
    kind,
    size: kind === "file" ? size : 0,
    offset,
    ...(modified && { modified }),
    async *stream() {
      while (at < end) {
        if (chunks.offset !== at)
          throw new ContraluzError("usage", `the entry ${shownName(name)} is no longer the current one`);
        const piece = await chunks.some(end - at);
        if (piece.length === 0) return;
        at += piece.length;
        yield piece;
      }
    },
  };
}
