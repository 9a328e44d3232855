/**
 * History of Chrome and of other browsers made from Chromium: urls and visits, one file a profile.
 *
 * Times are microseconds since 1601. `transition` holds the kind of a visit in its low 8 bits and marks in the high ones: how a
 * redirect was made. `originator_cache_guid` names the device of the same account that a visit was brought from. Chrome lies in
 * Google/Chrome; Brave, and what is built without a name of its own, in Chromium.
 * Sources: Chromium's history_database.cc, visit_database.cc and page_transition_types.h (tables, units, transitions); mvt.md 3 (path
 * of Chrome, which the MVT backup lists); iLEAPP (path of Brave on three phones).
 * @module
 */
import { webkitMicros } from "@contraluz/core";
import type { Artifact, SqliteItem } from "../../artifact.ts";
import { Pages } from "../../pages.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { appOf, seenUrl } from "../../web.ts";
import { fields, words } from "./words.ts";

const CHROME = "com.google.chrome.ios";
const PROFILE = /\/([^/]+)\/History$/;

/** Kinds of visits by number. */
const KINDS: readonly string[] = [
  "link",
  "typed",
  "bookmark",
  "subframe",
  "subframe-clicked",
  "generated",
  "start",
  "form",
  "reload",
  "keyword",
  "keyword-generated",
];
const CLIENT_REDIRECT = 0x40000000;
const SERVER_REDIRECT = 0x80000000;

/** How a redirect was made that led here. */
function redirectOf(transition: number): string | undefined {
  const marks = transition >>> 0;
  return marks & SERVER_REDIRECT ? "server" : marks & CLIENT_REDIRECT ? "page" : undefined;
}

const URLS = ["id", "url", "visit_count"] as const;
const VISITS = [
  "id",
  "url",
  "visit_time",
  "from_visit",
  "external_referrer_url",
  "transition",
  "visit_duration",
  "originator_cache_guid",
] as const;

function visitColumns(item: SqliteItem): Readonly<Record<(typeof VISITS)[number], number>> {
  return Object.fromEntries(VISITS.map((c) => [c, item.column(c)])) as Record<(typeof VISITS)[number], number>;
}

/** A number that is not Chrome's "none". */
const some = (v: unknown): number | bigint | undefined => (v === 0 ? undefined : number(v));

export const chromeHistory: Artifact<"sqlite"> = {
  id: "ios/chrome-history",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      "*/Library/Application Support/Google/Chrome/*/History",
      "*/Library/Application Support/Chromium/*/History",
    ],
    want: {
      tables: [
        { name: "urls", columns: URLS, needs: ["url"], lookup: true, deleted: true },
        { name: "visits", columns: VISITS, needs: ["url", "visit_time"] },
      ],
    },
  }),
  fields,
  key: { visit: ["visit", "url", "app", "profile"], address: ["url", "app", "profile"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
    ["url", "listed"],
    ["domain", "listed"],
    ["ip", "listed"],
  ],
  words,
  sources: ["Chromium History: urls, visits", "Chromium ui/base/page_transition_types.h"],
  parse(run) {
    const name = appOf(run.path);
    const app = name === CHROME ? undefined : text(name);
    const folder = PROFILE.exec(run.path)?.[1];
    const profile = folder === "Default" ? undefined : text(folder);
    const pages = new Pages("urls", run.problem, (a) => ({
      kind: "address",
      fields: { url: a.url, visits: a.visits, app, profile },
      // Kept for a bookmark, with nothing left of its visits.
      observables: seenUrl(a.url, a.visits === 0 ? "listed" : "visited"),
    }));
    return {
      take(item, emit) {
        if (item.table === "urls") {
          const at = { id: item.column("id"), url: item.column("url"), visits: item.column("visit_count") };
          for (const row of item.rows) pages.take(item, row, at, emit);
          return;
        }
        const at = visitColumns(item);
        for (const row of item.rows) {
          const v = row.values;
          const url = pages.visited(v[at.url]);
          const when = webkitMicros(number(v[at.visit_time]));
          const transition = v[at.transition];
          const marks = typeof transition === "number" ? transition : undefined;
          const referrer = address(v[at.external_referrer_url]) || undefined;
          const origin = v[at.originator_cache_guid];
          const observables = seenUrl(url, "visited");
          if (referrer !== undefined) observables.push(...seenUrl(referrer, "listed"));
          emit({
            kind: "visit",
            ...(when ? { at: when } : {}),
            fields: {
              url,
              visit: number(v[at.id]) ?? row.rowid,
              item: number(v[at.url]),
              from: some(v[at.from_visit]),
              how: marks === undefined ? undefined : KINDS[marks & 0xff],
              redirect: marks === undefined ? undefined : redirectOf(marks),
              duration: some(v[at.visit_duration]),
              referrer,
              other_device: typeof origin === "string" && origin !== "" ? true : undefined,
              app,
              profile,
            },
            observables,
            origin: item.origin(row),
          });
        }
      },
      end: (emit) => pages.end(emit),
    };
  },
};
