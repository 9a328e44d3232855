/**
 * H9: several programs that read what others send crashed within minutes. An attack without a click goes through one after another, and
 * each that fails leaves a report.
 *
 * Crashes of WebContent are daily; two different ones within ten minutes are seldom, and still no more than a note. A lead if something ran
 * within the next hour from a folder in which iOS has no programs (H1). Use of the network after it says nothing: everything uses it.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { isOddPlace, isSystemPlace, nameOf } from "../../places.ts";
import { some, string } from "../../plain.ts";
import { RAN_PATHS, ranPath } from "../../ran-paths.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Crash {
  readonly name: string;
  readonly at: bigint;
  readonly ref: RecordRef;
}
interface Ran {
  readonly ran: bigint;
  readonly path: string;
  readonly ref: RecordRef;
}
type Fact = Crash | Ran;

const PARSERS: ReadonlySet<string> = new Set([
  "BlastDoor",
  "IMTranscoderAgent",
  "MessagesBlastDoorService",
  "com.apple.WebKit.GPU",
  "com.apple.WebKit.WebContent",
  "homed",
  "imagent",
  "mediaplaybackd",
  "mediaserverd",
]);
/** Reports of crashes: in older and newer versions. Others are about memory, heat or time. */
const CRASHES: ReadonlySet<string> = new Set(["109", "309", "308"]);
const WINDOW_NS = 600_000_000_000n;
const AFTER_NS = 3_600_000_000_000n;
/** Groups that are told; more are left to the first ones. */
const MAX_FINDINGS = 3;

export const parserCrashes: Rule<Fact> = {
  id: "ios/parser-crashes",
  version: 1,
  level: "info",
  words,
  needs: [...new Set(["ios/crash-reports", ...RAN_PATHS])],
  baseRate: {
    fired: 0,
    samples: 4,
    what: "the reference generator's sysdiagnoses of iOS 15, 17, 18 and 26 without what they plant; of real phones only single reports were at hand",
  },
  sources: [
    "Amnesty International, Forensic Methodology Report, 2021 (crashes of IMTranscoderAgent and others)",
    "Google Project Zero, A deep dive into an NSO zero-click, 2021",
  ],
  budget: 20_000,
  fact(r, ref, artifact) {
    const at = r.at?.utc;
    if (typeof at !== "bigint") return undefined;
    if (artifact === "ios/crash-reports" && r.kind === "report") {
      const name = string(r.fields.name) || nameOf(string(r.fields.path));
      if (PARSERS.has(name) && CRASHES.has(String(r.fields.type))) return { name, at, ref: ref() };
    }
    const ran = ranPath(r, ref, (path) => isOddPlace(path) && !isSystemPlace(path));
    return ran && { ran: at, path: ran.path, ref: ran.ref };
  },
  *judge(facts) {
    const crashes = facts.filter((f): f is Crash => "name" in f);
    crashes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const ran = facts.filter((f): f is Ran => "ran" in f);
    /** Of each, where the first of another program after it stands: a phone that somebody filled has thousands of one. */
    const another = crashes.map(() => crashes.length);
    for (let i = crashes.length - 2; i >= 0; i--)
      another[i] = crashes[i + 1]!.name === crashes[i]!.name ? another[i + 1]! : i + 1;
    let found = 0;
    for (let i = 0; i < crashes.length && found < MAX_FINDINGS; ) {
      const from = crashes[i]!.at;
      const near = (k: number): boolean => k < crashes.length && crashes[k]!.at - from <= WINDOW_NS;
      if (!near(another[i]!)) {
        i++;
        continue;
      }
      let n = another[i]!;
      while (near(n)) n++;
      const group = crashes.slice(i, n);
      const names = new Set(group.map((c) => c.name));
      const end = group[group.length - 1]!.at;
      const after = ran.filter((f) => f.ran >= from && f.ran <= end + AFTER_NS);
      yield {
        subject: [...names].sort().join(" "),
        level: after.length > 0 ? "lead" : "info",
        params: {
          count: names.size,
          names: some(names, 5),
          paths: some(new Set(after.map((f) => f.path)), 2, 120),
        },
        records: [...group.map((c) => c.ref), ...after.map((f) => f.ref)],
      };
      found++;
      i += group.length;
    }
  },
};
