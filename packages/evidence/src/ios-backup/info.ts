/**
 * What a backup says of itself: device, version, time. Plain even in an encrypted backup.
 *
 * Least data: IMEI, ICCID, phone number and serial number are in Info.plist too; they are not taken over.
 * Source: ios.md 1.1.
 * @module
 */
import { type Acquisition, ContraluzError, type Moment, type Params, plistMoment } from "@contraluz/core";
import { asString, get, isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";

/** First version with the form of Manifest.db, keybag and bodies that we read. */
const OLDEST: readonly [number, number] = [10, 2];
const MAX_TEXT = 200;

/** Info.plist and Manifest.plist, as far as they are there. */
export interface Plists {
  readonly info: PlistValue | undefined;
  readonly manifest: PlistValue | undefined;
}

function text(v: PlistValue | undefined): string | undefined {
  const s = asString(v);
  return s === undefined || s === "" ? undefined : s.slice(0, MAX_TEXT);
}

function moment(v: PlistValue | undefined): Moment | undefined {
  return isDate(v) ? plistMoment(v) : undefined;
}

/** `17.4.1`, from Manifest.plist or Info.plist. */
export function versionOf(p: Plists): string | undefined {
  for (const s of [text(get(p.manifest, "Lockdown", "ProductVersion")), text(get(p.info, "Product Version"))]) {
    if (s !== undefined && /^\d{1,3}(\.\d{1,3}){0,3}$/.test(s)) return s;
  }
  return undefined;
}

/** The error for a backup from before iOS 10.2. */
export function tooOld(found: string, path: string): ContraluzError {
  const problem = {
    code: "backup-too-old",
    path,
    found,
    expected: `iOS >= ${OLDEST.join(".")}`,
    lost: "evidence",
  } as const;
  return new ContraluzError("backup-too-old", `the backup is too old: ${found}`, problem);
}

/** Throws `backup-too-old` if the backup states such a version. */
export function checkVersion(p: Plists): void {
  const version = versionOf(p);
  if (version === undefined) return;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) throw tooOld(`iOS ${version}`, "Manifest.plist");
}

/** `encrypted`: as it was made on the computer, also if this is a decrypted copy. */
export function acquisitionOf(p: Plists, encrypted: boolean): Acquisition {
  const taken = moment(get(p.info, "Last Backup Date")) ?? moment(get(p.manifest, "Date"));
  const name = text(get(p.info, "Device Name")) ?? text(get(p.manifest, "Lockdown", "DeviceName"));
  const model = text(get(p.info, "Product Type")) ?? text(get(p.manifest, "Lockdown", "ProductType"));
  const build = text(get(p.info, "Build Version")) ?? text(get(p.manifest, "Lockdown", "BuildVersion"));
  const version = versionOf(p);
  const device: Params = { ...(name === undefined ? {} : { name }), ...(model === undefined ? {} : { model }) };
  return {
    kind: "ios-backup",
    ...(taken ? { taken } : {}),
    ...(name === undefined && model === undefined ? {} : { device }),
    ...(version === undefined
      ? {}
      : { os: { name: "ios" as const, version, ...(build === undefined ? {} : { build }) } }),
    encrypted,
  };
}
