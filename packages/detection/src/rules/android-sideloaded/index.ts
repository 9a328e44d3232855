/**
 * Apps that came neither with the phone nor from a shop of its maker: from a file, over adb, or from nobody that is named. One question for each
 * way in. Shops of free programs (F-Droid, Aurora) and what they installed, and what came from another phone, are notes.
 *
 * An app that its own list calls removed (its data was kept) is none.
 * Sources: android.md 2 (package), AOSP (InstallSource).
 * @module
 */
import type { Level, RecordRef } from "@contraluz/core";
import {
  APP_LISTS,
  type App,
  appOf,
  appsOf,
  isOpenStore,
  isSideloaded,
  knownNames,
  type Source,
} from "../../android/apps.ts";
import { plain, some } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { type Way, words } from "./words.ts";

const NAMED = 6;
/** Installers that get a question of their own; the rest share one. */
const MAX_INSTALLERS = 4;

function wayOf(a: App): Way | undefined {
  if (isOpenStore(a.app)) return "open";
  const ways: Partial<Record<Source, Way>> = {
    open: "open",
    transfer: "transfer",
    adb: "adb",
    file: "file",
    none: "none",
  };
  return ways[a.source];
}

interface Group {
  readonly way: Way;
  readonly installer: string;
  readonly apps: App[];
}

export const sideloaded: Rule<App> = {
  id: "android/sideloaded",
  version: 1,
  level: "ask",
  words,
  needs: APP_LISTS,
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16); expected to ask wherever apps are installed from files",
  },
  sources: ["AOSP, InstallSource", "MVT, documentation of the packages module (what an installer means)"],
  budget: 100_000,
  fact: appOf,
  *judge(facts, context) {
    const known = knownNames(context.known);
    const groups = new Map<string, Group>();
    let installers = 0;
    for (const a of appsOf(facts).values()) {
      const way = wayOf(a);
      if (way === undefined || known.has(a.app.toLowerCase()) || known.has(a.installer.toLowerCase())) continue;
      const each = way === "file";
      const key = !each
        ? way
        : groups.has(`file ${a.installer}`) || installers++ < MAX_INSTALLERS
          ? `file ${a.installer}`
          : "…";
      const of = groups.get(key);
      if (of) of.apps.push(a);
      else groups.set(key, { way, installer: each && key !== "…" ? a.installer : "", apps: [a] });
    }
    for (const [key, { way, installer, apps }] of groups) {
      const level: Level = apps.some((a) => isSideloaded(a.source) && !isOpenStore(a.app)) ? "ask" : "info";
      const records: RecordRef[] = apps.map((a) => a.ref);
      yield {
        subject: way === "file" ? plain(key.replace("file ", "")) || "?" : `installer (${way})`,
        level,
        params: {
          way,
          count: apps.length,
          installer: plain(installer),
          apps: some(
            apps.map((a) => a.app),
            NAMED,
          ),
        },
        records,
      };
    }
  },
};
