/**
 * History.db of Safari, of the default profile and of every other one (iOS 17 and later).
 *
 * Times are Apple seconds since 2001 as REAL. An address whose visits are gone is still a record, without a time.
 * `history_visits.origin` is 1 for a visit that iCloud brought from another device of the same account.
 * Sources: mvt.md 3 (tables and paths), reference generator's schema, checked on plaso's safari/History.db.
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { Pages } from "../../pages.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const PROFILE = /\/Profiles\/([^/]+)\/History\.db$/;
const observe = (url: string): Observable[] => (url === "" ? [] : [{ type: "url", value: url, contact: "visited" }]);

export const safariHistory: Artifact<"sqlite"> = {
  id: "ios/safari-history",
  version: 2,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/Library/Safari/History.db", "*/Library/Safari/Profiles/*/History.db"],
    want: {
      tables: [
        { name: "history_items", columns: ["id", "url", "visit_count"], needs: ["url"], lookup: true, deleted: true },
        {
          name: "history_visits",
          columns: [
            "history_item",
            "visit_time",
            "title",
            "redirect_source",
            "redirect_destination",
            "load_successful",
            "origin",
          ],
          needs: ["history_item", "visit_time"],
        },
      ],
    },
  }),
  fields,
  key: { address: ["url", "profile"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
  ],
  words,
  sources: ["Safari History.db: history_items, history_visits"],
  parse(run) {
    const profile = PROFILE.exec(run.path)?.[1];
    const pages = new Pages("history_items", run.problem, (a) => ({
      kind: "address",
      fields: { url: a.url, visits: a.visits, profile },
      observables: observe(a.url),
    }));
    return {
      take(item, emit) {
        if (item.table === "history_items") {
          const at = { id: item.column("id"), url: item.column("url"), visits: item.column("visit_count") };
          for (const row of item.rows) pages.take(item, row, at, emit);
          return;
        }
        const [of, time] = [item.column("history_item"), item.column("visit_time")];
        const [source, target] = [item.column("redirect_source"), item.column("redirect_destination")];
        const [title, loaded, from] = [item.column("title"), item.column("load_successful"), item.column("origin")];
        for (const row of item.rows) {
          const v = row.values;
          const url = pages.visited(v[of]);
          const at = macSeconds(number(v[time]));
          emit({
            kind: "visit",
            ...(at ? { at } : {}),
            fields: {
              url,
              title: run.content ? text(v[title]) : undefined,
              item: number(v[of]),
              redirect_from: number(v[source]),
              redirect_to: number(v[target]),
              failed: v[loaded] === 0 ? true : undefined,
              other_device: v[from] === 1 ? true : undefined,
              profile,
            },
            observables: url === undefined ? [] : observe(url),
            origin: item.origin(row),
          });
        }
      },
      end: (emit) => pages.end(emit),
    };
  },
};
