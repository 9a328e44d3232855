/**
 * Cache.db of apps: what they fetched from the network and kept. Each app has one or more below Library/Caches.
 *
 * cfurl_cache_response holds the address (`request_key`) and the time of the answer, a text in UTC without a zone (`2021-11-02
 * 10:05:45`). The answers themselves (bodies, headers, tokens) lie in other tables and are not read. An app asks on its own; a browser because of a page, and programs of
 * Apple because of what somebody sent, or opened: of those it is not known to be more than a visit.
 * Sources: CFNetwork's tables as MVT (mvt.md 3), iLEAPP and its sample of iOS 15 show them; SQLite's CURRENT_TIMESTAMP is UTC.
 * @module
 */
import { type Contact, type Moment, type Observable, parseIso, utcNs } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { BROWSERS } from "../../browsers.ts";
import { ownerOf } from "../../phone-paths.ts";
import { address, number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const STAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;

/** The time of an answer; undefined for what is no date of a phone. */
function stampOf(v: unknown): Moment | undefined {
  const m = typeof v === "string" && v.length < 30 ? STAMP.exec(v) : null;
  const utc = m && parseIso(`${m[1]}T${m[2]}Z`);
  return utc && utc > 0n && m[1]! < "2200" ? utcNs(utc, m[0], "s") : undefined;
}

/** The folder of a cache is named after the program: `Library/Caches/com.example.app/Cache.db`. */
const programOf = (path: string): string | undefined => /\/Library\/Caches\/([^/]+\.[^/]+)\/Cache\.db$/.exec(path)?.[1];

/** Others than browsers and Apple's own ask for nothing but what they were made for. */
const contactOf = (program: string | undefined): Contact =>
  program === undefined || program.startsWith("com.apple.") || BROWSERS.has(program) ? "visited" : "resolved";

function observe(url: string, contact: Contact, partition: string | undefined): Observable[] {
  const out: Observable[] = [];
  if (/^https?:\/\//i.test(url)) out.push({ type: "url", value: url, contact });
  // The site on whose pages the address was asked for.
  if (partition !== undefined && /^[^\s/]+\.[^\s/]+$/.test(partition))
    out.push({ type: "domain", value: partition, contact: "visited" });
  return out;
}

export const cachedRequests: Artifact<"sqlite"> = {
  id: "ios/cached-requests",
  version: 1,
  feed: "sqlite",
  where: {
    "ios-filesystem": {
      paths: ["private/var/**/Cache.db"],
      want: {
        tables: [
          {
            name: "cfurl_cache_response",
            columns: ["entry_ID", "request_key", "time_stamp", "storage_policy", "partition"],
            needs: ["request_key"],
            // Other databases have that name, too.
            optional: true,
          },
        ],
      },
    },
  },
  fields,
  key: { request: ["url", "app"] },
  observes: [
    ["url", "resolved"],
    ["url", "visited"],
    ["domain", "visited"],
  ],
  words,
  sources: ["Cache.db: cfurl_cache_response"],
  parse(run) {
    const program = programOf(run.path);
    const app = text(program ?? ownerOf(run.path));
    const contact = contactOf(program);
    return {
      take(item, emit) {
        const [key, time, part] = [item.column("request_key"), item.column("time_stamp"), item.column("partition")];
        const policy = item.column("storage_policy");
        for (const row of item.rows) {
          const url = address(row.values[key]);
          if (url === undefined || url === "") continue;
          const partition = text(row.values[part]) || undefined;
          const at = stampOf(row.values[time]);
          emit({
            kind: "request",
            ...(at ? { at } : {}),
            fields: { url, partition, policy: number(row.values[policy]) || undefined, app },
            observables: observe(url, contact, partition),
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
