/** The ledger of an archive that is open: its lines, what follows from them for a day, and its files. Quotes are held to the pages at hand. @module */

import { isDate } from "@contraluz/archive/ledger/dates.ts";
import {
  type Act,
  type Checked,
  checkLedger,
  type LedgerEntry,
  type LedgerView,
  ledgerFiles,
  ledgerHtml,
  markOf,
  readLedger,
  type Source,
  viewOf,
} from "@contraluz/archive/ledger/index.ts";
import { type IndexTexts, indexTexts } from "@contraluz/archive/open/texts.ts";
import { marksOf } from "@contraluz/archive/search/boxes.ts";
import { writeZip } from "@contraluz/formats/zip/write.ts";
import type { LedgerQuestions, LedgerShown, ShownAct, ShownSource } from "../ledger.ts";
import { type Held, type Open, smallFile } from "./open.ts";

export const LEDGER = "ledger.jsonl";
/** Bytes of a ledger in the page; faults of a file that are shown. */
const MOST = 8 << 20;
const FAULTS = 100;
const LETTER = { claim: "C", act: "A", link: "L" } as const;

const utf8 = new TextEncoder();

/** The lines of an archive that was opened. */
export async function takeLedger(o: Open): Promise<void> {
  const text = await smallFile(o.folder, LEDGER, MOST).text();
  o.ledger = text ?? "";
  if (text === undefined) o.problems++;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const entriesOf = (text: string): readonly LedgerEntry[] => {
  const { claims, acts, links } = readLedger(text).ledger;
  return [...claims, ...acts, ...links];
};

const ended = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

function sourceShown(s: Source, c: Checked, texts: IndexTexts): ShownSource {
  const page = texts.pageOf(s);
  const base = { source: s, mark: markOf(s, c) };
  if (!page) return base;
  const start = s.quote === undefined ? -1 : page.text.indexOf(s.quote);
  const spans = start < 0 ? [] : [{ start, end: start + s.quote!.length }];
  return { ...base, stop: { id: page.id, spans, marks: spans.flatMap((x) => marksOf(page.lines, x)) } };
}

function shown(v: LedgerView, texts: IndexTexts): LedgerShown {
  const { checked: c } = v;
  const sources = (list: readonly Source[]): ShownSource[] => list.map((s) => sourceShown(s, c, texts));
  const act = (a: Act): ShownAct => ({ act: a, sources: sources(a.source) });
  const { claims, acts, links } = c.ledger;
  return {
    at: v.at,
    entries: { claims: claims.length, acts: acts.length, links: links.length },
    claims: v.states.map((d) => ({
      claim: d.claim,
      state: d.state,
      sources: sources(d.claim.source),
      beside: d.weighed.map((w) => ({
        ...act(w.act),
        link: w.link,
        origins: w.origins,
        because: w.because,
        reply: sources(w.link.reply_of_the_party?.source ?? []),
        replaces: c.links.history(w.link.id).length,
      })),
    })),
    alone: v.alone.map(act),
    standing: {
      claims: claims.filter((x) => !c.claims.successor(x.id)),
      acts: acts.filter((x) => !c.acts.successor(x.id)),
    },
    faults: v.faults.slice(0, FAULTS),
    refusals: v.refusals,
    unchecked: v.unchecked,
  };
}

export function ledgerAnswers(held: Held): {
  [K in keyof LedgerQuestions]: (ask: LedgerQuestions[K]["ask"]) => Promise<LedgerQuestions[K]["answer"]>;
} {
  const viewNow = async (o: Open, text: string, at?: string): Promise<{ view: LedgerView; texts: IndexTexts }> => {
    const day = at !== undefined && at.length === 10 && isDate(at) ? at : undefined;
    const texts = indexTexts(await o.index.now());
    const read = readLedger(text);
    return { view: viewOf(checkLedger(read.ledger, { texts }), read.faults, day), texts };
  };
  const shownNow = async (o: Open, at?: string): Promise<LedgerShown> => {
    const { view, texts } = await viewNow(o, o.ledger, at);
    return shown(view, texts);
  };
  const write = async (o: Open, lines: string): Promise<void> => {
    const to = held.kept(o);
    await to.append(LEDGER, await smallFile(to, LEDGER, MOST).more(lines));
    o.ledger = ended(o.ledger) + lines;
    o.unsaved = true;
  };
  return {
    ledger: ({ at }) => shownNow(held.now(), at),
    async ledgerAdd({ line }) {
      const o = held.now();
      const taken = new Set(entriesOf(o.ledger).map((e) => e.id));
      const letter = LETTER[line.type];
      let n = 1;
      while (taken.has(`${letter}${n}`)) n++;
      const id = `${letter}${n}`;
      const json = `${JSON.stringify({ ...line, id })}\n`;
      const alone = readLedger(json);
      if (alone.faults.length > 0) return { faults: alone.faults, refusals: [] };
      const { view } = await viewNow(o, ended(o.ledger) + json);
      const refusals = view.refusals.filter((r) => r.id === id);
      if (refusals.length > 0) return { faults: [], refusals };
      await write(o, json);
      return { shown: await shownNow(o), id };
    },
    async ledgerTake({ text }) {
      const o = held.now();
      const read = readLedger(text);
      const lines = new Map(entriesOf(o.ledger).map((e) => [e.id, JSON.stringify(e)]));
      const others: string[] = [];
      let [added, known, all] = [0, 0, ""];
      for (const e of [...read.ledger.claims, ...read.ledger.acts, ...read.ledger.links]) {
        const mine = JSON.stringify(e);
        const there = lines.get(e.id);
        if (there === undefined) {
          all += `${mine}\n`;
          added++;
        } else if (there === mine) known++;
        // Another line of this name stands there: neither is taken for the other.
        else others.push(e.id);
      }
      if (all !== "") await write(o, all);
      const faults = read.faults.slice(0, FAULTS);
      return { shown: await shownNow(o), added, known, others: others.slice(0, FAULTS), faults };
    },
    async ledgerFiles({ lang, fonts, page, at }) {
      const { view } = await viewNow(held.now(), held.now().ledger, at);
      if (page) return new Blob([ledgerHtml(view, { lang, fonts })], { type: "text/html" });
      const entries = ledgerFiles(view, { lang, fonts }).map(([name, text]) => {
        const bytes = utf8.encode(text);
        return { name, size: bytes.length, chunks: () => once(bytes) };
      });
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of writeZip(entries)) parts.push(piece.slice());
      return new Blob(parts, { type: "application/zip" });
    },
  };
}
