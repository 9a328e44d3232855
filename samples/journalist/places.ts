/** The places of ordinary life, where nothing is to be found: their bodies, and how many records each of them makes. @module */
import { makeBookmarks, makeChrome, makeObservations, makeTabGroups, makeTabs } from "./browsers.ts";
import { APPS, type Body } from "./files.ts";
import {
  makeAccountList,
  makeBackupStatus,
  makeBluetooth,
  makeDaily,
  makeGlobals,
  makeLocationClients,
  makeNearby,
  makeNetworkApps,
  makeNetworkSettings,
  makeProfileEvents,
  makeSettingsEvents,
  makeShortcuts,
  makeSupervision,
  makeTrust,
  makeWifi,
} from "./settings.ts";
import { type Made, makeCalendar, makeCalls, makeContacts, makeInteractions } from "./social.ts";
import { BEGIN, PROFILE_DAYS } from "./story.ts";
import { makeChats, makeLids, makeWhatsAppCalls, makeWhatsAppContacts } from "./whatsapp.ts";

const SAFARI = "AppDomain-com.apple.mobilesafari";
const WHATSAPP = "AppDomainGroup-group.net.whatsapp.WhatsApp.shared";
const CHROME = "AppDomain-com.google.chrome.ios";
const CHROME_FOLDER = "Library/Application Support/Google/Chrome/Default";
const SYSTEM = "SystemPreferencesDomain";
const PROFILES = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";
const BLUETOOTH = "SysSharedContainerDomain-systemgroup.com.apple.bluetooth";
const PREFERENCES = "Library/Preferences";

type Place = readonly [
  artifact: string,
  domain: string,
  path: string,
  made: Pick<Made, "records" | "deleted"> & { readonly db?: Uint8Array; readonly bytes?: Uint8Array },
  at?: number,
];

function allPlaces(): readonly Place[] {
  const chrome = makeChrome();
  const nearby = "Library/Database/com.apple.MobileBluetooth.ledevices.paired.db";
  const classic = `${PREFERENCES}/com.apple.MobileBluetooth.devices.plist`;
  const observations = "Library/WebKit/WebsiteData/ResourceLoadStatistics/observations.db";
  return [
    ["ios/contacts", "HomeDomain", "Library/AddressBook/AddressBook.sqlitedb", makeContacts()],
    ["ios/calls", "HomeDomain", "Library/CallHistoryDB/CallHistory.storedata", makeCalls()],
    ["ios/interactions", "HomeDomain", "Library/CoreDuet/People/interactionC.db", makeInteractions()],
    ["ios/calendar", "HomeDomain", "Library/Calendar/Calendar.sqlitedb", makeCalendar()],
    ["ios/whatsapp", WHATSAPP, "ChatStorage.sqlite", makeChats()],
    ["ios/whatsapp-contacts", WHATSAPP, "ContactsV2.sqlite", makeWhatsAppContacts()],
    ["ios/whatsapp-calls", WHATSAPP, "CallHistory.sqlite", makeWhatsAppCalls()],
    ["ios/whatsapp-lids", WHATSAPP, "LID.sqlite", makeLids()],
    ["ios/safari-tabs", SAFARI, "Library/Safari/BrowserState.db", makeTabs()],
    ["ios/safari-tab-groups", SAFARI, "Library/Safari/SafariTabs.db", makeTabGroups()],
    ["ios/safari-bookmarks", "HomeDomain", "Library/Safari/Bookmarks.db", makeBookmarks()],
    ["ios/webkit-observations", SAFARI, observations, makeObservations()],
    ["ios/chrome-history", CHROME, `${CHROME_FOLDER}/History`, chrome.history],
    ["ios/chrome-favicons", CHROME, `${CHROME_FOLDER}/Favicons`, chrome.icons],
    ["ios/shortcuts", "HomeDomain", "Library/Shortcuts/Shortcuts.sqlite", makeShortcuts()],
    ["ios/accounts", "HomeDomain", "Library/Accounts/Accounts3.sqlite", makeAccountList()],
    ["ios/location-clients", "RootDomain", "Library/Caches/locationd/clients.plist", makeLocationClients()],
    ["ios/analytics-daily", "HomeDomain", `${PREFERENCES}/com.apple.osanalytics.addaily.plist`, makeDaily()],
    ["ios/global-preferences", "HomeDomain", `${PREFERENCES}/.GlobalPreferences.plist`, makeGlobals()],
    [
      "ios/profile-events",
      PROFILES,
      "Library/ConfigurationProfiles/MCProfileEvents.plist",
      makeProfileEvents(),
      PROFILE_DAYS.unknown,
    ],
    [
      "ios/supervision",
      PROFILES,
      "Library/ConfigurationProfiles/CloudConfigurationDetails.plist",
      makeSupervision(),
      BEGIN,
    ],
    [
      "ios/settings-events",
      PROFILES,
      "Library/ConfigurationProfiles/MCSettingsEvents.plist",
      makeSettingsEvents(),
      BEGIN,
    ],
    ["ios/backup-status", "HomeDomain", `${PREFERENCES}/com.apple.MobileBackup.plist`, makeBackupStatus(APPS)],
    ["ios/network-apps", SYSTEM, "com.apple.networkextension.uuidcache.plist", makeNetworkApps(APPS)],
    ["ios/network-settings", SYSTEM, "com.apple.networkextension.plist", makeNetworkSettings(), PROFILE_DAYS.unknown],
    ["ios/wifi-networks", SYSTEM, "com.apple.wifi.known-networks.plist", makeWifi()],
    ["ios/linked-devices", BLUETOOTH, classic, makeBluetooth()],
    ["ios/bluetooth-devices", BLUETOOTH, nearby, makeNearby()],
    ["ios/trust-store", "KeychainDomain", "TrustStore.sqlite3", makeTrust(), BEGIN],
  ];
}

export interface Places {
  readonly bodies: readonly Body[];
  readonly records: { readonly [artifact: string]: number };
  readonly deleted: { readonly [artifact: string]: readonly string[] };
}

export function makePlaces(): Places {
  const bodies: Body[] = [];
  const records: { [artifact: string]: number } = {};
  const deleted: { [artifact: string]: readonly string[] } = {};
  for (const [artifact, domain, path, made, at] of allPlaces()) {
    bodies.push(at === undefined ? [domain, path, made.db ?? made.bytes!] : [domain, path, made.db ?? made.bytes!, at]);
    records[artifact] = made.records;
    if (made.deleted) deleted[artifact] = made.deleted;
  }
  return { bodies, records, deleted };
}
