/** What is shown of a ledger on a day: one structure, which the page and the text draw. @module */
import { byCodeUnit } from "@contraluz/core";
import type { Checked, Refusal, Unchecked } from "./check.ts";
import { firstDay } from "./dates.ts";
import type { LineFault } from "./read.ts";
import { type DerivedState, lastDayOf, statesOf } from "./state.ts";
import type { Act, Source } from "./types.ts";

export interface LedgerView {
  readonly at: string;
  readonly checked: Checked;
  /** In the order of days. A claim that the checks refused is not among them. */
  readonly states: readonly DerivedState[];
  /** Acts of that day or before that stand beside no claim. */
  readonly alone: readonly Act[];
  readonly faults: readonly LineFault[];
  readonly refusals: readonly Refusal[];
  readonly unchecked: readonly Unchecked[];
}

export function viewOf(
  checked: Checked,
  faults: readonly LineFault[] = [],
  at: string = lastDayOf(checked),
): LedgerView {
  const states = [...statesOf(checked, at)]
    .filter((s) => !checked.refused(s.claim.id))
    .sort((a, b) => byCodeUnit(a.claim.said_on, b.claim.said_on) || byCodeUnit(a.claim.id, b.claim.id));
  const beside = new Set(states.flatMap((s) => s.weighed.map((w) => w.act.id)));
  const alone = checked.ledger.acts
    .filter((a) => !checked.refused(a.id) && !checked.acts.successor(a.id) && !beside.has(a.id))
    .filter((a) => firstDay(a.on ?? a.from ?? "") <= at)
    .sort((a, b) => byCodeUnit(a.on ?? a.from ?? "", b.on ?? b.from ?? "") || byCodeUnit(a.id, b.id));
  return { at, checked, states, alone, faults, refusals: checked.refusals, unchecked: checked.unchecked };
}

export type QuoteMark = "stands" | "not-checked" | "paraphrase";

export function markOf(s: Source, c: Checked): QuoteMark {
  return s.quote === undefined ? "paraphrase" : c.stands(s) ? "stands" : "not-checked";
}
