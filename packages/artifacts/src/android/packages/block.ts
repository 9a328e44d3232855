/**
 * One app of the list `Packages:`: its lines, and the records that they make.
 *
 * Values of the app stand four spaces in, those of a user (`User 0: …`) six, members of lists two more than their heads. The number
 * of the app is `userId` up to Android 12 and `appId` since; the first installation moved from the app to each user in Android 13.
 * Apps that share a user of Linux have their permissions in the list `Shared users:`, of the same form.
 * Sources: AOSP services/core com.android.server.pm.Settings (dumpPackageLPr, dumpSharedUsersLPr), Android 8 to 16;
 * PackageManager (COMPONENT_ENABLED_STATE), PackageInstaller (PACKAGE_SOURCE); android.md 2.
 * @module
 */
import { type Acquisition, type Json, type Moment, type Observable, type Origin, own } from "@contraluz/core";
import { indentOf } from "../../android-section.ts";
import { dumpMoment, dumpWhen } from "../../android-when.ts";
import { kept } from "../../text.ts";
import { DANGEROUS } from "./permissions.ts";

/** Members of one list that are kept, and letters of each. Google's services ask for 400 permissions. */
const MAX_LIST = 1000;
const MAX_NAME = 256;
/** Users of one phone: Android allows ten; copies of apps and protected folders have their own. */
const MAX_USERS = 64;

const ENABLED = ["default", "enabled", "disabled", "disabled-user", "disabled-until-used"];
const SOURCE = ["unspecified", "other", "store", "local-file", "downloaded-file"];

type Values = { [name: string]: string };
const values = (): Values => Object.create(null) as Values;

interface User {
  readonly id: number;
  readonly values: Values;
  readonly granted: string[];
  readonly disabled: string[];
}

type List = "requested" | "install" | "runtime" | "disabled" | undefined;

export class Block {
  readonly name: string;
  readonly origin: Origin;
  readonly values: Values = values();
  readonly requested: string[] = [];
  readonly granted: string[] = [];
  readonly users: User[] = [];
  /** Something was left out. */
  over = false;
  #list: List;

  constructor(name: string, origin: Origin) {
    this.name = name;
    this.origin = origin;
  }

  line(s: string): void {
    const indent = indentOf(s);
    if (indent <= 4) this.#ofApp(s, indent);
    else if (indent <= 6) this.#six(s, indent);
    else if (this.#list === "runtime") this.#permission(s, indent, this.#user?.granted);
    else if (this.#list === "disabled") this.#add(this.#user?.disabled, s.slice(indent));
  }

  get #user(): User | undefined {
    return this.users[this.users.length - 1];
  }

  #ofApp(s: string, indent: number): void {
    this.#list = undefined;
    if (s.startsWith("User ", indent)) this.#newUser(s.slice(indent + 5));
    else if (s.endsWith(":")) {
      if (s.startsWith("requested permissions", indent)) this.#list = "requested";
      else if (s.startsWith("install permissions", indent)) this.#list = "install";
    } else {
      const eq = s.indexOf("=", indent);
      if (eq > 0) this.#value(s.slice(indent, eq), s, eq + 1);
    }
  }

  #value(name: string, s: string, at: number): void {
    switch (name) {
      // `versionCode=364105349 minSdk=21 targetSdk=31`
      case "versionCode":
        pairs(s.slice(at - 12), this.values);
        break;
      case "appId":
      case "userId":
        this.values.appId ??= s.slice(at);
        break;
      case "flags":
      case "codePath":
      case "versionName":
      case "firstInstallTime":
      case "lastUpdateTime":
      case "installerPackageName":
      case "initiatingPackageName":
      case "originatingPackageName":
      case "updateOwnerPackageName":
      case "packageSource":
      case "signatures":
      case "pkgFlags":
        this.values[name] ??= s.slice(at);
    }
  }

  #newUser(s: string): void {
    const colon = s.indexOf(": ");
    const id = s.slice(0, colon);
    if (!/^\d{1,5}$/.test(id)) return;
    if (this.users.length >= MAX_USERS) {
      this.over = true;
      return;
    }
    const user: User = { id: Number(id), values: values(), granted: [], disabled: [] };
    pairs(s.slice(colon + 2), user.values);
    this.users.push(user);
  }

  /** A member of a list of the app, or a line of a user. */
  #six(s: string, indent: number): void {
    if (this.#list === "requested") {
      const colon = s.indexOf(":", indent);
      this.#add(this.requested, s.slice(indent, colon < 0 ? undefined : colon));
      return;
    }
    if (this.#list === "install") {
      this.#permission(s, indent, this.granted);
      return;
    }
    const user = this.#user;
    if (!user) return;
    this.#list = undefined;
    if (s.startsWith("runtime permissions:", indent)) this.#list = "runtime";
    else if (s.startsWith("disabledComponents:", indent)) this.#list = "disabled";
    else if (s.startsWith("firstInstallTime=", indent)) user.values.firstInstallTime = s.slice(indent + 17);
    else if (s.startsWith("installReason=", indent)) user.values.installReason = s.slice(indent + 14);
    else if (s.startsWith("lastDisabledCaller: ", indent)) user.values.disabledBy = s.slice(indent + 20);
  }

  /** `android.permission.CAMERA: granted=true, flags=[ USER_SET]`: what was granted is kept. */
  #permission(s: string, indent: number, to: string[] | undefined): void {
    const colon = s.indexOf(": granted=true", indent);
    if (colon > 0) this.#add(to, s.slice(indent, colon));
  }

  #add(to: string[] | undefined, name: string): void {
    if (to === undefined || name === "") return;
    if (to.length < MAX_LIST && name.length <= MAX_NAME) to.push(own(name));
    else this.over = true;
  }

  /** The number of the app, of its first user. */
  get appId(): number | undefined {
    return whole(this.values.appId);
  }

  /** One set of fields for each user that has the app, or one that says that none has it. */
  packages(
    acquisition: Acquisition,
  ): { readonly at: Moment | undefined; readonly fields: Fields; readonly seen: Seen }[] {
    const having = this.users.filter((u) => u.values.installed !== "false");
    const users = having.length > 0 ? having : [this.users[0]];
    return users.map((u) => this.#of(u, having.length > 0 || this.users.length === 0, acquisition));
  }

  #of(u: User | undefined, installed: boolean, acquisition: Acquisition): ReturnType<Block["packages"]>[number] {
    const v = this.values;
    const first = u?.values.firstInstallTime ?? v.firstInstallTime;
    const codePath = kept(v.codePath);
    const appId = this.appId;
    const flags = new Set((v.pkgFlags ?? v.flags ?? "").split(" "));
    const dangerous = this.granted.filter((p) => DANGEROUS.has(p));
    return {
      at: dumpMoment(first, acquisition),
      fields: {
        app: this.name,
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
        requested: this.requested,
        disabledComponents: u && u.disabled.length > 0 ? u.disabled : undefined,
      },
      seen: [
        { type: "app-id", value: this.name, contact: installed ? "installed" : "listed" },
        ...(codePath?.startsWith("/") ? [{ type: "file-path", value: codePath, contact: "present" } as const] : []),
      ],
    };
  }
}

export type Fields = { readonly [name: string]: Json | Moment | undefined };
type Seen = readonly Observable[];

/** `a=1 b=2`, each name once. */
function pairs(s: string, to: Values): void {
  for (const part of s.split(" ", 64)) {
    const eq = part.indexOf("=");
    if (eq > 0) to[part.slice(0, eq)] ??= part.slice(eq + 1);
  }
}

/** A number that a double holds. */
export function whole(s: string | undefined): number | undefined {
  return s !== undefined && /^\d{1,15}$/.test(s) ? Number(s) : undefined;
}

const yes = (s: string | undefined): boolean | undefined => (s === undefined ? undefined : s === "true");

/** The name of an app; `null` is none. */
const named = (s: string | undefined): string | undefined => (s === "null" || s === "" ? undefined : kept(s));

/** `PackageSignatures{6c98c74 version:2, signatures:[b378e95c], past …}`, in Android 8 `PackageSignatures{6c98c74 [b378e95c]}`. */
function signatureOf(s: string | undefined): string | undefined {
  const m = s === undefined ? null : /\[([0-9a-f]{1,8}(?:, [0-9a-f]{1,8}){0,15})\]/.exec(s);
  return m ? kept(m[1]) : undefined;
}
