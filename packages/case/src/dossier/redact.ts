/**
 * A result without what is withheld: nothing that was read from a withheld record may be left, also not in a finding, a time span,
 * a path or a hash that could be guessed. What is not known to be disclosed goes.
 * @module
 */
import type {
  Acquisition,
  EvidenceEntry,
  FileEntry,
  Finding,
  IndicatorSet,
  Params,
  Problem,
  Result,
} from "@contraluz/core";
import { publicList } from "@contraluz/report/exports/share/share.ts";
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

/** A list of somebody's own is called as its file is, and that may be a person's name. */
const setOf = (s: IndicatorSet, i: number): IndicatorSet =>
  publicList(s) ? s : { ...s, name: `list-${i + 1}`, source: "", licence: "" };

const letters = (v: Params[string] | undefined): string => String(v ?? "").toLowerCase();

/**
 * Whether a line of a record or a finding says what the phone is called, which its owner chose and others see. A name that is only that of
 * the model says nothing.
 */
export function saysDevice(results: readonly Result[]): (line: string) => boolean {
  const names = new Set<string>();
  for (const { device } of results.flatMap((r) => [r.acquisition, ...r.evidence.map((e) => e.acquisition)])) {
    const name = letters(device?.name).trim();
    const kind = DEVICE.map((k) => letters(device?.[k])).join(" ");
    if (name.length > 2 && name !== "iphone" && name !== "ipad" && !kind.includes(name))
      names.add(JSON.stringify(name).slice(1, -1));
  }
  const all = [...names];
  return (line) => all.length > 0 && all.some((n) => line.toLowerCase().includes(n));
}

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

/**
 * `parts`: what became of the records, by artifact. `findings`: those that stay. `sums`: hashes of the files as this edition holds them.
 * `unnamed`: files of which nothing is said although what was read there is shown.
 */
export function redactedResult(
  r: Result,
  parts: ReadonlyMap<string, WrittenPart>,
  findings: readonly Finding[],
  sums: ReadonlyMap<string, string>,
  unnamed: (f: FileEntry) => boolean,
): Result {
  const shown = new Set<number>([...parts.values()].flatMap((p) => [...p.files]));
  for (const f of findings) for (const x of f.records) shown.add(x.origin.file);
  return {
    ...r,
    context: { asOf: r.context.asOf, custody: [], known: [] },
    evidence: r.evidence.map(evidenceOf),
    acquisition: acquisitionOf(r.acquisition),
    indicators: r.indicators.map(setOf),
    coverage: r.coverage.map(({ from, to, ...c }) =>
      (parts.get(c.artifact)?.withheld.size ?? 0) > 0 ? c : { ...c, ...(from ? { from } : {}), ...(to ? { to } : {}) },
    ),
    findings,
    problems: r.problems.map(problemOf),
    files: r.files.map((f, i) => (shown.has(i) && !unnamed(f) ? f : { ...WITHHELD, evidence: f.evidence })),
    records: Object.fromEntries(
      Object.entries(r.records).map(([id, e]) => [
        id,
        { ...e, count: parts.get(id)?.disclosed ?? 0, sha256: sums.get(id) ?? "" },
      ]),
    ),
  };
}
