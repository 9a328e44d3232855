/**
 * An app that sees or steers the phone: accessibility (reads and taps the screen), device administrator (locks, erases, cannot simply be
 * removed), access to notifications (reads messages as they come). Common stalkerware needs at least one of them, is installed from a file, and
 * has no icon. All three together are a lead; an app of a shop with one of these powers is a question or a note, since password
 * managers, screen readers and watches work like that.
 *
 * Powers come from three services, and from the settings where a service prints no names (Android 8). Whether an app has an icon is known only
 * where the table of launchers was read, or its APK. What manages a work profile is asked about by `android/device-owner`.
 * Sources: android.md 2 (accessibility, device_policy, notification, package), 5; Citizen Lab, The Predator in Your Pocket, 2019.
 * @module
 */
import type { ArtifactRecord, Level, RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appsOf, isSideloaded, knownNames } from "../../android/apps.ts";
import { plain, some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { type Case, POWERS, type Power, words } from "./words.ts";

interface Held {
  readonly app: string;
  readonly power: Power;
  readonly ref: RecordRef;
}
/** An icon that an app has, or that its APK says it has not. */
interface Icon {
  readonly icon: string;
  readonly has: boolean;
  /** Of the phone's own table, which decides where it was read. */
  readonly table: boolean;
}
interface Owner {
  readonly owner: string;
}
type Fact = App | Held | Icon | Owner;

/** Apps that get a finding of their own, of each level; the rest share one. */
const MAX_FINDINGS = 8;
const NAMED = 5;
/** Apps in one setting. */
const MAX_LISTED = 200;

const SETTINGS: Readonly<Record<string, Power>> = {
  enabled_accessibility_services: "accessibility",
  enabled_notification_listeners: "notifications",
};
/** States of a service or listener that is there and not in use. */
const OFF: ReadonlySet<string> = new Set(["installed", "disabled", "disallowed", "requested", "snoozed"]);

/** Apps that one setting names. */
interface Listed {
  readonly apps: readonly string[];
  readonly power: Power;
  readonly ref: RecordRef;
}

function listed(r: ArtifactRecord, ref: () => RecordRef): Listed | undefined {
  const name = string(r.fields.name);
  const power = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  const { apps } = r.fields;
  if (power === undefined || !Array.isArray(apps)) return undefined;
  const names = apps.filter((a): a is string => typeof a === "string").slice(0, MAX_LISTED);
  return names.length > 0 ? { apps: names, power, ref: ref() } : undefined;
}

function iconOf(r: ArtifactRecord): Icon | undefined {
  const app = string(r.fields.app).slice(0, 200);
  if (app === "") return undefined;
  if (r.kind === "launcher") return { icon: app, has: true, table: true };
  if (r.kind !== "apk") return undefined;
  const { launcher, split, targetSdk } = r.fields;
  if (launcher === true) return { icon: app, has: true, table: false };
  // A part of an app has no icon of its own, and of one that could not be read nothing is known.
  return split === undefined && targetSdk !== undefined ? { icon: app, has: false, table: false } : undefined;
}

function heldOf(r: ArtifactRecord, ref: () => RecordRef, artifact: string): Held | Owner | undefined {
  const app = string(r.fields.app).slice(0, 200);
  if (app === "") return undefined;
  if (artifact === "android/device-policy") {
    if (r.kind === "owner") return { owner: app };
    return r.kind === "admin" ? { app, power: "admin", ref: ref() } : undefined;
  }
  if (OFF.has(string(r.fields.state))) return undefined;
  if (r.kind === "service") return { app, power: "accessibility", ref: ref() };
  return r.kind === "listener" ? { app, power: "notifications", ref: ref() } : undefined;
}

interface Watcher {
  readonly app: string;
  readonly powers: Set<Power>;
  readonly records: RecordRef[];
}

/** How much each kind weighs, and which text tells it. */
function weigh(w: Watcher, of: App | undefined, icon: boolean | undefined): readonly [Level, Case] | undefined {
  if (of?.source === "system" || of?.source === "gone") return undefined;
  if (of === undefined || !isSideloaded(of.source)) {
    // A shop looked at it, or nothing is known of where it came from: launchers and watches read notifications.
    const strong = w.powers.has("accessibility") || w.powers.has("admin");
    const kind = of === undefined ? "unknown" : "store";
    return icon === false && (of !== undefined || strong) ? ["ask", kind] : ["info", kind];
  }
  if (icon === false) return ["lead", "hidden"];
  if (icon === undefined && w.powers.size > 1) return ["lead", "strong"];
  return ["ask", "visible"];
}

function told(subject: string, level: Level, kind: Case, list: readonly Watcher[]): Hit {
  const powers = (Object.keys(POWERS) as Power[]).filter((p) => list.some((w) => w.powers.has(p)));
  return {
    subject,
    level,
    params: {
      case: kind,
      count: list.length,
      app: some(
        list.map((w) => w.app),
        NAMED,
      ),
      what_es: powers.map((p) => POWERS[p].es).join("; "),
      what_en: powers.map((p) => POWERS[p].en).join("; "),
    },
    records: list.flatMap((w) => w.records),
  };
}

export const hiddenApp: Rule<Fact | Listed> = {
  id: "android/hidden-app",
  version: 1,
  level: "lead",
  words,
  needs: [
    ...APP_LISTS,
    "android/accessibility",
    "android/device-policy",
    "android/notification-listeners",
    "android/components",
    "android/apks",
    "android/settings",
  ],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16); notes on apps of shops are expected on most phones",
  },
  sources: [
    "Citizen Lab, The Predator in Your Pocket, 2019",
    "Amnesty International, A Digital Prison (NoviSpy), 2024",
  ],
  budget: 200_000,
  once: (f) => ("icon" in f ? `icon ${f.icon} ${f.has} ${f.table}` : "owner" in f ? `owner ${f.owner}` : undefined),
  fact(r, ref, artifact) {
    if (APP_LISTS.includes(artifact)) return appOf(r, ref);
    if (artifact === "android/components" || artifact === "android/apks") return iconOf(r);
    return artifact === "android/settings" ? listed(r, ref) : heldOf(r, ref, artifact);
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    const owners = new Set(facts.flatMap((f) => ("owner" in f ? [f.owner] : [])));
    const icons = facts.filter((f): f is Icon => "icon" in f);
    const listedIcons = new Set(icons.flatMap((f) => (f.table ? [f.icon] : [])));
    const ofApk = new Map(icons.flatMap((f) => (f.table ? [] : [[f.icon, f.has] as const])));
    // The table of launchers was read if it names any app at all.
    const hasIcon = (app: string): boolean | undefined =>
      listedIcons.size > 0 ? listedIcons.has(app) : ofApk.get(app);
    const watchers = new Map<string, Watcher>();
    const note = (app: string, power: Power, ref: RecordRef): void => {
      let w = watchers.get(app);
      if (!w) watchers.set(app, (w = { app, powers: new Set(), records: [] }));
      w.powers.add(power);
      w.records.push(ref);
    };
    for (const f of facts) {
      if ("apps" in f) for (const app of f.apps) note(app, f.power, f.ref);
      else if ("power" in f) note(f.app, f.power, f.ref);
    }
    const groups = new Map<string, { level: Level; kind: Case; list: Watcher[] }>();
    for (const w of watchers.values()) {
      const of = apps.get(w.app);
      const weight = owners.has(w.app) ? undefined : weigh(w, of, hasIcon(w.app));
      if (!weight) continue;
      const mine = known.has(w.app.toLowerCase());
      const [level, kind] = mine && weight[0] !== "info" ? (["info", weight[1]] as const) : weight;
      const key = `${level} ${kind}`;
      const group = groups.get(key) ?? { level, kind, list: [] };
      // Where it came from, and when, stands first.
      if (of) w.records.unshift(of.ref);
      group.list.push(w);
      groups.set(key, group);
    }
    for (const { level, kind, list } of groups.values()) {
      const own = level === "info" ? 0 : MAX_FINDINGS;
      for (const w of list.slice(0, own)) yield told(plain(w.app) || "?", level, kind, [w]);
      const rest = list.slice(own);
      if (rest.length > 0) yield told(level === "info" ? `permissions (${kind})` : `… (${kind})`, level, kind, rest);
    }
  },
};
