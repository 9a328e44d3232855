/** The index of an archive's folder, or of a case that holds archives, made or brought up to its pages when it is asked. @module */
import { existsSync } from "node:fs";
import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { type ArchivePart, type ArchiveParts, correctionsIn, fillIndex } from "@contraluz/archive/open/fill.ts";
import { unopenedIn } from "@contraluz/archive/open/unopened.ts";
import { type Correction, correctionLine } from "@contraluz/archive/pages/correction.ts";
import { byCodeUnit, type Cancel, ContraluzError, count, type Problem, say } from "@contraluz/core";
import { archiveFolder, nodePlatform, readFileStream } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { isCase } from "../dossier/from-case.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { printable, progressLine } from "../terminal.ts";
import { FW } from "./find-words.ts";
import { type Pictures, picturesNamed } from "./pictures.ts";
import { RW } from "./read-words.ts";
import { ownSql } from "./sql.ts";

export interface Opened {
  readonly index: ArchiveIndex;
  readonly added: number;
  readonly lostFixes: number;
  readonly problems: readonly Problem[];
  /** Reading has not come to its end: there are pages that are not here. */
  readonly unfinished: boolean;
  /** Documents that nobody could open. */
  readonly unopened: number;
  /** Of a case: whether a file with what stands in it may leave, and that one did. Throws UsageError where the consent says no. */
  readonly leave?: { may(): void; note(what: string, file: Uint8Array): Promise<void> };
  /** Files of its pages and corrections. */
  parts(): Promise<ArchiveParts>;
  /** Pictures of its pages; undefined where the documents are not at hand. */
  pictures(): Promise<Pictures | undefined>;
  /** All corrections, in the order in which they were written. */
  corrections(): Promise<readonly Correction[]>;
  /** Writes a correction: of all that there are, `make` says the next one, or why there is none. */
  correct<T extends string>(make: (all: readonly Correction[]) => Correction | T): Promise<Correction | T>;
}

/** `pages/*.jsonl` and `corrections.jsonl` of a folder, in their order; only true files. */
export async function partsOf(folder: string): Promise<ArchiveParts> {
  const names = await readdir(join(folder, "pages")).catch(() => [] as string[]);
  const wanted = names.filter((n) => /^\d{6}\.jsonl$/.test(n)).sort(byCodeUnit);
  const pages = (await Promise.all(wanted.map((n) => partIn(folder, `pages/${n}`)))).flat();
  return { pages, corrections: await partIn(folder, "corrections.jsonl") };
}

/** A file of an archive's folder, if it is a true one. */
async function partIn(folder: string, name: string): Promise<ArchivePart[]> {
  const path = join(folder, name);
  const s = await stat(path).catch(() => undefined);
  return s?.isFile() ? [{ name, size: s.size, stream: () => readFileStream(path) }] : [];
}

/** An empty file that only the person may read, before SQLite writes text of other people into it. */
async function makePrivate(path: string): Promise<void> {
  const file = await open(path, "a", 0o600);
  await file.close();
}

async function indexAt(path: string, args: Args): Promise<ArchiveIndex> {
  const sql = await ownSql();
  await makePrivate(path);
  let index = await ArchiveIndex.open(sql, path, { write: true });
  if (!index) {
    // Of another version, or damaged: all that is in it lies in the pages and corrections, too.
    for (const end of ["", "-journal", "-wal", "-shm"]) await rm(`${path}${end}`, { force: true });
    await makePrivate(path);
    index = await ArchiveIndex.open(sql, path, { write: true });
  }
  if (!index) throw new ContraluzError("usage", say(FW.noSql, args.lang));
  return index;
}

/** One line at the end of a file; a line before it that was cut off in the middle stays a line of its own. */
async function addLine(path: string, text: string): Promise<void> {
  const file = await open(path, "a+", 0o600);
  try {
    const { size } = await file.stat();
    const last = size === 0 ? "\n" : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString("latin1");
    await file.appendFile(last === "\n" ? text : `\n${text}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes one correction, while nobody else writes to the folder. */
async function correctIn<T extends string>(
  folder: string,
  make: (all: readonly Correction[]) => Correction | T,
  args: Args,
): Promise<Correction | T> {
  const unlock = await archiveFolder(folder).lock();
  if (!unlock) throw new UsageError(say(RW.busy, args.lang));
  try {
    const made = make(await correctionsIn((await partsOf(folder)).corrections));
    if (typeof made !== "string") await addLine(join(folder, "corrections.jsonl"), correctionLine(made));
    return made;
  } finally {
    await unlock();
  }
}

/** Brings an index up to what there is, and says how far it is. */
export async function filled(
  index: ArchiveIndex,
  parts: ArchiveParts,
  cancel: Cancel,
  args: Args,
): Promise<Awaited<ReturnType<typeof fillIndex>>> {
  const line = progressLine(process.stderr, args.flags.has("json"));
  const progress = (n: number): void => line.say({ key: "pages", text: say(FW.indexing, args.lang, { n: count(n) }) });
  try {
    return await fillIndex(index, parts, { sha256: nodePlatform({ workers: 0 }).sha256, cancel, progress });
  } finally {
    line.end();
  }
}

/** Opens an archive, does the work, and lets go of it. */
export async function withArchive(args: Args, work: (o: Opened, cancel: Cancel) => Promise<void>): Promise<number> {
  const stop = interruption();
  let opened: Opened | undefined;
  try {
    opened = await openArchive(args, stop.signal);
    await work(opened, stop.signal);
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    stop.end();
    await opened?.index.close();
  }
}

/** Opens the index of the folder that was named; makes it, or puts in what came since. */
async function openArchive(args: Args, cancel: Cancel): Promise<Opened> {
  const { lang } = args;
  const [folder] = args.paths;
  if (folder === undefined) throw new UsageError(say(FW.needFolder, lang, { cmd: NAME }));
  if (isCase(folder)) return (await import("./case.ts")).openCaseArchive(args, cancel);
  const parts = await partsOf(folder);
  if (parts.pages.length === 0) throw new UsageError(say(FW.noPages, lang, { folder: printable(folder) }));
  const index = await indexAt(join(folder, "index.sqlite"), args);
  const { added, lostFixes, problems } = await filled(index, parts, cancel, args);
  return {
    index,
    added,
    lostFixes,
    problems,
    // The list of what was read is written last.
    unfinished: existsSync(join(folder, "archive.json")) && !existsSync(join(folder, "coverage.json")),
    unopened: await unopenedIn((await partIn(folder, "coverage.json"))[0]),
    parts: () => partsOf(folder),
    pictures: () => picturesNamed(args, cancel),
    corrections: () => correctionsIn(parts.corrections),
    correct: (make) => correctIn(folder, make, args),
  };
}
