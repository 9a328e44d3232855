/**
 * What a sysdiagnose or a dump says of itself: when it was taken, by which clock, of which device.
 *
 * A sysdiagnose writes into sysdiagnose.log under which name it collects (`IN_PROGRESS_sysdiagnose_2024.09.12_14-54-51-0600_iPhone-OS_iPhone_21G93`):
 * the phone's clock and its distance to UTC. Where the log is gone the folder of that name says it, which anybody can rename.
 * remotectl_dumpstate.txt (iOS 15 and later) names model and version, SystemVersion.plist the version. Least data: serial number and identifier
 * of the device stand there, too, and are not taken over.
 * Sources: ios.md 4.1; for a dump 2.2 and the names of files in iLEAPP's lists.
 * @module
 */
import type { Acquisition, Moment, Params } from "@contraluz/core";
import { parseIso } from "@contraluz/core";
import { asString, get } from "@contraluz/formats/plist/get.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { FoundTree, TreeKind } from "./find.ts";

/** Files that describe a tree, by the name under which they stand in it. */
export const DESCRIBING: Readonly<Record<TreeKind, readonly string[]>> = {
  sysdiagnose: ["sysdiagnose.log", "remotectl_dumpstate.txt", "logs/SystemVersion/SystemVersion.plist"],
  "ios-filesystem": [
    "System/Library/CoreServices/SystemVersion.plist",
    "private/var/installd/Library/MobileInstallation/LastBuildInfo.plist",
    "private/var/preferences/SystemConfiguration/preferences.plist",
  ],
};

/** Bytes of each that are read. */
export const ABOUT_BYTES = 262_144;

/** What one describing file holds, by its name. */
export type About = ReadonlyMap<string, Uint8Array>;

const STAMP =
  /sysdiagnose_(\d{4})\.(\d\d)\.(\d\d)_(\d\d)-(\d\d)-(\d\d)([+-])(\d\d)(\d\d)_[^\s_/]{1,40}_[^\s_/]{1,40}_(\d\d[A-Z]\d{1,5}[a-z]?)/;
const VERSION = /^\d{1,3}(\.\d{1,3}){0,3}$/;
const BUILD = /^\d\d[A-Z]\d{1,5}[a-z]?$/;
/** First part of a build: the system's major version (13 to 18, then 26). */
const MAJORS: Readonly<Record<string, string>> = {
  17: "13",
  18: "14",
  19: "15",
  20: "16",
  21: "17",
  22: "18",
  23: "26",
};
const MAX_TEXT = 200;

const utf8 = new TextDecoder();

/** When it was taken, and what else the name of the collection says. */
interface Stamp {
  readonly taken: Moment;
  readonly zone: string;
  readonly build: string;
}

function stampOf(text: string, from: "stated" | "assumed"): Stamp | undefined {
  const m = STAMP.exec(text);
  if (!m) return undefined;
  const [, y, mo, d, h, mi, s, sign, zh, zm, build] = m;
  const zone = `${sign}${zh}:${zm}`;
  const utc = parseIso(`${y}-${mo}-${d}T${h}:${mi}:${s}${zone}`);
  if (utc === undefined || utc <= 0n) return undefined;
  const seen = `${y}.${mo}.${d}_${h}-${mi}-${s}${sign}${zh}${zm}`;
  return { taken: { utc, seen, zone: { name: zone, from }, precision: "s" }, zone, build: build! };
}

/** `key => value` of the first device in remotectl_dumpstate.txt: the phone itself. */
function property(text: string, key: string): string | undefined {
  const m = new RegExp(`^[ \\t]*${key} => ([^\\r\\n]{1,${MAX_TEXT}})$`, "m").exec(text);
  return m?.[1]?.trim();
}

interface Device {
  version?: string | undefined;
  build?: string | undefined;
  name?: string | undefined;
  model?: string | undefined;
}

function fromDumpstate(bytes: Uint8Array | undefined): Device {
  if (!bytes) return {};
  const text = utf8.decode(bytes);
  const start = text.indexOf("Local device");
  const own = start < 0 ? "" : text.slice(start, start + 16_384);
  return {
    version: property(own, "OSVersion"),
    build: property(own, "BuildVersion"),
    name: property(own, "DeviceName"),
    model: property(own, "ProductType"),
  };
}

function fromVersionPlist(bytes: Uint8Array | undefined): Device {
  const v = bytes && parsePlist(bytes, () => {});
  // The build of a Mac tells nothing about a phone.
  if (/mac/i.test(asString(get(v, "ProductName")) ?? "")) return {};
  return { version: asString(get(v, "ProductVersion")), build: asString(get(v, "ProductBuildVersion")) };
}

function fromPreferences(bytes: Uint8Array | undefined): Device {
  const v = bytes && parsePlist(bytes, () => {});
  return {
    name: asString(get(v, "System", "System", "ComputerName")),
    model: asString(get(v, "Model")),
  };
}

/** The first of these that is a text of that form. */
function first(form: RegExp, ...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((t) => t !== undefined && t.length <= MAX_TEXT && form.test(t));
}

/** `name`: of what was handed in. */
export function acquisitionOf(found: FoundTree, about: About, name: string): Acquisition {
  const [a, b, c] = DESCRIBING[found.kind].map((n) => about.get(n));
  const isDump = found.kind === "ios-filesystem";
  const stamp = isDump
    ? undefined
    : (stampOf(a ? utf8.decode(a) : "", "stated") ?? stampOf(found.prefix, "assumed") ?? stampOf(name, "assumed"));
  const devices = isDump
    ? [fromVersionPlist(a), fromVersionPlist(b), fromPreferences(c)]
    : [fromDumpstate(b), fromVersionPlist(c)];
  const build = first(BUILD, ...devices.map((d) => d.build), stamp?.build);
  const version = first(VERSION, ...devices.map((d) => d.version)) ?? (build && MAJORS[build.slice(0, 2)]);
  const text = (key: "name" | "model"): string | undefined => devices.find((d) => d[key])?.[key]?.slice(0, MAX_TEXT);
  const [own, model] = [text("name"), text("model")];
  const device: Params = { ...(own ? { name: own } : {}), ...(model ? { model } : {}) };
  return {
    kind: found.kind,
    ...(stamp ? { taken: stamp.taken, zone: stamp.zone } : {}),
    ...(own || model ? { device } : {}),
    ...(version ? { os: { name: "ios", version, ...(build ? { build } : {}) } } : {}),
  };
}
