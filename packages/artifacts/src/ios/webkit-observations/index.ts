/**
 * observations.db of WebKit, one for each app with a web view: sites that it saw, which of them the person touched, and which led to
 * which.
 *
 * Only registrable names are kept (`example.org`, not the page). A site with `hadUserInteraction` was open in front of the person: it
 * was visited. Without it, the site was loaded inside another page, or its page was open and nobody touched it: it was looked up. Both ends of a
 * redirect of the main page were visited. Times are Unix seconds, -1 for none.
 * Sources: WebKit's ResourceLoadStatisticsStore.cpp (tables; what is written when), the MVT backup's observations.db (schema), mvt.md 3.
 * @module
 */
import { unixSeconds } from "@contraluz/core";
import type { Artifact, Emit, SqliteItem } from "../../artifact.ts";
import { createLookup, type Lookup } from "../../lookup.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { appOf, seenSite } from "../../web.ts";
import { fields, words } from "./words.ts";

/** Sites of one app held to be joined with how they led to one another. */
const MAX_SITES = 100_000;

/** A table of pairs of sites: kind of its records, and its two columns. */
interface Pairs {
  readonly kind: "redirect" | "inside";
  readonly from: string;
  readonly to: string;
  /** How the site lay inside the page. */
  readonly as?: string;
}

/** A redirect of the main page stands in two tables, once from each end: what the first says is not said again. */
const PAIRS: Readonly<Record<string, Pairs>> = {
  TopFrameUniqueRedirectsTo: { kind: "redirect", from: "sourceDomainID", to: "toDomainID" },
  TopFrameUniqueRedirectsFrom: { kind: "redirect", from: "fromDomainID", to: "targetDomainID" },
  SubframeUnderTopFrameDomains: { kind: "inside", from: "subFrameDomainID", to: "topFrameDomainID", as: "frame" },
  SubresourceUnderTopFrameDomains: {
    kind: "inside",
    from: "subresourceDomainID",
    to: "topFrameDomainID",
    as: "resource",
  },
  TopFrameLoadedThirdPartyScripts: {
    kind: "inside",
    from: "subresourceDomainID",
    to: "topFrameDomainID",
    as: "script",
  },
};

/** What is known of one app while its tables pass. */
interface App {
  readonly name: string | undefined;
  readonly sites: Lookup<string>;
  /** Redirects that were said, by both ids. */
  readonly said: Set<string>;
}

function takePairs(item: SqliteItem, pairs: Pairs, app: App, emit: Emit): void {
  const [from, to, updated] = [item.column(pairs.from), item.column(pairs.to), item.column("lastUpdated")];
  for (const row of item.rows) {
    const v = row.values;
    const [a, b] = [app.sites.get(number(v[from])), app.sites.get(number(v[to]))];
    if (a === undefined && b === undefined) continue;
    const at = unixSeconds(number(v[updated]));
    const redirect = pairs.kind === "redirect";
    if (redirect) {
      const key = `${v[from]} ${v[to]}`;
      if (app.said.has(key)) continue;
      if (app.said.size < MAX_SITES) app.said.add(key);
    }
    emit({
      kind: pairs.kind,
      ...(at ? { at } : {}),
      fields: redirect ? { from: a, to: b, app: app.name } : { site: a, page: b, as: pairs.as, app: app.name },
      // What lay inside a page has a record of its own; so has the page.
      observables: redirect ? [...seenSite(a, "visited"), ...seenSite(b, "visited")] : [],
      origin: item.origin(row),
    });
  }
}

export const webkitObservations: Artifact<"sqlite"> = {
  id: "ios/webkit-observations",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/**/ResourceLoadStatistics/observations.db"],
    want: {
      tables: [
        {
          name: "ObservedDomains",
          columns: [
            "domainID",
            "registrableDomain",
            "lastSeen",
            "hadUserInteraction",
            "mostRecentUserInteractionTime",
            "mostRecentWebPushInteractionTime",
            "grandfathered",
          ],
          needs: ["registrableDomain"],
          lookup: true,
        },
        ...Object.entries(PAIRS).map(([name, p]) => ({
          name,
          columns: [p.from, p.to, "lastUpdated"],
          needs: [p.from, p.to],
          optional: true,
        })),
      ],
    },
  }),
  fields,
  key: { site: ["site", "app"], redirect: ["from", "to", "app"], inside: ["site", "page", "as", "app"] },
  observes: [
    ["domain", "visited"],
    ["ip", "visited"],
    ["domain", "looked-up"],
    ["ip", "looked-up"],
  ],
  words,
  sources: ["WebKit observations.db: ObservedDomains and the tables that join it"],
  parse(run) {
    const name = text(appOf(run.path));
    const sites = createLookup<string>("ObservedDomains", MAX_SITES, run.problem);
    const app: App = { name, sites, said: new Set() };
    return {
      take(item, emit) {
        const pairs = PAIRS[item.table];
        if (pairs) return takePairs(item, pairs, app, emit);
        const [id, domain, seen] = [item.column("domainID"), item.column("registrableDomain"), item.column("lastSeen")];
        const [had, last] = [item.column("hadUserInteraction"), item.column("mostRecentUserInteractionTime")];
        const [push, old] = [item.column("mostRecentWebPushInteractionTime"), item.column("grandfathered")];
        for (const row of item.rows) {
          const v = row.values;
          const site = text(v[domain]);
          const key = number(v[id]) ?? row.rowid;
          if (site !== undefined && sites.get(key) === undefined) sites.set(key, site, site.length);
          const at = unixSeconds(number(v[seen]));
          const touched = unixSeconds(number(v[last]));
          const visited = v[had] === 1 || touched !== undefined;
          emit({
            kind: "site",
            ...(at ? { at } : {}),
            fields: {
              site,
              app: name,
              touched: visited ? true : undefined,
              last_touched: touched,
              last_push: unixSeconds(number(v[push])),
              from_storage: v[old] === 1 ? true : undefined,
            },
            observables: seenSite(site, visited ? "visited" : "looked-up"),
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
