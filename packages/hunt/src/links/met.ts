/** Which signs a hunt met in which cases. @module */
import { byCodeUnit, type Finding, LEVELS, type Level } from "@contraluz/core";
import type { Keying } from "../lab/secret.ts";
import { keysOfSign } from "../run/signs.ts";
import type { HuntReport } from "../run/types.ts";
import type { SeenIn } from "./types.ts";
import type { Span } from "./weights.ts";

/** Levels that can link. */
const TELLING: ReadonlySet<Level> = new Set(["match", "targeted", "lead"]);
const FIRST_TIME = Date.UTC(2000, 0, 1);
const SEEN_MOST = 4;

/** A sign in one case. */
export interface SignSide {
  readonly level: Level;
  readonly records: number;
  readonly seen: readonly SeenIn[];
  readonly span: Span;
}

export interface MetSign {
  /** `domain` and the value, which tell signs apart. */
  readonly id: string;
  readonly indicator: NonNullable<Finding["indicator"]>;
  readonly keys: readonly bigint[];
  /** By case, in the order of ids. */
  readonly cases: ReadonlyMap<string, SignSide>;
}

export const weaker = (a: Level, b: Level): Level => (LEVELS.indexOf(a) > LEVELS.indexOf(b) ? a : b);
const stronger = (a: Level, b: Level): Level => (weaker(a, b) === a ? b : a);

function spanOf(f: Finding, until: number): Span {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of f.records) {
    if (at?.utc === undefined) continue;
    const ms = Number(at.utc / 1_000_000n);
    if (ms < FIRST_TIME || ms > until) continue;
    first = Math.min(first, ms);
    last = Math.max(last, ms);
  }
  return first > last ? { first: null, last: null } : { first, last };
}

/** Signs of a hunt that can link, by type and value. `untilOf`: the last instant that records of a check can speak of. */
export function signsMet(
  report: HuntReport | undefined,
  cases: ReadonlySet<string>,
  keying: Keying,
  untilOf: (caseId: string, checkId: string) => number,
): MetSign[] {
  const out = new Map<string, { readonly indicator: MetSign["indicator"]; readonly cases: Map<string, SignSide> }>();
  for (const c of report?.cases ?? []) {
    if (!cases.has(c.caseId)) continue;
    for (const f of c.findings) {
      if (!f.indicator || !TELLING.has(f.level)) continue;
      const id = `${f.indicator.type}:${f.indicator.value}`;
      let sign = out.get(id);
      if (!sign) {
        sign = { indicator: f.indicator, cases: new Map() };
        out.set(id, sign);
      }
      const before = sign.cases.get(c.caseId);
      const span = spanOf(f, untilOf(c.caseId, c.checkId));
      const seen = f.records.map((r) => ({ check: c.checkId, artifact: r.artifact, ordinal: r.ordinal }));
      sign.cases.set(c.caseId, {
        level: before ? stronger(before.level, f.level) : f.level,
        // Checks of one case often read the same evidence again.
        records: Math.max(before?.records ?? 0, f.count),
        seen: [...(before?.seen ?? []), ...seen].slice(0, SEEN_MOST),
        span:
          before && before.span.first !== null
            ? {
                first: Math.min(before.span.first, span.first ?? before.span.first),
                last: Math.max(before.span.last!, span.last ?? before.span.last!),
              }
            : span,
      });
    }
  }
  return [...out]
    .sort(([x], [y]) => byCodeUnit(x, y))
    .map(([id, { indicator, cases: of }]) => ({
      id,
      indicator,
      keys: keysOfSign(indicator, keying),
      cases: new Map([...of].sort(([x], [y]) => byCodeUnit(x, y))),
    }));
}
