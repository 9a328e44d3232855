/**
 * H11: an account that iMessage, FaceTime or another service looked up, with NUL characters in its name.
 *
 * Nobody types NUL, and no address or number has it; attackers' accounts were left in this list so. An account on a published
 * list is met by the signs, whatever this rule says; an account that is merely unknown is no sign of anything, so no other
 * part of H11 is applied.
 * Sources: ios.md 3, H11; mvt.md 3 (IDStatusCache: MVT's own alert on two of them in a row).
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Odd {
  readonly handle: string;
  readonly ref: RecordRef;
}

/** Letters of an account that go into a sentence, and accounts that it names. */
const LETTERS = 80;
const NAMED = 3;

/** The account on one line, NUL and other controls written as `\x00`. */
function visible(handle: string): string {
  const letters = [...handle.slice(0, 4 * LETTERS)];
  const shown = letters.slice(0, LETTERS).map((c) => {
    if (/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(c)) return "\ufffd";
    return /\p{Cc}/u.test(c) ? `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}` : c;
  });
  return shown.join("") + (letters.length > LETTERS ? "…" : "");
}

export const idStatusHandle: Rule<Odd> = {
  id: "ios/id-status-handle",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/id-status-cache"],
  baseRate: { fired: 0, samples: 1, what: "plaso's idstatuscache.plist (40 look-ups of 11 services)" },
  sources: [
    "MVT, IDStatusCache (alert on NUL characters in an account)",
    "Amnesty International, Forensic Methodology Report, 2021 (accounts of attackers in this list)",
  ],
  budget: 10_000,
  fact(r, ref) {
    const { handle } = r.fields;
    if (r.kind !== "lookup" || typeof handle !== "string" || !handle.includes("\0")) return undefined;
    return { handle: visible(handle), ref: ref() };
  },
  *judge(facts) {
    if (facts.length === 0) return;
    const handles = [...new Set(facts.map((f) => f.handle))];
    yield {
      subject: handles[0]!,
      params: { handles: handles.slice(0, NAMED).join(", "), more: Math.max(handles.length - NAMED, 0) },
      records: facts.map((f) => f.ref),
    };
  },
};
