/**
 * Wi-Fi networks that the phone knows: com.apple.wifi.known-networks.plist (iOS 14 and later), com.apple.wifi.plist and
 * com.apple.wifi-networks.plist before it, and com.apple.wifi-private-mac-networks.plist.
 *
 * New: `wifi.network.ssid.NAME` maps to a dictionary; old: `List of known networks` is a list of dictionaries. A name is bytes
 * (`SSID`), as a text also in `SSID_STR`. `BSSList` names each access point with the time of the last association. Places of
 * access points, which newer versions add, are not kept.
 * Sources: paths from the file list of a real backup (MVT's); keys from the samples of iLEAPP and plaso (iOS 15, 16) and, for the old
 * form, iLEAPP's and another reader.
 * @module
 */
import type { Moment, Observable } from "@contraluz/core";
import { asArray, asBytes, asDict, get } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, ParseRun, PlistItem } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

const MAX_NETWORKS = 50_000;
/** Access points of one network. */
const MAX_POINTS = 1000;
const PREFIX = "wifi.network.ssid.";
/** Lists of the older files, and of networks met under an address of their own: `List of known networks` and others. */
const LIST = "List of ";

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

type Dict = PlistValue | undefined;

function ssidOf(network: Dict, key: string | undefined): string | undefined {
  const bytes = asBytes(get(network, "SSID"));
  const named = key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
  return (
    text(get(network, "SSID_STR")) ??
    (bytes ? text(utf8.decode(bytes.subarray(0, 256))) : text(get(network, "SSID"))) ??
    text(named)
  );
}

const bssid = (v: Dict): string | undefined => text(v)?.toLowerCase();

/** The first of these keys that holds an instant. */
function at(network: Dict, ...keys: readonly string[]): Moment | undefined {
  for (const k of keys) {
    const when = whenOf(get(network, k) ?? get(network, "__OSSpecific__", k));
    if (when) return when;
  }
  return undefined;
}

const later = (a: Moment | undefined, b: Moment | undefined): Moment | undefined =>
  a && (!b || a.utc! >= b.utc!) ? a : b;

function yes(v: Dict): true | undefined {
  return v === true || v === 1 ? true : undefined;
}

function observe(...values: readonly (string | undefined)[]): Observable[] {
  const out: Observable[] = [];
  for (const value of new Set(values)) if (value) out.push({ type: "wifi", value, contact: "listed" });
  return out;
}

function emitNetwork(
  item: PlistItem,
  network: Dict,
  key: string,
  plain: string | undefined,
  emit: Emit,
  run: ParseRun,
): void {
  const ssid = ssidOf(network, plain);
  const point = bssid(get(network, "__OSSpecific__", "BSSID") ?? get(network, "BSSID"));
  const [user, system] = [
    at(network, "JoinedByUserAt", "lastJoined"),
    at(network, "JoinedBySystemAt", "lastAutoJoined"),
  ];
  const added = at(network, "AddedAt", "addedAt", "added");
  const joined = later(later(user, system), at(network, "prevJoined"));
  const when = joined ?? added;
  emit({
    kind: "network",
    ...(when ? { at: when } : {}),
    fields: {
      ssid,
      bssid: point,
      security:
        text(get(network, "SupportedSecurityTypes")) ?? (yes(get(network, "IsOpenNetwork")) ? "Open" : undefined),
      added,
      by_user: user,
      by_system: system,
      updated: at(network, "UpdatedAt", "lastUpdated"),
      seen: at(network, "LastDiscoveredAt"),
      hidden: yes(get(network, "Hidden") ?? get(network, "HIDDEN_NETWORK")),
      captive: yes(get(network, "CaptiveProfile", "CaptiveNetwork") ?? get(network, "CaptiveNetwork")),
      channel: number(get(network, "__OSSpecific__", "CHANNEL") ?? get(network, "CHANNEL")),
    },
    observables: observe(ssid, point),
    origin: item.origin(key),
  });
  const points = asArray(get(network, "BSSList")) ?? [];
  if (points.length > MAX_POINTS)
    run.problem({ code: "plist-limit", found: `${points.length} access points`, lost: "bytes" });
  for (const [i, p] of points.slice(0, MAX_POINTS).entries()) {
    const address = bssid(get(p, "BSSID"));
    if (!asDict(p) || !address) continue;
    const last = whenOf(get(p, "LastAssociatedAt"));
    const signature = text(get(p, "IPv4NetworkSignature"));
    emit({
      kind: "point",
      ...(last ? { at: last } : {}),
      fields: { ssid, bssid: address, channel: number(get(p, "Channel")), router: signature },
      observables: observe(address),
      origin: item.origin(`${key}.BSSList[${i}]`),
    });
  }
}

export const wifiNetworks: Artifact<"plist"> = {
  id: "ios/wifi-networks",
  version: 1,
  feed: "plist",
  where: {
    ...inBackupAndDump({
      paths: [
        "SystemPreferencesDomain/com.apple.wifi.known-networks.plist",
        "SystemPreferencesDomain/SystemConfiguration/com.apple.wifi.known-networks.plist",
        "SystemPreferencesDomain/SystemConfiguration/com.apple.wifi.plist",
        "SystemPreferencesDomain/SystemConfiguration/com.apple.wifi-networks.plist",
        "SystemPreferencesDomain/SystemConfiguration/com.apple.wifi-networks.plist.backup",
        "SystemPreferencesDomain/SystemConfiguration/com.apple.wifi-private-mac-networks.plist",
      ],
      want: {},
    }),
    sysdiagnose: {
      paths: [
        "WiFi/com.apple.wifi.known-networks.plist",
        "WiFi/com.apple.wifi.plist",
        "WiFi/com.apple.wifi-networks.plist",
        "WiFi/com.apple.wifi-private-mac-networks.plist",
      ],
      want: {},
    },
  },
  fields,
  key: { network: ["ssid"], point: ["bssid", "ssid"] },
  observes: [["wifi", "listed"]],
  words,
  sources: ["com.apple.wifi.known-networks.plist", "com.apple.wifi.plist", "com.apple.wifi-private-mac-networks.plist"],
  parse: (run) => ({
    take(item, emit) {
      const all = asDict(item.value);
      if (!all) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      let left = MAX_NETWORKS;
      const one = (network: Dict, key: string, plain?: string): void => {
        if (!asDict(network)) return;
        if (left-- > 0) emitNetwork(item, network, key, plain, emit, run);
        else if (left === -1) run.problem({ code: "plist-limit", found: `> ${MAX_NETWORKS} networks`, lost: "bytes" });
      };
      for (const [raw, value] of all) {
        const key = text(raw)!;
        if (raw.startsWith(PREFIX)) one(value, key, raw);
        else if (raw.startsWith(LIST))
          for (const [i, network] of (asArray(value) ?? []).entries()) one(network, `${key}[${i}]`);
      }
    },
  }),
};
