/**
 * Favicons.db of Safari: the icon of each page, and icons that Safari did not take. It outlives a history that was cleared in part.
 *
 * page_url names a page and its icon by `uuid`; icon_info has the icon's address and its time, in Apple seconds since 2001. An
 * icon is fetched with its page, or for a bookmark.
 * Sources: mvt.md 3 (tables and columns of its module); the schema as several readers of Safari on the Mac quote it.
 * @module
 */
import { type Moment, macSeconds } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { address, number, text } from "../../text.ts";
import { seenUrl } from "../../web.ts";
import { fields, words } from "./words.ts";

/** Icons held to be joined with their pages. */
const MAX_ICONS = 200_000;
/** Characters of what is held. */
const MAX_HELD = 16_777_216;

interface Icon {
  readonly url: string | undefined;
  readonly at: Moment | undefined;
}

export const safariFavicons: Artifact<"sqlite"> = {
  id: "ios/safari-favicons",
  version: 1,
  feed: "sqlite",
  where: {
    "ios-filesystem": {
      paths: [
        "private/var/mobile/Library/Image Cache/Favicons/Favicons.db",
        "private/var/mobile/Containers/Data/Application/*/Library/Image Cache/Favicons/Favicons.db",
      ],
      want: {
        tables: [
          { name: "icon_info", columns: ["uuid", "url", "timestamp"], needs: ["url"], lookup: true },
          { name: "page_url", columns: ["url", "uuid"], needs: ["url"] },
          { name: "rejected_resources", columns: ["page_url", "icon_url", "timestamp"], optional: true },
        ],
      },
    },
  },
  fields,
  key: { icon: ["page", "icon"], rejected: ["page", "icon"] },
  observes: [
    ["url", "visited"],
    ["url", "looked-up"],
  ],
  words,
  sources: ["Favicons.db: page_url, icon_info, rejected_resources"],
  parse(run) {
    const icons = new Map<string, Icon>();
    let left = MAX_HELD;
    let told = false;
    const hold = (uuid: string, icon: Icon): void => {
      left -= uuid.length + (icon.url?.length ?? 0);
      if (icons.size < MAX_ICONS && left >= 0) icons.set(uuid, icon);
      else if (!told) {
        told = true;
        run.problem({ code: "lookup-limit", found: `icon_info > ${icons.size}`, lost: "nothing" });
      }
    };
    return {
      take(item, emit) {
        if (item.table === "icon_info") {
          const [uuid, url, time] = [item.column("uuid"), item.column("url"), item.column("timestamp")];
          for (const { values: v } of item.rows) {
            const id = text(v[uuid]);
            if (id !== undefined) hold(id, { url: address(v[url]), at: macSeconds(number(v[time])) });
          }
          return;
        }
        const rejected = item.table === "rejected_resources";
        const page = item.column(rejected ? "page_url" : "url");
        const [uuid, icon, time] = [item.column("uuid"), item.column("icon_url"), item.column("timestamp")];
        for (const row of item.rows) {
          const url = address(row.values[page]);
          const of: Icon | undefined = rejected
            ? { url: address(row.values[icon]), at: macSeconds(number(row.values[time])) }
            : icons.get(text(row.values[uuid]) ?? "");
          if (url === undefined && of?.url === undefined) continue;
          emit({
            kind: rejected ? "rejected" : "icon",
            ...(of?.at ? { at: of.at } : {}),
            fields: { page: url, icon: of?.url },
            observables: [...seenUrl(url, "visited"), ...seenUrl(of?.url, "looked-up")],
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
