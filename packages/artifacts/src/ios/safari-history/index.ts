/**
 * History.db of Safari, of the default profile and of every other one (iOS 17 and later).
 *
 * Times are Apple seconds since 2001 as REAL. An address whose visits are gone is still a record, without a time.
 * `history_visits.origin` is 1 for a visit that iCloud brought from another device of the same account.
 * Sources: mvt.md 3 (tables and paths), reference generator's schema, checked on plaso's safari/History.db.
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import type { Artifact, Emit, RowPlace, SqliteItem } from "../../artifact.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const PROFILE = /\/Profiles\/([^/]+)\/History\.db$/;
/** Addresses held to be joined with their visits. */
const MAX_ITEMS = 500_000;

/** Half a million of them may wait for their visits: no object in it that can be made when it is needed. */
interface Address extends RowPlace {
  readonly url: string;
  readonly visits: number | bigint | undefined;
  used: boolean;
}

const observe = (url: string): Observable[] => (url === "" ? [] : [{ type: "url", value: url, contact: "visited" }]);

/** Keeps the addresses for their visits; those for which there is no room become records at once. */
function takeAddresses(item: SqliteItem, addresses: Lookup<Address>, alone: (a: Address) => void): void {
  const [id, url, visits] = [item.column("id"), item.column("url"), item.column("visit_count")];
  for (const row of item.rows) {
    const value = address(row.values[url]);
    if (value === undefined) continue;
    const a: Address = {
      url: value,
      visits: number(row.values[visits]),
      rowid: row.rowid,
      page: row.page,
      cell: row.cell,
      wal: row.wal,
      used: false,
    };
    if (!addresses.set(number(row.values[id]) ?? row.rowid, a, value.length)) alone(a);
  }
}

export const safariHistory: Artifact<"sqlite"> = {
  id: "ios/safari-history",
  version: 1,
  feed: "sqlite",
  where: {
    "ios-backup": {
      paths: ["*/Library/Safari/History.db", "*/Library/Safari/Profiles/*/History.db"],
      want: {
        tables: [
          { name: "history_items", columns: ["id", "url", "visit_count"], needs: ["url"], lookup: true },
          {
            name: "history_visits",
            columns: [
              "id",
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
    },
  },
  fields,
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
  ],
  words,
  sources: ["Safari History.db: history_items, history_visits"],
  parse(run) {
    const addresses = createLookup<Address>("history_items", MAX_ITEMS, run.problem);
    const profile = PROFILE.exec(run.path)?.[1];
    let origin: SqliteItem["origin"] | undefined;
    const emitAddress = (a: Address, emit: Emit): void =>
      emit({
        kind: "address",
        fields: { url: a.url, visits: a.visits, profile },
        observables: observe(a.url),
        origin: origin!(a),
      });
    return {
      take(item, emit) {
        if (item.table === "history_items") {
          origin = item.origin;
          return takeAddresses(item, addresses, (a) => emitAddress(a, emit));
        }
        const [id, of, time] = [item.column("id"), item.column("history_item"), item.column("visit_time")];
        const [source, target] = [item.column("redirect_source"), item.column("redirect_destination")];
        const [title, loaded, from] = [item.column("title"), item.column("load_successful"), item.column("origin")];
        for (const row of item.rows) {
          const v = row.values;
          const address = addresses.get(number(v[of]));
          if (address) address.used = true;
          const at = macSeconds(number(v[time]));
          emit({
            kind: "visit",
            ...(at ? { at } : {}),
            fields: {
              url: address?.url,
              title: run.content ? text(v[title]) : undefined,
              visit: number(v[id]) ?? row.rowid,
              redirect_from: number(v[source]),
              redirect_to: number(v[target]),
              failed: v[loaded] === 0 ? true : undefined,
              other_device: v[from] === 1 ? true : undefined,
              profile,
            },
            observables: address ? observe(address.url) : [],
            origin: item.origin(row),
          });
        }
      },
      end(emit: Emit) {
        for (const a of addresses.values()) if (!a.used) emitAddress(a, emit);
      },
    };
  },
};
