/** Brings an index up to the pages and corrections of an archive, wherever they lie. @module */
import type { Cancel, Hasher, Problem } from "@contraluz/core";
import type { ArchiveIndex } from "../index/index.ts";
import { type Correction, correctionLine, readCorrections } from "../pages/correction.ts";

/** A file of JSONL. */
export interface ArchivePart {
  readonly name: string;
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
}

/** Files of pages and of corrections, in their order. */
export interface ArchiveParts {
  readonly pages: readonly ArchivePart[];
  readonly corrections: readonly ArchivePart[];
}

export interface Filled {
  /** Pages that are new in the index. */
  readonly added: number;
  /** Corrections that speak of a page that is not there. */
  readonly lostFixes: number;
  readonly problems: readonly Problem[];
  /** False: the index was up to date already. */
  readonly changed: boolean;
}

export interface FillOptions {
  readonly sha256: () => Hasher;
  readonly cancel?: Cancel;
  /** Pages that were looked at. */
  readonly progress?: (pages: number) => void;
}

const MOST_PROBLEMS = 1000;

type Damage = Pick<Filled, "lostFixes" | "problems">;

/** What was damaged when the index was filled from the same files: it is told beside every search, not beside the first alone. */
function damageOf(index: ArchiveIndex): Damage {
  try {
    const { lostFixes, problems } = JSON.parse(index.noted("damage")) as Damage;
    return { lostFixes: Number(lostFixes), problems: Array.isArray(problems) ? problems : [] };
  } catch {
    return { lostFixes: 0, problems: [] };
  }
}

/**
 * All corrections, in the order in which they were written. Files of two readings of the same documents can hold the same ones, or
 * earlier ones behind later ones: each is there once, and those of a page stand by their number.
 */
export async function correctionsIn(
  parts: readonly ArchivePart[],
  report: (p: Problem) => void = () => {},
): Promise<readonly Correction[]> {
  const all: Correction[] = [];
  const known = new Set<string>();
  for (const part of parts)
    for await (const some of readCorrections(part.stream(), report))
      for (const c of some) {
        const line = correctionLine(c);
        if (known.has(line)) continue;
        known.add(line);
        all.push(c);
      }
  return all.sort((a, b) => a.n - b.n);
}

/** The files that an index is made of, so that a later call sees whether something came. */
export const stateOf = (parts: ArchiveParts): string =>
  [...parts.pages, ...parts.corrections].map((p) => `${p.name} ${p.size}`).join("\n");

/** Puts in what is not in it yet. Throws ContraluzError `cancelled`; what was put in until then stays. */
export async function fillIndex(index: ArchiveIndex, parts: ArchiveParts, o: FillOptions): Promise<Filled> {
  const problems: Problem[] = [];
  const report = (p: Problem): void => void (problems.length < MOST_PROBLEMS && problems.push(p));
  const state = stateOf(parts);
  if (index.noted("source") === state && index.noted("damage") !== "")
    return { added: 0, ...damageOf(index), changed: false };
  let [added, before] = [0, 0];
  for (const part of parts.pages) {
    const progress = (n: number): void => o.progress?.(before + n);
    const built = await index.add(part.stream(), {
      sha256: o.sha256,
      report,
      progress,
      ...(o.cancel && { cancel: o.cancel }),
    });
    added += built.added + built.replaced;
    before += built.added + built.replaced + built.known;
  }
  const fixes = await correctionsIn(parts.corrections, report);
  if (added > 0 || index.noted("source") === "") index.finish();
  const { lost } = index.correct(fixes);
  index.note("damage", JSON.stringify({ lostFixes: lost, problems } satisfies Damage));
  index.note("source", state);
  return { added, lostFixes: lost, problems, changed: true };
}
