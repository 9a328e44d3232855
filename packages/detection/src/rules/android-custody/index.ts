/**
 * What happened to the phone while it was out of the person's hands, as they said: a computer over USB, attempts to unlock it, a computer that
 * was trusted for adb, commands over adb, files pushed, apps installed past the shop, files in the folder for temporary files. One lead for
 * each window: together they are how NoviSpy and ResidentBat came onto phones that had been taken for an hour.
 *
 * Without a window in the context the rule says nothing; each of these is ordinary on a phone that one holds. What belongs to the making of
 * the evidence is left out, and so are updates by a shop.
 * Sources: Amnesty International, A Digital Prison (Serbia), 2024; RESIDENT.NGO, ResidentBat, 2025; android.md 1.4, 5.4.
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appsOf, isSideloaded } from "../../android/apps.ts";
import { ACQUISITION, custodyOf, isIn, lastUse, type MadeFact, madeBy, madeOf } from "../../android/moments.ts";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { THINGS, type Thing, words } from "./words.ts";

interface Happened {
  readonly thing: Thing;
  /** What it was: a key, a path, an app; "" if there is nothing to name. */
  readonly name: string;
  /** How often, where one record counts several. */
  readonly times: number;
  readonly at: bigint;
  readonly ref: RecordRef;
}
type Fact = App | MadeFact | Happened;

const NAMED = 4;
/** Records of one kind of thing that a finding holds: the unlocking of a whole day must not push out a key. */
const MAX_EACH = 20;
const SHELL = /^(?:2000|0|shell|root|com\.android\.shell)$/;
const TEMP = /^\/data\/local\/tmp\/./;
/** Tags of the security log, and what they are. */
const TAGS: Readonly<Record<string, Thing>> = {
  adb_shell_interactive: "shell",
  adb_shell_cmd: "shell",
  adb_sync_send_file: "pushed",
  adb_sync_recv_file: "pulled",
  keyguard_dismiss_auth_attempt: "unlock",
  keyguard_dismissed: "unlock",
  cert_authority_installed: "certificate",
};

function happened(r: ArtifactRecord, artifact: string): Omit<Happened, "at" | "ref"> | undefined {
  const one = (thing: Thing, name: unknown = "", times = 1) => ({ thing, name: string(name).slice(0, 300), times });
  const { fields } = r;
  switch (artifact) {
    case "android/usb":
      return r.kind === "event" && !/disconnect|detach|present/i.test(string(fields.type))
        ? one("usb", string(fields.name) || [fields.vendor, fields.product].map(string).filter(Boolean).join(":"))
        : undefined;
    case "android/keyguard":
      return r.kind === "attempts" ? one("unlock", "", Math.max(1, Number(fields.failed) || 1)) : undefined;
    case "android/adb-keys":
      return r.kind === "key" && fields.own !== true
        ? one("key", string(fields.user) || fields.fingerprint)
        : undefined;
    case "android/files": {
      const path = string(fields.path);
      return r.kind === "file" && TEMP.test(path) && !path.endsWith("/") ? one("file", path) : undefined;
    }
    case "android/intrusion-logs": {
      const type = string(fields.type);
      if (r.kind !== "security") return undefined;
      if (type === "package_installed") return one("installed", fields.app);
      const thing = Object.hasOwn(TAGS, type) ? TAGS[type] : undefined;
      return thing && one(thing, string(fields.command) || string(fields.path) || string(fields.subject));
    }
    case "android/install-log":
      return r.kind === "event" &&
        fields.action === "install" &&
        [fields.by, fields.initiator].some((b) => SHELL.test(String(b)))
        ? one("installed", fields.app)
        : undefined;
    case "android/logcat":
      return fields.type === "adb-auth" ? one("key", "") : undefined;
    default:
      return undefined;
  }
}

function factOf(r: ArtifactRecord, ref: () => RecordRef, artifact: string): Fact | undefined {
  if (APP_LISTS.includes(artifact)) return appOf(r, ref);
  if (artifact === ACQUISITION) return madeOf(r);
  const at = artifact === "android/adb-keys" ? lastUse(r) : r.at?.utc;
  if (typeof at !== "bigint") return undefined;
  const h = happened(r, artifact);
  return h && { ...h, at, ref: ref() };
}

/** How often: what two copies of one report tell counts once. */
function times(of: readonly Happened[]): number {
  const seen = new Map(of.map((h) => [`${h.ref.artifact}\n${h.name}\n${h.at}`, h.times]));
  return [...seen.values()].reduce((n, t) => n + t, 0);
}

/** `2026-01-01 09:30`: the hour as the person gave it, without the zone that we put behind it. */
function hour(text: string): string {
  return text.slice(0, 16).replace("T", " ");
}

export const custody: Rule<Fact> = {
  id: "android/custody",
  version: 1,
  level: "lead",
  words,
  needs: [
    ...APP_LISTS,
    ACQUISITION,
    "android/adb-keys",
    "android/files",
    "android/install-log",
    "android/intrusion-logs",
    "android/keyguard",
    "android/logcat",
    "android/usb",
  ],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a window (three brands; Android 8, 11, 14, 16); says nothing where no window is given",
  },
  sources: [
    "Amnesty International, A Digital Prison (Serbia), 2024-12-16",
    "RESIDENT.NGO and Reporters Without Borders, ResidentBat, 2025",
  ],
  budget: 300_000,
  fact: factOf,
  *judge(facts, context) {
    const windows = custodyOf(context);
    if (windows.length === 0) return;
    const isOurs = madeBy(facts, context);
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    const installed = [...apps.values()].flatMap((a): Happened[] =>
      isSideloaded(a.source) && a.first !== undefined
        ? [{ thing: "installed", name: a.app, times: 1, at: a.first, ref: a.ref }]
        : [],
    );
    // What a shop or the system installed is ordinary; of an app that no list names, nobody can say who did.
    const isOrdinary = (h: Happened): boolean => {
      const source = h.thing === "installed" ? apps.get(h.name)?.source : undefined;
      return source !== undefined && source !== "gone" && !isSideloaded(source);
    };
    const all = [...facts.filter((f): f is Happened => "thing" in f && !isOrdinary(f)), ...installed].filter(
      (h) => !isOurs(h.at),
    );
    for (const w of windows) {
      const inside = all.filter((h) => isIn(h.at, w)).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      if (inside.length === 0) continue;
      const kinds = (Object.keys(THINGS) as Thing[]).filter((t) => inside.some((h) => h.thing === t));
      const tell = (lang: "es" | "en"): string =>
        kinds
          .map((t) => {
            const of = inside.filter((h) => h.thing === t);
            const names = some(
              of.map((h) => h.name),
              NAMED,
            );
            return THINGS[t][lang](times(of), names);
          })
          .join("; ");
      const [from, to] = w.text.map(hour) as [string, string];
      yield {
        subject: `${from} – ${to}`,
        params: { from, to, kinds: kinds.length, what_es: tell("es"), what_en: tell("en") },
        records: kinds.flatMap((t) => inside.filter((h) => h.thing === t).slice(0, MAX_EACH)).map((h) => h.ref),
      };
    }
  },
};
