/**
 * Bookmarks.db of Safari: bookmarks and the reading list. An address here was kept, not necessarily opened.
 *
 * What belongs to the reading list has com.apple.ReadingList in its extra_attributes (DateAdded, DateLastFetched: then the phone
 * loaded the page to read it without a network).
 * Sources: iLEAPP (table, on iOS 12 to 18); WebBookmarks (keys); the MVT backup lists the file in HomeDomain.
 * @module
 */
import { asDict, get, parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, text } from "../../text.ts";
import { seenUrl } from "../../web.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

const READING = "com.apple.ReadingList";

export const safariBookmarks: Artifact<"sqlite"> = {
  id: "ios/safari-bookmarks",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/Library/Safari/Bookmarks.db"],
    want: {
      tables: [{ name: "bookmarks", columns: ["title", "url", "extra_attributes"], needs: ["url"] }],
    },
  }),
  fields,
  key: { bookmark: ["url"] },
  observes: [
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
  ],
  words,
  sources: ["Safari Bookmarks.db: bookmarks"],
  parse: (run) => ({
    take(item, emit) {
      const [title, url, extra] = [item.column("title"), item.column("url"), item.column("extra_attributes")];
      for (const row of item.rows) {
        const v = row.values;
        const page = address(v[url]);
        if (page === undefined || page === "") continue;
        const origin = item.origin(row);
        let list: PlistValue | undefined;
        let damaged = false;
        const blob = v[extra];
        if (blob instanceof Uint8Array && blob.length > 0)
          list = parsePlist(blob, () => {
            damaged = true;
          });
        if (damaged) run.problem({ code: "plist-damaged", origin, lost: "row" });
        const reading = asDict(get(list, READING)) !== undefined;
        const added = whenOf(get(list, READING, "DateAdded")) ?? whenOf(get(list, "com.apple.Bookmark", "DateAdded"));
        const fetched = whenOf(get(list, READING, "DateLastFetched"));
        emit({
          kind: "bookmark",
          ...(added ? { at: added } : {}),
          fields: {
            url: page,
            title: run.content ? text(v[title]) : undefined,
            reading_list: reading ? true : undefined,
            fetched,
          },
          observables: seenUrl(page, fetched === undefined ? "listed" : "visited"),
          origin,
        });
      }
    },
  }),
};
