/**
 * The intrusion log of Advanced Protection was switched off and on again. The phone writes down both; what lies between was not logged. One lead for
 * each time that it was off, and for a log that stops without a later start. Also events by which the log tells of broken integrity: those
 * are a note.
 *
 * A start after a restart of the phone is ordinary: no stop was written before it.
 * Sources: AOSP, SecurityLog (210011 logging_started, 210012 logging_stopped, 210032 key_integrity_violation …); android.md 1.4.
 * @module
 */
import { isoUtc, type RecordRef } from "@contraluz/core";
import { some, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Logged {
  readonly type: string;
  readonly at: bigint;
  readonly ref: RecordRef;
}

const HOUR = 3_600_000_000_000n;
const MAX_FINDINGS = 5;
const INTEGRITY: ReadonlySet<string> = new Set([
  "key_integrity_violation",
  "cert_validation_failure",
  "wipe_failure",
  "crypto_self_test_completed",
  "log_buffer_size_critical",
]);

export const logGaps: Rule<Logged> = {
  id: "android/log-gaps",
  version: 1,
  level: "lead",
  words,
  needs: ["android/intrusion-logs"],
  baseRate: {
    fired: 0,
    samples: 3,
    what: "generated phones with intrusion logs and no planted gap (Android 16, three brands)",
  },
  sources: ["AOSP, SecurityLog"],
  budget: 20_000,
  fact(r, ref) {
    const type = string(r.fields.type);
    if (r.kind !== "security" || typeof r.at?.utc !== "bigint") return undefined;
    const failed = type !== "crypto_self_test_completed" || r.fields.result === false || r.fields.success === false;
    return type === "logging_started" || type === "logging_stopped" || (INTEGRITY.has(type) && failed)
      ? { type, at: r.at.utc, ref: ref() }
      : undefined;
  },
  *judge(facts) {
    const all = [...facts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const gaps: { from: Logged; to: Logged | undefined }[] = [];
    for (const f of all) {
      const open = gaps.at(-1);
      if (f.type === "logging_stopped" && (open === undefined || open.to !== undefined))
        gaps.push({ from: f, to: undefined });
      else if (f.type === "logging_started" && open && open.to === undefined) open.to = f;
    }
    for (const { from, to } of gaps.slice(0, MAX_FINDINGS)) {
      const when = isoUtc(from.at, "s");
      yield {
        subject: when,
        params: {
          case: to ? "gap" : "open",
          when,
          until: to ? isoUtc(to.at, "s") : "",
          hours: to ? Number((to.at - from.at + HOUR / 2n) / HOUR) : 0,
          what: "",
        },
        records: to ? [from.ref, to.ref] : [from.ref],
      };
    }
    const rest = gaps.slice(MAX_FINDINGS);
    if (rest.length > 0)
      yield {
        subject: "…",
        params: { case: "more", count: rest.length, when: "", until: "", hours: 0, what: "" },
        records: rest.map((g) => g.from.ref),
      };
    const broken = all.filter((f) => INTEGRITY.has(f.type));
    if (broken.length > 0)
      yield {
        subject: "integrity",
        level: "info",
        params: {
          case: "integrity",
          when: "",
          until: "",
          hours: 0,
          what: some(
            broken.map((f) => f.type),
            5,
          ),
        },
        records: broken.map((f) => f.ref),
      };
  },
};
