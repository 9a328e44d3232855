/**
 * full_browsing_session_resourceLog.plist: what older WebKit (iOS 11 to 13) kept where observations.db is now. Newer versions
 * delete it, so a phone that has it was not updated since, or its app was not opened.
 *
 * `{browsingStatistics: [{PrevalentResourceOrigin, lastSeen, hadUserInteraction, mostRecentUserInteraction, topFrameUniqueRedirectsTo …}]}`;
 * the lists hold dictionaries of `origin` or `domain` and a count. Dates are dates or Unix seconds.
 * Sources: WebKit's ResourceLoadStatistics.cpp of those versions (keys), WebResourceLoadStatisticsStore.cpp (deletes it), mvt.md 3.
 * @module
 */
import { type Moment, type Observable, plistMoment, unixSeconds } from "@contraluz/core";
import { asArray, asDict, asNumber, get, isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { text } from "../../text.ts";
import { appOf, seenSite } from "../../web.ts";
import { fields, words } from "./words.ts";

/** Sites of one list that a record names. */
const MAX_NAMED = 100;
/** Letters of a name: a site has at most 253, and something like `https://` before it. More are no name of a site. */
const MAX_NAME = 300;
/** Sites in one file. */
const MAX_SITES = 100_000;

const when = (v: PlistValue | undefined): Moment | undefined => (isDate(v) ? plistMoment(v) : unixSeconds(asNumber(v)));

/** The sites that lists of an entry name, each once. */
function namesOf(entry: PlistValue, ...keys: readonly string[]): readonly string[] | undefined {
  const names = new Set<string>();
  for (const key of keys)
    for (const x of (asArray(get(entry, key)) ?? []).slice(0, MAX_NAMED)) {
      const name = text(typeof x === "string" ? x : (get(x, "domain") ?? get(x, "origin")));
      if (name && name.length <= MAX_NAME && names.size < MAX_NAMED) names.add(name);
    }
  return names.size > 0 ? [...names] : undefined;
}

export const webkitSessions: Artifact<"plist"> = {
  id: "ios/webkit-sessions",
  version: 1,
  feed: "plist",
  where: inBackupAndDump({ paths: ["*/**/ResourceLoadStatistics/full_browsing_session_resourceLog.plist"], want: {} }),
  fields,
  key: { site: ["site", "app"] },
  observes: [
    ["domain", "visited"],
    ["ip", "visited"],
    ["domain", "looked-up"],
    ["ip", "looked-up"],
  ],
  words,
  sources: ["WebKit full_browsing_session_resourceLog.plist"],
  parse: (run) => ({
    take(item, emit) {
      const all = asArray(get(item.value, "browsingStatistics"));
      if (!all) {
        run.problem({ code: "plist-damaged", expected: "browsingStatistics", lost: "file" });
        return;
      }
      if (all.length > MAX_SITES) run.problem({ code: "plist-limit", found: `${all.length} sites`, lost: "bytes" });
      const app = text(appOf(run.path));
      for (const [i, entry] of all.slice(0, MAX_SITES).entries()) {
        if (!asDict(entry)) continue;
        const site = text(get(entry, "PrevalentResourceOrigin")) ?? text(get(entry, "PrevalentResourceDomain"));
        const [at, touched] = [when(get(entry, "lastSeen")), when(get(entry, "mostRecentUserInteraction"))];
        const [from, to] = [namesOf(entry, "topFrameUniqueRedirectsFrom"), namesOf(entry, "topFrameUniqueRedirectsTo")];
        const inside = namesOf(
          entry,
          "subframeUnderTopFrameOrigins",
          "subframeUnderTopFrameDomains",
          "subresourceUnderTopFrameOrigins",
          "subresourceUnderTopFrameDomains",
        );
        const had = get(entry, "hadUserInteraction") === true || touched !== undefined;
        const visited = had || from !== undefined || to !== undefined;
        const observables: Observable[] = seenSite(site, visited ? "visited" : "looked-up");
        for (const name of new Set([...(from ?? []), ...(to ?? []), ...(inside ?? [])]))
          if (name !== site) observables.push(...seenSite(name, "visited"));
        emit({
          kind: "site",
          ...(at ? { at } : {}),
          fields: { site, app, touched: had ? true : undefined, last_touched: touched, from, to, inside },
          observables,
          origin: item.origin(`browsingStatistics.${i}`),
        });
      }
    },
  }),
};
