/** Apps, and what the system noted of them. @module */
import type { Json } from "@contraluz/core";
import type { RecordObject } from "../record.ts";
import { add, get, put, table } from "./tables.ts";
import type { MvtModule, MvtState } from "./types.ts";
import { event, time, value, word } from "./value.ts";

const applications: MvtModule = {
  slug: "applications",
  plugin: "Applications",
  artifact: "ios/applications",
  kinds: ["app"],
  row({ record: r }) {
    // MVT lists the apps of which there is a receipt.
    if (r.fields.receipt !== true) return undefined;
    const id = r.fields.receipt_app === undefined ? value(r, "app") : value(r, "receipt_app");
    return {
      name: value(r, "app"),
      artistName: value(r, "maker"),
      bundleShortVersionString: value(r, "version"),
      "com.apple.iTunesStore.downloadInfo": { purchaseDate: r.at?.seen ?? null },
      itemName: value(r, "name"),
      softwareVersionBundleId: id,
      sourceApp: value(r, "source"),
      isodate: time(r.at),
    };
  },
  events: ({ record: r }) =>
    r.fields.receipt !== true
      ? []
      : event(
          r.at,
          "app_installed",
          `App ${word(r, "app")} version ${word(r, "version")} from ${word(r, "maker")} installed from ${word(r, "source")}`,
        ),
};

const locationClients: MvtModule = {
  slug: "locationd_clients",
  plugin: "LocationdClients",
  artifact: "ios/location-clients",
  kinds: ["client", "use"],
  open: () => table<[string, string | null][]>(),
  gather({ record: r }, state) {
    if (r.kind === "use") add(state, r.fields.client, [String(r.fields.event), time(r.at)]);
  },
  row({ record: r }, state) {
    if (r.kind === "use") return undefined;
    const times = get<[string, string | null][]>(state, r.fields.client) ?? [];
    return {
      ...(r.fields.bundle === undefined ? {} : { BundleId: value(r, "bundle") }),
      ...(r.fields.path === undefined ? {} : { BundlePath: value(r, "path") }),
      ...(r.fields.executable === undefined ? {} : { Executable: value(r, "executable") }),
      ...(r.fields.authorization === undefined ? {} : { Authorization: value(r, "authorization") }),
      ...Object.fromEntries(times),
      package: value(r, "client"),
    };
  },
  events: ({ record: r }) =>
    r.kind === "use" ? event(r.at, word(r, "event"), `${word(r, "event")} from ${word(r, "client")}`) : [],
};

const analytics: MvtModule = {
  slug: "os_analytics_ad_daily",
  plugin: "OSAnalyticsADDaily",
  artifact: "ios/analytics-daily",
  kinds: ["usage"],
  row: ({ record: r }) => ({
    package: value(r, "name"),
    ts: time(r.at),
    wifi_in: value(r, "wifi_in"),
    wifi_out: value(r, "wifi_out"),
    wwan_in: value(r, "cell_in"),
    wwan_out: value(r, "cell_out"),
  }),
  events: ({ record: r }) =>
    event(
      r.at,
      "osanalytics_addaily",
      `${word(r, "name")} WIFI IN: ${word(r, "wifi_in")}, WIFI OUT: ${word(r, "wifi_out")} - WWAN IN: ${word(r, "cell_in")}, WWAN OUT: ${word(r, "cell_out")}`,
    ),
};

const globalPreferences: MvtModule = {
  slug: "global_preferences",
  plugin: "GlobalPreferences",
  artifact: "ios/global-preferences",
  kinds: ["setting"],
  row: ({ record: r }) => ({
    entry: value(r, "name"),
    value: r.fields.value === undefined ? time(r.at) : value(r, "value"),
  }),
  events: () => [],
};

const profileEvents: MvtModule = {
  slug: "profile_events",
  plugin: "ProfileEvents",
  artifact: "ios/profile-events",
  kinds: ["event"],
  row: ({ record: r }) => ({
    profile_id: value(r, "profile"),
    timestamp: time(r.at),
    operation: value(r, "operation"),
    process: value(r, "program"),
  }),
  events: ({ record: r }) =>
    event(
      r.at,
      "profile_operation",
      `Process ${word(r, "program")} started operation ${word(r, "operation")} of profile ${word(r, "profile")}`,
    ),
};

const actionsOf = (r: RecordObject, state: MvtState): RecordObject | undefined =>
  get<RecordObject>(state, r.fields.shortcut);

/** Descriptions are not kept. */
function shortcutText(r: RecordObject, state: MvtState): string {
  const links = actionsOf(r, state)?.fields.links;
  const urls = Array.isArray(links) && links.length > 0 ? ` - URLs in actions: ${links.join(" ")}` : "";
  return `iOS Shortcut '${word(r, "name")}': None${urls}`;
}

const shortcuts: MvtModule = {
  slug: "shortcuts",
  plugin: "Shortcuts",
  artifact: "ios/shortcuts",
  kinds: ["shortcut"],
  open: () => table<RecordObject>(),
  gather({ record: r }, state) {
    if (r.kind === "actions") put(state, r.fields.shortcut, () => r);
  },
  row({ record: r }, state) {
    const actions = actionsOf(r, state);
    return {
      shortcut_id: value(r, "shortcut"),
      shortcut_name: value(r, "name"),
      modified_date: time(r.fields.changed),
      description: null,
      parsed_actions: actions ? value(actions, "count") : 0,
      action_urls: (actions?.fields.links as Json | undefined) ?? [],
      isodate: time(r.at),
    };
  },
  events: ({ record: r }, state) => [
    ...event(r.at, "shortcut_created", shortcutText(r, state)),
    ...event(r.fields.changed, "shortcut_modified", shortcutText(r, state)),
  ],
};

export const APPS: readonly MvtModule[] = [
  applications,
  locationClients,
  analytics,
  globalPreferences,
  profileEvents,
  shortcuts,
];
