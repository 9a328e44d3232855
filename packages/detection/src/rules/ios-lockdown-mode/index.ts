/**
 * Whether Lockdown Mode is on, as `LDMGlobalEnabled` of .GlobalPreferences.plist says (iOS 16 and later). One note for each
 * check: on is worth knowing, off is worth considering for a person at risk. Where the setting is missing it says nothing.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Mode {
  readonly on: boolean;
  readonly ref: RecordRef;
}

export const lockdownMode: Rule<Mode> = {
  id: "ios/lockdown-mode",
  version: 1,
  level: "info",
  words,
  needs: ["ios/global-preferences"],
  baseRate: { fired: 1, samples: 1, what: "MVT's test backup (Lockdown Mode on); a note, whatever it says" },
  sources: ["Apple, About Lockdown Mode", "mvt.md 3 (GlobalPreferences)"],
  budget: 100,
  fact(r, ref) {
    if (r.kind !== "setting" || r.fields.name !== "LDMGlobalEnabled") return undefined;
    const { value } = r.fields;
    if (value === true || value === 1) return { on: true, ref: ref() };
    return value === false || value === 0 ? { on: false, ref: ref() } : undefined;
  },
  *judge(facts) {
    const [first] = facts;
    if (first) yield { subject: "LDMGlobalEnabled", params: { on: first.on ? "yes" : "" }, records: [first.ref] };
  },
};
