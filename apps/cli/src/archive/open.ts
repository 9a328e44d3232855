/** The index of an archive's folder, made or brought up to its pages when it is asked. @module */
import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { type Correction, readCorrections } from "@contraluz/archive/pages/correction.ts";
import { byCodeUnit, type Cancel, ContraluzError, count, type Problem, say } from "@contraluz/core";
import { nodePlatform, readFileStream } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { printable, progressLine } from "../terminal.ts";
import { FW } from "./find-words.ts";
import { ownSql } from "./sql.ts";

export interface Opened {
  readonly index: ArchiveIndex;
  readonly added: number;
  readonly lostFixes: number;
  readonly problems: readonly Problem[];
}

interface Part {
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** `pages/*.jsonl` and `corrections.jsonl` of a folder, in their order; only true files. */
async function partsOf(folder: string): Promise<Part[]> {
  const names = await readdir(join(folder, "pages")).catch(() => [] as string[]);
  const wanted = names.filter((n) => /^\d{6}\.jsonl$/.test(n)).sort(byCodeUnit);
  const parts: Part[] = [];
  for (const name of [...wanted.map((n) => `pages/${n}`), "corrections.jsonl"]) {
    const path = join(folder, name);
    const s = await stat(path).catch(() => undefined);
    if (s?.isFile()) parts.push({ name, path, size: s.size });
  }
  return parts;
}

/** An empty file that only the person may read, before SQLite writes text of other people into it. */
async function makePrivate(path: string): Promise<void> {
  const file = await open(path, "a", 0o600);
  await file.close();
}

/** Opens the index of the folder that was named; makes it, or puts in what came since. */
export async function openArchive(args: Args, cancel: Cancel): Promise<Opened> {
  const { lang } = args;
  const [folder] = args.paths;
  if (folder === undefined) throw new UsageError(say(FW.needFolder, lang, { cmd: NAME }));
  const parts = await partsOf(folder);
  if (!parts.some((p) => p.name.startsWith("pages/")))
    throw new UsageError(say(FW.noPages, lang, { folder: printable(folder) }));
  const sql = await ownSql();
  const path = join(folder, "index.sqlite");
  await makePrivate(path);
  let index = await ArchiveIndex.open(sql, path, { write: true });
  if (!index) {
    // Of another version, or damaged: all that is in it lies in the pages and corrections, too.
    for (const end of ["", "-journal", "-wal", "-shm"]) await rm(`${path}${end}`, { force: true });
    await makePrivate(path);
    index = await ArchiveIndex.open(sql, path, { write: true });
  }
  if (!index) throw new ContraluzError("usage", say(FW.noSql, lang));
  const state = parts.map((p) => `${p.name} ${p.size}`).join("\n");
  const problems: Problem[] = [];
  const report = (p: Problem): void => void (problems.length < 1000 && problems.push(p));
  let [added, lostFixes] = [0, 0];
  if (index.source() !== state) {
    const line = progressLine(process.stderr, args.flags.has("json"));
    try {
      const { sha256 } = nodePlatform({ workers: 0 });
      let before = 0;
      for (const part of parts.filter((p) => p.name.startsWith("pages/"))) {
        const progress = (n: number): void =>
          line.say({ key: "pages", text: say(FW.indexing, lang, { n: count(before + n) }) });
        const built = await index.add(readFileStream(part.path), { sha256, report, cancel, progress });
        added += built.added + built.replaced;
        before += built.added + built.replaced + built.known;
      }
      const fixes: Correction[] = [];
      for (const part of parts.filter((p) => p.name === "corrections.jsonl"))
        for await (const some of readCorrections(readFileStream(part.path), report)) fixes.push(...some);
      if (added > 0 || index.source() === "") index.finish();
      lostFixes = index.correct(fixes).lost;
      index.setSource(state);
    } finally {
      line.end();
    }
  }
  return { index, added, lostFixes, problems };
}
