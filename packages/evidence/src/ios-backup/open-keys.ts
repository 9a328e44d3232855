/** Asks for the password until it opens the backup, three times at most. @module */
import { type Cancel, ContraluzError, type Problem, type Report } from "@contraluz/core";
import { readKeybag } from "@contraluz/formats/keybag/index.ts";
import { get } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { stopIfCancelled, untilCancelled } from "../cancel.ts";
import { type ClassKeys, fileKey, unlock } from "./unlock.ts";

/** Gives the bytes of a password (UTF-8; they are zeroed after use), or undefined to give up. */
export type Secret = (why: Problem) => Promise<Uint8Array | undefined>;

const TRIES = 3;

export interface BackupKeys {
  readonly classes: ClassKeys;
  /** Opens Manifest.db. */
  readonly manifest: CryptoKey;
}

/**
 * Throws ContraluzError: `backup-password-needed` if nobody gives one, `backup-password-wrong` after the last try,
 * `backup-keybag` if the keys are damaged, `backup-info-missing` without Manifest.plist, `cancelled`.
 */
export async function openKeys(
  manifest: PlistValue | undefined,
  o: { readonly secret?: Secret | undefined; readonly report: Report; readonly cancel?: Cancel | undefined },
): Promise<BackupKeys> {
  const path = "Manifest.plist";
  if (manifest === undefined) {
    const problem = { code: "backup-info-missing", path, lost: "evidence" } as const;
    throw new ContraluzError("backup-info-missing", "an encrypted backup needs its Manifest.plist", problem);
  }
  const damaged = (found: string, expected: string): ContraluzError =>
    new ContraluzError("backup-keybag", `the keys of the backup are damaged: ${found}`, {
      code: "backup-keybag",
      path,
      found,
      expected,
      lost: "evidence",
    });
  const bytes = get(manifest, "BackupKeyBag");
  const wrapped = get(manifest, "ManifestKey");
  if (!(bytes instanceof Uint8Array)) throw damaged("no BackupKeyBag", "BackupKeyBag");
  if (!(wrapped instanceof Uint8Array)) throw damaged("no ManifestKey", "ManifestKey");
  let last: Problem | undefined;
  const bag = readKeybag(bytes, (p) => {
    last = p;
    o.report(p);
  });
  if (!bag) throw damaged(last?.found ?? "?", last?.expected ?? "");
  let why: Problem = { code: "backup-password-needed", path, lost: "evidence" };
  for (let n = 1; ; n++) {
    stopIfCancelled(o.cancel);
    const password = o.secret && (await untilCancelled(o.secret(why), o.cancel));
    if (!password)
      throw new ContraluzError(
        why.code,
        why.code === "backup-password-needed"
          ? "the backup needs its password"
          : "the password does not open the backup",
        why,
      );
    try {
      const classes = await untilCancelled(unlock(bag, password, o.report), o.cancel);
      const key = await fileKey(classes, undefined, wrapped);
      if (!key) throw damaged("ManifestKey", "44 B");
      return { classes, manifest: key };
    } catch (e) {
      if (!(e instanceof ContraluzError) || e.code !== "backup-password-wrong") throw e;
      why = { code: "backup-password-wrong", path, count: n, lost: "evidence" };
      if (n === TRIES) throw new ContraluzError(e.code, e.message, why);
    }
  }
}
