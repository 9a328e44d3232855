/**
 * Reads one evidence: the list of its files once, then each wanted file once for all artifacts that asked for it.
 * @module
 */
import type { ListingItem, Parser } from "@contraluz/artifacts";
import { ContraluzError, type EvidenceFile, type FileRef, type Problem } from "@contraluz/core";
import { createCollector, createMatcher } from "@contraluz/detection";
import { openRef } from "@contraluz/evidence";
import { type PathMatch, pathMatcher } from "./globs.ts";
import { type FileJob, planLanes, runFile } from "./lane.ts";
import { LaneOutput, type LaneResult } from "./output.ts";
import { runLanes } from "./pool.ts";
import { sequential } from "./sequential.ts";
import { jobOf, MAX_FIRST, MAX_WANTED, missing, type ReadOptions, type Wanted, walAlone } from "./wanted.ts";

export type { ReadOptions } from "./wanted.ts";

/** Files that an evidence lists and artifacts want, by path; and the listing's own records, in the same pass. */
async function list(o: ReadOptions): Promise<{ wanted: Map<string, Wanted>; result: LaneResult }> {
  const kind = o.context.acquisition.kind;
  const listing = o.artifacts.filter((a) => a.feed === "listing");
  const match = pathMatcher(
    o.artifacts.filter((a) => a.feed !== "listing").map((a) => ({ subscriber: a.id, paths: a.where[kind]!.paths })),
  );
  const early = pathMatcher(
    o.artifacts.flatMap((a) => (a.where[kind]!.first ? [{ subscriber: a.id, paths: a.where[kind]!.first }] : [])),
  );
  const output = outputOf(o);
  /** What lists the files; where they are their own list, nobody reads it, and problems are of the folder itself. */
  const name = o.backup.listing ?? ".";
  const db = o.backup.meta.find((f) => f.path === name);
  const own = o.backup.listing === undefined;
  const file = db ? o.files.add(db.stored ?? db.path) : own && listing.length > 0 ? o.files.add(name) : -1;
  const subs = listing.map((a) => ({
    id: a.id,
    emit: output.emitter(a.id),
    failed: false,
    parser: undefined as Parser<ListingItem> | undefined,
  }));
  /** A bug of one artifact must cost neither the others their records nor the evidence its list. */
  const guard = (s: (typeof subs)[number], f: () => void): void => {
    if (s.failed) return;
    try {
      f();
    } catch (e) {
      s.failed = true;
      const found = `${s.id}: ${e instanceof Error ? e.message : String(e)}`.slice(0, 200);
      o.report({ code: "artifact-failed", path: name, found, lost: "artifact" });
    }
  };
  const problem = (p: Problem): void => o.report({ ...p, path: p.path ?? name });
  for (const [i, a] of listing.entries()) {
    const { acquisition, content } = o.context;
    guard(subs[i]!, () => {
      subs[i]!.parser = a.parse({ acquisition, file, path: name, content, problem });
    });
  }
  const item: { files: readonly EvidenceFile[]; origin: ListingItem["origin"] } = {
    files: [],
    origin: (f) =>
      own
        ? { file, at: { key: f.stored ?? f.path } }
        : {
            file,
            at: {
              table: "Files",
              row: f.listing?.row ?? 0,
              ...(f.listing?.page === undefined ? {} : { page: f.listing.page, cell: f.listing.cell! }),
            },
          },
  };
  const wanted = new Map<string, Wanted>();
  const counts = new Map<string, number>();
  const over = new Set<string>();
  const want = (m: PathMatch<string>, f: EvidenceFile): void => {
    let w = wanted.get(m.main);
    if (!w) {
      const artifacts = new Set<string>();
      const first = early(m.main) !== undefined;
      for (const id of m.subscribers) {
        const key = first ? `${id} (first)` : id;
        const count = (counts.get(key) ?? 0) + 1;
        if (count > (first ? MAX_FIRST : MAX_WANTED)) over.add(id);
        else artifacts.add(id);
        counts.set(key, count);
      }
      if (artifacts.size === 0) return;
      wanted.set(m.main, (w = { artifacts, first }));
    }
    if (m.sidecar === "-wal") w.wal = f;
    else if (m.sidecar === "-journal") w.journal = f;
    else {
      if (w.main) o.report({ code: "backup-manifest-row", path: f.path, found: "the same path twice", lost: "file" });
      w.main = f;
    }
  };
  let n = 0;
  const before = { ...o.losses };
  for await (const files of o.backup.files(o.context.cancel)) {
    if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    item.files = files;
    for (const s of subs) guard(s, () => s.parser?.take(item, s.emit));
    for (const f of files) {
      if (f.kind !== "file") continue;
      const m = match(f.path);
      if (m) want(m, f);
    }
    n += files.length;
    o.listed(n);
    const wait = output.drain();
    if (wait) await wait;
  }
  if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
  for (const s of subs) guard(s, () => s.parser?.end?.(s.emit));
  const result = await output.finish();
  const losses = o.losses.all - before.all;
  for (const s of subs) {
    const own = s.failed ? (output.records(s.id) > 0 ? "partly" : "unreadable") : undefined;
    o.events.outcome({
      file,
      path: name,
      artifacts: [s.id],
      state: own ?? (losses === 0 ? "read" : n === 0 ? "unreadable" : "partly"),
      problems: losses,
    });
  }
  for (const f of o.backup.meta) {
    const m = match(f.path);
    if (!m) continue;
    wanted.delete(m.main); // a row that takes the name of a describing file is not that file
    want(m, f);
  }
  // Where pages of the list are lost, what it does not name may stand on them: nobody can say that it is absent.
  if (o.losses.pages > before.pages || (o.backup.listing === undefined && o.cut?.())) {
    const meta = new Set<EvidenceFile>(o.backup.meta);
    const named = new Set<string>();
    for (const w of wanted.values()) if (w.main && !meta.has(w.main)) for (const id of w.artifacts) named.add(id);
    // Nor whole, if all that was found of it describes the backup and it wants more than that.
    const describing = new Set([...meta].map((f) => f.path));
    for (const a of o.artifacts)
      if (a.feed !== "listing" && !named.has(a.id) && !a.where[kind]!.paths.every((p) => describing.has(p)))
        o.events.outcome({ ...missing(name, [a.id]), problems: 0 });
  }
  if (over.size > 0) {
    const found = [...over]
      .map((id) => `${id}: ${(counts.get(id) ?? 0) + (counts.get(`${id} (first)`) ?? 0)}`)
      .join(", ");
    o.report({ code: "too-many-files", path: name, found, expected: `<= ${MAX_WANTED}`, lost: "file" });
    for (const id of over) o.events.outcome({ ...missing(name, [id]), problems: 1 });
  }
  return { wanted, result };
}

/** What one lane makes. */
function outputOf(o: ReadOptions): LaneOutput {
  const matcher = createMatcher(o.compiled);
  return new LaneOutput(() => createCollector(matcher, o.context.rules), o.sink, o.context.first);
}

/** Describing files that artifacts want are hashed in this thread: they run here, first. */
async function describing(o: ReadOptions, wanted: Map<string, Wanted>): Promise<LaneResult> {
  const output = outputOf(o);
  for (const f of o.backup.meta) {
    const w = wanted.get(f.path);
    if (!w || w.main !== f) continue;
    wanted.delete(f.path);
    const file = o.files.add(f.stored ?? f.path);
    const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
    const { platform } = o.context;
    // Already open and partly hashed in most cases: `hashes` knows it.
    const main =
      f.ref && (await openRef(f.ref, { platform, hashes: o.hashes, report: o.report }).catch(() => undefined));
    if (!main) {
      o.report({ code: "host-read", path: f.path, lost: "file" });
      o.events.outcome(missing(f.path, artifacts));
      continue;
    }
    try {
      await runFile({ file, path: f.path, artifacts }, o.context, output, o.events, { main });
    } finally {
      await main.close?.();
    }
  }
  return output.finish();
}

async function seekable(o: ReadOptions, wanted: ReadonlyMap<string, Wanted>): Promise<LaneResult[]> {
  const jobs: FileJob[] = [];
  for (const [path, w] of wanted) {
    if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    if (!w.main) {
      if ((w.wal?.size ?? 0) > 0) o.report(walAlone(path));
      continue;
    }
    const { wal, journal, ...job } = jobOf(o, path, w);
    const refOf = async (file: EvidenceFile, number: number): Promise<FileRef | undefined> => {
      const body = await o.backup.bodyOf(file, (of) => ({ kind: "hashed", of, file: number }));
      if (body) o.files.moved(number, body.base.path);
      return body?.ref;
    };
    const ref = await refOf(w.main, job.file);
    if (!ref) {
      o.events.outcome(missing(path, job.artifacts));
      continue;
    }
    const log = wal && (await refOf(w.wal!, wal.file));
    const old = journal && (await refOf(w.journal!, journal.file));
    jobs.push({
      ...job,
      ref,
      ...(log ? { wal: { file: wal.file, ref: log } } : {}),
      ...(old ? { journal: { file: journal.file, ref: old } } : {}),
    });
  }
  return runLanes(planLanes(jobs), {
    context: o.context,
    compiled: o.compiled,
    workers: o.workers,
    sink: o.sink,
    events: o.events,
    onCancel: o.onCancel,
  });
}

/** All that was read of one evidence, the listing first. */
export async function readEvidence(o: ReadOptions): Promise<LaneResult[]> {
  const { wanted, result } = await list(o);
  const sorted = new Map(
    [...wanted].sort(([a, v], [b, w]) => Number(w.first) - Number(v.first) || (a < b ? -1 : a > b ? 1 : 0)),
  );
  o.planned?.(
    [...sorted].flatMap(([path, w]) => (w.main ? [{ path, artifacts: [...w.artifacts], size: w.main.size ?? 0 }] : [])),
  );
  const meta = await describing(o, sorted);
  // An artifact may read a describing file and others: its records go on counting.
  const first = { ...o.context.first };
  for (const done of [result, meta]) for (const [id, { stats }] of done) first[id] = (first[id] ?? 0) + stats.records;
  const after = { ...o, context: { ...o.context, first } };
  const rest = o.backup.access === "seekable" ? await seekable(after, sorted) : await sequential(after, sorted);
  return [result, meta, ...rest];
}
