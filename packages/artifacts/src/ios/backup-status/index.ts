/**
 * com.apple.MobileBackup.plist: the last backup, its errors, whether the phone was restored, and what would be backed up.
 *
 * `BackupStateInfo{date, state, isCloud, errors[{date, code, domain, isCloud}]}`, `RestoreInfo{RestoreDate, WasCloudRestore, BackupBuildVersion,
 * DeviceBuildVersion}`, `PreflightSizing{DOMAIN: bytes}` with `AppDomain-` before an app. Dates are UTC.
 * Sources: plaso's sample (iOS 16); ios.md 4.2; iLEAPP for `RestoreInfo`.
 * @module
 */
import { asArray, asDict, get } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact, Emit, PlistItem } from "../../artifact.ts";
import { phonePaths } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

/** Errors and apps of one file. */
const MAX_ENTRIES = 20_000;

const flag = (v: PlistValue | undefined): boolean | undefined =>
  typeof v === "boolean" ? v : v === 1 ? true : v === 0 ? false : undefined;
const APP = /^AppDomain(?:Placeholder)?-(.{1,255})$/;

function emitAll(all: PlistValue, item: PlistItem, emit: Emit): void {
  const info = get(all, "BackupStateInfo");
  const since = whenOf(get(all, "AccountEnabledDate"));
  if (asDict(info) || since) {
    const at = whenOf(get(info, "date"));
    emit({
      kind: "backup",
      ...(at ? { at } : {}),
      fields: { backup_state: number(get(info, "state")), cloud: flag(get(info, "isCloud")), since },
      observables: [],
      origin: item.origin("BackupStateInfo"),
    });
  }
  for (const [i, e] of (asArray(get(info, "errors")) ?? []).slice(0, MAX_ENTRIES).entries()) {
    const at = whenOf(get(e, "date"));
    emit({
      kind: "error",
      ...(at ? { at } : {}),
      fields: { code: number(get(e, "code")), domain: text(get(e, "domain")), cloud: flag(get(e, "isCloud")) },
      observables: [],
      origin: item.origin(`BackupStateInfo.errors[${i}]`),
    });
  }
  const restored = get(all, "RestoreInfo");
  if (asDict(restored)) {
    const at = whenOf(get(restored, "RestoreDate"));
    emit({
      kind: "restore",
      ...(at ? { at } : {}),
      fields: {
        cloud: flag(get(restored, "WasCloudRestore")),
        from: text(get(restored, "BackupBuildVersion")),
        to: text(get(restored, "DeviceBuildVersion")),
      },
      observables: [],
      origin: item.origin("RestoreInfo"),
    });
  }
  let left = MAX_ENTRIES;
  for (const [domain, bytes] of asDict(get(all, "PreflightSizing")) ?? []) {
    const app = APP.exec(domain)?.[1];
    if (app === undefined || left-- <= 0) continue;
    emit({
      kind: "app",
      fields: { app, bytes: number(bytes) },
      observables: [{ type: "app-id", value: app, contact: "installed" }],
      origin: item.origin(`PreflightSizing.${domain}`),
    });
  }
}

const BACKUP = ["HomeDomain/Library/Preferences/com.apple.MobileBackup.plist"];

export const backupStatus: Artifact<"plist"> = {
  id: "ios/backup-status",
  version: 1,
  feed: "plist",
  where: {
    sysdiagnose: { paths: ["logs/MobileBackup/com.apple.MobileBackup.plist"], want: {} },
    "ios-backup": { paths: BACKUP, want: {} },
    "ios-filesystem": { paths: phonePaths(BACKUP), want: {} },
  },
  fields,
  key: { backup: [], restore: [], app: ["app"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["com.apple.MobileBackup.plist"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      emitAll(item.value, item, emit);
    },
  }),
};
