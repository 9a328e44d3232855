/** Browsers, and what apps loaded. @module */
import type { Json } from "@contraluz/core";
import type { RecordObject } from "../record.ts";
import { fileOf } from "./modules-basic.ts";
import { add, get, table } from "./tables.ts";
import { loadedBy } from "./timeline-words.ts";
import type { MvtModule, MvtRow } from "./types.ts";
import { event, instantOf, rawTime, rowNumber, time, value, word } from "./value.ts";

const chromeHistory: MvtModule = {
  slug: "chrome_history",
  plugin: "ChromeHistory",
  artifact: "ios/chrome-history",
  kinds: ["visit"],
  row: ({ record: r }) => ({
    id: value(r, "item"),
    url: value(r, "url"),
    visit_id: value(r, "visit"),
    timestamp: rawTime(r.at),
    isodate: time(r.at),
    redirect_source: r.fields.from === undefined ? 0 : value(r, "from"),
  }),
  events: ({ record: r }) =>
    event(
      r.at,
      "visit",
      `${word(r, "item")} - ${word(r, "url")} (visit ID: ${word(r, "visit")}, redirect source: ${r.fields.from === undefined ? 0 : word(r, "from")})`,
    ),
};

const firefoxHistory: MvtModule = {
  slug: "firefox_history",
  plugin: "FirefoxHistory",
  artifact: "ios/firefox-history",
  kinds: ["visit"],
  row: ({ record: r }) => ({
    id: value(r, "visit"),
    isodate: time(r.at),
    url: value(r, "url"),
    // MVT's own spelling.
    i1000000s_local: r.fields.other_device === true ? 0 : 1,
  }),
  events: ({ record: r }) =>
    event(r.at, "firefox_history", `Firefox visit with ID ${word(r, "visit")} to URL: ${word(r, "url")}`),
};

function favicons(slug: string, plugin: string, artifact: string, text: (r: RecordObject) => string): MvtModule {
  return {
    slug,
    plugin,
    artifact,
    kinds: ["icon"],
    row: ({ record: r }) => ({
      url: value(r, "page"),
      icon_url: value(r, "icon"),
      timestamp: rawTime(r.at),
      isodate: time(r.at),
    }),
    events: ({ record: r }) => event(r.at, "new_favicon", text(r)),
  };
}

const chromeFavicons = favicons(
  "chrome_favicon",
  "ChromeFavicon",
  "ios/chrome-favicons",
  (r) => `${word(r, "icon")} from ${word(r, "page")}`,
);
const firefoxFavicons = favicons(
  "firefox_favicon",
  "FirefoxFavicon",
  "ios/firefox-favicons",
  (r) => `Firefox favicon ${word(r, "icon")} from ${word(r, "page")}`,
);

const safariTabs: MvtModule = {
  slug: "safari_browser_state",
  plugin: "SafariBrowserState",
  artifact: "ios/safari-tabs",
  kinds: ["tab"],
  open: () => table<MvtRow[]>(),
  gather({ record: r }, state) {
    if (r.kind === "entry")
      add<MvtRow>(state, r.fields.tab, { entry_title: value(r, "title"), entry_url: value(r, "url") });
  },
  row(s, state) {
    const r = s.record;
    return {
      tab_title: value(r, "title"),
      tab_url: value(r, "url"),
      tab_visible_url: r.fields.shown === undefined ? value(r, "url") : value(r, "shown"),
      last_viewed_timestamp: time(r.at),
      session_data: (get<MvtRow[]>(state, r.fields.tab) ?? []) as Json,
      safari_browser_state_db: s.file?.path ?? null,
    };
  },
  events: ({ record: r }) => event(r.at, "tab", `${word(r, "title")} - ${word(r, "url")}`),
};

/** Unix seconds as MVT writes them; -1 where there is no time. */
function seconds(v: unknown): Json {
  return instantOf(v) === undefined ? -1 : rawTime(v);
}

const observations: MvtModule = {
  slug: "webkit_resource_load_statistics",
  plugin: "WebkitResourceLoadStatistics",
  artifact: "ios/webkit-observations",
  kinds: ["site"],
  row(s) {
    const r = s.record;
    const { domain, path } = fileOf(s);
    const touched = time(r.fields.last_touched);
    const pushed = time(r.fields.last_push);
    return {
      domain_id: rowNumber(s),
      registrable_domain: value(r, "site"),
      last_seen: seconds(r.at),
      had_user_interaction: r.fields.touched === true,
      last_seen_isodate: time(r.at),
      domain,
      path,
      most_recent_user_interaction_time: seconds(r.fields.last_touched),
      ...(touched === null ? {} : { most_recent_user_interaction_time_isodate: touched }),
      ...(pushed === null ? {} : { most_recent_web_push_interaction_time_isodate: pushed }),
    };
  },
  events: (s) => event(s.record.at, "visit", loadedBy(word(s.record, "site"), fileOf(s).domain)),
};

/** Sites as MVT lists them: objects with a `domain`, or an empty text where there are none. */
function sites(v: unknown): Json {
  return Array.isArray(v) && v.length > 0 ? v.map((domain) => ({ domain: String(domain) })) : "";
}

const sessions: MvtModule = {
  slug: "webkit_session_resource_log",
  plugin: "WebkitSessionResourceLog",
  artifact: "ios/webkit-sessions",
  kinds: ["site"],
  shape: "by-file",
  row: ({ record: r }) => ({
    origin: value(r, "site"),
    redirect_source: sites(r.fields.from),
    redirect_destination: sites(r.fields.to),
    subframe_under_origin: sites(r.fields.inside),
    subresource_under_origin: "",
    user_interaction: r.fields.touched === true,
    most_recent_interaction: time(r.fields.last_touched),
    last_seen: time(r.at),
  }),
  events: () => [],
};

export const WEB: readonly MvtModule[] = [
  chromeHistory,
  chromeFavicons,
  firefoxHistory,
  firefoxFavicons,
  safariTabs,
  observations,
  sessions,
];
