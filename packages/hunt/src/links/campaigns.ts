/**
 * Groups of linked cases, told as campaigns: what they share, since when, until when. Whether one is active: a record of what links it lies in
 * the 90 days before that day. If the lab holds no data of these days, nobody could have seen it: that is said, and is not "quiet".
 * @module
 */
import { byCodeUnit, hex } from "@contraluz/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { clusters } from "./cluster.ts";
import type { Pair } from "./pairs.ts";
import type { Activity, Campaign, CampaignReport, CampaignValue, Evidence, Link } from "./types.ts";
import { isByHand, LINK } from "./weights.ts";

/** Days back from the day that is asked about in which a campaign counts as active. */
export const ACTIVE_DAYS = 90;
/** Bits from which a rare value is told of a campaign. */
const TELLING = 2;
const DAY = 86_400_000;

interface Days {
  readonly asOf: string;
  /** Last day that the lab's data speak of. */
  readonly until: string;
}

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day.slice(0, 10)) - days * DAY).toISOString().slice(0, 10);

/** By the rule above. Times are ISO 8601. */
export function activityOf(last: string | undefined, { asOf, until }: Days): Activity {
  if (last === undefined) return "undated";
  const since = dayBefore(asOf, ACTIVE_DAYS);
  if (last.slice(0, 10) >= since) return "active";
  return until < since ? "unseen" : "quiet";
}

const earlier = (x: string | undefined, y: string | undefined): string | undefined =>
  x === undefined || (y !== undefined && y < x) ? y : x;
const later = (x: string | undefined, y: string | undefined): string | undefined =>
  x === undefined || (y !== undefined && y > x) ? y : x;

interface Gathering {
  readonly evidence: Evidence;
  readonly cases: Set<string>;
  first: string | undefined;
  last: string | undefined;
}

/**
 * Evidence that tells of a campaign: signs, and what is rare and came by itself; two phones also have something rare in common by chance, or
 * since two people look for the same.
 */
export function telling({ sign, weight, sides }: Evidence): boolean {
  return sign !== undefined || (weight >= TELLING && !isByHand(sides.flatMap((s) => s.contacts)));
}

const idOf = (v: Pick<Evidence, "letter" | "value">): string => `${v.letter}:${v.value}`;

/** Values of a campaign of `size` cases; what is no sign stands on three of them, of a small one on two. */
function valuesOf(links: readonly Link[], size: number): CampaignValue[] {
  const least = Math.max(2, Math.min(3, size - 1));
  const by = new Map<string, Gathering>();
  for (const { evidence } of links)
    for (const e of evidence.filter(telling)) {
      const id = idOf(e);
      let g = by.get(id);
      if (!g) {
        g = { evidence: e, cases: new Set(), first: undefined, last: undefined };
        by.set(id, g);
      }
      for (const s of e.sides) {
        g.cases.add(s.case);
        g.first = earlier(g.first, s.first);
        g.last = later(g.last, s.last);
      }
    }
  return [...by.values()]
    .filter((g) => g.evidence.sign !== undefined || g.cases.size >= least)
    .sort(
      (x, y) =>
        Number(!!y.evidence.sign) - Number(!!x.evidence.sign) ||
        y.cases.size - x.cases.size ||
        byCodeUnit(x.evidence.letter, y.evidence.letter) ||
        byCodeUnit(x.evidence.value, y.evidence.value),
    )
    .map(({ evidence: e, cases, first, last }) => ({
      letter: e.letter,
      value: e.value,
      ...(e.sign ? { sign: e.sign } : {}),
      cases: cases.size,
      phones: e.phones,
      ...(first === undefined || last === undefined ? {} : { first, last }),
    }));
}

function campaignOf(members: readonly string[], links: readonly Link[], days: Days): Campaign {
  const values = valuesOf(links, members.length);
  const kept = new Set(values.map(idOf));
  const cases = members.map((id) => {
    const sides = links.flatMap((l) =>
      l.evidence.filter((e) => kept.has(idOf(e))).flatMap((e) => e.sides.filter((s) => s.case === id)),
    );
    const first = sides.map((s) => s.first).reduce(earlier, undefined);
    const last = sides.map((s) => s.last).reduce(later, undefined);
    return { case: id, ...(first === undefined || last === undefined ? {} : { first, last }) };
  });
  const first = cases.map((c) => c.first).reduce(earlier, undefined);
  const last = cases.map((c) => c.last).reduce(later, undefined);
  const names = [...new Set(values.flatMap((v) => v.sign?.campaign ?? []))].sort(byCodeUnit);
  return {
    id: `c${hex(sha256(new TextEncoder().encode(members.join("\n"))).subarray(0, 4))}`,
    basis: values.some((v) => v.sign) ? "signs" : "rare",
    cases,
    names,
    ...(first === undefined || last === undefined ? {} : { first, last }),
    activity: activityOf(last, days),
    values,
    links,
  };
}

/** Campaigns, the largest first, and the links between them. `ids`: cases by code unit. */
export function campaignsOf(
  edges: readonly { readonly pair: Pick<Pair, "a" | "b">; readonly link: Link }[],
  ids: readonly string[],
  days: Days,
): Pick<CampaignReport, "campaigns" | "between"> {
  const groups = clusters(edges.map(({ pair, link }) => ({ a: pair.a, b: pair.b, weight: link.weight })));
  const of = new Map<number, number>();
  for (const [g, members] of groups.entries()) for (const m of members) of.set(m, g);
  const inside = groups.map((): Link[] => []);
  const between: Link[] = [];
  for (const { pair, link } of edges) {
    const g = of.get(pair.a);
    if (g !== undefined && g === of.get(pair.b)) inside[g]!.push(link);
    else if (link.weight >= LINK) between.push(link);
  }
  const campaigns = groups
    .map((members, g) =>
      campaignOf(
        members.map((m) => ids[m]!),
        inside[g]!,
        days,
      ),
    )
    .sort((x, y) => y.cases.length - x.cases.length || byCodeUnit(x.id, y.id));
  return { campaigns, between };
}
