/**
 * VPN, DNS, filters and proxies that were set up: com.apple.networkextension.plist and SystemConfiguration/preferences.plist.
 *
 * The first is a keyed archive whose top holds `Version`, `Index`, `Generation` and, under a UUID each, an NEConfiguration: `Name`,
 * `Application`, `ProfileInfo` and one part that does the work (`VPN`, `AlwaysOnVPN`, `AppVPN`, `ContentFilter`, `DNSProxy`,
 * `DNSSettings`, `Relay`, `URLFilter`). The second has `NetworkServices` with dictionaries for VPN, DNS and Proxies of an interface.
 * Sources: both paths from the file list of a real backup (MVT's) and of another of iOS 27; keys from the coders of Apple's
 * NetworkExtension framework (versions 13 to 26). No public sample with a configuration was at hand.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { unarchive } from "@contraluz/formats/keyed-archive/index.ts";
import { asDict, asString, get } from "@contraluz/formats/plist/get.ts";
import type { PlistDict, PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, ParseRun, PlistItem } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { text } from "../../text.ts";
import { serversIn } from "./servers.ts";
import { fields, words } from "./words.ts";

const MAX_CONFIGURATIONS = 10_000;

/** What a part of an NEConfiguration is; the parts that only widgets, local access and push use are not asked about. */
const PARTS: readonly (readonly [key: string, what: string])[] = [
  ["VPN", "vpn"],
  ["AlwaysOnVPN", "always-on-vpn"],
  ["AppVPN", "app-vpn"],
  ["ContentFilter", "content-filter"],
  ["DNSProxy", "dns-proxy"],
  ["DNSSettings", "dns"],
  ["Relay", "relay"],
  ["URLFilter", "url-filter"],
];
/** What a dictionary of a network service is. */
const SERVICES: readonly (readonly [key: string, what: string])[] = [
  ["VPN", "vpn"],
  ["IPSec", "vpn"],
  ["PPP", "vpn"],
  ["IKEv2", "vpn"],
  ["DNS", "dns"],
  ["Proxies", "proxy"],
];

interface Setting {
  readonly what: string;
  readonly name: string | undefined;
  readonly app: string | undefined;
  readonly part: PlistValue;
  readonly info?: PlistValue | undefined;
  readonly key: string;
}

/** A text under one of these keys, in the dictionary or in those inside it, two deep. */
function find(v: PlistValue | undefined, keys: RegExp, depth = 0): string | undefined {
  let left = 200;
  for (const [k, x] of asDict(v) ?? []) {
    if (left-- <= 0) return undefined;
    const s = keys.test(k) ? text(x) : depth < 2 ? find(x, keys, depth + 1) : undefined;
    if (s) return s;
  }
  return undefined;
}

function flag(v: PlistValue | undefined, key: string): boolean | undefined {
  const x = get(v, key);
  return x === true || x === 1 ? true : x === false || x === 0 ? false : undefined;
}

function emitSetting(s: Setting, item: PlistItem, run: ParseRun, emit: Emit): void {
  const { servers, all } = serversIn(s.part);
  if (!all) run.problem({ code: "plist-limit", found: "servers of a configuration", lost: "bytes" });
  const provider = find(s.part, /^(?:PluginType|ProviderBundleIdentifier|FilterProviderBundleIdentifier)$/i);
  const profile = find(s.info, /^(?:Profile|Payload)(?:UUID|Identifier)$/i);
  const observables: Observable[] = servers.map((value) => ({ type: "url", value, contact: "installed" }));
  for (const value of new Set([s.app, provider]))
    if (value) observables.push({ type: "app-id", value, contact: "installed" });
  if (profile) observables.push({ type: "profile-id", value: profile, contact: "installed" });
  emit({
    kind: "setting",
    fields: {
      what: s.what,
      name: s.name,
      app: s.app,
      provider: provider === s.app ? undefined : provider,
      type: asString(get(s.part, "Protocol", "$class"))?.replace(/^NEVPNProtocol/, "") || undefined,
      enabled: flag(s.part, "Enabled"),
      on_demand: flag(s.part, "OnDemandEnabled"),
      servers: servers.length > 0 ? servers : undefined,
      profile,
      organization: find(s.info, /^(?:Profile|Payload)Organization$/i),
    },
    observables,
    origin: item.origin(s.key),
  });
}

/** Configurations of a keyed archive: what stands under a UUID, or is one by its parts. */
function* configurations(top: PlistDict): Generator<Setting> {
  let left = MAX_CONFIGURATIONS;
  for (const [raw, config] of top) {
    if (!asDict(config) || left-- <= 0) continue;
    const key = text(raw)!;
    for (const [name, what] of PARTS) {
      const part = get(config, name);
      if (!asDict(part)) continue;
      yield {
        what,
        name: text(get(config, "Name")) ?? text(get(config, "ApplicationName")),
        app: text(get(config, "Application")),
        part: part!,
        info: get(config, "ProfileInfo"),
        key: `${key}.${name}`,
      };
    }
  }
}

/** Services of an interface that name a server. */
function* services(all: PlistDict): Generator<Setting> {
  let left = MAX_CONFIGURATIONS;
  for (const [raw, service] of all) {
    if (!asDict(service) || left-- <= 0) continue;
    const name = text(get(service, "UserDefinedName"));
    for (const [part, what] of SERVICES) {
      const value = get(service, part);
      if (!asDict(value) || serversIn(value).servers.length === 0) continue;
      yield { what, name, app: undefined, part: value!, key: `NetworkServices.${text(raw)}.${part}` };
    }
  }
}

export const networkSettings: Artifact<"plist"> = {
  id: "ios/network-settings",
  version: 1,
  feed: "plist",
  where: {
    ...inBackupAndDump({
      paths: [
        "SystemPreferencesDomain/com.apple.networkextension.plist",
        "SystemPreferencesDomain/SystemConfiguration/preferences.plist",
      ],
      want: {},
    }),
    sysdiagnose: {
      paths: ["logs/Networking/com.apple.networkextension.plist"],
      want: {},
    },
  },
  fields,
  key: { setting: ["what", "name", "app", "profile"] },
  observes: [
    ["url", "installed"],
    ["domain", "installed"],
    ["ip", "installed"],
    ["app-id", "installed"],
    ["profile-id", "installed"],
  ],
  words,
  sources: [
    "com.apple.networkextension.plist: NEConfiguration",
    "SystemConfiguration preferences.plist: NetworkServices",
  ],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const archived = get(item.value, "$objects") !== undefined;
      const top = asDict(archived ? unarchive(item.value, run.problem) : item.value);
      const found = archived
        ? configurations(top ?? new Map())
        : services(asDict(get(item.value, "NetworkServices")) ?? new Map());
      for (const setting of found) emitSetting(setting, item, run, emit);
    },
  }),
};
