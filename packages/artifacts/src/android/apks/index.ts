/**
 * APKs that were copied from the phone: what each says of itself, its hash, and the certificates that signed it.
 *
 * Certificates are compared by SHA-256 and by SHA-1, since published lists have either; those that an app had before count, too.
 * Sources: android.md 1.2 (why AndroidQF's own list of certificates is often empty), 1.3 (APKs of a backup); see manifest.ts and the feed.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";
import type { ApkItem, Artifact, Emit, ParseRun } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { manifestOf } from "./manifest.ts";
import { fields, words } from "./words.ts";

const BACKUP = "backup/apps/*/a/*.apk";
const yes = (v: boolean | undefined): true | undefined => (v ? true : undefined);

function take(item: ApkItem, run: ParseRun, emit: Emit): void {
  const m = item.manifest && manifestOf(item.manifest);
  const observables: Observable[] = [];
  if (isPackage(m?.app)) observables.push({ type: "app-id", value: m.app, contact: "installed" });
  if (item.sha256) observables.push({ type: "hash", value: item.sha256, contact: "present" });
  for (const s of item.signers)
    for (const value of [s.sha256, s.sha1]) observables.push({ type: "certificate", value, contact: "installed" });
  if (m?.more) run.problem({ code: "record-limit", found: "permissions", lost: "bytes" });
  emit({
    kind: "apk",
    fields: {
      app: m?.app,
      file: kept(run.path.slice(run.path.lastIndexOf("/") + 1)),
      split: m?.split,
      sha256: item.sha256,
      size: item.size,
      versionName: m?.versionName,
      versionCode: m?.versionCode,
      targetSdk: m?.targetSdk,
      label: m?.label,
      permissions: m && m.permissions.length > 0 ? m.permissions : undefined,
      admin: yes(m?.admin),
      accessibility: yes(m?.accessibility),
      listener: yes(m?.listener),
      keyboard: yes(m?.keyboard),
      vpn: yes(m?.vpn),
      launcher: yes(m?.launcher),
      debuggable: yes(m?.debuggable),
      signers:
        item.signers.length > 0
          ? item.signers.map((s) => ({ sha256: s.sha256, sha1: s.sha1, scheme: s.schemes.join(" ") }))
          : undefined,
    },
    observables,
    origin: item.origin(),
  });
}

export const apks: Artifact<"apk"> = {
  id: "android/apks",
  version: 1,
  feed: "apk",
  where: {
    androidqf: { paths: ["apks/**/*.apk", BACKUP], want: {} },
    "adb-backup": { paths: [BACKUP], want: {} },
  },
  fields,
  key: { apk: ["app", "split"] },
  observes: [
    ["app-id", "installed"],
    ["hash", "present"],
    ["certificate", "installed"],
  ],
  words,
  sources: ["AndroidManifest.xml", "APK Signature Scheme v1, v2, v3, v3.1"],
  parse: (run) => ({ take: (item, emit) => take(item, run, emit) }),
};
