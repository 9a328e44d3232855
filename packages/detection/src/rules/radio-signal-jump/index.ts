/**
 * C15: a cell that was not heard before is at once far stronger than all others, or one rises within seconds as nobody walks.
 *
 * Strength alone is a note: a tunnel ends, a lift opens, a small cell hangs in the corridor. A lead is a new strong cell with one more sign: the
 * network says that the phone is within 160 m of it (timing advance 0 or 1), or it names an area that none of the others around it has.
 * Sources: 3GPP TS 36.133, 9.1.4; TS 36.213, 4.2.3 (timing advance); CellGuard, Crocodile Hunter (facts alone); network.md 1.3, 3(c) C15.
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { some, string } from "../../plain.ts";
import { cellOf } from "../../radio/cell.ts";
import { whereOf } from "../../radio/said.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** Decibels above all others, or above itself before; a new one must be strong besides. */
const [ABOVE, RISE, STRONG] = [20, 25, -85];
/** Timing advance 0 or 1. */
const NEAR = 157;
/** Others by which it is known which areas there are. */
const ENOUGH = 3;

interface Heard {
  readonly kind: "cell";
  readonly file: number;
  readonly where: string;
  readonly network: string;
  readonly tac: number | undefined;
}
interface Risen {
  readonly kind: "rise";
  readonly file: number;
  readonly where: string;
  readonly isNew: boolean;
  readonly before: number;
  readonly after: number;
  readonly metres: number | undefined;
  readonly ref: RecordRef;
}

const number = (v: unknown): number | undefined => (typeof v === "number" ? v : undefined);

function factOf(r: ArtifactRecord, ref: () => RecordRef): Heard | Risen | undefined {
  const f = r.fields;
  if (r.kind === "rise") {
    const [before, after] = [number(f.before), number(f.after)];
    if (before === undefined || after === undefined) return undefined;
    const isNew = string(f.case) === "new";
    if (after - before < (isNew ? ABOVE : RISE) || (isNew && after < STRONG)) return undefined;
    const { file } = r.origin;
    return { kind: "rise", file, where: whereOf(f), isNew, before, after, metres: number(f.metres), ref: ref() };
  }
  const c = cellOf(r, ref);
  return c && { kind: "cell", file: c.file, where: c.where, network: c.networks[0] ?? "", tac: c.tac };
}

/** Whether it names an area that no other cell of its network names, of which there are some. */
function alone(rise: Risen, cells: readonly Heard[]): boolean {
  const own = cells.filter((c) => c.file === rise.file && c.where === rise.where && c.tac !== undefined).at(-1);
  if (!own) return false;
  const others = cells.filter((c) => c.file === own.file && c.where !== own.where && c.tac !== undefined);
  return others.length >= ENOUGH && !others.some((c) => c.network === own.network && c.tac === own.tac);
}

export const signalJump: Rule<Heard | Risen> = {
  id: "radio/signal-jump",
  version: 1,
  level: "lead",
  words,
  needs: ["radio/signal", "radio/cells"],
  baseRate: {
    fired: 0,
    samples: 7,
    what: "MobileInsight's logs of ordinary networks (United States 2018, China 2020): 1,399 reports of strength",
  },
  sources: ["3GPP TS 36.133, 9.1.4", "3GPP TS 36.213, 4.2.3", "network.md 3(c) C15"],
  budget: 50_000,
  fact: factOf,
  *judge(facts) {
    const cells = facts.filter((f) => f.kind === "cell");
    const rises = facts.filter((f) => f.kind === "rise");
    const odd = (f: Risen): string =>
      f.isNew && f.metres !== undefined && f.metres <= NEAR ? "near" : f.isNew && alone(f, cells) ? "alone" : "";
    const params = (of: readonly Risen[], what: string) => ({
      case: what,
      count: of.length,
      where: some(
        of.map((f) => f.where),
        3,
      ),
      before: Math.round(of[0]!.before),
      after: Math.round(of[0]!.after),
      metres: of[0]!.metres ?? 0,
    });
    for (const f of rises.filter((f) => odd(f) !== ""))
      yield { subject: `new ${f.where}`.trim(), params: params([f], odd(f)), records: [f.ref] };
    for (const what of ["new", "rise"] as const) {
      const of = rises.filter((f) => odd(f) === "" && f.isNew === (what === "new"));
      if (of.length > 0)
        yield { subject: `${what} …`, level: "info", params: params(of, what), records: of.map((f) => f.ref) };
    }
  },
};
