/**
 * From the links of a lab to a report that anybody may read. It is made of cases alone that may be told of; who makes it leaves the others out
 * before anything is counted.
 * @module
 */
import { byCodeUnit } from "@contraluz/core";
import { publicList } from "@contraluz/report/exports/share/share.ts";
import type { Campaign, CampaignReport } from "../links/types.ts";
import type { HuntReport } from "../run/types.ts";
import { mayGo, monthsOf, monthText, type Phones, signsOfMany, told } from "./signs.ts";
import {
  type Count,
  type MetByMany,
  PUBLISHED_SCHEMA,
  type PublicCampaign,
  type PublicOptions,
  type PublicReport,
  type PublicSign,
} from "./types.ts";

/** Fewer than two is one person. */
export const FEWEST_LEAST = 2;
export const FEWEST = 3;

/** `A` to `Z`, then `A2` … */
const nameOf = (n: number): string => `${String.fromCharCode(65 + (n % 26))}${n < 26 ? "" : Math.floor(n / 26) + 1}`;

const msOf = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : Date.parse(iso));

/** A month is a range of its own: of a campaign it is told as of a sign. */
function campaignMonths(c: Campaign, phones: number, fewest: number): ReturnType<typeof monthsOf> {
  const [first, last] = [msOf(c.first), msOf(c.last)];
  return monthsOf(
    { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) },
    phones,
    fewest,
  );
}

interface Making {
  readonly fewest: number;
  readonly phones: Phones;
  readonly signs: ReadonlyMap<string, PublicSign>;
  readonly values: ReadonlySet<string>;
}

const phonesIn = (cases: readonly string[], phones: Phones): number => new Set(cases.map((c) => phones.get(c))).size;
const sizeOf = (c: Campaign, phones: Phones): number =>
  phonesIn(
    c.cases.map((x) => x.case),
    phones,
  );

/** Phones of a campaign that have each value. */
function holdersOf(c: Campaign, phones: Phones): (letter: string, value: string) => number {
  const by = new Map<string, string[]>();
  for (const e of c.links.flatMap((l) => l.evidence)) {
    const id = `${e.letter}:${e.value}`;
    by.set(id, [...(by.get(id) ?? []), ...e.sides.map((s) => s.case)]);
  }
  return (letter, value) => phonesIn(by.get(`${letter}:${value}`) ?? [], phones);
}

function campaignOf(c: Campaign, n: number, m: Making): PublicCampaign {
  const size = sizeOf(c, m.phones);
  const holders = holdersOf(c, m.phones);
  const signs: PublicSign[] = [];
  const values: { readonly letter: string; readonly value: string; readonly phones: Count }[] = [];
  let withheld = 0;
  for (const v of c.values) {
    const sign = v.sign && m.signs.get(`${v.sign.type}:${v.sign.value}`);
    if (sign) {
      const { months: _, ...rest } = sign;
      signs.push({ ...rest, phones: told(holders(v.letter, v.value), m.fewest) });
    } else if (!v.sign && m.values.has(v.value) && holders(v.letter, v.value) >= m.fewest)
      values.push({ letter: v.letter, value: v.value, phones: holders(v.letter, v.value) });
    else withheld++;
  }
  return {
    name: nameOf(n),
    phones: size,
    // Names of campaigns that a list of somebody's own gives stay with it.
    names: [...new Set(signs.flatMap((s) => s.campaign ?? []))].sort(byCodeUnit),
    basis: c.basis,
    activity: c.activity,
    ...campaignMonths(c, size, m.fewest),
    signs,
    values,
    withheld,
  };
}

function signOf(s: MetByMany, hunt: HuntReport, fewest: number): PublicSign | undefined {
  const { type, value, campaign, set } = s.indicator;
  const list = publicList(hunt.signs[set]);
  if (!list) return undefined;
  return {
    type,
    value,
    ...(campaign === undefined ? {} : { campaign }),
    list,
    level: s.level,
    phones: told(s.phones, fewest),
    ...monthsOf(s, s.phones, fewest),
  };
}

/**
 * The report. `cases`: those that may be told of (`phonesOf`), from which alone `links` was made.
 * @example const report = publish({ links, hunt, cases, asOf }, { by: "Helpline" });
 */
export function publish(
  of: {
    readonly links: CampaignReport;
    readonly hunt?: HuntReport;
    readonly cases: Phones;
    readonly asOf: string;
  },
  o: PublicOptions = {},
): PublicReport {
  const fewest = Math.max(FEWEST_LEAST, Math.floor(o.fewest ?? FEWEST));
  const tlp = o.tlp ?? "clear";
  const met = of.hunt ? signsOfMany(of.hunt, of.cases, of.asOf) : [];
  const signs = met.flatMap((s) => {
    const sign = mayGo(s.indicator.tlp, tlp) ? signOf(s, of.hunt!, fewest) : undefined;
    return sign ? [sign] : [];
  });
  const byId = new Map(signs.map((s) => [`${s.type}:${s.value}`, s] as const));
  const m: Making = { fewest, phones: of.cases, signs: byId, values: o.values ?? new Set() };
  const large = of.links.campaigns.filter((c) => sizeOf(c, of.cases) >= fewest);
  const small = of.links.campaigns.length - large.length;
  // Its own order: that of the lab follows the names of cases.
  const campaigns = large
    .map((c) => campaignOf(c, 0, m))
    .sort(
      (x, y) =>
        (y.phones as number) - (x.phones as number) ||
        byCodeUnit(x.names.join("\n"), y.names.join("\n")) ||
        byCodeUnit(JSON.stringify(x), JSON.stringify(y)),
    )
    .map((c, n) => ({ ...c, name: nameOf(n) }));
  return {
    schema: PUBLISHED_SCHEMA,
    ...(o.by === undefined ? {} : { by: o.by }),
    tlp,
    month: monthText(Date.parse(of.asOf.slice(0, 10))),
    fewest,
    phones: told(new Set(of.cases.values()).size, fewest),
    signs,
    campaigns,
    smaller: told(small, fewest),
    withheldSigns: met.length - signs.length,
  };
}
