/** What `fuzzball` makes of the same names: a peer that must be given the printed names, since it looks into no page. @module */
import { createRequire } from "node:module";
import { join } from "node:path";
import { damage, queriesOf, type TruthPage, truthPages } from "./archive-data.ts";

export interface FuzzFigures {
  readonly counted: number;
  readonly found: number;
  /** Near names of other people, and those that are shown as well. */
  readonly nearAll: number;
  readonly near: number;
  /** Printed names of the archive, and milliseconds of the processor for one asked name among them. */
  readonly printings: number;
  readonly cpu: number;
}

interface Fuzzball {
  token_set_ratio(a: string, b: string): number;
}

/** Its score that counts as found, as its own examples have it. */
const LEAST = 70;
/** Names whose time is taken. */
const TIMED = 5;

interface Printed {
  readonly page: TruthPage;
  readonly text: string;
  readonly at: readonly number[];
}

/** @param folder where it is installed @param archive made by the generator */
export async function fuzzball(folder: string, archive: string, level: 1 | 2 | 3): Promise<FuzzFigures> {
  const peer = createRequire(join(folder, "x.js"))("fuzzball") as Fuzzball;
  const spoil = damage(level, 1000 + level);
  const pages = new Map<string, Printed>();
  for await (const page of truthPages(archive)) pages.set(page.id, { page, ...spoil(page.text) });
  const cut = (p: Printed, entity: number): string => {
    const [from, to] = p.page.entities[entity]!.span;
    return p.text.slice(p.at[from], p.at[to]);
  };
  const printed = [...pages.values()].flatMap((p) =>
    p.page.entities.flatMap((e, i) => (e.type === "person" ? [cut(p, i)] : [])),
  );
  const fits = (typed: string, text: string): boolean => peer.token_set_ratio(typed, text) >= LEAST;
  const n = { counted: 0, found: 0, nearAll: 0, near: 0 };
  const queries = queriesOf(archive);
  for (const q of queries) {
    for (const m of q.mentions) {
      if (!m.counted) continue;
      n.counted++;
      if (fits(q.typed, cut(pages.get(m.page)!, m.entity))) n.found++;
    }
    for (const d of q.decoys) {
      if (!d.not_same) continue;
      n.nearAll++;
      if (fits(q.typed, cut(pages.get(d.page)!, d.entity))) n.near++;
    }
  }
  const asked = queries.slice(0, TIMED);
  const before = process.cpuUsage();
  for (const q of asked) for (const p of printed) fits(q.typed, p);
  const used = process.cpuUsage(before);
  return { ...n, printings: printed.length, cpu: (used.user + used.system) / 1000 / Math.max(1, asked.length) };
}
