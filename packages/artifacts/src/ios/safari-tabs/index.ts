/**
 * BrowserState.db of Safari: open tabs, and in each the pages that one goes back to. iOS 15 and later keep tabs in SafariTabs.db too.
 *
 * `last_viewed_time` is the time of the tab, not of the page it shows: it may lie hours before the page was opened. Apple's seconds, from
 * iOS 26 on Unix seconds. Before iOS 12 `session_data` stood in the table of tabs.
 * Sources: the MVT backup's BrowserState.db (schema), mvt.md 3 (paths, the blob); Ian Whiffin, doubleblak.com/browserstate, 2023 (what
 * the time means); iLEAPP (Unix seconds on iOS 26).
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { sessionRecords } from "../../session.ts";
import { address, number, text } from "../../text.ts";
import { seenUrl, tabTime } from "../../web.ts";
import { fields, words } from "./words.ts";

const PROFILE = /\/Profiles\/([^/]+)\/BrowserState\.db$/;

const yes = (v: unknown): true | undefined => (v === 1 ? true : undefined);

export const safariTabs: Artifact<"sqlite"> = {
  id: "ios/safari-tabs",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: ["*/Library/Safari/BrowserState.db", "*/Library/Safari/Profiles/*/BrowserState.db"],
    want: {
      tables: [
        {
          name: "tabs",
          columns: [
            "uuid",
            "title",
            "url",
            "user_visible_url",
            "last_viewed_time",
            "opened_from_link",
            "private_browsing",
            "session_data",
          ],
          needs: ["url"],
        },
        { name: "tab_sessions", columns: ["tab_uuid", "session_data"], needs: ["session_data"], optional: true },
      ],
    },
  }),
  fields,
  key: { tab: ["tab", "profile"], entry: ["tab", "url", "profile"] },
  observes: [
    ["url", "visited"],
    ["domain", "visited"],
    ["ip", "visited"],
  ],
  words,
  sources: ["Safari BrowserState.db: tabs, tab_sessions"],
  parse(run) {
    const profile = text(PROFILE.exec(run.path)?.[1]);
    return {
      take(item, emit) {
        const sessions = item.table === "tab_sessions";
        const [uuid, blob] = [item.column(sessions ? "tab_uuid" : "uuid"), item.column("session_data")];
        const [title, url, shown] = [item.column("title"), item.column("url"), item.column("user_visible_url")];
        const [viewed, link] = [item.column("last_viewed_time"), item.column("opened_from_link")];
        const hidden = item.column("private_browsing");
        for (const row of item.rows) {
          const v = row.values;
          const [tab, origin, secret] = [text(v[uuid]), item.origin(row), yes(v[hidden])];
          const session = { tab, private: secret, profile, content: run.content, origin };
          if (!sessions) {
            const at = tabTime(number(v[viewed]));
            const [page, visible] = [address(v[url]), address(v[shown])];
            const other = visible === page || visible === "" ? undefined : visible;
            const observables = seenUrl(page, "visited");
            if (other !== undefined) observables.push(...seenUrl(other, "visited"));
            emit({
              kind: "tab",
              ...(at ? { at } : {}),
              fields: {
                url: page,
                shown: other,
                title: run.content ? text(v[title]) : undefined,
                tab,
                private: secret,
                from_link: yes(v[link]),
                profile,
              },
              observables,
              origin,
            });
          }
          sessionRecords(v[blob], session, run.problem, emit);
        }
      },
    };
  },
};
