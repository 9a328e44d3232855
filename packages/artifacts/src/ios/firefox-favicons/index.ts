/**
 * Icons of pages in Firefox's browser.db: favicons, and the pages that they belong to, in favicon_sites (by the id in history) and in
 * later versions favicon_site_urls (by address). The newest versions keep icons elsewhere, as pictures without an address.
 *
 * `date` is Unix time in microseconds as REAL, or whole milliseconds; both are told apart by size.
 * Sources: firefox-ios BrowserSchema.swift and SQLiteHistoryFavicons.swift (tables); mvt.md 3 (path, which the MVT backup lists).
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { Pages } from "../../pages.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number } from "../../text.ts";
import { seenUrl, unixFine } from "../../web.ts";
import { fields, words } from "./words.ts";

/** Addresses and dates held to be joined with pages. */
const MAX_HELD = 200_000;

export const firefoxFavicons: Artifact<"sqlite"> = {
  id: "ios/firefox-favicons",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/profile.profile/browser.db"],
    want: {
      tables: [
        { name: "history", columns: ["id", "url"], lookup: true, optional: true },
        { name: "favicons", columns: ["id", "url", "date"], needs: ["url"], lookup: true, optional: true },
        { name: "favicon_sites", columns: ["siteID", "faviconID"], needs: ["faviconID"], optional: true },
        { name: "favicon_site_urls", columns: ["site_url", "faviconID"], needs: ["site_url"], optional: true },
      ],
    },
  }),
  fields,
  key: { icon: ["page", "icon"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
    ["url", "looked-up"],
    ["domain", "looked-up"],
    ["ip", "looked-up"],
  ],
  words,
  sources: ["Firefox for iOS browser.db: favicons, favicon_sites, favicon_site_urls, history"],
  parse(run) {
    const sites = createLookup<string>("history", MAX_HELD, run.problem);
    const dates = createLookup<number | bigint>("favicons", MAX_HELD, run.problem);
    const icons = new Pages("favicons", run.problem, (a) => ({
      kind: "icon",
      fields: { icon: a.url },
      observables: seenUrl(a.url, "looked-up"),
    }));
    return {
      take(item, emit) {
        const [id, url, date] = [item.column("id"), item.column("url"), item.column("date")];
        if (item.table === "history") {
          for (const row of item.rows) {
            const [site, key] = [address(row.values[url]), number(row.values[id]) ?? row.rowid];
            if (site !== undefined && sites.get(key) === undefined) sites.set(key, site, site.length);
          }
          return;
        }
        if (item.table === "favicons") {
          for (const row of item.rows) {
            icons.take(item, row, { id, url, visits: -1 }, emit);
            const [time, key] = [number(row.values[date]), number(row.values[id]) ?? row.rowid];
            if (time !== undefined && dates.get(key) === undefined) dates.set(key, time, 0);
          }
          return;
        }
        const [site, named, icon] = [item.column("siteID"), item.column("site_url"), item.column("faviconID")];
        for (const row of item.rows) {
          const v = row.values;
          const page = item.table === "favicon_sites" ? sites.get(number(v[site])) : address(v[named]);
          const of = icons.visited(v[icon]);
          const at = unixFine(dates.get(number(v[icon])));
          emit({
            kind: "icon",
            ...(at ? { at } : {}),
            fields: { page, icon: of },
            observables: [...seenUrl(page, "visited"), ...seenUrl(of, "looked-up")],
            origin: item.origin(row),
          });
        }
      },
      end: (emit) => icons.end(emit),
    };
  },
};
