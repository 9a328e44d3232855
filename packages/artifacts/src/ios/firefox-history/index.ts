/**
 * History of Firefox: browser.db (history and visits) of older versions, places.db (moz_places and moz_historyvisits) of newer ones. A
 * phone that was updated has both.
 *
 * Times of browser.db are microseconds since 1970 as REAL, of places.db milliseconds. `is_local` is 0 for a visit of another device of
 * the same account.
 * Sources: firefox-ios BrowserSchema.swift, mozilla/application-services components/places (tables, kinds of visits); mvt.md 3; the
 * MVT backup lists both files; iLEAPP (milliseconds).
 * @module
 */
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { Pages } from "../../pages.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number } from "../../text.ts";
import { seenUrl, unixFine } from "../../web.ts";
import { fields, words } from "./words.ts";

/** Kinds of visits by number; the same in both databases. */
const KINDS: readonly (string | undefined)[] = [
  undefined,
  "link",
  "typed",
  "bookmark",
  "embed",
  "redirect-permanent",
  "redirect",
  "download",
  "frame",
  "reload",
];

/** The columns of one of the two tables of visits, by what they mean. */
interface VisitNames {
  readonly page: string;
  readonly date: string;
  readonly type: string;
}
const OLD: VisitNames = { page: "siteID", date: "date", type: "type" };
const NEW: VisitNames = { page: "place_id", date: "visit_date", type: "visit_type" };

function takeVisits(item: SqliteItem, names: VisitNames, pages: Pages, emit: Emit): void {
  const [id, from, local] = [item.column("id"), item.column("from_visit"), item.column("is_local")];
  const [page, date, type] = [item.column(names.page), item.column(names.date), item.column(names.type)];
  for (const row of item.rows) {
    const v = row.values;
    const url = pages.visited(v[page]);
    const at = unixFine(number(v[date]));
    const [kind, before] = [v[type], v[from]];
    emit({
      kind: "visit",
      ...(at ? { at } : {}),
      fields: {
        url,
        visit: number(v[id]) ?? row.rowid,
        from: before === 0 ? undefined : number(before),
        how: typeof kind === "number" ? KINDS[kind] : undefined,
        other_device: v[local] === 0 ? true : undefined,
      },
      observables: seenUrl(url, "visited"),
      origin: item.origin(row),
    });
  }
}

export const firefoxHistory: Artifact<"sqlite"> = {
  id: "ios/firefox-history",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/profile.profile/browser.db", "*/profile.profile/places.db"],
    want: {
      tables: [
        { name: "history", columns: ["id", "url"], needs: ["url"], lookup: true, deleted: true, optional: true },
        {
          name: "moz_places",
          columns: ["id", "url", "visit_count_local"],
          needs: ["url"],
          lookup: true,
          deleted: true,
          optional: true,
        },
        {
          name: "visits",
          columns: ["id", "siteID", "date", "type", "is_local"],
          needs: ["siteID", "date"],
          optional: true,
        },
        {
          name: "moz_historyvisits",
          columns: ["id", "place_id", "visit_date", "visit_type", "from_visit", "is_local"],
          needs: ["place_id", "visit_date"],
          optional: true,
        },
      ],
    },
  }),
  fields,
  key: { visit: ["visit", "url"], address: ["url"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
  ],
  words,
  sources: ["Firefox for iOS browser.db: history, visits", "Mozilla places.db: moz_places, moz_historyvisits"],
  parse(run) {
    const old = new Pages("history", run.problem, (a) => ({
      kind: "address",
      fields: { url: a.url },
      observables: seenUrl(a.url, "visited"),
    }));
    // places.db holds addresses of bookmarks too, visited or not.
    const places = new Pages("moz_places", run.problem, (a) => ({
      kind: "address",
      fields: { url: a.url, visits: a.visits },
      observables: seenUrl(a.url, a.visits === 0 || a.visits === undefined ? "listed" : "visited"),
    }));
    return {
      take(item, emit) {
        const at = { id: item.column("id"), url: item.column("url"), visits: item.column("visit_count_local") };
        if (item.table === "history") for (const row of item.rows) old.take(item, row, at, emit);
        else if (item.table === "moz_places") for (const row of item.rows) places.take(item, row, at, emit);
        else if (item.table === "visits") takeVisits(item, OLD, old, emit);
        else takeVisits(item, NEW, places, emit);
      },
      end(emit) {
        old.end(emit);
        places.end(emit);
      },
    };
  },
};
