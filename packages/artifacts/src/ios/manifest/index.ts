/**
 * Manifest.db of an iOS backup: every file that the phone saved.
 *
 * Sources: ios.md 1.2 (schema and MBFile read from real backups); device paths of domains as in Apple's Domains.plist.
 * @module
 */
import type { ArtifactRecord, Observable } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { fields, words } from "./words.ts";

/** Root of a domain on the device. App containers have a random folder, so their files have no absolute path here. */
const ROOTS: Readonly<Record<string, string>> = {
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
};

/** WebKit names the storage of a site `scheme_host_port`, e.g. `https_example.org_0.localstorage`. */
const WEB_STORAGE = /(?:^|\/)https?_([^/_]+(?:_[^/_]+)*?)_\d+(?=[./]|$)/;

function observe(domain: string, path: string, dir: boolean): Observable[] {
  const out: Observable[] = [];
  const root = ROOTS[domain];
  if (root !== undefined) out.push({ type: "file-path", value: root + path, contact: "present" });
  else if (!dir) out.push({ type: "file-name", value: path.slice(path.lastIndexOf("/") + 1), contact: "present" });
  if (path.includes("http")) {
    const site = WEB_STORAGE.exec(path);
    if (site) out.push({ type: "domain", value: site[1]!, contact: "visited" });
  }
  return out;
}

export const manifest: Artifact<"listing"> = {
  id: "ios/manifest",
  version: 1,
  feed: "listing",
  where: { "ios-backup": { paths: ["Manifest.db"], want: {} } },
  fields,
  observes: [
    ["file-path", "present"],
    ["file-name", "present"],
    ["domain", "visited"],
  ],
  words,
  sources: ["Apple iOS backup format: Manifest.db table Files, MBFile keyed archive"],
  parse: () => ({
    take(item, emit) {
      for (const file of item.files) {
        const v = file.listing?.values;
        if (!v) continue;
        const domain = String(v.domain ?? "");
        const path = String(v.relativePath ?? "");
        const record: ArtifactRecord = {
          kind: "file",
          ...(file.times?.modified ? { at: file.times.modified } : {}),
          fields: {
            domain,
            path,
            type: file.kind,
            size: file.size,
            mode: v.mode,
            owner: v.userId,
            born: file.times?.born,
            changed: file.times?.changed,
            id: v.fileID,
          },
          observables: path === "" ? [] : observe(domain, path, file.kind === "dir"),
          origin: item.origin(file),
        };
        emit(record);
      }
    },
  }),
};
