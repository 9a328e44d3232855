/** An archive that is open in the page: documents, pages, index, corrections and marks, and every answer about them. @module */
import type { StoredPage } from "@contraluz/archive/index/index.ts";
import { pagesBeside } from "@contraluz/archive/index/listing.ts";
import { type Correction, readCorrections } from "@contraluz/archive/pages/correction.ts";
import { readMarks } from "@contraluz/archive/pages/mark.ts";
import { pageKey } from "@contraluz/archive/pages/types.ts";
import type { ListedFinding } from "@contraluz/archive/read/index.ts";
import { coverageOf } from "@contraluz/archive/search/filter.ts";
import { ContraluzError, type Platform, type Problem } from "@contraluz/core";
import { inputOf } from "../../engine/input.ts";
import { type ArchiveQuestions, type ArchiveState, DRAWS, type PageView, type ReadingNow } from "../protocol.ts";
import { lineOf } from "./findings.ts";
import { type PageFolder, pageFolder } from "./folder.ts";
import { feeding } from "./index.ts";
import { keepingAnswers } from "./keeping.ts";
import { ledgerAnswers, takeLedger } from "./ledger.ts";
import type { Machine } from "./machine.ts";
import { markingAnswers } from "./marking.ts";
import type { Held, Open } from "./open.ts";
import { eachFile, openPapers } from "./papers.ts";
import { peopleAnswers, takeDecisions } from "./people.ts";
import { type Pictures, pictures } from "./pictures.ts";
import { readingThread, runReading } from "./reading.ts";
import { headOf, listed, nameRows, searchRows } from "./rows.ts";
import { openSaved } from "./saved.ts";
import { sealedRoom } from "./sealed-room.ts";
import type { Sealed } from "./sealed-types.ts";

export interface Room {
  answer<K extends keyof ArchiveQuestions>(what: K, ask: ArchiveQuestions[K]["ask"]): Promise<unknown>;
  close(): Promise<void>;
}

/** Findings that are held. */
const FINDINGS = 5000;

const linesIn = (bytes: Uint8Array): number => bytes.reduce((n, b) => (b === 10 ? n + 1 : n), 0);

export function room(
  platform: Platform,
  machine: Machine,
  need: (index: number) => Promise<File | undefined>,
  tell: (now: ReadingNow) => void,
): Room {
  let open: Open | undefined;
  let reading: AbortController | undefined;
  const drawing: Pictures = pictures(() => readingThread(machine, DRAWS));

  /** What a piece of `pages/…` says beside its text. */
  const note = (o: Open, bytes: Uint8Array): void => {
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
    for (const [i, line] of lines.entries()) {
      const end = i === lines.length - 1;
      if (!end && !line.includes('"findings":[')) continue;
      // A damaged line is told by the index.
      const p = lineOf(line);
      if (!p) continue;
      if (end) o.last = { path: p.path, page: p.page, of: p.of };
      o.findings.push(...p.findings.slice(0, FINDINGS - o.findings.length));
    }
  };

  const fresh = (sealed?: Sealed): Open => {
    const index = sealed?.index ?? feeding(() => machine.brought.support("sql/sqlite3.wasm"), platform.sha256);
    const folder = pageFolder(platform.scratch, async (name, bytes) => {
      note(o, bytes);
      o.turn++;
      // What is more than fits lies in the files alone, and is told.
      if (!o.full) await index.take(bytes);
      o.lines += linesIn(bytes);
      if (o.lines >= machine.most || index.full) {
        o.full = true;
        reading?.abort();
      }
      await o.kept?.append(name, bytes);
    });
    const o: Open = {
      folder,
      index,
      marks: new Map(),
      findings: [],
      decisions: [],
      ledger: "",
      asked: undefined,
      papers: undefined,
      sealed,
      last: undefined,
      whole: false,
      corrections: 0,
      kept: undefined,
      unsaved: false,
      problems: 0,
      lines: 0,
      full: false,
      turn: 0,
    };
    return o;
  };
  const shut = async (o: Open | undefined): Promise<void> => {
    await o?.papers?.documents.close();
    await (o?.sealed ?? o?.index)?.close();
    await o?.folder.close();
  };

  /** Files that are no pages go to what is kept, too. */
  const kept = (o: Open): PageFolder => {
    // Of papers of a case nothing is written but into the case.
    if (o.sealed) throw new ContraluzError("usage", "sealed");
    return filesOf(o);
  };
  const filesOf = (o: Open): PageFolder => ({
    ...o.folder,
    async append(name, bytes) {
      await o.folder.append(name, bytes);
      if (!name.startsWith("pages/")) await o.kept?.append(name, bytes);
    },
    async replace(name, bytes) {
      await o.folder.replace(name, bytes);
      await o.kept?.replace(name, bytes);
    },
    async cut(name, size) {
      await o.folder.cut(name, size);
      await o.kept?.cut(name, size);
    },
  });

  const stateOf = async (): Promise<ArchiveState> => {
    const there = open;
    const index = there && (await there.index.now());
    const coverage = index
      ? coverageOf(index.db, {})
      : { pages: 0, read: 0, poor: 0, unreadable: 0, blank: 0, undated: 0 };
    return {
      stage: reading ? "reading" : there ? "ready" : "empty",
      name: there?.sealed?.facts().title ?? there?.asked?.name ?? there?.papers?.documents.name ?? "",
      documents: there?.papers?.places.size ?? 0,
      whole: there?.whole ?? false,
      evidence: there?.papers !== undefined || there?.sealed !== undefined,
      coverage,
      findings: there?.findings.length ?? 0,
      marks: [...(there?.marks.values() ?? [])].filter((m) => m.mark !== "none").length,
      corrections: there?.corrections ?? 0,
      kept: there?.kept !== undefined,
      lang: there?.asked?.lang ?? "spa",
      letters: there?.asked?.ocr ?? true,
      unsaved: there?.unsaved ?? false,
      problems: (there?.papers?.problems.length ?? 0) + (there?.index.problems ?? 0) + (there?.problems ?? 0),
      ...((there?.full || there?.index.full) && { full: machine.most }),
      ...(there?.sealed && { sealed: there.sealed.facts() }),
    };
  };

  const now = (): Open => {
    if (!open) throw new ContraluzError("usage", "no archive");
    return open;
  };

  /** Corrections and marks of the files of an archive that was opened. */
  const takeUp = async (o: Open): Promise<void> => {
    const report = (_: Problem): void => void o.problems++;
    const index = await o.index.ready();
    const fixes: Correction[] = [];
    for await (const some of readCorrections(o.folder.stream("corrections.jsonl"), report)) fixes.push(...some);
    const { added, lost } = index.correct(fixes);
    o.corrections = added;
    o.problems += lost;
    for await (const some of readMarks(o.folder.stream("marks.jsonl"), report))
      for (const m of some) o.marks.set(pageKey(m), m);
    await takeDecisions(o);
    await takeLedger(o);
    o.whole = o.folder.size("coverage.json") > 0;
  };

  const openChosen = async ({
    chosen,
  }: ArchiveQuestions["open"]["ask"]): Promise<ArchiveQuestions["open"]["answer"]> => {
    if (open?.sealed) {
      await open.sealed.take(eachFile(inputOf({ chosen }, need)));
      return { kind: "documents", state: await stateOf() };
    }
    const input = inputOf({ chosen }, need);
    const made = fresh();
    try {
      const asked = await openSaved(input, made.folder, platform);
      if (asked) {
        made.asked = asked;
        await takeUp(made);
        const papers = open?.papers;
        await shut(open && { ...open, papers: undefined });
        open = made;
        // The documents of before may be those of this archive: pictures are shown by their hash alone.
        open.papers = papers;
        return { kind: "archive", state: await stateOf() };
      }
      const papers = await openPapers(eachFile(inputOf({ chosen }, need)), platform);
      if (papers.places.size === 0) return { kind: "nothing", state: await stateOf() };
      // Beside pages that are there: their documents.
      if (open && (open.asked || open.papers)) {
        await open.papers?.documents.close();
        open.papers = papers;
        await shut(made);
      } else {
        made.papers = papers;
        await shut(open);
        open = made;
      }
      return { kind: "documents", state: await stateOf() };
    } catch (e) {
      await shut(made);
      if (e instanceof ContraluzError) return { kind: "nothing", state: await stateOf() };
      throw e;
    }
  };

  const read = async (ask: ArchiveQuestions["read"]["ask"]): Promise<ArchiveQuestions["read"]["answer"]> => {
    const o = now();
    if (o.sealed && !reading) {
      reading = new AbortController();
      let why: "stopped" | undefined;
      try {
        if ((await inCase.read(o, o.sealed, ask, reading.signal)) === "stopped") why = "stopped";
      } finally {
        reading = undefined;
      }
      return { state: await stateOf(), ...(why && { why }) };
    }
    const { papers } = o;
    if (!papers || reading) throw new ContraluzError("usage", "nothing to read");
    o.asked ??= { name: papers.documents.name, lang: ask.lang, ocr: ask.letters };
    const { name, lang, ocr } = o.asked;
    reading = new AbortController();
    try {
      const folder = kept(o);
      const end = await runReading(platform, machine, {
        papers,
        folder,
        name,
        lang,
        ocr,
        threads: ask.threads,
        cancel: reading.signal,
        last: () => o.last,
        tell,
      });
      o.unsaved = true;
      if (end === "whole") o.whole = true;
      reading = undefined;
      await o.index.ready();
      return { state: await stateOf(), ...(end !== "whole" && { why: end }) };
    } finally {
      reading = undefined;
    }
  };

  const viewOf = async (id: number): Promise<PageView | undefined> => {
    const o = now();
    const index = await o.index.now();
    const page = index.pages.page(id);
    if (!page) return undefined;
    const { text, w, h } = page;
    const note = o.marks.get(pageKey(page))?.note;
    const mine = (f: ListedFinding): boolean => f.path === page.path && f.page === page.page && f.doc === page.doc;
    return {
      page: headOf(page, o.marks),
      text,
      ...(w !== undefined && { w }),
      ...(h !== undefined && { h }),
      history: index.pages.history(page),
      ...(note !== undefined && { note }),
      findings: o.findings.filter(mine),
      ...pagesBeside(index.db, page),
    };
  };
  const pageNow = async (id: number): Promise<StoredPage> => {
    const page = (await now().index.now()).pages.page(id);
    if (!page) throw new ContraluzError("usage", "no such page");
    return page;
  };

  const inCase = sealedRoom({
    platform,
    machine,
    fresh,
    note,
    async take(o) {
      await shut(open);
      open = o;
    },
    state: stateOf,
    view: viewOf,
    tell,
  });
  const held: Held = { now, kept, machine };
  const answers: {
    [K in keyof ArchiveQuestions]: (ask: ArchiveQuestions[K]["ask"]) => Promise<ArchiveQuestions[K]["answer"]>;
  } = {
    open: openChosen,
    read,
    async stop() {
      reading?.abort();
      return true;
    },
    state: stateOf,
    search: async (ask) => searchRows(await now().index.ready(), ask, now().marks),
    names: async (ask) => nameRows(await now().index.ready(), ask, now().marks),
    page: ({ id }) => viewOf(id),
    async picture({ id }) {
      const { doc, path, page, from } = await pageNow(id);
      if (from === "text") return "none";
      const o = now();
      const place = await (o.sealed ? o.sealed.place(path) : o.papers?.placeOf(path));
      return place ? drawing.of({ place, page: { doc, path, page } }) : "missing";
    },
    ...markingAnswers({ ...held, inCase, page: pageNow, view: viewOf }),
    list: async (ask) => listed(await now().index.now(), ask, now().marks),
    async findings() {
      const index = await now().index.now();
      return now().findings.map((f) => {
        const id = index.pages.find(f.path, f.page).find((p) => p.doc === f.doc)?.id;
        return { ...f, ...(id !== undefined && { id }) };
      });
    },
    sealed: ({ line, lang }) => inCase.open(line, lang),
    ...peopleAnswers(held),
    ...ledgerAnswers(held),
    ...keepingAnswers({
      ...held,
      open: () => open,
      reading: () => reading !== undefined,
      fresh,
      takeUp,
      state: stateOf,
      async take(o) {
        await shut(open);
        open = o;
      },
    }),
  };
  return {
    answer: (what, ask) => answers[what](ask as never),
    async close() {
      reading?.abort();
      drawing.close();
      await shut(open);
      open = undefined;
    },
  };
}
