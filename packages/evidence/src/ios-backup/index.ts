/**
 * An iOS backup (iOS 10.2 and later; plain, encrypted or a decrypted copy) as a tree of the files that the phone saved.
 * It lies on a base tree (folder, zip, tar) and reads that tree only.
 *
 * Sources: ios.md 1 (layout, Manifest.db, keybag, derivation: read from real backups and four open readers).
 * @module
 */
import { ContraluzError, type RandomAccess, type Report } from "@contraluz/core";
import { get } from "@contraluz/formats/plist/get.ts";
import { openRef } from "../open-ref.ts";
import { Backup } from "./backup.ts";
import type { FoundBackup } from "./find.ts";
import { acquisitionOf, checkVersion, type Plists, versionOf } from "./info.ts";
import { openOr, readPlist } from "./meta.ts";
import { openKeys } from "./open-keys.ts";
import { type Metas, metasOf } from "./sources.ts";
import type { IosBackup, OpenBackupOptions } from "./types.ts";
import type { ClassKeys } from "./unlock.ts";

export { type FoundBackup, findBackup } from "./find.ts";
export type { Secret } from "./open-keys.ts";
export type { ArchiveBody, Body, IosBackup, OpenBackupOptions } from "./types.ts";

const SQLITE = "SQLite format 3\0";

/**
 * Opens a backup. Damage of single rows and bodies is reported, not thrown.
 *
 * Throws ContraluzError: `backup-password-needed`, `backup-password-wrong`, `backup-keybag`, `backup-too-old`,
 * `backup-manifest-missing`, `backup-info-missing` (encrypted without Manifest.plist), `sqlite-header`, `cancelled`,
 * and what opening Manifest.db in its container throws.
 *
 * @example
 * ```ts
 * const found = await findBackup(tree, { platform, report });
 * const backup = await openIosBackup(found!, { platform, report, secret: async () => utf8(await ask()) });
 * for await (const batch of backup.files()) {
 *   for (const file of batch) {
 *     if (file.path !== "HomeDomain/Library/SMS/sms.db") continue;
 *     const body = await backup.bodyOf(file);
 *     const source = body && (await openRef(body.ref, { platform }));
 *   }
 * }
 * await backup.close();
 * ```
 */
export async function openIosBackup(found: FoundBackup, o: OpenBackupOptions): Promise<IosBackup> {
  const metas = await metasOf(found, o, o.hashed);
  let source: RandomAccess | undefined;
  try {
    const plists: Plists = {
      info: await plistOf(metas, "Info.plist", o),
      manifest: await plistOf(metas, "Manifest.plist", o),
    };
    checkVersion(plists);
    const stored = metas.files.get("Manifest.db");
    if (!stored) throw missing(`${found.prefix}Manifest.db`);
    const refOptions = { platform: o.platform, report: o.report, ...(o.hashes ? { hashes: o.hashes } : {}) };
    source = await openRef(stored.file.ref, refOptions);
    const once = encrypted(plists);
    const plain = await isSqlite(source, o.report);
    let ref = stored.file.ref;
    let classes: ClassKeys | undefined;
    if (plain) {
      if (once) o.report({ code: "backup-decrypted-copy", path: "Manifest.db", lost: "nothing" });
    } else if (!once && plists.manifest !== undefined) throw notSqlite("sqlite-header", "Manifest.db is no database");
    else {
      const keys = await openKeys(plists.manifest, o);
      classes = keys.classes;
      ref = { kind: "cbc", of: ref, key: keys.manifest, size: source.size };
      await source.close?.();
      source = await openRef(ref, refOptions);
      if (!(await isSqlite(source, o.report)))
        throw notSqlite("backup-keybag", "ManifestKey does not open Manifest.db");
    }
    const acquisition = acquisitionOf(plists, once || !plain);
    const backup = new Backup({
      found,
      o,
      metas,
      manifest: { source, ref, index: stored.index },
      classes,
      acquisition,
    });
    await backup.checkForm(versionOf(plists) === undefined);
    return backup;
  } catch (e) {
    await source?.close?.();
    await metas.close();
    throw e;
  }
}

function missing(path: string): ContraluzError {
  return new ContraluzError("backup-manifest-missing", "Manifest.db is missing", {
    code: "backup-manifest-missing",
    path,
    lost: "evidence",
  });
}

function notSqlite(code: "sqlite-header" | "backup-keybag", message: string): ContraluzError {
  return new ContraluzError(code, message, {
    code,
    path: "Manifest.db",
    expected: "SQLite format 3",
    lost: "evidence",
  });
}

/** The flag stays true in decrypted copies; the keys say the same where the flag is lost. */
function encrypted(p: Plists): boolean {
  return get(p.manifest, "IsEncrypted") === true || get(p.manifest, "BackupKeyBag") instanceof Uint8Array;
}

async function plistOf(metas: Metas, name: string, o: OpenBackupOptions): Promise<Plists["info"]> {
  const meta = metas.files.get(name);
  if (meta) return readPlist(meta.file, o);
  o.report({ code: "backup-info-missing", path: name, lost: "nothing" });
  return undefined;
}

async function isSqlite(source: RandomAccess, report: Report): Promise<boolean> {
  const head = await openOr(() => source.read(0, SQLITE.length), "Manifest.db", report);
  return head !== undefined && String.fromCharCode(...head) === SQLITE;
}
