/** An archive of many pages: size of the index, time to build it, time of queries. @module */
import { statSync } from "node:fs";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { nameHits, parseName } from "@contraluz/archive/names/index.ts";
import { search } from "@contraluz/archive/search/index.ts";
import type { Sql } from "@contraluz/core";
import { damage, pageLine, queriesOf, sha256, truthPages } from "./archive-data.ts";
import { QUERIES } from "./archive-queries.ts";

export interface Times {
  readonly ms: readonly number[];
  /** Hits of all together, so that nobody measures nothing. */
  readonly hits: number;
  readonly slowest: string;
}

export interface SizeFigures {
  readonly pages: number;
  readonly bytes: number;
  readonly textBytes: number;
  readonly words: number;
  readonly buildCpu: number;
  readonly buildSeconds: number;
  readonly plain: Times;
  readonly fuzzy: Times;
  readonly names: Times;
}

/** What 99 of 100 take at most. */
export const p99 = (t: Times): number => t.ms[Math.min(t.ms.length - 1, Math.ceil(t.ms.length * 0.99) - 1)]!;

function timed(list: readonly string[], run: (q: string) => number): Times {
  const all: { ms: number; q: string }[] = [];
  let hits = 0;
  for (const q of list) {
    const start = performance.now();
    hits += run(q);
    all.push({ ms: performance.now() - start, q });
  }
  all.sort((a, b) => a.ms - b.ms);
  return { ms: all.map((a) => a.ms), hits, slowest: all.at(-1)!.q };
}

/** @param file where the index is made */
export async function size(sql: Sql, folder: string, file: string): Promise<SizeFigures> {
  const index = (await ArchiveIndex.open(sql, file, { write: true }))!;
  const spoil = damage(2, 77);
  let textBytes = 0;
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const page of truthPages(folder)) {
      const bytes = new TextEncoder().encode(pageLine(page, spoil(page.text).text));
      textBytes += bytes.length;
      yield bytes;
    }
  }
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await index.add(lines(), { sha256, report: () => {} });
  index.finish();
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - start) / 1000;
  const ask = (q: string): number => {
    const f = search(index, q);
    return "fault" in f ? 0 : f.total;
  };
  const figures = {
    pages: index.count(),
    words: index.db.prepare("SELECT count(*) AS n FROM vocabulary").all()[0]!.n as number,
    textBytes,
    buildCpu: (used.user + used.system) / 1e6,
    buildSeconds: seconds,
    plain: timed(QUERIES.plain, ask),
    fuzzy: timed(QUERIES.fuzzy, ask),
    names: timed(
      queriesOf(folder).map((q) => q.typed),
      (typed) => nameHits(index, parseName(typed)!).pages.length,
    ),
  };
  await index.close();
  return { ...figures, bytes: statSync(file).size };
}
