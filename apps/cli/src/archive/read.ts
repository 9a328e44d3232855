/** `contraluz archive read`: from documents to pages, with threads, progress, and a way to go on after an interruption. @module */
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { type ArchiveRead, READ_LIMITS, readArchive } from "@contraluz/archive/read/index.ts";
import { ContraluzError, count, PROBLEMS, type Problem, say } from "@contraluz/core";
import { openDocuments } from "@contraluz/evidence/documents/index.ts";
import { archiveFolder, folderInput, nodePlatform, spawnThread } from "@contraluz/platform-node";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { type Args, UsageError } from "../args.ts";
import { readWorkers } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { width } from "../views.ts";
import { RW } from "./read-words.ts";

/** In a clone this file lies one folder below the program's own; bundled they are one file. */
const MAIN = new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url);

const within = (path: string, folder: string): boolean => {
  const r = relative(folder, path);
  return r === "" || (!r.startsWith("..") && r !== path);
};

function after(ms: number, f: () => void): () => void {
  const timer = setTimeout(f, ms);
  return () => clearTimeout(timer);
}

export async function readCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [path] = args.paths;
  const out = args.one("out");
  if (path === undefined || out === undefined) throw new UsageError(say(RW.needDocuments, lang, { cmd: NAME }));
  if (within(resolve(out), resolve(path))) throw new UsageError(say(RW.inside, lang));
  const platform = nodePlatform({ workers: 0 });
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  const told: Problem[] = [];
  const report = (p: Problem): void => void (told.length < 100 && told.push(p));
  const folder = archiveFolder(out);
  const documents = await openDocuments(await folderInput(path), { platform, report, cancel: stop.signal });
  const unlock = await folder.lock();
  try {
    if (!unlock) throw new UsageError(say(RW.busy, lang));
    const made = await readArchive({
      platform,
      documents,
      folder,
      lang: args.one("lang-of-pages") ?? "spa",
      ocr: !args.flags.has("no-ocr"),
      threads: Math.max(1, readWorkers(args) ?? availableParallelism()),
      // The same file is what a thread runs: one bundled file is enough.
      spawn: () => spawnThread(MAIN, { serves: "documents", heapMb: READ_LIMITS.heapMb }),
      after,
      cancel: stop.signal,
      problems: told,
      progress: (p) => line.say({ key: "reading", text: say(RW.reading, lang), name: p.path, running: count(p.pages) }),
    }).catch((e: unknown) => {
      if (e instanceof ContraluzError && e.code === "usage") throw new UsageError(say(RW.otherWay, lang));
      throw e;
    });
    line.end();
    await writeOut(
      args.flags.has("json") ? `${JSON.stringify({ ...made, problems: told })}\n` : summary(made, told, out, args),
    );
    return EXIT.result;
  } finally {
    line.end();
    stop.end();
    await folder.close();
    await unlock?.();
    await documents.close();
  }
}

function summary(made: ArchiveRead, problems: readonly Problem[], out: string, args: Args): string {
  const { lang } = args;
  const { pages, documents, copies } = made.coverage;
  const all = pages.read + pages.poor + pages.unreadable + pages.blank;
  const lines = [say(RW.done, lang, { documents: count(documents), pages: count(all) })];
  if (made.kept > 0) lines.push(say(RW.kept, lang, { n: count(made.kept) }));
  const [read, poor, unreadable, blank] = [pages.read, pages.poor, pages.unreadable, pages.blank].map((n) => count(n));
  lines.push(say(RW.states, lang, { read: read!, poor: poor!, unreadable: unreadable!, blank: blank! }));
  if (pages.unreadable + pages.poor > 0) lines.push(say(RW.unread, lang));
  if (copies.same + copies.near > 0) lines.push(say(RW.copies, lang, { n: count(copies.same + copies.near) }));
  const { redaction, layer } = made.found;
  if (redaction > 0) lines.push(say(RW.redactions, lang, { n: count(redaction) }));
  if (layer > 0) lines.push(say(RW.layers, lang, { n: count(layer) }));
  for (const p of problems.slice(0, 20)) lines.push(`${printable(p.path ?? "")}: ${say(PROBLEMS[p.code], lang)}`);
  lines.push(say(RW.where, lang, { folder: printable(out) }));
  return `${lines.flatMap((l) => wrap(l, Math.min(100, width()))).join("\n")}\n`;
}
