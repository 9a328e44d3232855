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

/** One row a page that bears a date. A day has no zone: no instant is invented, unless a zone is stated. */
export function pageRows(
  pages: Iterable<readonly [page: EntityPage, found: PageEntities]>,
  days: DaysIn = {},
): ExtraRow[] {
  const zone = days.zone === undefined ? {} : { zone: days.zone };
  const rows: ExtraRow[] = [];
  for (const [page, found] of pages) {
    const date = dateOf(page, found);
    if (date === undefined) continue;
    const parts = NAMED.flatMap((type) => {
      const values = [...new Set(found.entities.filter((e) => e.type === type).map((e) => e.text))];
      if (values.length === 0) return [];
      return [values.slice(0, EACH).join(", ") + (values.length > EACH ? ` +${values.length - EACH}` : "")];
    });
    rows.push({
      at: momentOf({ from: spokenOf(date), seen: page.date?.text ?? date, ...zone }, days.zoneOffset),
      kind: "document",
      id: `${found.doc}:${found.page}`,
      text: [`${found.path} · ${found.page}`, ...parts].join(" · "),
    });
  }
  return rows;
}
