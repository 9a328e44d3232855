/** What may leave a lab: each case says so by its consent, and what none says stays. @module */
import { foldedName, HOLDS } from "@contraluz/case/consent/gate.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { byCodeUnit } from "@contraluz/core";
import { sha256Text } from "@contraluz/engine/hash-text.ts";
import type { LabCase, LabLeave } from "./types.ts";

/** To everybody, or to somebody whom a consent may name. */
export type LeaveTo = { readonly who: "public" } | { readonly who: "named"; readonly name: string };

/** A recipient as a lab notes it: a lab's files hold no names. */
export function recipientOf(lab: string, name: string): string {
  return sha256Text(`${lab}\n${foldedName(name)}`).slice(0, 16);
}

/** What a consent lets leave a lab. */
export function leaveOf(consent: Pick<Consent, "publication" | "recipients"> | undefined, lab: string): LabLeave {
  const to = (what: "indicators" | "result"): string[] => {
    const may = (consent?.recipients ?? []).filter((r) => HOLDS[what].includes(r.what));
    return [...new Set(may.map((r) => recipientOf(lab, r.name)))].sort(byCodeUnit);
  };
  return {
    public: consent !== undefined && consent.publication !== "none",
    indicators: to("indicators"),
    records: to("result"),
  };
}

/** Whether signs that were met in a case, or its keys (which say something of its records), may be told on that day. */
export function mayTell(
  c: Pick<LabCase, "leave" | "keepUntil">,
  what: "indicators" | "records",
  to: LeaveTo,
  lab: string,
  day: string,
): boolean {
  if (!c.leave || (c.keepUntil !== undefined && c.keepUntil < day)) return false;
  if (to.who === "public") return what === "indicators" && c.leave.public;
  return c.leave[what].includes(recipientOf(lab, to.name));
}
