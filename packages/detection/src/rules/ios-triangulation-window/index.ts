/**
 * H8: the time window of Operation Triangulation, across Manifest.db and DataUsage.sqlite.
 *
 * Two to ten events within five minutes, of at least two classes: a two-level SMS attachment folder with both times but
 * no file below it; one of three preference files changed; network use by one of four system programs.
 * Source: Kaspersky, Operation Triangulation (2023) and its public description of the check; ios.md 3, H8.
 * @module
 */
import { type ArtifactRecord, isoUtc, type Moment, type RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { CLASSES, NOT_AFTER_16, words } from "./words.ts";

const WINDOW_NS = 300_000_000_000n;
const MAX_EVENTS = 10;
const FOLDER = /^Library\/SMS\/Attachments\/[0-9a-f]{2}\/[0-9a-f]{2}$/;
const BELOW = /^(Library\/SMS\/Attachments\/[0-9a-f]{2}\/[0-9a-f]{2})\//;
const FILES = new Set([
  "Library/Preferences/com.apple.ImageIO.plist",
  "Library/Preferences/com.apple.locationd.StatusBarIconManager.plist",
  "Library/Preferences/com.apple.imservice.ids.FaceTime.plist",
]);
const PROGRAMS = new Set(["nehelper", "com.apple.WebKit.WebContent", "powerd", "lockdownd"]);

type Class = keyof typeof CLASSES;
type Fact =
  | { readonly folder: string }
  | { readonly class: Class; readonly ns: bigint; readonly folder?: string; readonly ref: RecordRef };
type Event = Extract<Fact, { class: Class }>;

function fileFact(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const path = r.fields.path;
  if (typeof path !== "string") return undefined;
  if (path.startsWith("Library/SMS/Attachments/")) {
    const below = BELOW.exec(path);
    if (below) return { folder: below[1]! };
    const changed = r.fields.changed as Moment | undefined;
    if (!FOLDER.test(path) || r.at?.utc === undefined || changed?.utc === undefined) return undefined;
    return { class: "attachments", ns: r.at.utc, folder: path, ref: ref() };
  }
  return FILES.has(path) && r.at?.utc !== undefined ? { class: "files", ns: r.at.utc, ref: ref() } : undefined;
}

export const triangulationWindow: Rule<Fact> = {
  id: "ios/triangulation-window",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/manifest", "ios/data-usage"],
  gate: (a) => (a.os?.name === "ios" && Number.parseInt(a.os.version, 10) >= 17 ? NOT_AFTER_16 : undefined),
  baseRate: { fired: 0, samples: 1, what: "MVT's test backup (iOS 14.3, 3,721 files, 40 processes)" },
  sources: ["Kaspersky, Operation Triangulation, 2023"],
  budget: 100_000,
  once: (f) => ("class" in f ? undefined : f.folder),
  fact(r, ref, artifact) {
    if (artifact === "ios/manifest") return fileFact(r, ref);
    if (r.kind !== "process" || r.at?.utc === undefined) return undefined;
    return PROGRAMS.has(String(r.fields.name)) ? { class: "network", ns: r.at.utc, ref: ref() } : undefined;
  },
  *judge(facts) {
    const used = new Set<string>();
    for (const f of facts) if (!("class" in f)) used.add(f.folder);
    const events = facts
      .filter((f): f is Event => "class" in f && !(f.folder !== undefined && used.has(f.folder)))
      .sort((a, b) => (a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : 0));
    for (let i = 0; i < events.length; ) {
      let j = i;
      while (j + 1 < events.length && events[j + 1]!.ns - events[i]!.ns <= WINDOW_NS) j++;
      const group = events.slice(i, j + 1);
      const classes = [...new Set(group.map((e) => e.class))];
      if (group.length > MAX_EVENTS || classes.length < 2) {
        i = group.length > MAX_EVENTS ? j + 1 : i + 1;
        continue;
      }
      const when = isoUtc(events[i]!.ns, "s");
      yield {
        subject: when,
        params: {
          when: `${when.slice(0, 10)} ${when.slice(11, 16)} UTC`,
          events: group.length,
          classes: classes.length,
          what_es: classes.map((c) => CLASSES[c].es).join("; "),
          what_en: classes.map((c) => CLASSES[c].en).join("; "),
        },
        records: group.map((e) => e.ref),
      };
      i = j + 1;
    }
  },
};
