/**
 * Manifest.db of an iOS backup: every file that the phone saved.
 *
 * The path of a file holds names of sites where WebKit stores their data (`https_example.org_0`); no other part of a
 * path names a site, so nothing else is taken for one.
 * Sources: ios.md 1.2 (schema and MBFile read from real backups); device paths of domains as in Apple's Domains.plist.
 * @module
 */
import type { ArtifactRecord, Observable } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Root of a domain on the device. App containers have a random folder, so their files have no absolute path here. */
const ROOTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    HomeDomain: "/private/var/mobile/",
    RootDomain: "/private/var/root/",
    WirelessDomain: "/private/var/wireless/",
    MediaDomain: "/private/var/mobile/",
    CameraRollDomain: "/private/var/mobile/",
    KeychainDomain: "/private/var/Keychains/",
    SystemPreferencesDomain: "/private/var/preferences/",
    ManagedPreferencesDomain: "/private/var/Managed Preferences/",
    DatabaseDomain: "/private/var/db/",
    MobileDeviceDomain: "/private/var/MobileDevice/",
    InstallDomain: "/private/var/installd/",
    KeyboardDomain: "/private/var/mobile/",
    HomeKitDomain: "/private/var/mobile/",
    TonesDomain: "/private/var/mobile/",
    HealthDomain: "/private/var/mobile/Library/",
    BooksDomain: "/private/var/mobile/Media/Books/",
    ProtectedDomain: "/private/var/protected/",
    NetworkDomain: "/private/var/networkd/",
  }),
);

/** What a backup can hold lies in these; `/private/var/tmp` is in none. */
const FOLDERS = [...new Set([...ROOTS.values()].map((r) => r.split("/").slice(0, 4).join("/")))];

/** Containers of apps and of their parts are named after their ids. */
const APP_DOMAIN = /^AppDomain(?:Plugin)?-(.+)$/s;
/** Domains remembered, to name each app once; a real phone has some hundreds. */
const MAX_DOMAINS = 10_000;

/** WebKit names the storage of a site `scheme_host_port`, e.g. `https_example.org_0.localstorage`. */
const WEB_STORAGE = /(?:^|\/)https?_([^/_]+(?:_[^/_]+)*?)_\d+(?=[./]|$)/;

function observe(domain: string, path: string): Observable[] {
  const out: Observable[] = [];
  const root = ROOTS.get(domain);
  if (root !== undefined) out.push({ type: "file-path", value: root + path, contact: "present" });
  else {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (name !== "") out.push({ type: "file-name", value: name, contact: "present" });
  }
  if (path.includes("http")) {
    const site = WEB_STORAGE.exec(path);
    if (site) out.push({ type: "domain", value: site[1]!, contact: "visited" });
  }
  return out;
}

/** Gives the id of the app that a container belongs to, at its first sight. */
function appSight(): (domain: string) => string | undefined {
  const seen = new Set<string>();
  let last = "";
  return (domain) => {
    if (domain === last || !domain.startsWith("AppDomain")) return undefined;
    last = domain;
    if (seen.has(domain)) return undefined;
    if (seen.size < MAX_DOMAINS) seen.add(domain);
    return APP_DOMAIN.exec(domain)?.[1];
  };
}

export const manifest: Artifact<"listing"> = {
  id: "ios/manifest",
  version: 1,
  feed: "listing",
  where: { "ios-backup": { paths: ["Manifest.db"], want: {} } },
  fields,
  key: { file: ["domain", "path"] },
  observes: [
    ["file-path", "present", FOLDERS],
    ["file-path", "listed", FOLDERS],
    ["file-name", "present"],
    ["domain", "visited"],
    ["app-id", "present"],
  ],
  words,
  sources: ["Apple iOS backup format: Manifest.db table Files, MBFile keyed archive"],
  parse: () => {
    const appOf = appSight();
    return {
      take(item, emit) {
        for (const file of item.files) {
          const v = file.listing?.values;
          if (!v) continue;
          const domain = text(v.domain) ?? "";
          const path = text(v.relativePath) ?? "";
          const target = text(v.target);
          const observables = path === "" ? [] : observe(domain, path);
          const app = appOf(domain);
          if (app !== undefined) observables.push({ type: "app-id", value: app, contact: "present" });
          if (target?.startsWith("/")) observables.push({ type: "file-path", value: target, contact: "listed" });
          const record: ArtifactRecord = {
            kind: "file",
            ...(file.times?.modified ? { at: file.times.modified } : {}),
            fields: {
              domain,
              path,
              type: file.kind,
              target,
              size: file.size,
              mode: number(v.mode),
              owner: number(v.userId),
              born: file.times?.born,
              changed: file.times?.changed,
              id: text(v.fileID),
            },
            observables,
            origin: item.origin(file),
          };
          emit(record);
        }
      },
    };
  },
};
