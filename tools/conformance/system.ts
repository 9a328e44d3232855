/** Artifacts of the system on iLEAPP's and MVT's files: a backup is made around them, and its records are compared with Python. @module */
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { computersOf } from "@contraluz/artifacts/ios/linked-devices/itunes-prefs.ts";
import type { ArtifactRecord, Json, Moment } from "@contraluz/core";
import { type BackupFile, makeBackup } from "../../samples/lib/backup.ts";
import { type Examined, examine } from "./examine.ts";
import { runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { TESTDATA, unpack } from "./shared.ts";

const CASES = join(TESTDATA, "abrignoni+iLEAPP/admin/test/cases/data");
const MVT = join(TESTDATA, "mvt-project+mvt/tests/artifacts/ios_backup");
const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "system.py");

const ask = <T>(command: string, path: string): T => JSON.parse(runPython([ORACLE, command, path])) as T;
const field = (r: ArtifactRecord, name: string): Json => (r.fields[name] ?? null) as Json;
const millis = (m: unknown): number | null => {
  const utc = (m as Moment | undefined)?.utc;
  return utc === undefined ? null : Number(utc / 1_000_000n);
};

interface Found {
  readonly accounts: string;
  readonly wifi: readonly string[];
  readonly privateMac: string;
  readonly prefs: string;
}

async function unpacked(temp: string): Promise<Found> {
  const zip = (folder: string, name: string): Promise<string[]> =>
    unpack(join(CASES, folder, `testdata.${name}.zip`), join(temp, "system", name));
  const one = (paths: readonly string[], name: string): string => {
    const path = paths.find((p) => basename(p) === name);
    must(path !== undefined, `${name} is in no zip`);
    return path!;
  };
  const known = "com.apple.wifi.known-networks.plist";
  const of = (device: string, what: string): string => `appleWifiPlist.${what}.${device}`;
  return {
    accounts: one(await zip("accountData", "accountData.accountData.belkasoft_ctf6_ios_device1"), "Accounts3.sqlite"),
    wifi: [
      one(await zip("appleWifiPlist", of("josh_ios15_ffs", "appleWifiKnownNetworks")), known),
      one(await zip("appleWifiPlist", of("belkasoft_ctf6_ios_device1", "appleWifiKnownNetworks")), known),
    ],
    privateMac: one(
      await zip("appleWifiPlist", of("josh_ios15_ffs", "appleWifiScannedPrivate")),
      "com.apple.wifi-private-mac-networks.plist",
    ),
    prefs: one(await zip("connectedDevices", "connectedDevices.conDev.belkasoft_ctf6_ios_device1"), "iTunesPrefs"),
  };
}

const PREFERENCES = join(MVT, "0d/0dc926a1810f7aee4e8f38793ed788701f93bf9d");

function phone(temp: string, f: Found): string {
  const dir = join(temp, "system-phone");
  const file = (domain: string, path: string, from: string): BackupFile => ({
    domain,
    path,
    body: new Uint8Array(readFileSync(from)),
    modified: 1_700_000_000,
  });
  const device = {
    name: "iLEAPP",
    type: "iPhone10,4",
    product: "iPhone 8",
    version: "16.3",
    build: "20D47",
    udid: "00008030-0000000000000002",
  };
  const wifi = "com.apple.wifi.known-networks.plist";
  makeBackup(
    dir,
    [
      file("HomeDomain", "Library/Accounts/Accounts3.sqlite", f.accounts),
      file("HomeDomain", "Library/Accounts/Accounts3.sqlite-wal", `${f.accounts}-wal`),
      file("HomeDomain", "Library/Preferences/.GlobalPreferences.plist", PREFERENCES),
      file("SystemPreferencesDomain", wifi, f.wifi[0]!),
      file("SystemPreferencesDomain", `SystemConfiguration/${wifi}`, f.wifi[1]!),
      file("SystemPreferencesDomain", "SystemConfiguration/com.apple.wifi-private-mac-networks.plist", f.privateMac),
    ],
    { device, taken: new Date("2024-04-06T03:04:05Z"), apps: ["com.example.app"] },
  );
  return dir;
}

interface Made {
  readonly found: Found;
  readonly x: Examined;
}

async function accounts({ found, x }: Made, temp: string): Promise<string> {
  const copy = join(temp, "system-accounts");
  mkdirSync(copy, { recursive: true });
  // SQLite writes beside what it opens.
  for (const end of ["", "-wal"]) copyFileSync(`${found.accounts}${end}`, join(copy, `Accounts3.sqlite${end}`));
  const rows = ask<unknown[][]>("accounts", join(copy, "Accounts3.sqlite"));
  const live = (await x.records("ios/accounts")).filter((r) => r.state === undefined);
  const names = ["account", "type", "user", "description", "parent", "owner", "active", "signed_in"];
  same(
    "accounts",
    live.map((r) => [...names.map((n) => field(r, n)), millis(r.at), field(r, "servers")]),
    rows,
  );
  return `${rows.length} accounts of ${new Set(rows.map((r) => r[1])).size} kinds, with servers, as SQLite has them with the WAL`;
}

async function wifi({ found, x }: Made): Promise<string> {
  const records = await x.records("ios/wifi-networks");
  const read = found.wifi.map((path) => ask<[unknown[][], unknown[][]]>("wifi", path));
  const networks = read.flatMap(([n]) => n);
  const points = read.flatMap(([, p]) => p);
  const hidden = ask<unknown[][]>("private", found.privateMac);
  const ours = records.filter((r) => r.kind === "network");
  const key = (r: readonly unknown[]): string => JSON.stringify(r);
  const fromList = ours.filter((r) => "key" in r.origin.at && r.origin.at.key.startsWith("wifi."));
  same(
    "networks",
    fromList
      .map((r) =>
        key([
          ...["ssid", "bssid", "security"].map((n) => field(r, n)),
          ...["added", "by_user", "by_system", "updated"].map((n) => millis(r.fields[n])),
          field(r, "channel"),
        ]),
      )
      .sort(),
    networks.map(key).sort(),
  );
  same(
    "access points",
    records
      .filter((r) => r.kind === "point")
      .map((r) => key([field(r, "ssid"), field(r, "bssid"), field(r, "channel"), millis(r.at)]))
      .sort(),
    points.map(key).sort(),
  );
  same(
    "networks met under an address of their own",
    ours
      .filter((r) => !fromList.includes(r))
      .map((r) => [
        field(r, "ssid"),
        field(r, "bssid"),
        ...["added", "by_user", "updated"].map((n) => millis(r.fields[n])),
      ]),
    hidden,
  );
  return `${networks.length} networks, ${points.length} access points, ${hidden.length} under an address of its own, as plistlib has them`;
}

async function preferences({ x }: Made): Promise<string> {
  const rows = ask<unknown[][]>("preferences", PREFERENCES);
  const records = await x.records("ios/global-preferences");
  same(
    "settings",
    records.map((r) => [field(r, "name"), field(r, "value"), millis(r.at)]),
    rows,
  );
  return `${rows.length} settings as plistlib has them, as many as MVT counts`;
}

function computers(found: Found): string {
  const theirs = ask<[string, string][]>("computers", found.prefs);
  const ours = computersOf(new Uint8Array(readFileSync(found.prefs)));
  same(
    "computers",
    ours.map((c) => [c.user, c.computer]),
    theirs,
  );
  return `${theirs.length} computer, as Python cuts the same bytes`;
}

function quiet({ x }: Made): string {
  same(
    "findings",
    x.result.findings.map((f) => [f.level, f.rule]),
    [["info", "ios/lockdown-mode"]],
  );
  same("problems", x.result.problems, []);
  return "no problem, and no finding but the note on Lockdown Mode";
}

export function systemCases(temp: string): readonly Case[] {
  let made: Promise<Made> | undefined;
  const make = async (): Promise<Made> => {
    const found = await unpacked(temp);
    return { found, x: await examine(phone(temp, found), { temp }) };
  };
  const on = (f: (m: Made) => Promise<string> | string) => async (): Promise<string> => f(await (made ??= make()));
  return [
    { name: "system ios/accounts on iLEAPP's Accounts3.sqlite", run: on((m) => accounts(m, temp)) },
    { name: "system ios/wifi-networks on iLEAPP's plists", run: on(wifi) },
    { name: "system ios/global-preferences on MVT's plist", run: on(preferences) },
    { name: "system ios/linked-devices on iLEAPP's iTunesPrefs", run: on((m) => computers(m.found)) },
    { name: "system findings on that phone", run: on(quiet) },
  ];
}
