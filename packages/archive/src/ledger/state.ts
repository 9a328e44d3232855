/**
 * What follows for a claim on a day: kept, broken, open or disputed. Worked out from the lines that the checks left standing, never stored.
 *
 * - `broken`: an act that contradicts it, not only alleged, with at least two sources of different origin, and the party was heard, asked
 *   in vain, or cannot be asked.
 * - `kept`: an act that fulfils it, not only alleged, and nothing that contradicts it.
 * - `disputed`: both, or the party says that the act was not so.
 * - `open`: all else. That nothing is known keeps no promise.
 * @module
 */
import type { Checked, Refusal } from "./check.ts";
import { firstDay, lastDay } from "./dates.ts";
import { origins } from "./independent.ts";
import type { Act, Claim, Link } from "./types.ts";

export const STATES = ["kept", "broken", "open", "disputed"] as const;
export type ClaimState = (typeof STATES)[number];

/** Why a link that stands does not settle the claim. */
export type Because =
  | "one-origin"
  | "alleged"
  | "not-heard"
  | "party-disputes"
  | "partly"
  | "claim-refused"
  | "act-refused";

export interface Weighed {
  readonly link: Link;
  readonly act: Act;
  /** Sources of the act of different origin that were found to say it. */
  readonly origins: number;
  /** `breaks` and `keeps` settle; `weak` contradicts or fulfils and does not settle; `none` says nothing of the claim. */
  readonly weight: "breaks" | "keeps" | "weak" | "none";
  readonly because: readonly Because[];
}

export interface DerivedState {
  readonly claim: Claim;
  readonly state: ClaimState;
  /** The day for which this holds. */
  readonly at: string;
  readonly weighed: readonly Weighed[];
}

function weigh(link: Link, act: Act, claim: Claim, c: Checked): Weighed {
  const n = origins(act, c.texts, c.stands, c.citeStands);
  const because: Because[] = [];
  const { relation, reply_of_the_party: reply } = link;
  if (relation === "partly") because.push("partly");
  if (relation !== "contradicts" && relation !== "fulfils")
    return { link, act, origins: n, weight: relation === "partly" ? "weak" : "none", because };
  if (act.status === "alleged") because.push("alleged");
  if (c.refused(claim.id)) because.push("claim-refused");
  if (c.refused(act.id)) because.push("act-refused");
  if (n < (relation === "contradicts" ? 2 : 1)) because.push("one-origin");
  if (relation === "contradicts" && (reply === undefined || reply.state === "not-asked")) because.push("not-heard");
  if (because.length > 0) return { link, act, origins: n, weight: "weak", because };
  if (reply?.disputes) because.push("party-disputes");
  return { link, act, origins: n, weight: relation === "contradicts" ? "breaks" : "keeps", because };
}

/** Links that stand on a day, for a claim that stands. */
function linksOf(claim: Claim, c: Checked, at: string): Link[] {
  return c.ledger.links.filter((l) => {
    if (l.claim_id !== claim.id || c.refused(l.id) || firstDay(l.on) > at) return false;
    const newer = c.links.successor(l.id);
    return newer === undefined || firstDay(newer.on) > at;
  });
}

/** Undefined for a claim that was not made yet on that day, or that another line replaced. */
export function stateOf(claim: Claim, c: Checked, at: string): DerivedState | undefined {
  if (firstDay(claim.said_on) > at || c.claims.successor(claim.id)) return undefined;
  const acts = new Map(c.ledger.acts.map((a) => [a.id, a]));
  const weighed = linksOf(claim, c, at).flatMap((l) => {
    const act = acts.get(l.act_id);
    return act && firstDay(act.on ?? act.from ?? "") <= at ? [weigh(l, act, claim, c)] : [];
  });
  const breaks = weighed.filter((w) => w.weight === "breaks");
  const keeps = weighed.filter((w) => w.weight === "keeps");
  const against = weighed.some((w) => w.link.relation === "contradicts");
  const disputed = breaks.some((w) => w.because.includes("party-disputes"));
  const state: ClaimState =
    breaks.length > 0
      ? keeps.length > 0 || disputed
        ? "disputed"
        : "broken"
      : keeps.length > 0
        ? against
          ? "disputed"
          : "kept"
        : "open";
  return { claim, state, at, weighed };
}

export function statesOf(c: Checked, at: string): readonly DerivedState[] {
  return c.ledger.claims.flatMap((claim) => stateOf(claim, c, at) ?? []);
}

/** The last day of which the ledger knows: what is shown where no day was asked for. */
export function lastDayOf(c: Checked): string {
  const days = [
    ...c.ledger.claims.map((x) => x.said_on),
    ...c.ledger.acts.map((x) => x.until ?? x.on ?? x.from ?? ""),
    ...c.ledger.links.map((x) => x.on),
  ].map(lastDay);
  return days.reduce((a, b) => (a > b ? a : b), "1800-01-01");
}

/**
 * Whether somebody may say of a claim that it is in this state, and why not: what a text that is about to be published is held to.
 * @example refuseState(claim, "broken", checked, "2019-12-31") // [{ of: "state", id: "C6", code: "sources-not-independent" }]
 */
export function refuseState(claim: Claim, said: ClaimState, c: Checked, at: string): readonly Refusal[] {
  const d = stateOf(claim, c, at);
  if (d?.state === said) return [];
  const why = said === "broken" && d?.weighed.some((w) => w.because.includes("one-origin"));
  return [
    {
      of: "state",
      id: claim.id,
      code: why ? "sources-not-independent" : "state-not-carried",
      found: said,
      expected: d?.state ?? "",
    },
  ];
}
