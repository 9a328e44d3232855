/**
 * Computers that may command the phone over adb. Each has a key; Android keeps the name it gave itself and, since Android 11, when it
 * was last connected. Only the person can tell whose it is: one question for each. One that was used while the phone was out of their
 * hands is a lead, that of whoever made this copy a note.
 *
 * The text of the key store loses bytes on the way through a bug report: where the time lies between two bounds, close
 * together, it counts as the middle of them.
 * Sources: AOSP, AdbDebuggingManager; android.md 2 (adb); NoviSpy and ResidentBat came over adb.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { knownNames } from "../../android/apps.ts";
import { ACQUISITION, custodyOf, isIn, lastUse, type MadeFact, madeBy, madeOf } from "../../android/moments.ts";
import { plain, some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { type Case, words } from "./words.ts";

interface Key {
  readonly key: string;
  readonly user: string;
  readonly last: bigint | undefined;
  readonly own: boolean;
  readonly ref: RecordRef;
}
type Fact = Key | MadeFact;

/** Computers that are asked about one by one. */
const MAX_FINDINGS = 5;
const NAMED = 4;

interface Computer {
  readonly key: string;
  readonly user: string;
  last: bigint | undefined;
  own: boolean;
  readonly records: RecordRef[];
}

function told(subject: string, kind: Case, list: readonly Computer[]): Hit {
  return {
    subject,
    ...(kind === "custody" ? { level: "lead" as const } : kind === "own" ? { level: "info" as const } : {}),
    params: {
      case: kind,
      count: list.length,
      name: some(
        list.map((c) => (c.user.startsWith("@") ? "" : c.user)),
        NAMED,
      ),
      key: list.length === 1 ? plain(list[0]!.key) : "",
    },
    records: list.flatMap((c) => c.records),
  };
}

export const adbKeys: Rule<Fact> = {
  id: "android/adb-keys",
  version: 1,
  level: "ask",
  words,
  needs: ["android/adb-keys", ACQUISITION],
  baseRate: {
    fired: 5,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16), five of which know the owner's computer; expected to ask wherever somebody writes apps",
  },
  sources: ["AOSP, AdbDebuggingManager", "Amnesty International, A Digital Prison (Serbia), 2024-12-16"],
  budget: 10_000,
  fact(r, ref, artifact) {
    if (artifact === ACQUISITION) return madeOf(r);
    const { fingerprint, user, own } = r.fields;
    const key = string(fingerprint).slice(0, 100);
    if ((r.kind !== "key" && r.kind !== "host") || (key === "" && string(user) === "")) return undefined;
    return { key, user: string(user).slice(0, 200), last: lastUse(r), own: own === true, ref: ref() };
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const isOurs = madeBy(facts, context);
    const windows = custodyOf(context);
    const computers = new Map<string, Computer>();
    for (const f of facts) {
      if (!("key" in f)) continue;
      const id = f.key || f.user;
      let c = computers.get(id);
      if (!c) computers.set(id, (c = { key: f.key, user: f.user, last: undefined, own: false, records: [] }));
      if (f.last !== undefined && (c.last === undefined || f.last > c.last)) c.last = f.last;
      c.own ||= f.own;
      c.records.push(f.ref);
    }
    const groups: Record<Case, Computer[]> = { custody: [], asked: [], own: [] };
    for (const c of computers.values()) {
      if (known.has(c.key.toLowerCase()) || known.has(c.user.toLowerCase())) continue;
      const taken = windows.some((w) => isIn(c.last, w));
      groups[c.own || (isOurs(c.last) && !taken) ? "own" : taken ? "custody" : "asked"].push(c);
    }
    for (const kind of ["custody", "asked"] as const) {
      for (const c of groups[kind].slice(0, MAX_FINDINGS)) yield told(plain(c.key || c.user) || "?", kind, [c]);
      const rest = groups[kind].slice(MAX_FINDINGS);
      if (rest.length > 0) yield told("…", kind, rest);
    }
    if (groups.own.length > 0) yield told("adb (own)", "own", groups.own);
  },
};
