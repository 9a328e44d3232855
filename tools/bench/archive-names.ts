/** Names in an archive whose truth is known: what is found, and what is said wrongly. Beside it fuzzball and plain full text. @module */

import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { type Mention, nameHits, parseName } from "@contraluz/archive/names/index.ts";
import { search } from "@contraluz/archive/search/index.ts";
import type { Sql } from "@contraluz/core";
import { damage, pageLine, queriesOf, sha256, type TruthPage, truthPages } from "./archive-data.ts";

export interface NamesFigures {
  readonly counted: number;
  readonly found: number;
  /** Mentions that should be likely or better, and are. */
  readonly likelyDue: number;
  readonly likely: number;
  readonly same: number;
  readonly sameWrong: number;
  /** The same name of another person: nobody can tell by the name. */
  readonly homonyms: number;
  readonly shown: number;
  readonly shownRight: number;
  /** Pages with a counted mention, and those that plain full text of all words of the name finds. */
  readonly pages: number;
  readonly plain: number;
  readonly ms: readonly number[];
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

interface Known {
  readonly id: number;
  readonly page: TruthPage;
  readonly at: readonly number[];
  readonly text: string;
}

/** The place of a printed name in the damaged text. */
const spanOf = (k: Known, entity: number): readonly [number, number] => {
  const [from, to] = k.page.entities[entity]!.span;
  return [k.at[from]!, k.at[to]!];
};
const meets = (m: Mention, [from, to]: readonly [number, number]): boolean => m.start < to && from < m.end;

export async function names(sql: Sql, folder: string, level: 0 | 1 | 2 | 3, times = 1): Promise<NamesFigures> {
  const index = (await ArchiveIndex.open(sql, undefined, { write: true }))!;
  const known: Known[] = [];
  const spoil = damage(level, 1000 + level, times);
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const page of truthPages(folder)) {
      const { text, at } = spoil(page.text);
      known.push({ id: known.length + 1, page, at, text });
      yield new TextEncoder().encode(pageLine(page, text));
    }
  }
  await index.add(lines(), { sha256, report: () => {} });
  index.finish();
  const byPage = new Map(known.map((k) => [k.page.id, k]));
  const byId = new Map(known.map((k) => [k.id, k]));
  const n = {
    counted: 0,
    found: 0,
    likelyDue: 0,
    likely: 0,
    same: 0,
    sameWrong: 0,
    homonyms: 0,
    shown: 0,
    shownRight: 0,
  };
  const more = { pages: 0, plain: 0 };
  const ms: number[] = [];
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const q of queriesOf(folder)) {
    const start = performance.now();
    const query = parseName(q.typed, q.aliases);
    const hits = query ? nameHits(index, query).pages : [];
    ms.push(performance.now() - start);
    const found = new Map(hits.map((h) => [h.id, h.mentions]));
    const own = new Map<number, (readonly [number, number])[]>();
    for (const m of q.mentions) {
      const k = byPage.get(m.page)!;
      const span = spanOf(k, m.entity);
      own.set(k.id, [...(own.get(k.id) ?? []), span]);
      if (!m.counted) continue;
      n.counted++;
      const hit = (found.get(k.id) ?? []).filter((x) => meets(x, span));
      if (hit.length > 0) n.found++;
      else
        missed.push(
          `${q.typed} | ${k.text.slice(...span)} | …${k.text.slice(Math.max(0, span[0] - 30), span[1] + 25)}…`.replaceAll(
            "\n",
            "/",
          ),
        );
      if (m.min === "likely") {
        n.likelyDue++;
        if (hit.some((x) => x.grade !== "possible")) n.likely++;
      }
    }
    for (const [id, mentions] of found) {
      const k = byId.get(id)!;
      for (const m of mentions) {
        const right = (own.get(id) ?? []).some((s) => meets(m, s));
        n.shown++;
        if (right) n.shownRight++;
        if (m.grade !== "same") continue;
        const decoy = q.decoys.find((d) => d.page === k.page.id && meets(m, spanOf(k, d.entity)));
        if (right) n.same++;
        else if (decoy && !decoy.not_same) n.homonyms++;
        else {
          n.same++;
          n.sameWrong++;
          wrong.push(`${q.typed} | ${m.printed} | ${decoy?.class ?? "no decoy"}`);
        }
      }
    }
    const due = new Set(q.mentions.filter((m) => m.counted).map((m) => byPage.get(m.page)!.id));
    const full = search(
      index,
      query ? [...query.given, ...query.paternal.words, ...(query.maternal?.words ?? [])].join(" ") : "x",
      {
        limit: 500,
      },
    );
    const got = new Set("fault" in full ? [] : full.hits.map((h) => h.page.id));
    more.pages += due.size;
    for (const id of due) if (got.has(id)) more.plain++;
  }
  await index.close();
  return { ...n, ...more, ms: ms.sort((a, b) => a - b), missed, wrong };
}
