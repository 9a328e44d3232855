/** What differs between a result that was handed over and the same check done again by somebody else. @module */
import type { Result } from "@contraluz/core";

/** Why two checks may differ although both are right: they were not told the same. */
export type Setup =
  | { readonly about: "version" | "catalogue" | "as-of"; readonly theirs: string; readonly ours: string }
  /** A list of signs that was not at hand, or one more than theirs. */
  | { readonly about: "signs-missing" | "signs-more"; readonly name: string; readonly sha256: string }
  /** Other evidence than theirs: then nothing can be said. */
  | { readonly about: "evidence"; readonly theirs: string; readonly ours: string };

export type Outcome =
  | { readonly about: "verdict"; readonly theirs: string; readonly ours: string }
  | { readonly about: "finding-missing" | "finding-more"; readonly id: string; readonly title: string }
  | { readonly about: "finding-level"; readonly id: string; readonly theirs: string; readonly ours: string }
  | { readonly about: "coverage"; readonly artifact: string; readonly theirs: string; readonly ours: string }
  | { readonly about: "records"; readonly artifact: string; readonly theirs: number; readonly ours: number };

export interface Reproduced {
  /** Nothing in what was found and seen differs. */
  readonly equal: boolean;
  /** Both are the same text, to the byte. */
  readonly identical: boolean;
  readonly setup: readonly Setup[];
  readonly outcome: readonly Outcome[];
  /** Places whose records could not be compared, since the edition withholds some. */
  readonly withheld: readonly string[];
}

function setupOf(theirs: Result, ours: Result): Setup[] {
  const out: Setup[] = [];
  const ids = (r: Result): string => r.evidence.map((e) => e.id).join(" ");
  if (ids(theirs) !== ids(ours)) out.push({ about: "evidence", theirs: ids(theirs), ours: ids(ours) });
  if (theirs.tool.version !== ours.tool.version)
    out.push({ about: "version", theirs: theirs.tool.version, ours: ours.tool.version });
  if (theirs.tool.catalogue !== ours.tool.catalogue)
    out.push({ about: "catalogue", theirs: theirs.tool.catalogue, ours: ours.tool.catalogue });
  if (theirs.asOf !== ours.asOf) out.push({ about: "as-of", theirs: theirs.asOf, ours: ours.asOf });
  const had = new Set(ours.indicators.map((s) => s.sha256));
  const wanted = new Set(theirs.indicators.map((s) => s.sha256));
  for (const s of theirs.indicators)
    if (!had.has(s.sha256)) out.push({ about: "signs-missing", name: s.name, sha256: s.sha256 });
  for (const s of ours.indicators)
    if (!wanted.has(s.sha256)) out.push({ about: "signs-more", name: s.name, sha256: s.sha256 });
  return out;
}

function findingsOf(theirs: Result, ours: Result, partly: boolean): Outcome[] {
  const out: Outcome[] = [];
  const mine = new Map(ours.findings.map((f) => [f.id, f]));
  const known = new Set(theirs.findings.map((f) => f.id));
  for (const f of theirs.findings) {
    const same = mine.get(f.id);
    if (!same) out.push({ about: "finding-missing", id: f.id, title: f.text.es.title });
    else if (same.level !== f.level) out.push({ about: "finding-level", id: f.id, theirs: f.level, ours: same.level });
  }
  // What an edition withholds is not there to be compared.
  if (!partly)
    for (const f of ours.findings)
      if (!known.has(f.id)) out.push({ about: "finding-more", id: f.id, title: f.text.es.title });
  return out;
}

/**
 * Compares two results of the same evidence. `edition`: theirs comes from an edition that withholds parts; then what is not there is not
 * a difference.
 */
export function differencesOf(
  theirs: Result,
  ours: Result,
  o: { readonly edition: "full" | "redacted"; readonly identical: boolean },
): Reproduced {
  const partly = o.edition === "redacted";
  const setup = setupOf(theirs, ours);
  const outcome: Outcome[] = [];
  if (theirs.verdict.evidence !== ours.verdict.evidence)
    outcome.push({ about: "verdict", theirs: theirs.verdict.evidence, ours: ours.verdict.evidence });
  outcome.push(...findingsOf(theirs, ours, partly));
  const states = new Map(ours.coverage.map((c) => [c.artifact, c]));
  const withheld: string[] = [];
  for (const c of theirs.coverage) {
    const mine = states.get(c.artifact);
    const state = mine?.state ?? "absent";
    if (state !== c.state) outcome.push({ about: "coverage", artifact: c.artifact, theirs: c.state, ours: state });
    const [a, b] = [theirs.records[c.artifact], ours.records[c.artifact]];
    if ((a?.sha256 ?? "") === (b?.sha256 ?? "")) continue;
    // An edition with names taken out has other bytes; the numbers of records hold for both.
    if (partly && (mine?.records ?? 0) === c.records) withheld.push(c.artifact);
    else outcome.push({ about: "records", artifact: c.artifact, theirs: c.records, ours: mine?.records ?? 0 });
  }
  const evidence = setup.some((s) => s.about === "evidence");
  return { equal: outcome.length === 0 && !evidence, identical: o.identical, setup, outcome, withheld };
}
