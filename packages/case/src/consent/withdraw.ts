/**
 * What has to go when a consent is taken back, is over, or allows less than before. A list for people to act on, and for the vault:
 * the key of a case goes first, since what a disk keeps cannot be wiped for certain; what left the case can only be asked back.
 * @module
 */
import type { Scope } from "@contraluz/core";
import { mayReadDocuments, sameName, scopeOf, within } from "./gate.ts";
import { termOf } from "./term.ts";
import type { Clause, Consent, Withdrawal } from "./types.ts";

/** What a case holds, as far as this needs it (`CaseState` has it). */
export interface Held {
  readonly consents: readonly { readonly consent: Consent; readonly withdrawn?: unknown }[];
  readonly evidence: readonly {
    readonly id: string;
    readonly name: string;
    readonly folder?: string;
    readonly removed?: true;
  }[];
  readonly checks: readonly { readonly check: string; readonly removed?: true }[];
  readonly archives?: readonly { readonly archive: string; readonly removed?: true }[];
  readonly incidents: readonly { readonly incident: { readonly id: string } }[];
  readonly dossiers: readonly { readonly edition: string; readonly recipient?: string; readonly tagmanifest: string }[];
  readonly packs: readonly { readonly id: string; readonly sent: boolean; readonly to?: readonly string[] }[];
  readonly exports: readonly { readonly format: string; readonly sha256: string }[];
  /** Labs that have its records. */
  readonly labs?: readonly { readonly lab: string; readonly path?: string; readonly checks?: readonly string[] }[];
}

/**
 * - `destroy-key`: the case as a whole (`case purge`)
 * - `remove`: a part of it (`evidence/0001`, `checks/0002`)
 * - `withhold`: an entry of the log; it is not shown or handed on, and goes with the case
 * - `keep-anonymous`: before the key goes, an edition that does not say who the person is may be made
 * - `forget`: a lab has its records (`hunt forget`)
 * - `ask-back`: it left; whoever has it has to be asked
 */
export type PurgeAct = "destroy-key" | "remove" | "withhold" | "keep-anonymous" | "forget" | "ask-back";

export interface PurgeItem {
  readonly act: PurgeAct;
  readonly what: "case" | "evidence" | "check" | "incident" | "dossier" | "pack" | "export" | "lab";
  /** Folder, id or hash; empty for the case. */
  readonly ref: string;
  /** Who has it, where that is known. */
  readonly at?: string;
  readonly clause: Clause;
}

/** What left the case. `still`: whom the consent still names. */
function leftOf(held: Held, clause: Clause, still?: Consent): PurgeItem[] {
  const named = (name: string | undefined): boolean =>
    name !== undefined && (still?.recipients ?? []).some((r) => sameName(r.name, name));
  const out: PurgeItem[] = [];
  for (const d of held.dossiers)
    if (!named(d.recipient))
      out.push({
        act: "ask-back",
        what: "dossier",
        ref: d.tagmanifest,
        ...(d.recipient === undefined ? {} : { at: d.recipient }),
        clause,
      });
  for (const p of held.packs)
    if (p.sent) {
      const to = (p.to ?? []).filter((name) => !named(name));
      for (const at of to) out.push({ act: "ask-back", what: "pack", ref: p.id, at, clause });
      if (p.to === undefined || p.to.length === 0) out.push({ act: "ask-back", what: "pack", ref: p.id, clause });
    }
  if (still === undefined)
    for (const e of held.exports) out.push({ act: "ask-back", what: "export", ref: e.sha256, at: e.format, clause });
  return out;
}

/** Records of the case in labs. */
function inLabs(held: Pick<Held, "labs">, clause: Clause): PurgeItem[] {
  return (held.labs ?? []).map(({ lab, path }) => ({
    act: "forget",
    what: "lab",
    ref: lab,
    ...(path === undefined ? {} : { at: path }),
    clause,
  }));
}

/** The consent was taken back: all of it goes. The labs first: once the key is gone nobody can read which they were. */
export function purgeWithdrawn(held: Held): readonly PurgeItem[] {
  return [
    ...inLabs(held, "stop"),
    { act: "destroy-key", what: "case", ref: "", clause: "stop" },
    ...leftOf(held, "stop"),
  ];
}

/** The term is over: as was agreed for then. Empty while it is not. */
export function purgeExpired(held: Held, on: string): readonly PurgeItem[] {
  const consent = held.consents.at(-1)?.consent;
  if (!consent || termOf(consent, on).state !== "over") return [];
  return [
    ...(consent.after === "anonymised"
      ? [{ act: "keep-anonymous", what: "dossier", ref: "", clause: "term" } as const]
      : []),
    ...inLabs(held, "term"),
    { act: "destroy-key", what: "case", ref: "", clause: "term" },
    ...leftOf(held, "term"),
  ];
}

/**
 * A new consent allows less: what lies outside of it goes. `scopes`: the Scope of each check, from its result; a check whose Scope is not
 * known counts as outside. Evidence that is no longer there is passed over.
 */
export function purgeNarrowed(held: Held, now: Consent, scopes: ReadonlyMap<string, Scope>): readonly PurgeItem[] {
  const allowed = scopeOf(now);
  const out: PurgeItem[] = [];
  if (!now.copies)
    for (const e of held.evidence)
      if (e.folder !== undefined && !e.removed)
        out.push({ act: "remove", what: "evidence", ref: e.folder, clause: "copies" });
  const outside = new Set<string>();
  for (const c of held.checks) {
    const scope = scopes.get(c.check);
    if (c.removed || (scope && within(scope, allowed))) continue;
    outside.add(c.check);
    out.push({ act: "remove", what: "check", ref: `checks/${c.check}`, clause: "data" });
  }
  // A lab holds the records of a check, whatever becomes of the check.
  const theirs = held.labs?.filter((l) => l.checks?.some((c) => outside.has(c)));
  if (now.compare !== true) out.push(...inLabs(held, "compare"));
  else if (theirs) out.push(...inLabs({ labs: theirs }, "data"));
  if (mayReadDocuments(now, now.given.on))
    for (const a of held.archives ?? [])
      if (!a.removed)
        out.push({
          act: "remove",
          what: "evidence",
          ref: `archive/${a.archive}`,
          clause: now.copies ? "data" : "copies",
        });
  if (!now.incidents)
    for (const i of held.incidents)
      out.push({ act: "withhold", what: "incident", ref: i.incident.id, clause: "incidents" });
  return [...out, ...leftOf(held, "recipients", now)];
}

/** What has to go now: because it was taken back, because the term is over, or nothing. */
export function purgeDue(held: Held, on: string, withdrawn?: Withdrawal): readonly PurgeItem[] {
  return withdrawn ? purgeWithdrawn(held) : purgeExpired(held, on);
}
