/** Pages of the archive as rows of a timeline, beside checks of phones: what a page of that day names. @module */
import { momentOf } from "@contraluz/case/dates/interval.ts";
import type { ExtraRow } from "@contraluz/case/timeline/types.ts";
import { spokenOf } from "../ledger/dates.ts";
import type { DaysIn } from "../ledger/rows.ts";
import { dateOf } from "./together.ts";
import type { EntityPage, EntityType, PageEntities } from "./types.ts";

/** Types that a row names, and how many of each. */
const NAMED: readonly EntityType[] = ["person", "alias", "org", "place", "plate", "phone"];
const EACH = 8;

/** What a row is made of, whatever zone is stated for its day. */
export interface PageSketch {
  /** `1974-09-14`, `1974-09`, `1974`. */
  readonly date: string;
  /** As it stands on the page. */
  readonly seen: string;
  readonly id: string;
  readonly text: string;
}

/** Of a page that bears a date: what it names. Undefined for one without. */
export function sketchOf(page: EntityPage, found: PageEntities): PageSketch | undefined {
  const date = dateOf(page, found);
  if (date === undefined) return undefined;
  const parts = NAMED.flatMap((type) => {
    const values = [...new Set(found.entities.filter((e) => e.type === type).map((e) => e.text))];
    if (values.length === 0) return [];
    return [values.slice(0, EACH).join(", ") + (values.length > EACH ? ` +${values.length - EACH}` : "")];
  });
  const text = [`${found.path} · ${found.page}`, ...parts].join(" · ");
  return { date, seen: page.date?.text ?? date, id: `${found.doc}:${found.page}`, text };
}

/** A day has no zone: no instant is invented, unless a zone is stated. */
export function rowOf(s: PageSketch, days: DaysIn = {}): ExtraRow {
  const zone = days.zone === undefined ? {} : { zone: days.zone };
  return {
    at: momentOf({ from: spokenOf(s.date), seen: s.seen, ...zone }, days.zoneOffset),
    kind: "document",
    id: s.id,
    text: s.text,
  };
}

/** One row a page that bears a date. */
export function pageRows(
  pages: Iterable<readonly [page: EntityPage, found: PageEntities]>,
  days: DaysIn = {},
): ExtraRow[] {
  const rows: ExtraRow[] = [];
  for (const [page, found] of pages) {
    const s = sketchOf(page, found);
    if (s) rows.push(rowOf(s, days));
  }
  return rows;
}
