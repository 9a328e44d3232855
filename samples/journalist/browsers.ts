/** Open pages, bookmarks and sites of Safari, and Chrome, which she uses for work. Nothing here is in a set of signs. @module */
import { bplist, type Plain } from "../lib/plist.ts";
import { createRandom } from "../lib/random.ts";
import { fill, makeDatabase } from "../lib/sqlite.ts";
import { DAILY, type Site, WORK } from "./safari.ts";
import type { Made } from "./social.ts";
import { BEGIN, local, mac, SECOND_PROFILE, SEED } from "./story.ts";

const SMALL = { pageSize: 1024 } as const;
const uuid = (n: number): string => `0B0E0000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** The pages that one goes back to in a tab, as WebKit stores them: a version, then a property list. */
function session(pages: readonly Site[]): Uint8Array {
  const list: Plain = {
    SessionHistory: {
      SessionHistoryCurrentIndex: pages.length - 1,
      SessionHistoryEntries: pages.map((p) => ({
        SessionHistoryEntryURL: p.url,
        SessionHistoryEntryOriginalURL: p.url,
        SessionHistoryEntryTitle: p.title,
      })),
      SessionHistoryVersion: 1,
    },
  };
  return Uint8Array.from([0, 0, 0, 2, ...bplist(list)]);
}

/** Tabs and how many pages each goes back through. */
const TABS: readonly (readonly [number, number])[] = [
  [0, 2],
  [4, 1],
  [7, 3],
  [11, 1],
];

export function makeTabs(): Made {
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE tabs (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, title TEXT, url TEXT COLLATE NOCASE, user_visible_url TEXT COLLATE NOCASE, order_index INTEGER NOT NULL, last_viewed_time REAL DEFAULT NULL, opened_from_link BOOLEAN DEFAULT 0, private_browsing BOOLEAN DEFAULT 0, browser_window_uuid TEXT);
      CREATE TABLE tab_sessions (id INTEGER PRIMARY KEY AUTOINCREMENT, tab_uuid TEXT NOT NULL UNIQUE, session_data BLOB DEFAULT NULL, uncompressed_session_data_size INTEGER NOT NULL DEFAULT 0)`);
    fill(
      d,
      "tabs",
      TABS.map(([i], n) => {
        const seen = mac(local("2024-09-30T21:10")) - n * 90_000 + 0.5;
        const { url, title } = DAILY[i]!;
        return [n + 1, uuid(n + 1), title, url, url, n, seen, 0, 0, uuid(90)];
      }),
    );
    fill(
      d,
      "tab_sessions",
      TABS.map(([i, pages], n) => {
        const blob = session(DAILY.slice(i, i + pages));
        return [n + 1, uuid(n + 1), blob, blob.length];
      }),
    );
  }, SMALL);
  return { db, records: TABS.length + TABS.reduce((sum, [, pages]) => sum + pages, 0) };
}

/** SafariTabs.db: the groups of both profiles. */
export function makeTabGroups(): Made {
  const tabs: readonly (readonly [number, Site])[] = [
    [2, DAILY[0]!],
    [2, DAILY[9]!],
    [2, DAILY[13]!],
    [5, WORK[0]!],
    [5, WORK[3]!],
  ];
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, special_id INTEGER DEFAULT 0, parent INTEGER, type INTEGER, subtype INTEGER DEFAULT 0, title TEXT, url TEXT COLLATE NOCASE, num_children INTEGER DEFAULT 0, order_index INTEGER NOT NULL, external_uuid TEXT UNIQUE, deleted INTEGER DEFAULT 0, date_closed REAL, extra_attributes BLOB, local_attributes BLOB);
      CREATE TABLE windows (id INTEGER PRIMARY KEY, active_tab_group_id INTEGER, date_closed REAL, local_tab_group_id INTEGER, private_tab_group_id INTEGER, uuid TEXT)`);
    const folder = (id: number, parent: number, subtype: number, title: string, external: string) =>
      [id, 0, parent, 1, subtype, title, null, 0, id, external, 0, null, null, null] as const;
    fill(d, "bookmarks", [
      folder(1, 0, 2, "", "DefaultProfile"),
      folder(2, 1, 0, "Local", uuid(20)),
      folder(3, 1, 0, "Private", "Private"),
      folder(4, 0, 2, "Trabajo", SECOND_PROFILE),
      folder(5, 4, 0, "Solicitudes", uuid(21)),
    ]);
    fill(
      d,
      "bookmarks",
      tabs.map(([parent, { url, title }], i) => {
        const added = new Date((local("2024-09-20T10:00") + i * 90_000) * 1000);
        const extra = bplist({ "com.apple.Bookmark": { DateAdded: added } });
        const own = bplist({ LastVisitTime: mac(local("2024-09-30T20:00")) - i * 7000 + 0.25 });
        return [10 + i, 0, parent, 0, 0, title, url, 0, i, uuid(30 + i), 0, null, extra, own];
      }),
    );
    fill(d, "windows", [[1, 2, null, 2, 3, uuid(91)]]);
  }, SMALL);
  return { db, records: tabs.length };
}

export function makeBookmarks(): Made {
  const kept = [DAILY[0]!, DAILY[4]!, DAILY[9]!, DAILY[12]!, WORK[0]!];
  const read = { url: "https://noticias.example/cultura/cronica-de-rio", title: "Crónica de río" };
  const { db } = makeDatabase((d) => {
    d.exec(
      "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, special_id INTEGER DEFAULT 0, parent INTEGER, type INTEGER, title TEXT, url TEXT COLLATE NOCASE, num_children INTEGER DEFAULT 0, editable INTEGER DEFAULT 1, order_index INTEGER NOT NULL, external_uuid TEXT UNIQUE, deleted INTEGER DEFAULT 0, extra_attributes BLOB)",
    );
    fill(d, "bookmarks", [
      [1, 1, null, 1, "BookmarksBar", null, kept.length, 0, 0, uuid(40), 0, null],
      ...kept.map(({ url, title }, i) => [2 + i, 0, 1, 0, title, url, 0, 1, i, uuid(41 + i), 0, null] as const),
    ]);
    const added = new Date(local("2024-09-12T22:40") * 1000);
    const extra = bplist({ "com.apple.ReadingList": { DateAdded: added, PreviewText: "" } });
    fill(d, "bookmarks", [[20, 0, 1, 0, read.title, read.url, 0, 1, 9, uuid(60), 0, extra]]);
  }, SMALL);
  return { db, records: kept.length + 1 };
}

/** What WebKit noted of sites in the last weeks: touched or only loaded inside others. */
export function makeObservations(): Made {
  const sites: readonly (readonly [string, number])[] = [
    ["lalibreta.example", 1],
    ["noticias.example", 1],
    ["mapa.example", 1],
    ["clima.example", 1],
    ["recetas.example", 1],
    ["correo.example", 1],
    ["estadisticas.example", 0],
    ["imagenes.example", 0],
  ];
  const inside: readonly (readonly [number, number])[] = [
    [7, 2],
    [7, 4],
    [8, 5],
  ];
  const { db } = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE ObservedDomains (domainID INTEGER PRIMARY KEY, registrableDomain TEXT NOT NULL UNIQUE ON CONFLICT FAIL, lastSeen REAL NOT NULL, hadUserInteraction INTEGER NOT NULL, mostRecentUserInteractionTime REAL NOT NULL, grandfathered INTEGER NOT NULL, isPrevalent INTEGER NOT NULL, isVeryPrevalent INTEGER NOT NULL, dataRecordsRemoved INTEGER NOT NULL, timesAccessedAsFirstPartyDueToUserInteraction INTEGER NOT NULL, timesAccessedAsFirstPartyDueToStorageAccessAPI INTEGER NOT NULL, isScheduledForAllButCookieDataRemoval INTEGER NOT NULL);
      CREATE TABLE SubresourceUnderTopFrameDomains (subresourceDomainID INTEGER NOT NULL, lastUpdated REAL NOT NULL, topFrameDomainID INTEGER NOT NULL)`);
    fill(
      d,
      "ObservedDomains",
      sites.map(([site, touched], i) => {
        const day = local("2024-09-28T00:00") - i * 86_400;
        return [i + 1, site, day, touched, touched ? day + 40_000 + i * 61 : -1, 0, 0, 0, 0, 0, 0, 0];
      }),
    );
    fill(
      d,
      "SubresourceUnderTopFrameDomains",
      inside.map(([a, b]) => [a, local("2024-09-28T00:00"), b]),
    );
  }, SMALL);
  return { db, records: sites.length + inside.length };
}

/** Microseconds since 1601. */
const chrome = (unix: number): bigint => BigInt(unix + 11_644_473_600) * 1_000_000n;

export function makeChrome(): { readonly history: Made; readonly icons: Made } {
  const r = createRandom(SEED + 30);
  const visits = Array.from({ length: 34 }, (_, i) => ({
    site: 1 + r.below(WORK.length),
    at: BEGIN + Math.floor((i * 241) / 34) * 86_400 + 32_000 + r.below(36_000),
    typed: r.below(4) === 0,
  }));
  const counts = WORK.map((_, i) => visits.filter((v) => v.site === i + 1));
  const history = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE urls (id INTEGER PRIMARY KEY AUTOINCREMENT, url LONGVARCHAR, title LONGVARCHAR, visit_count INTEGER DEFAULT 0 NOT NULL, typed_count INTEGER DEFAULT 0 NOT NULL, last_visit_time INTEGER NOT NULL, hidden INTEGER DEFAULT 0 NOT NULL);
      CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, url INTEGER NOT NULL, visit_time INTEGER NOT NULL, from_visit INTEGER, external_referrer_url TEXT, transition INTEGER DEFAULT 0 NOT NULL, segment_id INTEGER, visit_duration INTEGER DEFAULT 0 NOT NULL, originator_cache_guid TEXT)`);
    fill(
      d,
      "urls",
      WORK.map(({ url, title }, i) => {
        const of = counts[i]!;
        return [i + 1, url, title, of.length, of.filter((v) => v.typed).length, chrome(of.at(-1)?.at ?? BEGIN), 0];
      }),
    );
    fill(
      d,
      "visits",
      visits.map((v, i) => [
        ...[i + 1, v.site, chrome(v.at), 0, null, v.typed ? 0x30000001 : 0x30000000, 0],
        ...[BigInt(5 + r.below(600)) * 1_000_000n, null],
      ]),
    );
  }, SMALL);
  const hosts = [...new Set(WORK.map((w) => new URL(w.url).origin))];
  const icons = makeDatabase((d) => {
    d.exec(`
      CREATE TABLE favicons (id INTEGER PRIMARY KEY, url LONGVARCHAR NOT NULL, icon_type INTEGER DEFAULT 1);
      CREATE TABLE icon_mapping (id INTEGER PRIMARY KEY, page_url LONGVARCHAR NOT NULL, icon_id INTEGER);
      CREATE TABLE favicon_bitmaps (id INTEGER PRIMARY KEY, icon_id INTEGER NOT NULL, last_updated INTEGER DEFAULT 0, image_data BLOB, width INTEGER DEFAULT 0, height INTEGER DEFAULT 0, last_requested INTEGER DEFAULT 0)`);
    fill(
      d,
      "favicons",
      hosts.map((h, i) => [i + 1, `${h}/favicon.ico`, 1]),
    );
    fill(
      d,
      "icon_mapping",
      WORK.map((w, i) => [i + 1, w.url, hosts.indexOf(new URL(w.url).origin) + 1]),
    );
    fill(
      d,
      "favicon_bitmaps",
      hosts.map((_, i) => [i + 1, i + 1, chrome(BEGIN + (i + 1) * 86_400), new Uint8Array(0), 32, 32, 0]),
    );
  }, SMALL);
  // A page without a visit is a record of its own.
  const unseen = counts.filter((c) => c.length === 0).length;
  return {
    history: { db: history.db, records: visits.length + unseen },
    icons: { db: icons.db, records: WORK.length },
  };
}
