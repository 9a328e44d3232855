/**
 * Favicons of Chrome and of other browsers made from Chromium: the icon that belongs to each page. It outlives a history that was
 * cleared only in part.
 *
 * `last_updated` is when the icon was fetched, 0 for one that was fetched on demand (for a suggestion or a bookmark, without the page:
 * it was looked up); those have `last_requested`. Microseconds since 1601. An icon that no page names any more is a record of its own.
 * Sources: Chromium's favicon_database.cc (tables, units); mvt.md 3 (path, which the MVT backup lists).
 * @module
 */
import { webkitMicros } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { createLookup } from "../../lookup.ts";
import { Pages } from "../../pages.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { appOf, seenUrl } from "../../web.ts";
import { fields, words } from "./words.ts";

const CHROME = "com.google.chrome.ios";
/** Pictures whose time is held. */
const MAX_BITMAPS = 500_000;

export const chromeFavicons: Artifact<"sqlite"> = {
  id: "ios/chrome-favicons",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "*/Library/Application Support/Google/Chrome/*/Favicons",
      "*/Library/Application Support/Chromium/*/Favicons",
    ],
    want: {
      tables: [
        { name: "favicons", columns: ["id", "url"], needs: ["url"], lookup: true },
        { name: "favicon_bitmaps", columns: ["icon_id", "last_updated", "last_requested"], lookup: true },
        { name: "icon_mapping", columns: ["page_url", "icon_id"], needs: ["page_url"] },
      ],
    },
  }),
  fields,
  key: { icon: ["page", "icon", "app"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
    ["url", "looked-up"],
    ["domain", "looked-up"],
    ["ip", "looked-up"],
  ],
  words,
  sources: ["Chromium Favicons: icon_mapping, favicons, favicon_bitmaps"],
  parse(run) {
    const name = appOf(run.path);
    const app = name === CHROME ? undefined : text(name);
    /** Times as stored, by icon: the first picture that has one. */
    const times = createLookup<number | bigint>("favicon_bitmaps", MAX_BITMAPS, run.problem);
    /** Icons of which no picture came with a page. */
    const onDemand = new Set<number | bigint>();
    const icons = new Pages("favicons", run.problem, (a) => ({
      kind: "icon",
      fields: { icon: a.url, app },
      observables: seenUrl(a.url, "looked-up"),
    }));
    return {
      take(item, emit) {
        if (item.table === "favicons") {
          const at = { id: item.column("id"), url: item.column("url"), visits: -1 };
          for (const row of item.rows) icons.take(item, row, at, emit);
          return;
        }
        const icon = item.column("icon_id");
        if (item.table === "favicon_bitmaps") {
          const [updated, requested] = [item.column("last_updated"), item.column("last_requested")];
          for (const { values: v } of item.rows) {
            const [of, first] = [number(v[icon]), number(v[updated])];
            const time = first === 0 ? number(v[requested]) : first;
            if (of === undefined || time === undefined) continue;
            if (first !== 0) onDemand.delete(of);
            if (times.get(of) === undefined && times.set(of, time, 0) && first === 0) onDemand.add(of);
          }
          return;
        }
        const page = item.column("page_url");
        for (const row of item.rows) {
          const url = address(row.values[page]);
          const of = icons.visited(row.values[icon]);
          const at = webkitMicros(times.get(number(row.values[icon])));
          const observables = seenUrl(url, onDemand.has(number(row.values[icon]) ?? -1) ? "looked-up" : "visited");
          if (of !== undefined) observables.push(...seenUrl(of, "looked-up"));
          emit({
            kind: "icon",
            ...(at ? { at } : {}),
            fields: { page: url, icon: of, app },
            observables,
            origin: item.origin(row),
          });
        }
      },
      end: (emit) => icons.end(emit),
    };
  },
};
