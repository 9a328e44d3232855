/**
 * Where an app of Android came from: what `android/packages` (the system's own list) and `android/qf-packages` (AndroidQF's) say of it, in one word.
 *
 * Android keeps the name of the program that installed an app; whoever installs over adb may name any, but since Android 11 the system also
 * keeps who began it, and that cannot be chosen. Where both lists speak, the system's own decides.
 * Sources: AOSP (PackageManagerService, InstallSource), android.md 2 (package); names of shops from their own pages.
 * @module
 */
import { type ArtifactRecord, type Moment, type RecordRef, secondsOf } from "@contraluz/core";
import { string } from "../plain.ts";

/** The lists of apps that there are. */
export const APP_LISTS: readonly string[] = ["android/packages", "android/qf-packages"];

/**
 * `store`: a shop of the maker or of Google. `open`: a shop of free programs. `transfer`: copied from another phone. `adb`: by a computer. `file`: a file
 * that somebody opened. `none`: nobody is named. `gone`: its data is there, the app is not.
 */
export type Source = "system" | "store" | "open" | "transfer" | "adb" | "file" | "none" | "gone";

const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Shops that check what they offer, and programs of makers and carriers that set up a new phone. */
const STORES = set(`
  com.android.vending com.google.android.feedback com.google.android.setupwizard com.google.android.apps.work.clouddpc
  com.sec.android.app.samsungapps com.samsung.android.app.omcagent com.sec.android.preloadinstaller com.sec.android.app.preloadinstaller
  com.samsung.android.app.watchmanager com.xiaomi.mipicks com.xiaomi.market com.xiaomi.discover com.huawei.appmarket com.hihonor.appmarket
  com.heytap.market com.oppo.market com.bbk.appstore com.vivo.appstore com.amazon.venezia com.transsnet.store com.facebook.system
  com.android.managedprovisioning com.dti.amx com.dti.telcel com.aura.oobe.samsung`);
/** Shops of free programs, and the names of their own apps. */
const OPEN = set(`
  org.fdroid.fdroid org.fdroid.basic org.fdroid.fdroid.privileged com.aurora.store com.looker.droidify com.machiav3lli.fdroid
  dev.imranr.obtainium dev.imranr.obtainium.fdroid app.accrescent.client com.aurora.services`);
const TRANSFERS = set(`
  com.sec.android.easyMover com.samsung.android.smartswitchassistant com.miui.huanji com.huawei.android.clone com.hihonor.android.clone
  com.coloros.backuprestore com.oneplus.backuprestore com.vivo.easyshare com.google.android.apps.restore com.motorola.migrate
  com.google.android.apps.pixelmigrate`);
const SHELL = set("com.android.shell root shell");

export interface App {
  readonly app: string;
  readonly source: Source;
  /** What installed it, as the phone says. */
  readonly installer: string;
  readonly first: bigint | undefined;
  readonly ref: RecordRef;
}

const named = (v: unknown): string => {
  const s = string(v).trim().slice(0, 200);
  return s === "null" || s === "?" ? "" : s;
};

function sourceOf(r: ArtifactRecord): Source {
  const { system, updatedSystem, installed, files } = r.fields;
  if (system === true || updatedSystem === true) return "system";
  // In AndroidQF's list an app without files was removed and left its data.
  if (installed === false || files === 0) return "gone";
  const [installer, initiator] = [named(r.fields.installer), named(r.fields.initiator)];
  if (SHELL.has(initiator) || SHELL.has(installer)) return "adb";
  if (STORES.has(installer)) return "store";
  if (OPEN.has(installer)) return "open";
  if (TRANSFERS.has(installer) || TRANSFERS.has(initiator)) return "transfer";
  return installer === "" ? "none" : "file";
}

/** A day of 2009 or before is that of the image, not of an installation. */
const FIRST_DAY = 1_262_304_000;

function firstOf(m: Moment | undefined): bigint | undefined {
  return m?.utc !== undefined && secondsOf(m.utc) > FIRST_DAY ? m.utc : undefined;
}

/** An app of one of the two lists. */
export function appOf(r: ArtifactRecord, ref: () => RecordRef): App | undefined {
  const app = string(r.fields.app).slice(0, 200);
  if (r.kind !== "package" || app === "") return undefined;
  const first = firstOf(r.fields.firstInstall as Moment | undefined) ?? firstOf(r.at);
  return { app, source: sourceOf(r), installer: named(r.fields.installer), first, ref: ref() };
}

/** Apps by name; of several entries the first, which is the system's own. */
export function appsOf(all: Iterable<App>): ReadonlyMap<string, App> {
  const apps = new Map<string, App>();
  for (const a of all) {
    const of = apps.get(a.app);
    // AndroidQF names no installer where the system may name who began it.
    if (!of || (of.source === "gone" && a.source !== "gone")) apps.set(a.app, a);
  }
  return apps;
}

/** Came neither with the phone nor from a shop or another phone. */
export function isSideloaded(source: Source | undefined): boolean {
  return source === "adb" || source === "file" || source === "none";
}

/** A shop of free programs, by its own name. */
export function isOpenStore(app: string): boolean {
  return OPEN.has(app);
}

/** `com.example/.Service` or `com.example/com.example.Service`: the app. */
export function appOfComponent(component: string): string {
  return component.trim().split("/", 1)[0]!.slice(0, 200);
}

/** Names that the person knows, in lower case. */
export function knownNames(known: readonly string[]): ReadonlySet<string> {
  return new Set(known.map((k) => k.toLowerCase()));
}
