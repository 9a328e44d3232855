/** What the signs of a set can show in one kind of evidence: of each type, how many lie where it is read; and what no sign can show. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import type { ObservableType } from "@contraluz/core";
import { type CompiledIndicators, makeApplicability } from "@contraluz/detection";

export interface Could {
  readonly type: ObservableType;
  readonly total: number;
  readonly could: number;
}

/** Kinds of evidence that are told: the fullest that most people can make of a phone. */
export const KINDS = ["ios-backup", "androidqf"] as const;
export type Kind = (typeof KINDS)[number];

/** Programs of which nothing is published that could show on a phone, by code unit. */
export function unpublished(compiled: CompiledIndicators): string[] {
  return [...compiled.counts].flatMap(([name, types]) => (types.size === 0 ? [name] : [])).sort();
}

/** In the order of the most. */
export function couldShow(compiled: CompiledIndicators, kind: Kind): Could[] {
  const observed = ARTIFACTS.filter((a) => kind in a.where).flatMap((a) => a.observes);
  const kinds = new Map<string, number>();
  for (const byKind of compiled.counts.values()) for (const [k, n] of byKind) kinds.set(k, (kinds.get(k) ?? 0) + n);
  const byType = new Map<ObservableType, { total: number; could: number }>();
  // One kind a campaign: the same counting as in a result, folder by folder.
  const each = makeApplicability(new Map([...kinds].map(([k, n]) => [k, new Map([[k, n]])])), observed);
  for (const { campaign, total, couldMatch } of each) {
    const type = campaign.split(":")[0] as ObservableType;
    const sum = byType.get(type) ?? { total: 0, could: 0 };
    byType.set(type, { total: sum.total + total, could: sum.could + couldMatch });
  }
  return [...byType]
    .map(([type, n]) => ({ type, ...n }))
    .sort((a, b) => b.total - a.total || (a.type < b.type ? -1 : 1));
}
