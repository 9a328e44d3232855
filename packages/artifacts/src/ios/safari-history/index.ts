/**
 * History.db of Safari, of the default profile and of every other one (iOS 17 and later).
 *
 * Times are Apple seconds since 2001 as REAL. An address whose visits are gone is still a record, without a time.
 * Sources: mvt.md 3 (tables and paths), reference generator's schema, checked on plaso's safari/History.db.
 * @module
 */
import { macSeconds, type Observable, type Origin } from "@contraluz/core";
import type { Artifact, Emit } from "../../artifact.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const PROFILE = /\/Profiles\/([^/]+)\/History\.db$/;
/** Addresses held to be joined with their visits (about 150 bytes each). */
const MAX_ITEMS = 500_000;

interface Address {
  readonly url: string;
  readonly observables: readonly Observable[];
  readonly visits: number | bigint | undefined;
  readonly origin: Origin;
  used: boolean;
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
          { name: "history_items", columns: ["id", "url", "visit_count"], lookup: true },
          {
            name: "history_visits",
            columns: ["id", "history_item", "visit_time", "title", "redirect_source", "redirect_destination"],
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
    const addresses = new Map<number | bigint, Address>();
    const profile = PROFILE.exec(run.path)?.[1];
    let over = false;
    const emitAddress = (a: Address, emit: Emit): void => {
      if (!over && addresses.size >= MAX_ITEMS) {
        over = true;
        run.problem({ code: "lookup-limit", found: `history_items > ${MAX_ITEMS}`, lost: "nothing" });
      }
      emit({
        kind: "address",
        fields: { url: a.url, visits: a.visits, profile },
        observables: a.observables,
        origin: a.origin,
      });
    };
    return {
      take(item, emit) {
        if (item.table === "history_items") {
          const [url, visits] = [item.column("url"), item.column("visit_count")];
          for (const row of item.rows) {
            const value = text(row.values[url]);
            if (value === undefined) continue;
            const address: Address = {
              url: value,
              observables: [{ type: "url", value, contact: "visited" }],
              visits: number(row.values[visits]),
              origin: item.origin(row),
              used: false,
            };
            if (addresses.size < MAX_ITEMS) addresses.set(row.rowid, address);
            else emitAddress(address, emit);
          }
          return;
        }
        const [of, time, title] = [item.column("history_item"), item.column("visit_time"), item.column("title")];
        const [source, target] = [item.column("redirect_source"), item.column("redirect_destination")];
        for (const row of item.rows) {
          const id = number(row.values[of]);
          const address = id === undefined ? undefined : addresses.get(id);
          if (address) address.used = true;
          const at = macSeconds(number(row.values[time]));
          emit({
            kind: "visit",
            ...(at ? { at } : {}),
            fields: {
              url: address?.url,
              title: run.content ? text(row.values[title]) : undefined,
              visit: row.rowid,
              redirect_from: number(row.values[source]),
              redirect_to: number(row.values[target]),
              profile,
            },
            observables: address?.observables ?? [],
            origin: item.origin(row),
          });
        }
      },
      end(emit: Emit) {
        for (const a of addresses.values()) {
          if (!a.used) emitAddress(a, emit);
        }
      },
    };
  },
};
