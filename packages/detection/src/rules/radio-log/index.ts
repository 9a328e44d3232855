/**
 * C18: what a log of a modem could not show, said as what it is: a clock that was never set (it counts from 1980 then), gaps, what of 2G to
 * 5G is only counted, damaged and encrypted messages. No alarm; a limit of the check.
 *
 * Sources: network.md 1.1 (two of three public recordings of Rayhunter begin in 1980), 3(c) C18.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { some } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Log {
  readonly is: "log";
  readonly unset: number;
  readonly jumps: number;
  readonly damaged: number;
  readonly messages: number;
  readonly frames: number;
  readonly file: number;
  /** The network let a phone in. */
  readonly letsIn: boolean;
  /** Broadcasts alone: no phone spoke. */
  readonly silent: boolean;
  readonly passed: readonly string[];
  readonly ref: RecordRef;
}

/** A phone was turned away. */
interface Reject {
  readonly is: "reject";
  readonly file: number;
  /** For a reason that any cell would give to this SIM: no contract, no agreement. */
  readonly unwanted: boolean;
}
type Fact = Log | Reject;

/** TS 24.301, 9.9.3.9. Others are no sign of the SIM: a false cell gives them, too. */
const UNWANTED: ReadonlySet<number> = new Set([2, 3, 6, 7, 8, 11, 14]);

/** How often a message was counted: `4g attachRequest: 3`. */
function counted(counts: unknown, name: string): number {
  const of = Array.isArray(counts) ? counts : [];
  return of.reduce((n: number, c) => {
    const m = typeof c === "string" ? /^\dg (\w{1,60}): (\d{1,9})$/.exec(c) : null;
    return m?.[1] === name ? n + Number(m[2]) : n;
  }, 0);
}
const WANTS = ["attachRequest", "trackingAreaUpdateRequest", "serviceRequest", "locationUpdatingRequest"];
const LETS_IN = [
  "attachAccept",
  "attachComplete",
  "trackingAreaUpdateAccept",
  "locationUpdatingAccept",
  "securityModeComplete",
];
const REFUSES = ["attachReject", "trackingAreaUpdateReject", "locationUpdatingReject", "serviceReject"];
const BROADCAST = ["systemInformationBlockType1", "systemInformation", "systemInformationType3"];

const number = (v: unknown): number => (typeof v === "number" ? v : 0);
/** Logs of a modem about itself; they say nothing of a network that others would not. */
const QUIET = /^(?:log |LTE (?:NAS E[MS]M state|RRC serving cell|RRC master block|timing))/;

export const logLimits: Rule<Fact> = {
  id: "radio/log",
  version: 1,
  level: "info",
  words,
  needs: ["radio/messages"],
  baseRate: {
    fired: 7,
    samples: 7,
    what: "MobileInsight's logs: 5G is counted and not read, one is pieced together of several days",
  },
  sources: ["network.md 3(c) C18"],
  budget: 50_000,
  fact(r, ref) {
    if (r.kind === "message" && REFUSES.includes(String(r.fields.type)))
      return { is: "reject", file: r.origin.file, unwanted: UNWANTED.has(number(r.fields.cause)) };
    if (r.kind !== "log") return undefined;
    const { unset, jumps, damaged, messages, frames, passed, counts } = r.fields;
    const some = (of: readonly string[]): boolean => of.some((name) => counted(counts, name) > 0);
    const names = Array.isArray(passed)
      ? passed.filter((p): p is string => typeof p === "string" && !QUIET.test(p))
      : [];
    return {
      is: "log",
      unset: number(unset),
      jumps: number(jumps),
      damaged: number(damaged),
      messages: number(messages),
      frames: number(frames),
      file: r.origin.file,
      letsIn: some(LETS_IN),
      silent: some(BROADCAST) && !some([...WANTS, ...LETS_IN, ...REFUSES, "rrcConnectionRequest", "identityRequest"]),
      passed: names.slice(0, 100),
      ref: ref(),
    };
  },
  *judge(all) {
    const facts = all.filter((f) => f.is === "log");
    const rejects = all.filter((f) => f.is === "reject");
    /** Each time for a reason that lies with the SIM, and never let in. */
    const refused = (f: Log): boolean => {
      const of = rejects.filter((r) => r.file === f.file);
      return !f.letsIn && of.length > 0 && of.every((r) => r.unwanted);
    };
    for (const what of ["unset", "jumps", "damaged"] as const) {
      const of = facts.filter((f) => f[what] > 0);
      const count = of.reduce((n, f) => n + f[what], 0);
      if (count > 0) yield { subject: what, params: { case: what, count, what: "" }, records: of.map((f) => f.ref) };
    }
    const passed = facts.filter((f) => f.passed.length > 0);
    if (passed.length > 0)
      yield {
        subject: "passed",
        params: {
          case: "passed",
          count: passed.length,
          what: some(
            passed.flatMap((f) => f.passed),
            6,
          ),
        },
        records: passed.map((f) => f.ref),
      };
    for (const [what, of] of [
      ["empty", facts.filter((f) => f.messages === 0)],
      ["refused", facts.filter(refused)],
      ["silent", facts.filter((f) => f.silent)],
    ] as const)
      if (of.length > 0)
        yield { subject: what, params: { case: what, count: of.length, what: "" }, records: of.map((f) => f.ref) };
  },
};
