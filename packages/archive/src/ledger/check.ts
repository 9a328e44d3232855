/**
 * The machine checks of a ledger. Each refusal names a line, a code and what was found; a refused line counts for nothing. What could not
 * be checked, because a file is not at hand, is told apart: it counts for no "kept" and no "broken" either.
 * @module
 */
import { fold } from "@contraluz/case/timeline/fold.ts";
import { type ChainFault, type Chains, chainsOf } from "./chains.ts";
import { firstDay, lastDay } from "./dates.ts";
import { foldQuote } from "./fold.ts";
import type { SourceTexts } from "./texts.ts";
import type { Act, CaseCite, Claim, Ledger, LedgerEntry, Link, Source } from "./types.ts";

export type RefusalCode =
  | ChainFault
  | "quote-not-in-source"
  | "quote-not-at-offset"
  | "no-such-page"
  | "quote-of-claim-not-in-source"
  | "dates-in-wrong-order"
  | "no-claim"
  | "no-act"
  | "superseded-target"
  | "act-outside-time"
  | "act-outside-scope"
  | "no-reviewer"
  | "no-reply"
  | "link-before-act"
  | "sources-not-independent"
  | "no-such-cite"
  | "state-not-carried";

export interface Refusal {
  readonly of: LedgerEntry["type"] | "state";
  readonly id: string;
  readonly code: RefusalCode;
  readonly found?: string;
  readonly expected?: string;
}

/** What nobody could look at. */
export interface Unchecked {
  readonly of: LedgerEntry["type"];
  readonly id: string;
  readonly what: "source-absent" | "source-unreadable" | "cite-not-asked";
  readonly found: string;
}

export interface CheckOptions {
  readonly texts: SourceTexts;
  /** Whether a cite leads to something of a case. Undefined where no case is open. */
  readonly cited?: (c: CaseCite) => boolean | undefined;
}

export interface Checked {
  readonly ledger: Ledger;
  readonly refusals: readonly Refusal[];
  readonly unchecked: readonly Unchecked[];
  refused(id: string): boolean;
  /** Whether a source was found to say, word for word, what it is cited for. */
  stands(s: Source): boolean;
  citeStands(c: CaseCite): boolean;
  readonly claims: Chains<Claim>;
  readonly acts: Chains<Act>;
  readonly links: Chains<Link>;
  readonly texts: SourceTexts;
}

type QuoteState = "stands" | "paraphrase" | "absent" | "unreadable" | "no-such-page" | "missing" | "elsewhere";

function quoteState(s: Source, texts: SourceTexts): QuoteState {
  const t = texts.textOf(s);
  if (t.state !== "text") return t.state;
  if (s.quote === undefined) return "paraphrase";
  const quote = foldQuote(s.quote);
  if (quote === "" || !foldQuote(t.text).includes(quote)) return "missing";
  if (s.offset === undefined) return "stands";
  return foldQuote(t.text.slice(s.offset, s.offset + s.quote.length * 2 + 200)).startsWith(quote)
    ? "stands"
    : "elsewhere";
}

/** First and last day on which an act can have been done, and whether it is one point in time. */
export function spanOf(act: Act): { readonly first: string; readonly last: string; readonly point: boolean } {
  const from = act.on ?? act.from ?? "";
  return { first: firstDay(from), last: lastDay(act.until ?? from), point: act.on !== undefined };
}

/** Whether a claim and an act can be held together at all, as far as their days say. */
function timeFault(
  claim: Claim,
  act: Act,
  relation: Link["relation"],
): Pick<Refusal, "found" | "expected"> | undefined {
  const { first, last, point } = spanOf(act);
  const from = firstDay(claim.holds_from);
  const until = claim.holds_until === undefined ? undefined : lastDay(claim.holds_until);
  const found = act.on ?? `${act.from}/${act.until ?? ""}`;
  const expected = `${claim.holds_from}/${claim.holds_until ?? ""}`;
  // To be done by a day: that it was not done can only be seen after it.
  if (claim.term === "by" && relation === "contradicts")
    return until !== undefined && first > until ? undefined : { found, expected: `> ${claim.holds_until}` };
  if (claim.term === "by" && relation === "partly") return first >= from ? undefined : { found, expected };
  // A span must lie in it for a part that is sure; a point must lie in it wherever in its precision it was.
  const inside = point
    ? first >= from && (until === undefined || last <= until)
    : lastDay(act.until ?? act.from ?? "") >= from &&
      firstDay(act.until ?? act.from ?? "") >= from &&
      (until === undefined || lastDay(act.from ?? "") <= until);
  return inside ? undefined : { found, expected };
}

/** `Tapachula, Chiapas` lies in `Chiapas`. */
function within(place: string, of: string): boolean {
  const [a, b] = [fold(place).trim(), fold(of).trim()];
  return a === b || a.endsWith(`, ${b}`) || a.startsWith(`${b},`);
}

function scopeFault(claim: Claim, act: Act): Pick<Refusal, "found" | "expected"> | undefined {
  const { actor, also = [], place } = claim.scope;
  const names = [actor, ...also].map((n) => fold(n).trim());
  if (!names.includes(fold(act.actor).trim())) return { found: act.actor, expected: [actor, ...also].join(", ") };
  if (place === undefined) return undefined;
  if (act.place === undefined || !within(act.place, place)) return { found: act.place ?? "", expected: place };
  return undefined;
}

/** Relations that say something of the claim: claim and act must then meet. */
const MEETS: ReadonlySet<Link["relation"]> = new Set(["contradicts", "fulfils", "partly"]);

export function checkLedger(ledger: Ledger, o: CheckOptions): Checked {
  const refusals: Refusal[] = [];
  const unchecked: Unchecked[] = [];
  const states = new Map<Source, QuoteState>();
  const cites = new Map<CaseCite, boolean>();
  const refuse = (e: LedgerEntry, code: RefusalCode, more: Pick<Refusal, "found" | "expected"> = {}): void => {
    refusals.push({ of: e.type, id: e.id, code, ...more });
  };

  const sources = (e: LedgerEntry, list: readonly Source[]): void => {
    for (const s of list) {
      const state = quoteState(s, o.texts);
      states.set(s, state);
      const found = (s.quote ?? s.paraphrase ?? "").slice(0, 120);
      if (state === "missing") refuse(e, "quote-not-in-source", { found });
      else if (state === "elsewhere") refuse(e, "quote-not-at-offset", { found, expected: String(s.offset) });
      else if (state === "no-such-page") refuse(e, "no-such-page", { found: String(s.page) });
      else if (state === "absent" || state === "unreadable")
        unchecked.push({ of: e.type, id: e.id, what: `source-${state}`, found: s.name ?? s.url ?? s.sha256 });
    }
  };

  for (const c of ledger.claims) {
    sources(c, c.source);
    // What is said to have been said must be what a source says.
    const quote = c.quote === undefined ? undefined : foldQuote(c.quote);
    const said = c.source.some((s) => s.quote !== undefined && foldQuote(s.quote).includes(quote ?? ""));
    if (quote !== undefined && !said) refuse(c, "quote-of-claim-not-in-source", { found: c.quote!.slice(0, 120) });
    if (c.holds_until !== undefined && lastDay(c.holds_until) < firstDay(c.holds_from))
      refuse(c, "dates-in-wrong-order", { found: c.holds_until, expected: `>= ${c.holds_from}` });
  }
  for (const a of ledger.acts) {
    sources(a, a.source);
    if (a.until !== undefined && lastDay(a.until) < firstDay(a.from!))
      refuse(a, "dates-in-wrong-order", { found: a.until, expected: `>= ${a.from}` });
    for (const c of a.cites) {
      const there = o.cited?.(c);
      cites.set(c, there === true);
      const found =
        "incident" in c
          ? c.incident
          : "finding" in c
            ? `${c.check}/${c.finding}`
            : `${c.check}/${c.artifact}/${c.ordinal}`;
      if (there === false) refuse(a, "no-such-cite", { found });
      else if (there === undefined) unchecked.push({ of: "act", id: a.id, what: "cite-not-asked", found });
    }
  }

  const claims = chainsOf(ledger.claims, () => true);
  const acts = chainsOf(ledger.acts, () => true);
  // A link may follow its claim and act to the lines that replaced them.
  const follows = (chain: Chains<Claim> | Chains<Act>, a: string, b: string): boolean =>
    a === b || chain.history(a).some((e) => e.id === b);
  const links = chainsOf(
    ledger.links,
    (a, b) => follows(claims, a.claim_id, b.claim_id) && follows(acts, a.act_id, b.act_id) && a.on >= b.on,
  );
  for (const [chain, list] of [
    [claims, ledger.claims],
    [acts, ledger.acts],
    [links, ledger.links],
  ] as const)
    for (const e of list) {
      const fault = chain.faults.get(e.id);
      if (fault) refuse(e, fault, { found: e.supersedes ?? "" });
    }

  const claimOf = new Map(ledger.claims.map((c) => [c.id, c]));
  const actOf = new Map(ledger.acts.map((a) => [a.id, a]));
  for (const l of ledger.links) {
    const [claim, act] = [claimOf.get(l.claim_id), actOf.get(l.act_id)];
    if (l.reviewer === undefined) refuse(l, "no-reviewer");
    if (l.reply_of_the_party === undefined) refuse(l, "no-reply");
    else sources(l, l.reply_of_the_party.source);
    if (!claim) refuse(l, "no-claim", { found: l.claim_id });
    if (!act) refuse(l, "no-act", { found: l.act_id });
    if (!claim || !act) continue;
    const newer = claims.successor(claim.id) ?? acts.successor(act.id);
    if (newer && !links.successor(l.id))
      refuse(l, "superseded-target", { found: newer.supersedes ?? "", expected: newer.id });
    if (lastDay(l.on) < spanOf(act).first)
      refuse(l, "link-before-act", { found: l.on, expected: `>= ${spanOf(act).first}` });
    if (!MEETS.has(l.relation)) continue;
    const time = timeFault(claim, act, l.relation);
    if (time) refuse(l, "act-outside-time", time);
    const scope = scopeFault(claim, act);
    if (scope) refuse(l, "act-outside-scope", scope);
  }

  const bad = new Set(refusals.map((r) => r.id));
  return {
    ledger,
    refusals,
    unchecked,
    refused: (id) => bad.has(id),
    stands: (s) => states.get(s) === "stands",
    citeStands: (c) => cites.get(c) === true,
    claims,
    acts,
    links,
    texts: o.texts,
  };
}
