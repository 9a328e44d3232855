/** An archive of many pages: size of the index, time to build it, time of queries. @module */
import { statSync } from "node:fs";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { type NameQuery, nameHits, parseName } from "@contraluz/archive/names/index.ts";
import { search } from "@contraluz/archive/search/index.ts";
import type { Sql } from "@contraluz/core";
import { damage, note, pageLine, queriesOf, sha256 } from "./archive-data.ts";
import { manyPages } from "./archive-many.ts";
import { QUERIES } from "./archive-queries.ts";

export interface Times {
  /** Milliseconds by the clock, and of the processor: on a shared machine the second is the fair one, for a query is one thread. */
  readonly ms: readonly number[];
  readonly cpu: readonly number[];
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
  /** Most memory of the process while the index was built, bytes. */
  readonly memory: number;
  readonly plain: Times;
  readonly fuzzy: Times;
  readonly names: Times;
  /** Plain full text of the same names' words. */
  readonly plainNames: Times;
}

/** A large archive: so many pages, made out of those of a folder. */
export interface Many {
  readonly folder: string;
  readonly pages: number;
  readonly seed: number;
}

/** What so many of 100 take at most; the list ascends. */
export const percentile = (list: readonly number[], share: number): number =>
  list[Math.min(list.length - 1, Math.ceil((list.length * share) / 100) - 1)]!;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed(list: readonly string[], run: (q: string) => number): Times {
  const all: { ms: number; cpu: number; q: string }[] = [];
  let hits = 0;
  for (const q of list) {
    const [start, cpu] = [performance.now(), cpuMs()];
    hits += run(q);
    all.push({ ms: performance.now() - start, cpu: cpuMs() - cpu, q });
  }
  const ascending = (key: "ms" | "cpu"): number[] => all.map((a) => a[key]).sort((a, b) => a - b);
  const slowest = all.reduce((a, b) => (b.cpu > a.cpu ? b : a)).q;
  return { ms: ascending("ms"), cpu: ascending("cpu"), hits, slowest };
}

/** @param file where the index is made */
export async function size(sql: Sql, many: Many, file: string): Promise<SizeFigures> {
  const index = (await ArchiveIndex.open(sql, file, { write: true }))!;
  const spoil = damage(2, 77);
  let [textBytes, made] = [0, 0];
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const page of manyPages(many.folder, many.pages, many.seed)) {
      const bytes = new TextEncoder().encode(pageLine(page, spoil(page.text).text));
      textBytes += bytes.length;
      if (++made % 20_000 === 0) note(`${made} pages are in the index`);
      yield bytes;
    }
  }
  const [start, cpu] = [performance.now(), cpuMs()];
  await index.add(lines(), { sha256, report: () => {} });
  index.finish();
  const used = (cpuMs() - cpu) / 1000;
  const memory = process.resourceUsage().maxRSS * 1024;
  const seconds = (performance.now() - start) / 1000;
  const ask = (q: string): number => {
    const f = search(index, q);
    return "fault" in f ? 0 : f.total;
  };
  note(`built in ${Math.round(seconds)} s; now searches, fuzzy words and names`);
  const asked = queriesOf(many.folder).map((q) => parseName(q.typed)!);
  const namesOf = new Map(asked.map((q) => [q.typed, q]));
  const typed = [...namesOf.keys()];
  const wordsOf = (q: NameQuery): string => [...q.given, ...q.paternal.words, ...(q.maternal?.words ?? [])].join(" ");
  const figures = {
    pages: index.count(),
    words: index.db.prepare("SELECT count(*) AS n FROM vocabulary").all()[0]!.n as number,
    textBytes,
    buildCpu: used,
    memory,
    buildSeconds: seconds,
    plain: timed(QUERIES.plain, ask),
    fuzzy: timed(QUERIES.fuzzy, ask),
    names: timed(typed, (name) => nameHits(index, namesOf.get(name)!).pages.length),
    plainNames: timed(typed, (name) => ask(wordsOf(namesOf.get(name)!))),
  };
  await index.close();
  return { ...figures, bytes: statSync(file).size };
}
