/**
 * What the lines of one app say: a set of fields for each user that has it.
 * Sources: AOSP PackageManager (COMPONENT_ENABLED_STATE), PackageInstaller (PACKAGE_SOURCE), PackageSignatures.
 * @module
 */
import type { Acquisition, Json, Moment, Observable } from "@contraluz/core";
import { dumpMoment, dumpWhen } from "../../android-when.ts";
import { kept } from "../../text.ts";
import { type Block, type User, whole } from "./block.ts";
import { DANGEROUS } from "./permissions.ts";

const ENABLED = ["default", "enabled", "disabled", "disabled-user", "disabled-until-used"];
const SOURCE = ["unspecified", "other", "store", "local-file", "downloaded-file"];

export interface PackageFields {
  readonly at: Moment | undefined;
  readonly fields: { readonly [name: string]: Json | Moment | undefined };
  readonly seen: readonly Observable[];
}

/** One for each user that has the app, or one that says that none has it. */
export function packagesOf(b: Block, acquisition: Acquisition): PackageFields[] {
  const having = b.users.filter((u) => u.values.installed !== "false");
  const users = having.length > 0 ? having : [b.users[0]];
  return users.map((u) => fieldsOf(b, u, having.length > 0 || b.users.length === 0, acquisition));
}

function fieldsOf(b: Block, u: User | undefined, installed: boolean, acquisition: Acquisition): PackageFields {
  const v = b.values;
  const first = u?.values.firstInstallTime ?? v.firstInstallTime;
  const codePath = kept(v.codePath);
  const appId = b.appId;
  const flags = new Set((v.pkgFlags ?? v.flags ?? "").split(" "));
  const dangerous = b.granted.filter((p) => DANGEROUS.has(p));
  return {
    at: dumpMoment(first, acquisition),
    fields: {
      app: b.name,
      user: u?.id,
      uid: appId === undefined || u === undefined ? appId : u.id * 100_000 + appId,
      installed,
      codePath,
      installer: named(v.installerPackageName),
      initiator: named(v.initiatingPackageName),
      originator: named(v.originatingPackageName),
      owner: named(v.updateOwnerPackageName),
      source: SOURCE[whole(v.packageSource) ?? -1],
      reason: whole(u?.values.installReason),
      system: flags.has("SYSTEM"),
      updatedSystem: flags.has("UPDATED_SYSTEM_APP"),
      debuggable: flags.has("DEBUGGABLE") || undefined,
      testOnly: flags.has("TEST_ONLY") || undefined,
      enabled: ENABLED[whole(u?.values.enabled) ?? -1],
      disabledBy: named(u?.values.disabledBy),
      hidden: yes(u?.values.hidden),
      suspended: yes(u?.values.suspended),
      stopped: yes(u?.values.stopped),
      signature: signatureOf(v.signatures),
      firstInstall: dumpWhen(first, acquisition),
      lastUpdate: dumpWhen(v.lastUpdateTime, acquisition),
      versionName: kept(v.versionName),
      versionCode: whole(v.versionCode),
      targetSdk: whole(v.targetSdk),
      granted: [...new Set([...(u?.granted ?? []), ...dangerous])],
      requested: b.requested,
      disabledComponents: u && u.disabled.length > 0 ? u.disabled : undefined,
    },
    seen: [
      { type: "app-id", value: b.name, contact: installed ? "installed" : "listed" },
      ...(codePath?.startsWith("/") ? [{ type: "file-path", value: codePath, contact: "present" } as const] : []),
    ],
  };
}

const yes = (s: string | undefined): boolean | undefined => (s === undefined ? undefined : s === "true");

/** The name of an app; `null` is none. */
const named = (s: string | undefined): string | undefined => (s === "null" || s === "" ? undefined : kept(s));

/** `PackageSignatures{6c98c74 version:2, signatures:[b378e95c], past …}`, in Android 8 `PackageSignatures{6c98c74 [b378e95c]}`. */
function signatureOf(s: string | undefined): string | undefined {
  const m = s === undefined ? null : /\[([0-9a-f]{1,8}(?:, [0-9a-f]{1,8}){0,15})\]/.exec(s);
  return m ? kept(m[1]) : undefined;
}
