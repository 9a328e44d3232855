/** Names and things in papers, who stands beside whom, and what people decided of names. @module */
import {
  type Decision,
  type DecisionFault,
  ENTITY_TYPES,
  type EntityType,
  groupsOf,
  readDecisions,
} from "@contraluz/archive/entities/index.ts";
import { MAX_FORM } from "@contraluz/case/forms/fields.ts";
import { byCodeUnit } from "@contraluz/core";
import type { DecidedRow, PeopleFacts, PeopleQuestions, ThingRow } from "../people.ts";
import { BESIDE, besideName, besideThing } from "./beside.ts";
import { at, type Book, fits, hits, mentionsIn, nameOf, placesOf, rowOfGroup, valuePlaces, wordsOf } from "./book.ts";
import { type Held, type Open, smallFile } from "./open.ts";
import { sheafOf } from "./sheaf.ts";

export const DECISIONS = "decisions.jsonl";
/** Bytes of the file of decisions, as the command has it. */
const MOST = 64 * MAX_FORM;
/** Rows of a list at once. */
const LISTED = 50;
/** Letters of a filter, and decisions that are shown. */
const TEXT = 200;
const DECIDED = 500;

/** Decisions of an archive that was opened; lines that are none are left out and counted. */
export async function takeDecisions(o: Open): Promise<void> {
  const text = await smallFile(o.folder, DECISIONS, MOST).text();
  const { decisions, faults } = readDecisions(text ?? "");
  o.decisions = decisions;
  o.problems += text === undefined ? 1 : faults.length;
}

export function peopleAnswers(held: Held): {
  [K in keyof PeopleQuestions]: (ask: PeopleQuestions[K]["ask"]) => Promise<PeopleQuestions[K]["answer"]>;
} {
  const books = new WeakMap<Open, Promise<Book>>();

  const sorted = (book: Book, decisions: readonly Decision[]): void => {
    book.groups = groupsOf(book.sheaf.found, decisions);
    book.byId = new Map(book.groups.groups.map((g) => [g.id, g]));
  };
  const make = async (o: Open): Promise<Book> => {
    const { turn } = o;
    const index = await o.index.now();
    const sheaf = await sheafOf(index, held.machine.breathe);
    const book: Book = {
      turn,
      index,
      sheaf,
      at: new Map(sheaf.pages.map((p, k) => [at(p), k])),
      groups: { groups: [], faults: [], of: () => undefined },
      byId: new Map(),
    };
    sorted(book, o.decisions);
    return book;
  };
  /** The newest; while pages come, what was made before a moment ago serves. */
  const bookOf = async (o: Open, fresh: boolean): Promise<Book> => {
    const before = books.get(o);
    const book = await before?.catch(() => undefined);
    // Papers of a case have another index once more of them was read.
    if (book && book.index === (await o.index.now()) && (book.turn === o.turn || !fresh)) return book;
    // Somebody else asked for it meanwhile.
    if (books.get(o) !== before) return bookOf(o, fresh);
    const making = make(o);
    books.set(o, making);
    making.catch(() => books.delete(o));
    return making;
  };

  const factsOf = (o: Open, { sheaf, groups, byId }: Book): PeopleFacts => {
    const seen = new Map<EntityType, { n: number; values: Set<string> }>(
      ENTITY_TYPES.map((t) => [t, { n: 0, values: new Set() }]),
    );
    for (const f of sheaf.found)
      for (const e of f.entities) {
        const s = seen.get(e.type)!;
        s.n++;
        s.values.add(e.value);
      }
    const undone = new Set<string>();
    for (const d of [...o.decisions].reverse()) if (d.type === "undo" && !undone.has(d.id)) undone.add(d.of);
    const name = (id: string): string => {
      const g = byId.get(id);
      return g ? nameOf(g) : id;
    };
    const decided = o.decisions.map((d): DecidedRow => {
      const { id, type, by, on, why } = d;
      const from = d.type === "merge" ? d.from.map(name) : d.type === "split" ? [name(d.from)] : [d.of];
      const into = d.type === "undo" ? "" : name(d.into);
      return { id, type, by, on, why, from, into, undone: undone.has(id) };
    });
    return {
      counts: ENTITY_TYPES.map((type) => {
        const { n, values } = seen.get(type)!;
        return { type, n, values: type === "person" ? groups.groups.length : values.size };
      }),
      pages: sheaf.pages.length,
      unread: sheaf.unread,
      left: sheaf.left,
      decisions: decided.slice(-DECIDED).reverse(),
      faults: groups.faults.slice(0, DECIDED),
    };
  };

  return {
    async people() {
      const o = held.now();
      return factsOf(o, await bookOf(o, true));
    },
    async things({ type, text, from }) {
      const o = held.now();
      const book = await bookOf(o, false);
      const typed = wordsOf(text.slice(0, TEXT));
      if (type === "person") {
        const of = book.groups.groups.filter((g) => fits(typed, `${g.id} ${g.name}`));
        return { rows: of.slice(from, from + LISTED).map((g) => rowOfGroup(g, book)), total: of.length };
      }
      const seen = new Map<string, { text: string; n: number; pages: Set<number> }>();
      for (const [k, f] of book.sheaf.found.entries())
        for (const e of f.entities) {
          if (e.type !== type) continue;
          let s = seen.get(e.value);
          if (!s) seen.set(e.value, (s = { text: e.text, n: 0, pages: new Set() }));
          s.n++;
          s.pages.add(k);
        }
      const of = [...seen]
        .filter(([value, s]) => fits(typed, `${value} ${s.text}`))
        // Days in their order; all else by how often it stands there.
        .sort(([a, x], [b, y]) => (type === "date" ? 0 : y.n - x.n) || byCodeUnit(a, b));
      const rows = of
        .slice(from, from + LISTED)
        .map(([id, s]): ThingRow => ({ id, text: s.text, n: s.n, pages: s.pages.size, merged: 0 }));
      return { rows, total: of.length };
    },
    async thing({ type, id, from }) {
      const o = held.now();
      const book = await bookOf(o, false);
      const index = await o.index.now();
      if (type !== "person") {
        const { places, text } = valuePlaces(book.sheaf, { type, id });
        if (places.size === 0) return undefined;
        const beside = from > 0 ? [] : besideThing(o, index, book, places);
        return {
          row: { id, text, n: mentionsIn(places), pages: places.size, merged: 0 },
          rows: hits(o, index, book, places, from, LISTED),
          total: places.size,
          beside: beside.slice(0, BESIDE),
          besides: beside.length,
          crowded: 0,
          history: [],
          merged: [],
        };
      }
      const g = book.byId.get(id);
      if (!g) return undefined;
      const places = placesOf(g, book);
      const { beside, crowded } = from > 0 ? { beside: [], crowded: 0 } : besideName(o, index, book, g, places);
      return {
        row: rowOfGroup(g, book),
        rows: hits(o, index, book, places, from, LISTED),
        total: places.size,
        beside: beside.slice(0, BESIDE),
        besides: beside.length,
        crowded,
        history: g.history,
        merged: g.merged,
      };
    },
    async decide({ what, by, why }) {
      const o = held.now();
      const book = await bookOf(o, false);
      const taken = new Set(o.decisions.map((d) => d.id));
      let n = o.decisions.length + 1;
      while (taken.has(`d${n}`)) n++;
      const id = `d${n}`;
      const line = JSON.stringify({
        ...what,
        type: what.type,
        id,
        by: by.trim(),
        on: held.machine.clock().slice(0, 10),
        why: why.trim(),
      });
      const read = readDecisions(line);
      const [decision] = read.decisions;
      if (!decision) return { faults: read.faults.map((f) => f.fault) };
      const all = [...o.decisions, decision];
      const refused = groupsOf(book.sheaf.found, all).faults.filter((f: DecisionFault) => f.id === id);
      if (refused.length > 0) return { refused };
      const to = held.kept(o);
      await to.append(DECISIONS, await smallFile(to, DECISIONS, MOST).more(`${line}\n`));
      o.decisions = all;
      o.unsaved = true;
      sorted(book, all);
      return { facts: factsOf(o, book), id };
    },
  };
}
