/**
 * How old the security patches were when the evidence was made: six months or more is a note, and on a Samsung before April 2025 also the hole that
 * LANDFALL used. Compared with the day of the evidence, not with today.
 *
 * Sources: Android security bulletins; Samsung SMR-APR-2025 (SVE-2024-1969, CVE-2025-21042); android.md 2 (properties), 5.4.
 * @module
 */
import { parseIso, type RecordRef } from "@contraluz/core";
import { string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface Told {
  readonly name: string;
  readonly value: string;
  readonly ref: RecordRef;
}

const PATCH = "ro.build.version.security_patch";
const MAKERS: ReadonlySet<string> = new Set([
  "ro.product.manufacturer",
  "ro.product.brand",
  "ro.product.vendor.manufacturer",
]);
const DAY = 86_400_000_000_000n;
const OLD_DAYS = 183;
const LANDFALL_CLOSED = "2025-04";

export const patchAge: Rule<Told> = {
  id: "android/patch-age",
  version: 1,
  level: "info",
  words,
  needs: ["android/properties"],
  baseRate: {
    fired: 3,
    samples: 12,
    what: "generated phones (three brands; Android 8, 11, 14, 16): the three Samsung of before April 2025, by the hole of LANDFALL; expected on most phones of more than four years",
  },
  sources: ["Samsung Mobile Security, SMR-APR-2025", "Palo Alto Networks Unit 42, LANDFALL, 2025-11-07"],
  budget: 100,
  once: (f) => f.name,
  fact(r, ref) {
    const name = string(r.fields.name);
    if (r.kind !== "property" || !(name === PATCH || MAKERS.has(name))) return undefined;
    return { name, value: string(r.fields.value).trim().slice(0, 100), ref: ref() };
  },
  *judge(facts, context) {
    const patch = facts.find((f) => f.name === PATCH);
    const [from, to] = [parseIso(patch?.value ?? ""), parseIso(context.asOf)];
    if (!patch || from === undefined || !/^\d{4}-\d\d-\d\d$/.test(patch.value)) return;
    const samsung = facts.some((f) => MAKERS.has(f.name) && f.value.toLowerCase() === "samsung");
    const landfall = samsung && patch.value < LANDFALL_CLOSED;
    const days = to === undefined || to < from ? 0 : Number((to - from) / DAY);
    if (days < OLD_DAYS && !landfall) return;
    yield {
      subject: patch.value,
      params: {
        patch: patch.value,
        months: Math.floor(days / 30),
        landfall: landfall ? "yes" : "",
        old: days < OLD_DAYS ? "" : "yes",
      },
      records: [patch.ref],
    };
  },
};
