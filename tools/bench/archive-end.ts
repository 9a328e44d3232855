/**
 * Names on pages that were really read, end to end: `node tools/bench/archive-end.ts GENERATED READ …`. A mention is found where a hit lies
 * over its place on the page image, so that nothing depends on what was read there.
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { type Mention, nameHits, parseName } from "@contraluz/archive/names/index.ts";
import type { Box, Page } from "@contraluz/archive/pages/index.ts";
import { type Mark, marksOf } from "@contraluz/archive/search/boxes.ts";
import type { Sql } from "@contraluz/core";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import { readPages } from "./archive-count.ts";
import { queriesOf, sha256, type TruthPage } from "./archive-data.ts";

export interface EndFigures {
  readonly pages: number;
  readonly counted: number;
  readonly found: number;
  /** Counted mentions on pages that reading says nobody could read. */
  readonly unread: number;
  readonly same: number;
  readonly sameWrong: number;
  readonly homonyms: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Part of the smaller box that both cover. */
function overlap(a: Box, b: Box): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const area = (x: Box): number => Math.max(1, (x[2] - x[0]) * (x[3] - x[1]));
  return w <= 0 || h <= 0 ? 0 : (w * h) / Math.min(area(a), area(b));
}

const lies = (marks: readonly Mark[], boxes: readonly (Box | null)[] | undefined): boolean =>
  marks.some((m) => boxes?.some((b) => b !== null && overlap(m.box, b) > 0.3) ?? false);

interface Placed extends Mention {
  readonly marks: readonly Mark[];
}

export async function namesRead(
  sql: Sql,
  truth: readonly TruthPage[],
  folder: string,
  pages: readonly Page[],
): Promise<EndFigures> {
  const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (const p of pages) yield new TextEncoder().encode(`${JSON.stringify(p)}\n`);
  }
  await index.add(lines(), { sha256, report: () => {} });
  index.finish();
  const byId = new Map(truth.map((t) => [t.id, t]));
  const byPlace = new Map(truth.map((t) => [`${t.file}:${t.page}`, t]));
  const read = new Map(pages.map((p) => [`${p.path}:${p.page}`, p]));
  const n = { counted: 0, found: 0, unread: 0, same: 0, sameWrong: 0, homonyms: 0 };
  const [wrong, missed]: [string[], string[]] = [[], []];
  for (const q of queriesOf(folder)) {
    const query = parseName(q.typed, q.aliases);
    const found = new Map<string, Placed[]>();
    for (const hit of query ? nameHits(index, query).pages : []) {
      const page = index.pages.page(hit.id)!;
      const t = byPlace.get(`${page.path}:${page.page}`);
      if (t)
        found.set(
          t.id,
          hit.mentions.map((m) => ({ ...m, marks: marksOf(page.lines, m) })),
        );
    }
    const own = q.mentions.filter((m) => read.has(`${byId.get(m.page)?.file}:${byId.get(m.page)?.page}`));
    const boxesOf = (m: { page: string; entity: number }): readonly (Box | null)[] | undefined =>
      byId.get(m.page)!.entities[m.entity]!.boxes;
    for (const m of own) {
      if (!m.counted) continue;
      const t = byId.get(m.page)!;
      const p = read.get(`${t.file}:${t.page}`)!;
      n.counted++;
      if ((found.get(m.page) ?? []).some((x) => lies(x.marks, boxesOf(m)))) n.found++;
      else {
        if (p.state === "unreadable") n.unread++;
        missed.push(`${q.typed} | ${t.entities[m.entity]!.printed} | ${p.state} ${t.file}`.replaceAll("\n", "/"));
      }
    }
    for (const [id, mentions] of found)
      for (const m of mentions) {
        if (m.grade !== "same") continue;
        const right = own.some((o) => o.page === id && lies(m.marks, boxesOf(o)));
        const decoy = q.decoys.find((d) => d.page === id && lies(m.marks, boxesOf(d)));
        if (!right && decoy && !decoy.not_same) {
          n.homonyms++;
          continue;
        }
        n.same++;
        if (right) continue;
        n.sameWrong++;
        wrong.push(`${q.typed} | ${m.printed} | ${decoy?.class ?? "no decoy"} ${id}`);
      }
  }
  await index.close();
  return { pages: pages.length, ...n, wrong, missed };
}

if (process.argv[1]?.endsWith("archive-end.ts")) {
  const sql = (await nodeSql())!;
  const folders = process.argv.slice(2);
  for (let i = 0; i + 1 < folders.length; i += 2) {
    const truth = JSON.parse(readFileSync(join(folders[i]!, "expected.json"), "utf8")).truth.pages as TruthPage[];
    const f = await namesRead(sql, truth, folders[i]!, readPages(folders[i + 1]!));
    const of = (a: number, b: number): string => `${a} of ${b} (${b === 0 ? "–" : (a / b).toFixed(3)})`;
    process.stdout.write(
      `${folders[i + 1]}: ${f.pages} pages; found ${of(f.found, f.counted)}, ${f.unread} of the others on pages said to be unreadable; “same” right ${of(f.same - f.sameWrong, f.same)}, namesakes ${f.homonyms}\n`,
    );
    if (process.env.SHOW)
      for (const line of [...f.wrong.map((w) => `wrong ${w}`), ...f.missed.map((m) => `missed ${m}`)])
        process.stdout.write(`  ${line}\n`);
  }
}
