/**
 * Apps that are not on the phone any more, and apps that went back to an older version. The daily battery statistics keep the changes of some
 * weeks, the table of compatibility the names of apps that were once adjusted. Removed apps are one note: whoever has been watched finds the
 * name of what was taken off there. An older version over a newer one is a question: programs that copy phones do it to open old holes.
 *
 * Sources: AOSP, BatteryStats (a version of 0 is an uninstall), PlatformCompat; android.md 2 (batterystats daily, platform_compat).
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appsOf, knownNames } from "../../android/apps.ts";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Gone {
  readonly gone: string;
  readonly older: boolean;
  readonly ref: RecordRef;
}
type Fact = App | Gone;

const NAMED = 8;

function goneOf(r: ArtifactRecord, artifact: string): Omit<Gone, "ref"> | undefined {
  const gone = string(r.fields.app).slice(0, 200);
  const type = string(r.fields.type);
  if (gone === "") return undefined;
  if (artifact === "android/platform-compat")
    return r.kind === "override" && r.fields.gone === true ? { gone, older: false } : undefined;
  if (artifact === "android/install-log")
    return r.kind === "event" && r.fields.action === "delete" ? { gone, older: false } : undefined;
  if (artifact === "android/intrusion-logs") return type === "package_uninstalled" ? { gone, older: false } : undefined;
  if (r.kind !== "change") return undefined;
  if (type === "uninstall") return { gone, older: false };
  return type === "downgrade" ? { gone, older: true } : undefined;
}

export const goneApps: Rule<Fact> = {
  id: "android/gone-apps",
  version: 1,
  level: "info",
  words,
  needs: [
    ...APP_LISTS,
    "android/battery-daily",
    "android/install-log",
    "android/intrusion-logs",
    "android/platform-compat",
  ],
  baseRate: {
    fired: 12,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16): each had an app removed; expected on most phones",
  },
  sources: ["AOSP, BatteryStatsImpl, PlatformCompat", "MVT, documentation of battery_daily and platform_compat"],
  budget: 50_000,
  fact(r, ref, artifact) {
    if (APP_LISTS.includes(artifact)) return appOf(r, ref);
    const g = goneOf(r, artifact);
    return g && { ...g, ref: ref() };
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    const here = (app: string): boolean => {
      const source = apps.get(app)?.source;
      return source !== undefined && source !== "gone";
    };
    const all = facts.filter((f): f is Gone => "gone" in f && !known.has(f.gone.toLowerCase()));
    const older = all.filter((f) => f.older);
    // An app that was removed and put back again is there.
    const gone = all.filter((f) => !f.older && !here(f.gone));
    for (const [subject, of] of [
      ["older", older],
      ["gone", gone],
    ] as const) {
      if (of.length === 0) continue;
      const names = new Set(of.map((f) => f.gone));
      const records: RecordRef[] = of.map((f) => f.ref);
      yield {
        subject,
        level: subject === "older" ? "ask" : "info",
        params: { case: subject, count: names.size, apps: some(names, NAMED) },
        records,
      };
    }
  },
};
