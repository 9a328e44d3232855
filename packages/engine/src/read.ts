/**
 * Reads one evidence: the list of its files once, then each wanted file once for all artifacts that asked for it.
 * @module
 */
import type { AnyArtifact, ListingItem } from "@contraluz/artifacts";
import { ContraluzError, type EvidenceFile, type Report } from "@contraluz/core";
import { type CompiledIndicators, createCollector, createMatcher } from "@contraluz/detection";
import type { ArchiveBody, HashingSource, IosBackup } from "@contraluz/evidence";
import type { FileTable } from "./files.ts";
import { type PathMatch, pathMatcher } from "./globs.ts";
import { type FileJob, type FileOutcome, type LaneContext, type LaneEvents, planLanes, runFile } from "./lane.ts";
import { LaneOutput, type LaneSink } from "./output.ts";
import { runLanes } from "./pool.ts";
import type { LaneResult } from "./protocol.ts";

export interface ReadOptions {
  readonly backup: IosBackup;
  /** Hashes of the describing files, which are open in this thread. */
  readonly hashes: ReadonlyMap<number, HashingSource>;
  readonly context: LaneContext;
  readonly compiled: CompiledIndicators;
  /** Artifacts that may be read and were asked for. */
  readonly artifacts: readonly AnyArtifact[];
  readonly files: FileTable;
  readonly workers: number;
  readonly sink: LaneSink;
  readonly events: LaneEvents;
  readonly report: Report;
  /** Problems with a loss so far. */
  readonly losses: () => number;
  readonly listed: (n: number) => void;
  readonly onCancel: (stop: () => void) => void;
}

interface Wanted {
  main?: EvidenceFile;
  wal?: EvidenceFile;
  journal?: EvidenceFile;
  readonly artifacts: Set<string>;
}

/** Reading a hot journal back is not done here; an empty or zeroed one means nothing. */
function isHot(journal: EvidenceFile | undefined): boolean {
  return journal !== undefined && (journal.size ?? 0) > 512;
}

/** Files that a backup lists and artifacts want, by path; and the listing's own records, in the same pass. */
async function list(o: ReadOptions): Promise<{ wanted: Map<string, Wanted>; result: LaneResult }> {
  const kind = o.context.acquisition.kind;
  const listing = o.artifacts.filter((a) => a.feed === "listing");
  const match = pathMatcher(
    o.artifacts.filter((a) => a.feed !== "listing").map((a) => ({ subscriber: a.id, paths: a.where[kind]!.paths })),
  );
  const collector = createCollector(createMatcher(o.compiled), o.context.rules);
  const output = new LaneOutput(collector, o.sink, o.context.first);
  const db = o.backup.meta.find((f) => f.path === "Manifest.db")!;
  const file = o.files.add(db.stored ?? db.path);
  const subs = listing.map((a) => ({
    emit: output.emitter(a.id),
    parser: a.parse({
      acquisition: o.context.acquisition,
      file,
      path: "Manifest.db",
      content: o.context.content,
      problem: o.report,
    }),
  }));
  const item: { files: readonly EvidenceFile[]; origin: ListingItem["origin"] } = {
    files: [],
    origin: (f) => ({
      file,
      at: {
        table: "Files",
        row: f.listing?.row ?? 0,
        ...(f.listing?.page === undefined ? {} : { page: f.listing.page, cell: f.listing.cell! }),
      },
    }),
  };
  const wanted = new Map<string, Wanted>();
  const want = (m: PathMatch<string>, f: EvidenceFile): void => {
    let w = wanted.get(m.main);
    if (!w) wanted.set(m.main, (w = { artifacts: new Set() }));
    for (const id of m.subscribers) w.artifacts.add(id);
    if (m.sidecar === "-wal") w.wal = f;
    else if (m.sidecar === "-journal") w.journal = f;
    else w.main = f;
  };
  let n = 0;
  const before = o.losses();
  for await (const files of o.backup.files(o.context.cancel)) {
    if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    item.files = files;
    for (const s of subs) s.parser.take(item, s.emit);
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
  for (const s of subs) s.parser.end?.(s.emit);
  const stats = await output.finish();
  const losses = o.losses() - before;
  for (const a of listing) {
    o.events.outcome({
      file,
      path: "Manifest.db",
      artifacts: [a.id],
      state: losses === 0 ? "read" : n === 0 ? "unreadable" : "partly",
      problems: losses,
    });
  }
  for (const f of o.backup.meta) {
    const m = match(f.path);
    if (m) want(m, f);
  }
  return { wanted, result: { collected: collector.collected, stats } };
}

/** The body is in the list, but cannot be read: said in the coverage, and counted as one problem. */
function missing(path: string, artifacts: readonly string[]): FileOutcome {
  return { file: -1, path, artifacts, state: "unreadable", problems: 1 };
}

/** Describing files that artifacts want are already open and hashed in this thread: they run here, first. */
async function describing(o: ReadOptions, wanted: Map<string, Wanted>): Promise<LaneResult[]> {
  const collector = createCollector(createMatcher(o.compiled), o.context.rules);
  const output = new LaneOutput(collector, o.sink, o.context.first);
  for (const f of o.backup.meta) {
    const w = wanted.get(f.path);
    if (!w || w.main !== f) continue;
    wanted.delete(f.path);
    const file = o.files.add(f.stored ?? f.path);
    const main = o.hashes.get(file);
    const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
    if (main) await runFile({ file, path: f.path, artifacts }, o.context, output, o.events, { main });
    else o.events.outcome(missing(f.path, artifacts));
  }
  return [{ stats: await output.finish(), collected: collector.collected }];
}

async function seekable(o: ReadOptions, wanted: Map<string, Wanted>): Promise<LaneResult[]> {
  const jobs: FileJob[] = [];
  for (const [path, w] of wanted) {
    if (!w.main) continue;
    const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
    const body = await o.backup.bodyOf(w.main);
    if (!body) {
      o.events.outcome(missing(path, artifacts));
      continue;
    }
    const file = o.files.add(body.base.path, path);
    const wal = w.wal && (w.wal.size ?? 0) > 0 ? await o.backup.bodyOf(w.wal) : undefined;
    jobs.push({
      file,
      path,
      artifacts,
      ref: body.ref,
      ...(wal ? { wal: { file: o.files.add(wal.base.path, `${path}-wal`), ref: wal.ref } } : {}),
      ...(isHot(w.journal) ? { journal: true } : {}),
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

/** Bodies come once, in the order of the archive: a database waits until its -wal has passed too. */
async function sequential(o: ReadOptions, wanted: Map<string, Wanted>): Promise<LaneResult[]> {
  const collector = createCollector(createMatcher(o.compiled), o.context.rules);
  const output = new LaneOutput(collector, o.sink, o.context.first);
  const groups = new Map<EvidenceFile, { path: string; w: Wanted }>();
  const bodies = new Map<string, EvidenceFile>();
  for (const [path, w] of wanted) {
    if (!w.main) continue;
    for (const f of [w.main, w.wal]) {
      if (f?.stored === undefined || (f === w.wal && (f.size ?? 0) === 0)) continue;
      groups.set(f, { path, w });
      bodies.set(f.stored, f);
      o.files.add(f.stored, f.path);
    }
  }
  const here = new Map<EvidenceFile, ArchiveBody>();
  const ran = new Set<Wanted>();
  const run = async (path: string, w: Wanted): Promise<void> => {
    ran.add(w);
    const main = here.get(w.main!);
    const wal = w.wal && here.get(w.wal);
    const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
    if (main) {
      const job = {
        file: o.files.add(w.main!.stored!, path),
        path,
        artifacts,
        ...(isHot(w.journal) ? { journal: true } : {}),
      };
      await runFile(job, o.context, output, o.events, {
        main: await main.open(),
        ...(wal ? { wal: await wal.open() } : {}),
      });
    } else o.events.outcome(missing(path, artifacts));
    for (const [f, body] of [
      [w.main!, main],
      [w.wal, wal],
    ] as const) {
      await body?.close();
      if (f) here.delete(f);
    }
  };
  for await (const body of o.backup.bodies(bodies, o.context.cancel)) {
    if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    const { path, w } = groups.get(body.file)!;
    here.set(body.file, body);
    o.files.hashed(o.files.add(body.file.stored!, body.file.path), body.sha256, body.base.size ?? body.size);
    if (here.has(w.main!) && (!w.wal || !groups.has(w.wal) || here.has(w.wal))) await run(path, w);
  }
  for (const { path, w } of groups.values()) if (!ran.has(w)) await run(path, w);
  return [{ stats: await output.finish(), collected: collector.collected }];
}

/** All lanes of one evidence, the listing first. */
export async function readEvidence(o: ReadOptions): Promise<LaneResult[]> {
  const { wanted, result } = await list(o);
  const sorted = new Map([...wanted].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const meta = await describing(o, sorted);
  const rest = o.backup.access === "seekable" ? await seekable(o, sorted) : await sequential(o, sorted);
  return [result, ...meta, ...rest];
}
