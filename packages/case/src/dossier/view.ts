/** What an edition shows of the records of its checks, by the numbers that their commitments have. @module */
import type { ArtifactRecord } from "@contraluz/core";
import { parseRecord, type StoredRecord } from "@contraluz/report";
import { decodeRecord, readLines } from "@contraluz/store";
import type { Cite } from "../log/actions.ts";
import { citeKey, isRecordCite } from "../review/tags.ts";
import type { ExportView } from "./types.ts";

/** Numbers that the lines of a file have, where some were left out. */
class Numbers {
  readonly #without: ReadonlySet<number>;
  #next = 0;
  constructor(without: ReadonlySet<number> | undefined) {
    this.#without = without ?? new Set();
  }
  take(): number {
    while (this.#without.has(this.#next)) this.#next++;
    return this.#next++;
  }
}

async function* linesOf(view: ExportView, artifact: string): AsyncGenerator<readonly [number, string][]> {
  const entry = view.result.records[artifact];
  if (!entry) return;
  const source = await view.folder.read(entry.file);
  const numbers = new Numbers(view.withheld?.get(artifact));
  try {
    for await (const { lines } of readLines(source))
      yield lines.filter((l) => l !== "").map((l) => [numbers.take(), l] as const as [number, string]);
  } finally {
    await source.close?.();
  }
}

/** All records of a check that are shown, in reading order, in batches. */
export async function* recordsOf(view: ExportView): AsyncGenerator<StoredRecord[]> {
  for (const artifact of Object.keys(view.result.records))
    for await (const lines of linesOf(view, artifact))
      yield lines.map(([ordinal, line]) => ({ artifact, ordinal, record: parseRecord(line) }));
}

/** The records that are named, by `citeKey`; those that are withheld or not there are left out. */
export async function pickRecords(
  views: readonly ExportView[],
  cites: Iterable<Cite>,
): Promise<ReadonlyMap<string, ArtifactRecord>> {
  const wanted = new Map<string, Map<string, Set<number>>>();
  for (const c of cites) {
    if (!isRecordCite(c)) continue;
    let of = wanted.get(c.check);
    if (!of) wanted.set(c.check, (of = new Map()));
    const numbers = of.get(c.artifact);
    if (numbers) numbers.add(c.ordinal);
    else of.set(c.artifact, new Set([c.ordinal]));
  }
  const out = new Map<string, ArtifactRecord>();
  for (const view of views)
    for (const [artifact, numbers] of wanted.get(view.check) ?? []) {
      let left = numbers.size;
      for await (const lines of linesOf(view, artifact)) {
        for (const [ordinal, line] of lines)
          if (numbers.has(ordinal)) {
            left--;
            out.set(citeKey({ check: view.check, artifact, ordinal }), decodeRecord(line));
          }
        if (left <= 0) break;
      }
    }
  return out;
}
