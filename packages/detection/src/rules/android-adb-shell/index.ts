/**
 * What a computer did over adb, apart from the making of this evidence: commands and files of the intrusion log, operations of
 * com.android.shell. What installs, writes or gives an order is a question; what only reads is a note, since every check of a phone
 * reads. In a window in which the phone was out of the person's hands `android/custody` tells it.
 *
 * An acquisition says when it began and ended; of a bug report the hour before it counts as its making.
 * Sources: AOSP, SecurityLog; android.md 1.4, 1.5 (what AndroidQF runs), 6 (item 18).
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { ACQUISITION, custodyOf, isIn, type MadeFact, madeBy, madeOf } from "../../android/moments.ts";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Did {
  readonly did: string;
  /** Changes something, or may. */
  readonly changes: boolean;
  readonly at: bigint | undefined;
  readonly ref: RecordRef;
}
type Fact = Did | MadeFact;

const NAMED = 4;
/** Commands that look and change nothing, as tools that copy a phone run them. */
const READS =
  /^(?:getprop|dumpsys|ps|ls|cat|id|env|mount|df|date|uptime|getenforce|which|logcat|service list|cmd settings list|settings (?:get|list)|pm (?:list|path|dump)|cmd package list|find|stat|md5sum|sha1sum|sha256sum|sha512sum|bugreportz?|content query|am get-current-user|wm size|echo)(?:\s|$)/;
/** Words behind these by which they change something after all, or run a command that may be anything. */
const CHANGES =
  /^(?:(?:env|mount)\s+\S|date\s+(?:-s|--set|\d)|logcat\s(?:.*\s)?(?:-c|--clear)(?:\s|$)|find\s.*\s-(?:exec|ok|delete|fprint|fls)|dumpsys\s+(?:deviceidle|battery)\s+\S|dumpsys\s.*\s(?:--?(?:reset|clear)|reset|enable|disable)(?:\s|$))/;
/** More than one command in a line: what follows may be anything. */
const MORE = /[;&|`$\n]|>(?!\s*\/dev\/null)/;
const COLLECTOR = /^\/data\/local\/tmp\/collector$/;

function commandOf(r: ArtifactRecord): Pick<Did, "did" | "changes"> | undefined {
  const { type, command, path } = r.fields;
  switch (type) {
    case "adb_shell_interactive":
      return { did: "shell", changes: true };
    case "adb_shell_cmd": {
      const text = string(command).trim().slice(0, 500);
      const reads = READS.test(text) && !CHANGES.test(text) && !MORE.test(text.replace(/2>\s*\/dev\/null/g, ""));
      return { did: text || "shell", changes: !reads };
    }
    case "adb_sync_send_file":
      return { did: `→ ${string(path).slice(0, 300)}`, changes: !COLLECTOR.test(string(path)) };
    case "adb_sync_recv_file":
      return { did: `← ${string(path).slice(0, 300)}`, changes: false };
    default:
      return undefined;
  }
}

export const adbShell: Rule<Fact> = {
  id: "android/adb-shell",
  version: 1,
  level: "ask",
  words,
  needs: [ACQUISITION, "android/intrusion-logs", "android/app-ops"],
  baseRate: {
    fired: 0,
    samples: 12,
    what: "generated phones without a planted app (three brands; Android 8, 11, 14, 16); expected to ask of people who write apps",
  },
  sources: ["AOSP, SecurityLog", "IsMyPhonePwned, bugbane: the shell of the check itself taken for a trace"],
  budget: 100_000,
  fact(r, ref, artifact) {
    if (artifact === ACQUISITION) return madeOf(r);
    if (artifact === "android/app-ops") {
      if (r.kind !== "op" || r.fields.app !== "com.android.shell" || !("access" in r.fields)) return undefined;
      return { did: string(r.fields.op).slice(0, 100), changes: false, at: r.at?.utc, ref: ref() };
    }
    const did = r.kind === "security" ? commandOf(r) : undefined;
    return did && { ...did, at: r.at?.utc, ref: ref() };
  },
  *judge(facts, context) {
    const isOurs = madeBy(facts, context);
    const windows = custodyOf(context);
    const groups = { asked: [] as Did[], read: [] as Did[], own: [] as Did[] };
    for (const f of facts) {
      if (!("did" in f)) continue;
      if (isOurs(f.at)) groups.own.push(f);
      else if (!windows.some((w) => isIn(f.at, w))) groups[f.changes ? "asked" : "read"].push(f);
    }
    for (const [kind, list] of Object.entries(groups))
      if (list.length > 0)
        yield {
          subject: kind === "asked" ? "adb" : `adb (${kind})`,
          ...(kind === "asked" ? {} : { level: "info" as const }),
          params: {
            case: kind,
            count: list.length,
            what: some(
              list.map((d) => d.did),
              NAMED,
              60,
            ),
          },
          records: list.map((d) => d.ref),
        };
  },
};
