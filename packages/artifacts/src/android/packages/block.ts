/**
 * One app of the list `Packages:`: its lines.
 *
 * Values of the app stand four spaces in, those of a user (`User 0: …`) six, members of lists two more than their heads. The number
 * of the app is `userId` up to Android 12 and `appId` since; the first installation moved from the app to each user in Android 13.
 * Apps that share a user of Linux have their permissions in the list `Shared users:`, of the same form.
 * The name of the version is written as its maker wrote it, with ends of lines: what looks like other values may be part of it. Those
 * that the phone writes after it count from the dates on, of each the last.
 * Sources: AOSP services/core com.android.server.pm.Settings (dumpPackageLPr, dumpSharedUsersLPr), Android 8 to 16; android.md 2.
 * @module
 */
import { type Origin, own } from "@contraluz/core";
import { indentOf } from "../../android-section.ts";

/** Members of one list that are kept, and letters of each. Google's services ask for 400 permissions. */
const MAX_LIST = 1000;
const MAX_NAME = 256;
/** Users of one phone: Android allows ten; copies of apps and protected folders have their own. */
const MAX_USERS = 64;

type Values = { [name: string]: string };
const values = (): Values => Object.create(null) as Values;

export interface User {
  readonly id: number;
  readonly values: Values;
  readonly granted: string[];
  readonly disabled: string[];
}

/** What the phone writes after the dates of an app. */
const AFTER_DATES: ReadonlySet<string> = new Set([
  "installerPackageName",
  "initiatingPackageName",
  "originatingPackageName",
  "updateOwnerPackageName",
  "packageSource",
  "signatures",
  "pkgFlags",
]);

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
  /** Something was said twice: not all of it is the phone's. */
  twice = false;
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
        if (this.values.versionCode === undefined) pairs(s.slice(at - 12), this.values);
        break;
      case "appId":
      case "userId":
        this.values.appId ??= s.slice(at);
        break;
      case "codePath":
      case "versionName":
        this.values[name] ??= s.slice(at);
        break;
      case "lastUpdateTime":
        if (this.values.lastUpdateTime !== undefined) this.twice = true;
        for (const later of AFTER_DATES) delete this.values[later];
        this.values.lastUpdateTime = s.slice(at);
        break;
      case "flags":
      case "firstInstallTime":
        this.values[name] = s.slice(at);
        break;
      default:
        if (AFTER_DATES.has(name)) this.values[name] = s.slice(at);
        // A list whose head is missing.
        else if (name.endsWith(": granted")) this.#permission(s, indentOf(s), this.granted);
    }
  }

  #newUser(s: string): void {
    const colon = s.indexOf(": ");
    const id = s.slice(0, colon);
    if (!/^\d{1,5}$/.test(id)) return;
    const before = this.users.findIndex((u) => u.id === Number(id));
    if (before >= 0) {
      this.twice = true;
      this.users.splice(before, 1);
    } else if (this.users.length >= MAX_USERS) {
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
    else this.#permission(s, indent, user.granted);
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
}

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
