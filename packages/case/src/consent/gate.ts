/**
 * The gate: what a consent allows to be read, kept and handed on. Without consent nothing is allowed; a refusal says why, and on
 * which clause it rests.
 * @module
 */
import type { Scope } from "@contraluz/core";
import { DOCUMENTS, groupOf } from "./groups.ts";
import { allowed } from "./read.ts";
import type { Clause, Consent, ExportAsk, Refusal, RefusalCode, Share, Withdrawal } from "./types.ts";

const refusal = (code: RefusalCode, clause: Clause, params: Refusal["params"] = {}): Refusal => ({
  code,
  clause,
  params,
});

/** The Scope of a check. Without consent nothing may be read. */
export function scopeOf(c: Consent | undefined): Scope {
  if (!c) return { artifacts: [], content: false, evidenceCopies: false };
  return { artifacts: allowed(c), content: c.content, evidenceCopies: c.copies };
}

/** Whether it holds at all on that day: given, not taken back, not over. */
export function standing(c: Consent | undefined, on: string, withdrawn?: Withdrawal): Refusal | undefined {
  if (!c) return refusal("no-consent", "none");
  if (withdrawn) return refusal("withdrawn", "stop", { on: withdrawn.on });
  if (c.given.on > on) return refusal("not-yet", "none", { on: c.given.on });
  if (c.keepUntil !== undefined && c.keepUntil < on) return refusal("expired", "term", { on: c.keepUntil });
  return undefined;
}

/** May this place of the evidence be read? */
export function mayRead(
  c: Consent | undefined,
  artifact: string,
  on: string,
  withdrawn?: Withdrawal,
): Refusal | undefined {
  const no = standing(c, on, withdrawn);
  if (no) return no;
  const ids = allowed(c!);
  if (ids === "all" || ids.includes(artifact)) return undefined;
  return refusal("not-allowed-artifact", "data", { artifact, group: groupOf(artifact) ?? "" });
}

/** May this be kept: text of messages, copies of the evidence, what the person saw? */
export function mayKeep(
  c: Consent | undefined,
  what: "content" | "copies" | "incidents",
  on: string,
  withdrawn?: Withdrawal,
): Refusal | undefined {
  const no = standing(c, on, withdrawn);
  if (no) return no;
  if (c![what]) return undefined;
  const clause: Clause = what === "content" ? "data" : what;
  return refusal(`not-allowed-${what}`, clause);
}

/** May what a check read be compared with other people's phones, in a lab? `check`: what it read. */
export function mayCompare(
  c: Consent | undefined,
  check: Scope | undefined,
  on: string,
  withdrawn?: Withdrawal,
): Refusal | undefined {
  const no = standing(c, on, withdrawn);
  if (no) return no;
  if (c!.compare !== true) return refusal("not-allowed-compare", "compare");
  return !check || within(check, scopeOf(c)) ? undefined : refusal("wider-check", "data");
}

/** May the text of documents be read and kept? It is content, and as good as a copy of them. */
export function mayReadDocuments(c: Consent | undefined, on: string, withdrawn?: Withdrawal): Refusal | undefined {
  return (
    mayRead(c, DOCUMENTS, on, withdrawn) ?? mayKeep(c, "content", on, withdrawn) ?? mayKeep(c, "copies", on, withdrawn)
  );
}

/** Who may have one of these may have what is in it. */
export const HOLDS: Readonly<Record<Share, readonly Share[]>> = {
  indicators: ["indicators", "result", "dossier", "pack"],
  result: ["result", "dossier", "pack"],
  dossier: ["dossier"],
  pack: ["pack"],
};

const MARKS = /\p{M}/gu;

/** A name as whoever types it means it: without marks, case and double spaces. */
export const foldedName = (name: string): string =>
  name.normalize("NFKD").replace(MARKS, "").toLowerCase().split(/\s+/).join(" ").trim();

/** The same name, whoever types it. */
export const sameName = (a: string, b: string): boolean => foldedName(a) === foldedName(b);

/**
 * May this leave the case?
 * @example
 * mayExport(consent, { what: "dossier", edition: "full", to: { who: "named", name: "Lab" }, on: "2026-11-26" })
 */
export function mayExport(c: Consent | undefined, ask: ExportAsk): Refusal | undefined {
  // What is the person's own can always go back to them, also after they took the consent back.
  if (c && ask.to.who === "person") return undefined;
  const no = standing(c, ask.on, ask.withdrawn);
  if (no) return no;
  const consent = c!;
  if (ask.to.who === "named") {
    const { name } = ask.to;
    const theirs = consent.recipients.filter((r) => sameName(r.name, name));
    if (theirs.length === 0) return refusal("not-recipient", "recipients", { name });
    if (theirs.some((r) => HOLDS[ask.what].includes(r.what))) return undefined;
    return refusal("not-this-recipient", "recipients", { name, what: ask.what });
  }
  // Evidence is for somebody who is named: nobody publishes it.
  if (ask.what === "pack") return refusal("not-this-recipient", "recipients", { name: "", what: ask.what });
  if (consent.publication === "none") return refusal("not-published", "publication");
  if (ask.edition === "full" && consent.publication !== "named") return refusal("not-named", "publication");
  return undefined;
}

/** True if all that `inner` allows is allowed by `outer`. */
export function within(inner: Scope, outer: Scope): boolean {
  if ((inner.content && !outer.content) || (inner.artifacts === "all" && outer.artifacts !== "all")) return false;
  return outer.artifacts === "all" || (inner.artifacts as readonly string[]).every((a) => outer.artifacts.includes(a));
}

/** May what this check read leave? A newer consent may allow less than the one under which it was made. */
export function mayLeave(c: Consent | undefined, check: Scope, to: ExportAsk["to"]): Refusal | undefined {
  if (to.who === "person" || within(check, scopeOf(c))) return undefined;
  return refusal("wider-check", "data");
}
