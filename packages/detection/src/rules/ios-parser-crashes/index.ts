/**
 * H9: several programs that read what others send crashed within minutes. An attack without a click goes through one after another, and
 * each that fails leaves a report.
 *
 * Crashes of WebContent are daily; two different ones within ten minutes are seldom, and still no more than a note. A lead if something ran
 * within the next hour from a folder in which iOS has no programs (H1), or if within half an hour a program used the network for the first time
 * that has no bundle and whose name is not the system's: of 411 rows of DataUsage.sqlite of two real phones one alone has no bundle, the system's own
 * sum. In netusage.sqlite most have none, and everything uses the network at some time: neither counts. With such a program one crash is enough.
 * @module
 */
import type { ArtifactRecord, Moment, RecordRef } from "@contraluz/core";
import { isDaemonName, isOddPlace, isSystemPlace, nameOf } from "../../places.ts";
import { plain, some, string } from "../../plain.ts";
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
/** The first use of the network by a program that nobody knows. */
interface Fresh {
  readonly fresh: bigint;
  readonly program: string;
  readonly ref: RecordRef;
}
type Fact = Crash | Ran | Fresh;

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
const FRESH_NS = 1_800_000_000_000n;
/** What the system adds up, without a bundle. */
const SUMS: ReadonlySet<string> = new Set(["CumulativeUsageTracker"]);
/** Groups that are told; more are left to the first ones. */
const MAX_FINDINGS = 3;

/** A row of DataUsage.sqlite of a program without a bundle, of a name that is not the system's. */
function freshOf(r: ArtifactRecord, ref: () => RecordRef): Fresh | undefined {
  const { name, bundle, first } = r.fields;
  const at = (first as Moment | undefined)?.utc;
  const program = string(name);
  if (r.kind !== "process" || typeof at !== "bigint" || program === "" || string(bundle) !== "") return undefined;
  return isDaemonName(program) || SUMS.has(program) ? undefined : { fresh: at, program, ref: ref() };
}

export const parserCrashes: Rule<Fact> = {
  id: "ios/parser-crashes",
  version: 2,
  level: "info",
  words,
  needs: [...new Set(["ios/crash-reports", "ios/data-usage", ...RAN_PATHS])],
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
    if (artifact === "ios/data-usage") return freshOf(r, ref);
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
    const fresh = facts.filter((f): f is Fresh => "fresh" in f);
    fresh.sort((a, b) => (a.fresh < b.fresh ? -1 : a.fresh > b.fresh ? 1 : 0));
    let soon = 0;
    /** Of each, where the first of another program after it stands: a phone that somebody filled has thousands of one. */
    const another = crashes.map(() => crashes.length);
    for (let i = crashes.length - 2; i >= 0; i--)
      another[i] = crashes[i + 1]!.name === crashes[i]!.name ? another[i + 1]! : i + 1;
    let found = 0;
    for (let i = 0; i < crashes.length && found < MAX_FINDINGS; ) {
      const from = crashes[i]!.at;
      const near = (k: number): boolean => k < crashes.length && crashes[k]!.at - from <= WINDOW_NS;
      let n = another[i]!;
      const several = near(n);
      if (several) while (near(n)) n++;
      else n = i + 1;
      const group = crashes.slice(i, n);
      const end = group[group.length - 1]!.at;
      while (soon < fresh.length && fresh[soon]!.fresh < from) soon++;
      if (!several && !(soon < fresh.length && fresh[soon]!.fresh <= end + FRESH_NS)) {
        i++;
        continue;
      }
      const first = fresh.filter((f) => f.fresh >= from && f.fresh <= end + FRESH_NS);
      const names = new Set(group.map((c) => c.name));
      const after = ran.filter((f) => f.ran >= from && f.ran <= end + AFTER_NS);
      yield {
        subject: plain([...names].sort().join(" "), 200),
        level: after.length + first.length > 0 ? "lead" : "info",
        params: {
          count: names.size,
          names: some(names, 5),
          paths: some(new Set(after.map((f) => f.path)), 2, 120),
          fresh: some(new Set(first.map((f) => f.program)), 2),
        },
        records: [...group.map((c) => c.ref), ...after.map((f) => f.ref), ...first.map((f) => f.ref)],
      };
      found++;
      i += group.length;
    }
  },
};
