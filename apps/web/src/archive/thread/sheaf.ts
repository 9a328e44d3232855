/** Names and things of all pages of an archive: looked for once, and again when pages came or were corrected. @module */
import {
  type EntityPage,
  entitiesOf,
  learn,
  nothingLearned,
  type PageEntities,
} from "@contraluz/archive/entities/index.ts";
import type { ArchiveIndex, StoredPage } from "@contraluz/archive/index/index.ts";
import { pageIds } from "@contraluz/archive/index/listing.ts";

/** Names and things that are held: with some 200 bytes each they fit beside an index. */
export const MOST = 1_000_000;
/** Pages that are looked at before others are answered. */
const TOGETHER = 50;

export interface Sheaf {
  readonly ids: readonly number[];
  /** Texts are taken from the index when they are asked for. */
  readonly pages: readonly EntityPage[];
  readonly found: readonly PageEntities[];
  readonly unread: number;
  /** Pages that were not looked at: there are more names than can be held. */
  readonly left: number;
}

/** The first day that a date can mean and its last one, as the date that it was. */
function isoOf({ since, until }: NonNullable<StoredPage["date"]>): string {
  if (since === until) return since;
  return since.slice(0, 7) === until.slice(0, 7) ? since.slice(0, 7) : since.slice(0, 4);
}

function pageOf(p: StoredPage, index: ArchiveIndex): EntityPage {
  const { doc, path, page, state, date, id } = p;
  const iso = date && isoOf(date);
  const precision = iso === undefined || iso.length === 10 ? "day" : iso.length === 7 ? "month" : "year";
  return {
    doc,
    path,
    page,
    state,
    get text() {
      return index.pages.text(id);
    },
    ...(iso !== undefined && { date: { text: date!.text, iso, precision } }),
  };
}

/** `breathe`: others are answered meanwhile. */
export async function sheafOf(index: ArchiveIndex, breathe: () => Promise<void>): Promise<Sheaf> {
  const all = pageIds(index.db, { from: 0, limit: index.count() });
  const learned = nothingLearned();
  const ids: number[] = [];
  const pages: EntityPage[] = [];
  let unread = 0;
  for (const [i, id] of all.entries()) {
    if (i % TOGETHER === 0) await breathe();
    const p = index.pages.page(id);
    if (!p) continue;
    if (p.state === "unreadable") unread++;
    const page = pageOf(p, index);
    learn(page, learned);
    ids.push(id);
    pages.push(page);
  }
  const found: PageEntities[] = [];
  let held = 0;
  for (const [i, page] of pages.entries()) {
    if (i % TOGETHER === 0) await breathe();
    if (held >= MOST) break;
    const e = entitiesOf(page, learned);
    held += e.entities.length;
    found.push(e);
  }
  const n = found.length;
  return { ids: ids.slice(0, n), pages: pages.slice(0, n), found, unread, left: pages.length - n };
}
