/**
 * Who administers the phone or a part of it: the app of a device owner or of a work profile. Only the person can tell whose it is. One
 * question for each app; if it came from a file or over adb, a lead: an owner can hide apps and forbid to remove them.
 *
 * Sources: AOSP, DevicePolicyManager; android.md 2 (device_policy).
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appsOf, isSideloaded, knownNames } from "../../android/apps.ts";
import { plain, some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Owner {
  readonly owner: string;
  readonly device: boolean;
  readonly ref: RecordRef;
}
type Fact = App | Owner;

const MAX_FINDINGS = 5;

export const deviceOwner: Rule<Fact> = {
  id: "android/device-owner",
  version: 1,
  level: "ask",
  words,
  needs: [...APP_LISTS, "android/device-policy"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a work profile (three brands; Android 8, 11, 14, 16); expected to ask on phones of employers",
  },
  sources: ["AOSP, DevicePolicyManager"],
  budget: 100_000,
  fact(r, ref, artifact) {
    if (artifact !== "android/device-policy") return appOf(r, ref);
    const owner = string(r.fields.app).slice(0, 200);
    return r.kind === "owner" && owner !== "" ? { owner, device: r.fields.type === "device", ref: ref() } : undefined;
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    const owners = new Map<string, { device: boolean; records: RecordRef[] }>();
    for (const f of facts) {
      if (!("owner" in f) || known.has(f.owner.toLowerCase())) continue;
      const of = owners.get(f.owner) ?? { device: false, records: [] };
      of.device ||= f.device;
      of.records.push(f.ref);
      owners.set(f.owner, of);
    }
    const all = [...owners];
    for (const [app, { device, records }] of all.slice(0, MAX_FINDINGS)) {
      const of = apps.get(app);
      const file = isSideloaded(of?.source);
      yield {
        subject: plain(app) || "?",
        ...(file ? { level: "lead" as const } : {}),
        params: { app: plain(app), device: device ? "yes" : "", file: file ? "yes" : "" },
        records: of ? [of.ref, ...records] : records,
      };
    }
    const rest = all.slice(MAX_FINDINGS);
    if (rest.length === 0) return;
    const file = rest.some(([app]) => isSideloaded(apps.get(app)?.source));
    const names = rest.map(([app]) => app);
    yield {
      subject: "…",
      ...(file ? { level: "lead" as const } : {}),
      params: { app: some(names, MAX_FINDINGS), device: rest.some(([, o]) => o.device) ? "yes" : "", file: "" },
      records: rest.flatMap(([, o]) => o.records),
    };
  },
};
