/**
 * A result without what is withheld: nothing that was read from a withheld record may be left, also not in a finding, a time span,
 * a path or a hash that could be guessed. What is not known to be disclosed goes.
 * @module
 */
import type { Acquisition, EvidenceEntry, FileEntry, Finding, Problem, Result } from "@contraluz/core";
import type { WrittenPart } from "./records.ts";

/** A file of which nothing is said. */
const WITHHELD: FileEntry = { evidence: 0, path: "withheld", size: 0, sha256: "" };
const DEVICE = ["product", "model"] as const;

function acquisitionOf(a: Acquisition): Acquisition {
  const device = Object.fromEntries(DEVICE.flatMap((k) => (a.device?.[k] === undefined ? [] : [[k, a.device[k]]])));
  return {
    kind: a.kind,
    ...(a.taken ? { taken: a.taken } : {}),
    ...(Object.keys(device).length > 0 ? { device } : {}),
    ...(a.os ? { os: a.os } : {}),
    ...(a.encrypted === undefined ? {} : { encrypted: a.encrypted }),
  };
}

const evidenceOf = (e: EvidenceEntry, i: number): EvidenceEntry => ({
  ...e,
  name: `evidence-${i + 1}`,
  acquisition: acquisitionOf(e.acquisition),
});

const problemOf = ({ code, lost, count }: Problem): Problem => ({
  code,
  lost,
  ...(count === undefined ? {} : { count }),
});

/** Whether a finding rests on nothing that is withheld. */
export function isDisclosed(f: Finding, parts: ReadonlyMap<string, WrittenPart>): boolean {
  // Of more records than it names, some may be withheld.
  const all = f.records.every((r) => !parts.get(r.artifact)?.withheld.has(r.ordinal));
  const touched = f.records.some((r) => (parts.get(r.artifact)?.withheld.size ?? 0) > 0);
  return all && !(touched && f.count > f.records.length);
}

/** `parts`: what became of the records, by artifact. `findings`: those that stay. `sums`: hashes of the files as this edition holds them. */
export function redactedResult(
  r: Result,
  parts: ReadonlyMap<string, WrittenPart>,
  findings: readonly Finding[],
  sums: ReadonlyMap<string, string>,
): Result {
  const shown = new Set<number>([...parts.values()].flatMap((p) => [...p.files]));
  for (const f of findings) for (const x of f.records) shown.add(x.origin.file);
  return {
    ...r,
    context: { asOf: r.context.asOf, custody: [], known: [] },
    evidence: r.evidence.map(evidenceOf),
    acquisition: acquisitionOf(r.acquisition),
    coverage: r.coverage.map(({ from, to, ...c }) =>
      (parts.get(c.artifact)?.withheld.size ?? 0) > 0 ? c : { ...c, ...(from ? { from } : {}), ...(to ? { to } : {}) },
    ),
    findings,
    problems: r.problems.map(problemOf),
    files: r.files.map((f, i) => (shown.has(i) ? f : { ...WITHHELD, evidence: f.evidence })),
    records: Object.fromEntries(
      Object.entries(r.records).map(([id, e]) => [
        id,
        { ...e, count: parts.get(id)?.disclosed ?? 0, sha256: sums.get(id) ?? "" },
      ]),
    ),
  };
}
