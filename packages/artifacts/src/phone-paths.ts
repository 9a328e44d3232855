/**
 * Where the files of a backup lie on the phone itself, for dumps of its file system: one table of the domains under which a
 * backup keeps them.
 *
 * Folders of apps carry an identifier that differs from phone to phone, so their name becomes `*`. Groups of the system most often
 * carry their own name.
 * Sources: /System/Library/Backup/Domains.plist as several readers and writers of backups quote it (var/mobile, root, preferences, wireless,
 * MobileDevice, Keychains, containers); paths of dumps in MVT's and iLEAPP's lists.
 * @module
 */
import type { Place } from "./artifact.ts";

const MOBILE = "private/var/mobile";
/** The container of an app, of a group of apps, of an extension. */
const APPS = `${MOBILE}/Containers/Data/Application/*`;
const GROUPS = `${MOBILE}/Containers/Shared/AppGroup/*`;
const PLUGINS = `${MOBILE}/Containers/Data/PluginKitPlugin/*`;

const DOMAINS: Readonly<Record<string, string>> = {
  BooksDomain: `${MOBILE}/Media/Books`,
  CameraRollDomain: MOBILE,
  DatabaseDomain: "private/var/db",
  HealthDomain: `${MOBILE}/Library`,
  HomeDomain: MOBILE,
  HomeKitDomain: MOBILE,
  InstallDomain: "private/var/installd",
  KeyboardDomain: MOBILE,
  KeychainDomain: "private/var/Keychains",
  ManagedPreferencesDomain: "private/var/Managed Preferences",
  MediaDomain: MOBILE,
  MobileDeviceDomain: "private/var/MobileDevice",
  ProtectedDomain: "private/var/protected",
  RootDomain: "private/var/root",
  SystemPreferencesDomain: "private/var/preferences",
  TonesDomain: MOBILE,
  WirelessDomain: "private/var/wireless",
};

/** The folders that one domain can be; none for one that is no folder of the phone. `*` stands for any domain. */
function foldersOf(domain: string): readonly string[] {
  const one = DOMAINS[domain];
  if (one !== undefined) return [one];
  if (domain === "*") return [MOBILE, APPS, GROUPS, PLUGINS];
  if (domain.startsWith("AppDomainGroup-")) return [GROUPS];
  if (domain.startsWith("AppDomainPlugin-")) return [PLUGINS];
  if (domain.startsWith("AppDomain-")) return [APPS];
  if (domain.startsWith("SysContainerDomain-")) return ["private/var/containers/Data/System/*"];
  if (domain.startsWith("SysSharedContainerDomain-"))
    return [
      `private/var/containers/Shared/SystemGroup/${domain.slice("SysSharedContainerDomain-".length)}`,
      "private/var/containers/Shared/SystemGroup/*",
    ];
  return [];
}

/**
 * Paths on the phone of paths in a backup. Files that only a backup has (Manifest.db) have none.
 * @example phonePaths(["HomeDomain/Library/SMS/sms.db"]) // ["private/var/mobile/Library/SMS/sms.db"]
 */
export function phonePaths(paths: readonly string[]): string[] {
  const out = new Set<string>();
  for (const path of paths) {
    const cut = path.indexOf("/");
    if (cut < 0) continue;
    for (const folder of foldersOf(path.slice(0, cut))) out.add(folder + path.slice(cut));
  }
  return [...out];
}

/** A place whose want is of one feed. */
interface InBackup<Want> {
  readonly paths: readonly string[];
  readonly want: Want;
}

/**
 * Of a backup's place: itself, and the same files in a dump of the phone. `also`: paths of a dump that follow from no domain.
 * @example where: inBackupAndDump({ paths: ["HomeDomain/Library/SMS/sms.db"], want: { tables } })
 */
export function inBackupAndDump<Want extends Place["want"]>(
  place: InBackup<Want>,
  also: readonly string[] = [],
): { readonly "ios-backup": InBackup<Want>; readonly "ios-filesystem": InBackup<Want> } {
  return {
    "ios-backup": place,
    "ios-filesystem": { ...place, paths: [...new Set([...phonePaths(place.paths), ...also])] },
  };
}

/**
 * The app, group or domain whose file this is: `com.google.Gmail` of a backup's `AppDomain-com.google.Gmail/Library/x`. In a dump the
 * name of an app's folder is an identifier; of a folder of the system its name.
 */
export function ownerOf(path: string): string | undefined {
  return /^private\/var\/(?:mobile\/Containers\/(?:Data|Shared)\/[^/]+|containers\/Shared\/SystemGroup)\/([^/]+)\//.exec(
    path,
  )?.[1];
}
