/** `hunt diff`: what a hunt says that an earlier one did not. By case and finding: a case keeps its findings when it is checked again. @module */
import { byCodeUnit, type Finding, type IndicatorSet, type Level } from "@contraluz/core";
import type { Place } from "../engine/types.ts";
import type { HuntGap, HuntReport } from "./types.ts";

/** A sign in a case. */
export interface HuntPair {
  readonly caseId: string;
  /** Checks of the case that have it, in the later hunt; of pairs that went, in the earlier one. */
  readonly checks: readonly string[];
  /** The strongest of its findings. */
  readonly finding: Finding;
}

export interface NewPair extends HuntPair {
  /** `sign`: the check was searched before, and signs or the day are others now. `check`: it was not in the earlier hunt. */
  readonly by: "sign" | "check";
}

export interface GonePair extends HuntPair {
  /** `sign`: searched again, and not met. `gap`: it could not be searched, or had no room for all signs. `check`: that check is not in the lab any more. */
  readonly by: "sign" | "gap" | "check";
}

export interface ChangedPair extends HuntPair {
  readonly before: { readonly level: Level; readonly count: number };
}

export interface HuntDiff {
  readonly schema: "contraluz/hunt-diff@1";
  readonly before: string;
  readonly after: string;
  readonly added: readonly NewPair[];
  readonly gone: readonly GonePair[];
  readonly changed: readonly ChangedPair[];
  /** Cases that have findings now and had none, and the other way round. */
  readonly casesAdded: readonly string[];
  readonly casesGone: readonly string[];
  /** Checks that only one of the two searched. */
  readonly searchedAdded: readonly Place[];
  readonly searchedGone: readonly Place[];
  /** Sets that are new, went, or say something else now. */
  readonly setsAdded: readonly IndicatorSet[];
  readonly setsGone: readonly IndicatorSet[];
  readonly setsChanged: readonly { readonly before: IndicatorSet; readonly after: IndicatorSet }[];
  /** Ids of findings that no case had before. */
  readonly signsMet: readonly string[];
  /** What the later hunt could not search. */
  readonly gaps: readonly HuntGap[];
}

const LEVEL: Readonly<Record<Level, number>> = { match: 0, targeted: 1, lead: 2, ask: 3, info: 4 };
const stronger = (a: Finding, b: Finding): boolean =>
  LEVEL[a.level] - LEVEL[b.level] < 0 || (a.level === b.level && a.count > b.count);

/** Pairs of a report, by case and finding. */
export function pairsOf(report: Pick<HuntReport, "cases">): ReadonlyMap<string, HuntPair> {
  const out = new Map<string, { caseId: string; checks: string[]; finding: Finding }>();
  for (const { caseId, checkId, findings } of report.cases)
    for (const finding of findings) {
      const key = `${caseId} ${finding.id}`;
      const known = out.get(key);
      if (!known) out.set(key, { caseId, checks: [checkId], finding });
      else {
        known.checks.push(checkId);
        if (stronger(finding, known.finding)) known.finding = finding;
      }
    }
  return out;
}

const keysOf = (places: readonly Place[]): Set<string> => new Set(places.map((p) => `${p.caseId} ${p.checkId}`));
/** Checks that could not be searched, and cases of which nobody knows the checks. */
const gapsOf = (gaps: readonly HuntGap[]): Set<string> =>
  new Set(gaps.map((g) => (g.checkId === undefined ? g.caseId : `${g.caseId} ${g.checkId}`)));
const order = (a: HuntPair, b: HuntPair): number =>
  byCodeUnit(a.caseId, b.caseId) ||
  LEVEL[a.finding.level] - LEVEL[b.finding.level] ||
  byCodeUnit(a.finding.subject, b.finding.subject) ||
  byCodeUnit(a.finding.id, b.finding.id);

function sets(before: HuntReport, after: HuntReport): Pick<HuntDiff, "setsAdded" | "setsGone" | "setsChanged"> {
  const [old, now] = [before, after].map((r) => new Map(r.signs.map((s): [string, IndicatorSet] => [s.name, s])));
  return {
    setsAdded: after.signs.filter((s) => !old!.has(s.name)),
    setsGone: before.signs.filter((s) => !now!.has(s.name)),
    setsChanged: after.signs.flatMap((s) => {
      const was = old!.get(s.name);
      return was && was.sha256 !== s.sha256 ? [{ before: was, after: s }] : [];
    }),
  };
}

/** What changed from one hunt to a later one. */
export function diffHunts(before: HuntReport, after: HuntReport): HuntDiff {
  const [old, now] = [pairsOf(before), pairsOf(after)];
  const [searchedBefore, searchedNow] = [keysOf(before.searched), keysOf(after.searched)];
  const gaps = gapsOf(after.gaps);
  const full = keysOf(after.cases.filter((c) => c.lost !== undefined));
  const added: NewPair[] = [];
  const gone: GonePair[] = [];
  const changed: ChangedPair[] = [];
  for (const [key, p] of now) {
    const was = old.get(key);
    if (!was) {
      const known = p.checks.some((c) => searchedBefore.has(`${p.caseId} ${c}`));
      added.push({ ...p, by: known ? "sign" : "check" });
    } else if (was.finding.level !== p.finding.level || was.finding.count !== p.finding.count)
      changed.push({ ...p, before: { level: was.finding.level, count: was.finding.count } });
  }
  for (const [key, p] of old) {
    if (now.has(key)) continue;
    const places = p.checks.map((c) => `${p.caseId} ${c}`);
    const isGap = gaps.has(p.caseId) || places.some((x) => gaps.has(x) || full.has(x));
    const isSearched = places.some((x) => searchedNow.has(x) && !full.has(x));
    const by = isSearched ? "sign" : isGap ? "gap" : "check";
    gone.push({ ...p, by });
  }
  const casesOf = (pairs: ReadonlyMap<string, HuntPair>): Set<string> =>
    new Set([...pairs.values()].map((p) => p.caseId));
  const [casesBefore, casesNow] = [casesOf(old), casesOf(now)];
  const met = new Set([...old.values()].map((p) => p.finding.id));
  return {
    schema: "contraluz/hunt-diff@1",
    before: before.hunt,
    after: after.hunt,
    added: added.sort(order),
    gone: gone.sort(order),
    changed: changed.sort(order),
    casesAdded: [...casesNow].filter((c) => !casesBefore.has(c)).sort(byCodeUnit),
    casesGone: [...casesBefore].filter((c) => !casesNow.has(c)).sort(byCodeUnit),
    searchedAdded: after.searched.filter((p) => !searchedBefore.has(`${p.caseId} ${p.checkId}`)),
    searchedGone: before.searched.filter((p) => !searchedNow.has(`${p.caseId} ${p.checkId}`)),
    ...sets(before, after),
    signsMet: [...new Set([...now.values()].map((p) => p.finding.id))].filter((id) => !met.has(id)).sort(byCodeUnit),
    gaps: after.gaps,
  };
}
