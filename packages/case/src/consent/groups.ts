/**
 * Groups of places that a person can allow with one tick. Each place of the catalogue is in exactly one (a test holds that), and the
 * words of a group say what is in it: who allows `web` allows every place that tells which sites were seen. The lists stand here whole: whoever opens
 * a case to read its papers needs no artifact.
 * @module
 */
import { byCodeUnit } from "@contraluz/core";
import type { DataGroup } from "./types.ts";

const NAMED: Readonly<Record<DataGroup, readonly string[]>> = {
  system: [
    "ios/configuration-profiles",
    "ios/global-preferences",
    "ios/profile-events",
    "ios/network-settings",
    "ios/supervision",
    "ios/trust-store",
    "ios/shutdown-log",
    "ios/processes",
    "ios/task-list",
    "ios/spindump",
    "ios/crash-reports",
    "ios/unified-log",
    "ios/log-statistics",
    "ios/container-log",
    "ios/activation-log",
    "ios/lockdown-log",
    "ios/power-log",
    "ios/settings-events",
    "ios/binary-locations",
    "ios/mounts",
    "ios/backup-status",
    "ios/system-versions",
    "ios/restore-log",
    "ios/device-management",
    "ios/backup-info",
    "ios/keychain-status",
    "ios/keychain-analytics",
    "android/acquisition",
    "android/adb-keys",
    "android/battery-daily",
    "android/battery-history",
    "android/dbinfo",
    "android/device-policy",
    "android/header",
    "android/intrusion-logs",
    "android/keyguard",
    "android/logcat",
    "android/mounts",
    "android/platform-compat",
    "android/process-details",
    "android/processes",
    "android/properties",
    "android/root-binaries",
    "android/selinux",
    "android/services",
    "android/settings",
    "android/tombstone-sections",
    "android/tombstones",
    "android/usb",
    "android/vpn",
  ],
  apps: [
    "ios/applications",
    "ios/tcc",
    "ios/messengers",
    "ios/shortcuts",
    "ios/provisioning-profiles",
    "ios/installation-log",
    "ios/store-apps",
    "ios/associated-domains",
    "ios/app-bundles",
    "ios/app-provisioning",
    "ios/privacy-accounting",
    "ios/privacy-report",
    "android/accessibility",
    "android/apks",
    "android/app-ops",
    "android/components",
    "android/install-log",
    "android/notification-listeners",
    "android/packages",
    "android/qf-packages",
    "android/roles",
    "android/usage-stats",
  ],
  accounts: [
    "ios/accounts",
    "ios/linked-devices",
    "ios/trusted-devices",
    "ios/key-transparency",
    "ios/account-devices",
    "android/accounts",
  ],
  messages: ["ios/sms", "ios/whatsapp", "ios/sms-attachments", "android/sms"],
  calls: ["ios/calls", "ios/whatsapp-calls"],
  people: [
    "ios/contacts",
    "ios/interactions",
    "ios/whatsapp-contacts",
    "ios/whatsapp-lids",
    "ios/id-status-cache",
    "ios/calendar",
  ],
  web: [
    "ios/safari-history",
    "ios/safari-tabs",
    "ios/safari-tab-groups",
    "ios/safari-bookmarks",
    "ios/safari-favicons",
    "ios/chrome-history",
    "ios/chrome-favicons",
    "ios/firefox-history",
    "ios/firefox-favicons",
    "ios/webkit-observations",
    "ios/webkit-sessions",
    "ios/cached-requests",
  ],
  places: ["ios/location-clients", "ios/wifi-networks", "ios/wifi-scan"],
  files: ["ios/manifest", "ios/file-system", "android/files", "android/temp-files"],
  network: [
    "network/alerts",
    "network/connections",
    "network/coverage",
    "network/devices",
    "network/discovery",
    "network/http",
    "network/keys",
    "network/names",
    "network/sockets",
    "network/suricata",
    "network/tls",
    "network/wifi",
    "ios/data-usage",
    "ios/analytics-daily",
    "ios/network-apps",
    "ios/net-usage",
    "android/netstat",
    "android/netstats",
  ],
  radio: [
    "bluetooth/trackers",
    "bluetooth/devices",
    "bluetooth/places",
    "radio/cells",
    "radio/messages",
    "radio/places",
    "radio/reports",
    "radio/signal",
    "ios/bluetooth-devices",
  ],
  reports: ["mvt/reported", "trace/reported", "saf/reported"],
  documents: ["documents/pages"],
};

/** Text of documents: no artifact of a check, and read only where it is asked for (`archive`). */
export const DOCUMENTS = "documents/pages";

/** Places of captures, recordings and other tools that this version does not know go with their kind. */
const KINDS: Readonly<Record<string, DataGroup>> = Object.assign(Object.create(null), {
  network: "network",
  radio: "radio",
  bluetooth: "radio",
  mvt: "reports",
  trace: "reports",
  saf: "reports",
});

export const DATA_GROUPS: readonly DataGroup[] = Object.keys(NAMED) as DataGroup[];

export function isGroup(text: string): text is DataGroup {
  return Object.hasOwn(NAMED, text);
}

/** The group that a place is in; undefined for a place that this version does not know. */
export function groupOf(artifact: string): DataGroup | undefined {
  return DATA_GROUPS.find((g) => NAMED[g].includes(artifact)) ?? KINDS[artifact.split("/")[0]!];
}

/** Places of the catalogue in a group. */
export function placesOf(group: DataGroup): readonly string[] {
  return NAMED[group];
}

/** Ids of artifacts that a list of ids and groups means, each once, in the order of code units. */
export function expand(list: readonly string[]): readonly string[] {
  return [...new Set(list.flatMap((x) => (isGroup(x) ? placesOf(x) : [x])))].sort(byCodeUnit);
}
