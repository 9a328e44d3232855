/**
 * Reads all documents of an evidence with several threads into a folder, in a fixed order, and goes on where an earlier run was ended. The
 * order and the bytes of what is written do not depend on the number of threads.
 * @module
 */
import { type Cancel, ContraluzError, type Problem, type WorkerPort } from "@contraluz/core";
import type { DocumentFile, OpenDocuments } from "@contraluz/evidence/documents/index.ts";
import { type Coverage, CoverageCount } from "./coverage.ts";
import { Lane } from "./lane.ts";
import { type ArchiveFolder, Output } from "./output.ts";
import { READ_LIMITS, type ReadOptions, type ReadPage } from "./types.ts";
import { unitsFrom } from "./units.ts";

/** Pages of one piece of work: a long document is shared by the threads. */
const PIECE = 8;
/** Pieces for each thread that may wait for their turn to be written. */
const AHEAD = 24;

export interface ArchiveProgress {
  readonly pages: number;
  /** What is being read now. */
  readonly path: string;
}

export interface ReadArchiveOptions extends Omit<ReadOptions, "engine"> {
  readonly documents: OpenDocuments;
  readonly folder: ArchiveFolder;
  readonly threads: number;
  /** A thread that runs `serveDocuments`. */
  readonly spawn: () => WorkerPort;
  /** Calls back after so many milliseconds, unless what it gives is called first. */
  readonly after: (ms: number, f: () => void) => () => void;
  readonly pageMs?: number;
  readonly cancel?: Cancel;
  readonly progress?: (p: ArchiveProgress) => void;
  /** What `openDocuments` reports, also while its files are listed: it stands in the coverage. */
  readonly problems?: readonly Problem[];
}

export interface ArchiveRead {
  readonly coverage: Coverage;
  readonly found: { readonly redaction: number; readonly layer: number };
  /** Pages that an earlier run had read. */
  readonly kept: number;
}

export interface Piece {
  readonly file: DocumentFile;
  /** The first one of its document in this run: it learns how many pages there are. */
  readonly first: boolean;
  readonly from: number;
  readonly most: number;
  readonly pages: ReadPage[];
  count?: number | undefined;
  state: "waits" | "runs" | "done";
}

/** Throws ContraluzError `cancelled`; what was written until then is kept, and the next run goes on there. */
export async function readArchive(o: ReadArchiveOptions): Promise<ArchiveRead> {
  const output = new Output(o.folder);
  const kept = await output.open({ name: o.documents.name, lang: o.lang, ocr: o.ocr }, () => {});
  const engines = new Set<string>();
  const queue: Piece[] = [];
  let written = kept.pages;
  let failure: unknown;
  let wake: (() => void)[] = [];
  const changed = (): void => {
    const all = wake;
    wake = [];
    for (const f of all) f();
  };
  const units = unitsFrom(o.documents.files(), kept.tail);
  let ended = false;
  let pulling: Promise<void> | undefined;
  const pull = async (): Promise<void> => {
    const next = await units.next();
    if (next.done) ended = true;
    else {
      const { file, from } = next.value;
      // How many pages a message has is known at its end.
      const whole = file.kind === "mail" || file.kind === "mbox";
      queue.push({ file, first: true, from, most: whole ? READ_LIMITS.pages : PIECE, pages: [], state: "waits" });
    }
  };
  const take = async (): Promise<Piece | undefined> => {
    for (;;) {
      if (failure !== undefined || o.cancel?.aborted) return undefined;
      const piece = queue.find((p) => p.state === "waits");
      if (piece) {
        piece.state = "runs";
        return piece;
      }
      if (!ended && queue.length < AHEAD * o.threads) {
        pulling ??= pull().finally(() => {
          pulling = undefined;
          changed();
        });
        await pulling;
      } else if (ended && queue.every((p) => p.state === "done")) return undefined;
      else await new Promise<void>((done) => void wake.push(done));
    }
  };
  let writing: Promise<void> = Promise.resolve();
  const drain = (): Promise<void> => {
    writing = writing.then(async () => {
      while (queue[0]?.state === "done") {
        const piece = queue.shift()!;
        await output.write(piece.pages);
        written += piece.pages.length;
        o.progress?.({ pages: written, path: piece.file.path });
      }
      changed();
    });
    return writing;
  };
  const lane = async (): Promise<void> => {
    const thread = new Lane(o, engines);
    try {
      for (let piece = await take(); piece; piece = await take()) {
        await thread.run(piece);
        split(queue, piece);
        piece.state = "done";
        await drain();
      }
    } catch (e) {
      failure ??= e;
    } finally {
      thread.close();
      changed();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, o.threads) }, lane));
  await writing;
  if (failure !== undefined) throw failure;
  if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
  const coverage = new CoverageCount();
  await output.each((p) => coverage.note(p));
  const made = coverage.finish([...engines].sort(), o.problems);
  await output.finish(made, coverage.findings);
  const redaction = coverage.findings.filter((f) => f.kind === "redaction").length;
  return { coverage: made, found: { redaction, layer: coverage.findings.length - redaction }, kept: kept.pages };
}

/** The rest of a document becomes pieces of their own, right behind its first one. */
function split(queue: Piece[], piece: Piece): void {
  if (!piece.first || piece.count === undefined || piece.most !== PIECE) return;
  const rest: Piece[] = [];
  for (let from = piece.from + PIECE; from < piece.count; from += PIECE)
    rest.push({ file: piece.file, first: false, from, most: PIECE, pages: [], state: "waits" });
  queue.splice(queue.indexOf(piece) + 1, 0, ...rest);
}
