/**
 * H8: the time window of Operation Triangulation, across Manifest.db, DataUsage.sqlite and clients.plist of locationd; of a dump, its files.
 *
 * Up to ten things that changed within five minutes, of at least two classes: a folder of SMS attachments (first or second
 * level) that was both modified and changed, while no file below such a folder was; one of three preference files; use of
 * the network by one of four system programs or by the implant; a stop of the use of the location by one of two bundles.
 * A dump tells of a file only when it was last modified, and a folder is modified whenever a message with an attachment goes: there
 * such a folder is told beside two other classes, and is none of the two. Use of the network in netusage.sqlite says nothing: every system
 * program stands there.
 * Sources: Kaspersky, Operation Triangulation (2023), and its public check triangle_check (paths, domains, names, window);
 * ios.md 3, H8.
 * @module
 */
import { type ArtifactRecord, isoUtc, type Moment, type RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { CLASSES, NOT_AFTER_16, whenWords, words } from "./words.ts";

const WINDOW_NS = 300_000_000_000n;
const MINUTE_NS = 60_000_000_000n;
/** More things than this in five minutes are a restore or an update. */
const MAX_THINGS = 10;
/** Times in one window: three of a thing, and some of each program. */
const MAX_TIMES = 60;
const ATTACHMENTS = "Library/SMS/Attachments/";
/** `65` or `65/05`: folders that Messages makes. */
const FOLDER = /^Library\/SMS\/Attachments\/[^/]+(?:\/[^/]+)?$/;
const FILES = new Set([
  "RootDomain/Library/Preferences/com.apple.ImageIO.plist",
  "HomeDomain/Library/Preferences/com.apple.locationd.StatusBarIconManager.plist",
  "HomeDomain/Library/Preferences/com.apple.imservice.ids.FaceTime.plist",
]);
/** `powerd/com.apple.datausage.diagnostics` is powerd. BackupAgent is the implant's own; Apple's is BackupAgent2. */
const PROGRAM = /^(?:BackupAgent|nehelper|com\.apple\.WebKit\.WebContent|powerd(?:\/.*)?|lockdownd(?:\/.*)?)$/s;

/** The two bundles, as `ios/location-clients` names them. */
const BUNDLE = /^\/System\/Library\/LocationBundles\/(?:IonosphereHarvest|WRMLinkSelection)\.bundle$/;

type Class = keyof typeof CLASSES;
/** Modified, changed, born, or used. */
type How = "M" | "C" | "B" | "U";
interface Thing {
  readonly class: Class;
  readonly name: string;
  readonly times: readonly (readonly [How, bigint])[];
  readonly ref: RecordRef;
  /** Nothing tells when it was changed, beside modified. */
  readonly partly?: true;
}
/** Minutes since 1970 in which something below an attachment folder changed. */
interface Below {
  readonly minutes: readonly number[];
}
type Fact = Thing | Below;

function timesOf(r: ArtifactRecord): (readonly [How, bigint])[] {
  const of = (how: How, m: unknown): (readonly [How, bigint])[] => {
    const utc = (m as Moment | undefined)?.utc;
    return utc === undefined ? [] : [[how, utc]];
  };
  return [...of("M", r.at), ...of("C", r.fields.changed), ...of("B", r.fields.born)];
}

function fileFact(domain: string, path: string, r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  if (domain === "MediaDomain" && path.startsWith(ATTACHMENTS)) {
    const times = timesOf(r);
    if (FOLDER.test(path))
      return times.length > 0 ? { class: "attachments", name: path, times, ref: ref() } : undefined;
    const minutes = [...new Set(times.map(([, ns]) => Number(ns / MINUTE_NS)))];
    return minutes.length > 0 ? { minutes } : undefined;
  }
  if (!path.startsWith("Library/Preferences/com.apple.") || !FILES.has(`${domain}/${path}`)) return undefined;
  const times = timesOf(r);
  return times.length > 0 ? { class: "files", name: path, times, ref: ref() } : undefined;
}

/** Folders of a dump, and the domains that a backup makes of them. */
const HOMES: readonly (readonly [folder: string, domain: (path: string) => string])[] = [
  ["/private/var/mobile/", (path) => (path.startsWith(ATTACHMENTS) ? "MediaDomain" : "HomeDomain")],
  ["/private/var/root/", () => "RootDomain"],
];

/** A file of a dump as the backup would have named it. */
function dumpFact(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { path, type } = r.fields;
  if (r.kind !== "file" || typeof path !== "string") return undefined;
  const home = HOMES.find(([folder]) => path.startsWith(folder));
  if (!home) return undefined;
  const own = path.slice(home[0].length);
  const f = fileFact(home[1](own), own, r, ref);
  if (!f || !("class" in f) || f.class !== "attachments") return f;
  return type === "dir" ? { ...f, partly: true } : undefined;
}

function networkFact(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { name, first } = r.fields;
  if (typeof name !== "string" || !PROGRAM.test(name)) return undefined;
  const instants = [r.at, first as Moment | undefined].flatMap((m) => (m?.utc === undefined ? [] : [m.utc]));
  const times = [...new Set(instants)].map((ns) => ["U", ns] as const);
  return times.length > 0 ? { class: "network", name, times, ref: ref() } : undefined;
}

function locationFact(r: ArtifactRecord, ref: () => RecordRef): Fact | undefined {
  const { client, event } = r.fields;
  if (r.kind !== "use" || event !== "LocationTimeStopped" || typeof client !== "string" || !BUNDLE.test(client))
    return undefined;
  const utc = r.at?.utc;
  return utc === undefined ? undefined : { class: "location", name: client, times: [["U", utc]], ref: ref() };
}

interface Event {
  readonly thing: Thing;
  readonly how: How;
  readonly ns: bigint;
}

/** The events within five minutes of the first one, or undefined if they are too many. */
function windowAt(events: readonly Event[], i: number): readonly Event[] | undefined {
  const names = new Set<string>();
  let j = i;
  for (; j < events.length && events[j]!.ns - events[i]!.ns <= WINDOW_NS; j++) {
    names.add(events[j]!.thing.name);
    if (names.size > MAX_THINGS || j - i >= MAX_TIMES) return undefined;
  }
  return events.slice(i, j);
}

/** Folders count if they were modified and changed; one that was only one of both is ordinary use. */
function isOrdinary(window: readonly Event[], below: ReadonlySet<number>): boolean {
  const start = window[0]!.ns;
  for (let m = Number(start / MINUTE_NS); m <= Number((start + WINDOW_NS) / MINUTE_NS); m++)
    if (below.has(m)) return true;
  const hows = new Map<string, Set<How>>();
  for (const { thing, how } of window) {
    if (thing.class !== "attachments" || thing.partly) continue;
    const of = hows.get(thing.name) ?? new Set();
    hows.set(thing.name, of.add(how));
  }
  return [...hows.values()].some((h) => !h.has("M") || !h.has("C"));
}

export const triangulationWindow: Rule<Fact> = {
  id: "ios/triangulation-window",
  version: 3,
  level: "lead",
  words,
  needs: ["ios/manifest", "ios/data-usage", "ios/location-clients", "ios/file-system"],
  gate: (a) => (a.os?.name === "ios" && Number.parseInt(a.os.version, 10) >= 17 ? NOT_AFTER_16 : undefined),
  baseRate: {
    fired: 0,
    samples: 4,
    what: "MVT's test backup (iOS 14.3, 3,721 files, 40 processes) and the reference generator's dumps of iOS 15 without what they plant, three seeds",
  },
  sources: ["Kaspersky, Operation Triangulation, 2023", "KasperskyLab/triangle_check, 2023"],
  budget: 200_000,
  once: (f) => ("minutes" in f ? f.minutes.join() : undefined),
  fact(r, ref, artifact) {
    if (artifact === "ios/file-system") return dumpFact(r, ref);
    if (artifact === "ios/manifest") {
      const { domain, path } = r.fields;
      return typeof domain === "string" && typeof path === "string" ? fileFact(domain, path, r, ref) : undefined;
    }
    return artifact === "ios/location-clients" ? locationFact(r, ref) : networkFact(r, ref);
  },
  *judge(facts) {
    const below = new Set<number>();
    const events: Event[] = [];
    for (const f of facts) {
      if ("minutes" in f) for (const m of f.minutes) below.add(m);
      else for (const [how, ns] of f.times) events.push({ thing: f, how, ns });
    }
    events.sort((a, b) => (a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : 0));
    for (let i = 0; i < events.length; ) {
      const window = windowAt(events, i);
      if (!window) {
        // The tail of a restore is not fewer things: all of its five minutes are passed over.
        const end = events[i]!.ns + WINDOW_NS;
        while (i < events.length && events[i]!.ns <= end) i++;
        continue;
      }
      const things = new Map(window.map((e) => [e.thing.name, e.thing]));
      const classes = [...new Set([...things.values()].map((t) => t.class))];
      const sure = new Set([...things.values()].flatMap((t) => (t.partly ? [] : [t.class])));
      if (sure.size < 2 || isOrdinary(window, below)) {
        i++;
        continue;
      }
      const when = isoUtc(events[i]!.ns, "s");
      yield {
        subject: when,
        params: {
          when_es: whenWords(when, "es"),
          when_en: whenWords(when, "en"),
          things: things.size,
          classes: classes.length,
          what_es: classes.map((c) => CLASSES[c].es).join("; "),
          what_en: classes.map((c) => CLASSES[c].en).join("; "),
        },
        records: [...new Set(window.map((e) => e.thing.ref))],
      };
      i += window.length;
    }
  },
};
