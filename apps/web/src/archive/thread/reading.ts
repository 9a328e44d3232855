/** One run of reading: threads, how far it is, and the stop. @module */
import { READ_LIMITS, readArchive } from "@contraluz/archive/read/index.ts";
import { type Cancel, ContraluzError, type Platform, type WorkerPort } from "@contraluz/core";
import { portOf } from "@contraluz/platform-web/threads.ts";
import { type PageLang, READS, type ReadingNow } from "../protocol.ts";
import type { PageFolder } from "./folder.ts";
import type { Machine } from "./machine.ts";
import type { LastPage } from "./open.ts";
import type { Papers } from "./papers.ts";

export interface Run {
  readonly papers: Papers;
  readonly folder: PageFolder;
  /** As `archive.json` calls it: the same documents may lie in a folder of another name by now. */
  readonly name: string;
  readonly lang: PageLang;
  readonly ocr: boolean;
  readonly threads: number;
  readonly cancel: Cancel;
  last(): LastPage | undefined;
  tell(now: ReadingNow): void;
}

/** A thread that reads; the files of libraries come first. */
export function readingThread(machine: Machine, name: string): WorkerPort {
  const worker = machine.start(name);
  // A document that breaks its thread is one page; unanswered, the error would go on to the page as ours.
  worker.addEventListener("error", (e) => e.preventDefault());
  const port = portOf(worker);
  port.post({ type: "brought", files: machine.brought.all() });
  return port;
}

export function after(ms: number, f: () => void): () => void {
  const timer = setTimeout(f, ms);
  return () => clearTimeout(timer);
}

/** Bytes of documents up to a page, as far as pages say it. */
function bytesTo(papers: Papers, at: LastPage): number {
  let path = at.path;
  while (!papers.places.has(path) && path.includes("!/")) path = path.slice(0, path.lastIndexOf("!/"));
  const place = papers.places.get(path);
  if (!place) return 0;
  const part = at.of === undefined ? 1 : Math.min(1, at.page / at.of);
  return place.before + (place.file.size ?? 0) * part;
}

/** `stopped`: the person said so; `other`: these are not the documents whose pages are there. */
export async function runReading(platform: Platform, machine: Machine, o: Run): Promise<"whole" | "stopped" | "other"> {
  const { papers } = o;
  const began = machine.now();
  const first = o.last();
  const before = first ? bytesTo(papers, first) : 0;
  const documents = {
    ...papers.documents,
    name: o.name,
    files: () => papers.documents.files(),
  };
  try {
    await readArchive({
      platform,
      documents,
      folder: o.folder,
      lang: o.lang,
      ocr: o.ocr,
      threads: o.threads,
      spawn: () => readingThread(machine, READS),
      after,
      pageMs: READ_LIMITS.pageMs,
      cancel: o.cancel,
      progress: ({ pages, path }) => {
        const last = o.last();
        const place = papers.places.get(path);
        o.tell({
          pages,
          documents: place ? place.number + 1 : 0,
          ofDocuments: papers.places.size,
          bytes: last ? bytesTo(papers, last) : 0,
          ofBytes: papers.bytes,
          path,
          ms: machine.now() - began,
          before,
        });
      },
    });
    return "whole";
  } catch (e) {
    if (e instanceof ContraluzError && e.code === "cancelled") return "stopped";
    if (e instanceof ContraluzError && e.code === "usage") return "other";
    throw e;
  }
}
