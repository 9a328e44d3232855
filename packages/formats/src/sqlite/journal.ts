/**
 * The rollback journal: the pages as they were before the last change. One that is hot belongs to a change that was cut off;
 * whoever opens the database next puts its pages back.
 *
 * Facts: "Database File Format" section 3 (header, records, checksum: the nonce and every 200th byte of the page from its end);
 * https://www.sqlite.org/lockingv3.html section 4.2 (when a journal is hot, and what a super-journal means).
 * A journal whose header is overwritten with zeros (journal_mode=PERSIST) is not hot; its pages stand there all the same.
 * @module
 */
import { type Cancel, ContraluzError } from "@contraluz/core";
import type { BlockCache } from "./blocks.ts";
import type { Overlay } from "./overlay.ts";
import { PageTable } from "./pageset.ts";
import { copy } from "./wal.ts";

const MAGIC = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
/** Where no header says it: the least that a device can have, and what SQLite assumes. */
const SECTOR = 512;
const MAX_PAGES = 1 << 22;

export interface Journal extends Overlay {
  readonly in: "journal";
  /** Its pages are in force. */
  readonly hot: boolean;
}

/** Reads it once. Undefined if it holds no page of a database of that page size. */
export async function readJournal(
  cache: BlockCache,
  pageSize: number,
  mainPages: number,
  cancel: Cancel | undefined,
): Promise<Journal | undefined> {
  const { size } = cache.source;
  const head = new Uint8Array(28);
  const view = new DataView(head.buffer);
  const record = new Uint8Array(pageSize + 8);
  const recordView = new DataView(record.buffer);
  const pages: number[] = [];
  const offsets: number[] = [];
  const table = new PageTable(mainPages + Math.floor(size / pageSize));
  let hot = false;
  let pageCount = 0;
  let at = 0;
  /** Images up to here are in force. */
  let good = 0;
  let playing = !(await hasSuperJournal(cache));
  while (at + SECTOR <= size) {
    await copy(cache, at, head.length, head);
    const sound = MAGIC.every((b, i) => head[i] === b);
    if (!sound && at > 0) break;
    const sector = sound ? view.getUint32(20) : SECTOR;
    if (sound && (view.getUint32(24) !== pageSize || sector < 32 || sector > 65_536 || (sector & (sector - 1)) !== 0))
      break;
    const said = sound ? view.getUint32(8) : 0xffff_ffff;
    const nonce = view.getUint32(12);
    if (at === 0) {
      hot = sound && playing;
      if (hot) pageCount = view.getUint32(16);
    }
    at += sector;
    const count = Math.min(said === 0xffff_ffff ? MAX_PAGES : said, Math.floor((size - at) / (pageSize + 8)));
    // A header that names no page was never finished; what follows may be of an older change.
    if (said === 0) playing = false;
    for (
      let i = 0;
      i < (said === 0 ? Math.floor((size - at) / (pageSize + 8)) : count) && pages.length < MAX_PAGES;
      i++
    ) {
      if (cancel?.aborted) throw new ContraluzError("cancelled", "reading of the journal was cancelled");
      await copy(cache, at, record.length, record);
      const page = recordView.getUint32(0);
      if (page === 0 || page > 0x7fff_ffff) {
        playing = false;
        break;
      }
      if (sound && checksum(record, pageSize, nonce) !== recordView.getUint32(4 + pageSize)) playing = false;
      if (playing && hot && table.get(page) === undefined) table.set(page, pages.length);
      if (playing) good++;
      pages.push(page);
      offsets.push(at + 4);
      at += pageSize + 8;
    }
    at = Math.ceil(at / sector) * sector;
  }
  if (pages.length === 0 && !hot) return undefined;
  // Without a page to put back it would only cut the file.
  hot = hot && good > 0;
  return {
    in: "journal",
    hot,
    pageSize,
    table: hot ? table : new PageTable(0),
    pageCount: hot ? pageCount : 0,
    images: pages.length,
    pageAt: (image) => pages[image]!,
    offsetOf: (image) => offsets[image]!,
  };
}

function checksum(record: Uint8Array, pageSize: number, nonce: number): number {
  let sum = nonce;
  for (let i = pageSize - 200; i > 0; i -= 200) sum = (sum + record[4 + i]!) >>> 0;
  return sum;
}

/** It names a super-journal, which is not in the evidence: then SQLite takes the change as finished. */
async function hasSuperJournal(cache: BlockCache): Promise<boolean> {
  const { size } = cache.source;
  if (size < 28 + 16) return false;
  const tail = new Uint8Array(16);
  await copy(cache, size - 16, 16, tail);
  return MAGIC.every((b, i) => tail[8 + i] === b);
}
