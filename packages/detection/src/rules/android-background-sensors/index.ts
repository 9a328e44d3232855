/**
 * Microphone, camera, location and text messages used while an app was not in front of the person. Of an app that came from a file it is a
 * lead; of others, microphone and camera are a note. Apps of the system are left out: they listen for "Ok Google" and find the network.
 *
 * The operating system says in which state the process was: `bg` and `cch` are without a window and without a notice, `fgsvc` with a
 * notice in the bar. Android 8 says no state: there the use by an app from a file is a note.
 * Sources: AOSP, AppOpsManager (states of a process); android.md 2 (appops).
 * @module
 */
import type { Level, RecordRef } from "@contraluz/core";
import { APP_LISTS, type App, appOf, appsOf, isSideloaded, knownNames } from "../../android/apps.ts";
import { plain, some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { OPS, words } from "./words.ts";

interface Use {
  readonly uses: string;
  readonly op: keyof typeof OPS;
  /** In the background, with a notice, or in no state that is told. */
  readonly how: "back" | "notice" | "unknown";
  readonly ref: RecordRef;
}
type Fact = App | Use;

const MAX_FINDINGS = 6;
const NAMED = 5;
/** Records of one app that a finding holds. */
const MAX_USES = 40;
const isOp = (op: string): op is keyof typeof OPS => Object.hasOwn(OPS, op);

function howOf(state: string): Use["how"] | undefined {
  const s = state.toLowerCase();
  if (s === "") return "unknown";
  if (/^(?:bg|cch|cached|background)/.test(s)) return "back";
  return /^(?:fgsvc|fgs|foreground_service|fg_svc)/.test(s) ? "notice" : undefined;
}

interface Sum {
  readonly app: string;
  readonly ops: Set<keyof typeof OPS>;
  readonly records: RecordRef[];
  uses: number;
}

export const backgroundSensors: Rule<Fact> = {
  id: "android/background-sensors",
  version: 1,
  level: "lead",
  words,
  needs: [...APP_LISTS, "android/app-ops"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16); no report of a real phone of today was at hand",
  },
  sources: ["AOSP, AppOpsManager", "MVT, documentation of the appops module"],
  budget: 300_000,
  fact(r, ref, artifact) {
    if (artifact !== "android/app-ops") return appOf(r, ref);
    const [uses, op] = [string(r.fields.app).slice(0, 200), string(r.fields.op)];
    // A rejected use has no time of access.
    if (r.kind !== "op" || uses === "" || !isOp(op) || !("access" in r.fields)) return undefined;
    const how = howOf(string(r.fields.state));
    return how && { uses, op, how, ref: ref() };
  },
  *judge(facts, context) {
    const known = knownNames(context.known);
    const apps = appsOf(facts.filter((f): f is App => "source" in f));
    const sums = new Map<string, Map<string, Sum>>();
    const levelOf = (f: Use): Level | undefined => {
      const source = apps.get(f.uses)?.source;
      if (source === "system" || source === "gone") return undefined;
      if (isSideloaded(source)) {
        if (f.how === "back") return known.has(f.uses.toLowerCase()) ? "info" : "lead";
        return f.how === "unknown" ? "info" : undefined;
      }
      return f.how === "back" && OPS[f.op].note ? "info" : undefined;
    };
    for (const f of facts) {
      if (!("uses" in f)) continue;
      const level = levelOf(f);
      if (!level) continue;
      const key = level === "lead" ? level : f.how;
      let of = sums.get(key);
      if (!of) sums.set(key, (of = new Map()));
      let s = of.get(f.uses);
      if (!s) of.set(f.uses, (s = { app: f.uses, ops: new Set(), records: [], uses: 0 }));
      s.ops.add(f.op);
      s.uses++;
      if (s.records.length < MAX_USES) s.records.push(f.ref);
    }
    for (const [key, of] of sums) {
      const list = [...of.values()];
      const own = key === "lead" ? MAX_FINDINGS : 0;
      for (const s of list.slice(0, own)) yield told(plain(s.app) || "?", key, [s]);
      if (list.length > own) yield told(key === "lead" ? "…" : `AppOps (${key})`, key, list.slice(own));
    }
  },
};

function told(subject: string, key: string, list: readonly Sum[]): Hit {
  const ops = (Object.keys(OPS) as (keyof typeof OPS)[]).filter((op) => list.some((s) => s.ops.has(op)));
  const names = (lang: "es" | "en"): string => [...new Set(ops.map((op) => OPS[op][lang]))].join(", ");
  return {
    subject,
    level: key === "lead" ? "lead" : "info",
    params: {
      case: key,
      count: list.length,
      uses: list.reduce((n, s) => n + s.uses, 0),
      app: some(
        list.map((s) => s.app),
        NAMED,
      ),
      what_es: names("es"),
      what_en: names("en"),
    },
    records: list.flatMap((s) => s.records),
  };
}
