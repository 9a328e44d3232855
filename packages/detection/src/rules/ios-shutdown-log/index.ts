/**
 * H4: the phone started again and again after the last shutdown of shutdown.log, or the log is empty: somebody or something cut it.
 *
 * Starts are told by containermanagerd (up to iOS 17), lockdownd, installd and the system log. A phone that was switched off by force, by its
 * battery or by a panic starts without a shutdown, so several in a row are needed. Up to iOS 18 the log keeps all shutdowns; from 26 on it may
 * keep the last boot only, and nothing follows from an empty one: a note. Shutdowns whose end is missing have no time, and stand for as many
 * starts.
 * @module
 */
import { type Moment, parseIso, type RecordRef } from "@contraluz/core";
import { string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Started {
  readonly started: bigint;
  /** The log names no zone, and nothing else does. */
  readonly wall: boolean;
  readonly ref: RecordRef;
}
interface Shutdown {
  readonly shutdown: bigint | undefined;
}
interface Log {
  readonly shutdowns: number;
  readonly keeps: string;
  readonly ref: RecordRef;
}
type Fact = Started | Shutdown | Log;

/** Starts without a shutdown that are one too many. */
const MIN_STARTS = 3;
/** Lines of one start, and times whose zone is assumed. */
const CLOSE_NS = 900_000_000_000n;
const SLACK_NS = 7_200_000_000_000n;
/** Zones are no further from UTC. */
const ZONE_NS = 54_000_000_000_000n;

/** When it was, as if its clock showed UTC where its zone is not known. */
function startOf(at: Moment | undefined): Pick<Started, "started" | "wall"> | undefined {
  if (at?.utc !== undefined) return { started: at.utc, wall: false };
  const started = at?.wall === undefined ? undefined : parseIso(`${at.wall}Z`);
  return started === undefined ? undefined : { started, wall: true };
}

/** Starts that several logs tell are one. */
function startsOf(facts: readonly Fact[]): Started[] {
  const all = facts.filter((f): f is Started => "started" in f);
  all.sort((a, b) => (a.started < b.started ? -1 : a.started > b.started ? 1 : 0));
  return all.filter((f, i) => i === 0 || f.started - all[i - 1]!.started > CLOSE_NS);
}

export const cutShutdownLog: Rule<Fact> = {
  id: "ios/shutdown-log",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/shutdown-log", "ios/container-log", "ios/lockdown-log", "ios/installation-log", "ios/unified-log"],
  baseRate: {
    fired: 0,
    samples: 4,
    what: "the reference generator's sysdiagnoses of iOS 15, 17, 18 and 26 without what they plant; no whole sysdiagnose of a real phone was at hand",
  },
  sources: ["Kaspersky, A lightweight method to detect potential iOS malware, 2024", "iVerify, 2025 (iOS 26)"],
  budget: 20_000,
  once: (f) => ("started" in f ? `started ${f.started / 60_000_000_000n}` : undefined),
  fact(r, ref, artifact) {
    if (artifact === "ios/shutdown-log") {
      const { shutdowns, keeps } = r.fields;
      if (r.kind === "shutdown") return { shutdown: r.at?.utc };
      return r.kind === "log" && typeof shutdowns === "number"
        ? { shutdowns, keeps: string(keeps), ref: ref() }
        : undefined;
    }
    const starts = r.kind === "boot" || r.kind === "start" || (r.kind === "event" && r.fields.action === "boot");
    const start = starts ? startOf(r.at) : undefined;
    return start && { ...start, ref: ref() };
  },
  *judge(facts) {
    const logs = facts.filter((f): f is Log => "shutdowns" in f);
    if (logs.length === 0) return;
    const starts = startsOf(facts);
    let last: bigint | undefined;
    let undated = 0;
    for (const f of facts) {
      if (!("shutdown" in f)) continue;
      if (f.shutdown === undefined) undated++;
      else if (last === undefined || f.shutdown > last) last = f.shutdown;
    }
    const empty = logs.every((l) => l.shutdowns === 0);
    // Without any time nothing is after another.
    const after = empty
      ? starts
      : last === undefined
        ? []
        : starts.filter((s) => s.started > last + (s.wall ? ZONE_NS : SLACK_NS)).slice(undated);
    if (after.length < (empty ? 1 : MIN_STARTS)) return;
    const all = logs.every((l) => l.keeps === "all");
    if (!all && !empty) return;
    yield {
      subject: "shutdown.log",
      level: all ? "lead" : "info",
      params: { case: empty ? "empty" : "cut", keeps: all ? "all" : "last-boot", starts: after.length },
      records: [...logs.map((l) => l.ref), ...after.map((s) => s.ref)],
    };
  },
};
