/**
 * Reads one evidence: the list of its files once, then each wanted file once for all artifacts that asked for it.
 * @module
 */
import type { AnyArtifact, ListingItem } from "@contraluz/artifacts";
import { ContraluzError, type EvidenceFile, type RandomAccess, type Report } from "@contraluz/core";
import { createCollector, createMatcher, type CompiledIndicators } from "@contraluz/detection";
import type { IosBackup } from "@contraluz/evidence";
import type { FileTable } from "./files.ts";
import { pathMatcher, type PathMatch } from "./globs.ts";
import { type FileJob, type FileOutcome, type LaneContext, type LaneEvents, planLanes, runFile } from "./lane.ts";
import { LaneOutput, type LaneSink } from "./output.ts";
import { runLanes } from "./pool.ts";
import type { LaneResult } from "./protocol.ts";

export interface ReadOptions {
  readonly backup: IosBackup;
  readonly context: LaneContext;
  readonly compiled: CompiledIndicators;
  /** Artifacts that may be read and were asked for. */
  readonly artifacts: readonly AnyArtifact[];
  readonly files: FileTable;
  readonly workers: number;
  readonly sink: LaneSink;
  readonly events: LaneEvents;
  readonly report: Report;
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
  const match = pathMatcher(o.artifacts.filter((a) => a.feed !== "listing").map((a) => ({ subscriber: a.id, paths: a.where[kind]!.paths })));
  const collector = createCollector(createMatcher(o.compiled), o.context.rules);
  const output = new LaneOutput(collector, o.sink, o.context.first);
  const file = o.files.add(o.backup.manifest.path, "Manifest.db");
  const subs = listing.map((a) => ({
    emit: output.emitter(a.id),
    parser: a.parse({ acquisition: o.context.acquisition, file, path: "Manifest.db", content: o.context.content, problem: o.report }),
  }));
  const item: { files: readonly EvidenceFile[]; origin: ListingItem["origin"] } = {
    files: [],
    origin: (f) => ({
      file,
      at: { table: "Files", row: f.listing?.row ?? 0, ...(f.listing?.page === undefined ? {} : { page: f.listing.page, cell: f.listing.cell! }) },
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
  let losses = 0;
  for await (const files of o.backup.files({ cancel: o.context.cancel, report: (p) => {
    if (p.lost !== "nothing") losses++;
    o.report(p);
  } })) {
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
  for (const a of listing) {
    o.events.outcome({ file, path: "Manifest.db", artifacts: [a.id], state: losses > 0 ? "partly" : "read", problems: losses });
  }
  for (const f of o.backup.meta) {
    const m = match(f.path);
    if (m) want(m, f);
  }
  return { wanted, result: { collected: collector.collected, stats } };
}

/** The body is in the list, but cannot be read: said in the coverage, and counted as one problem. */
function missing(path: string, artifacts: readonly string[], file: number): FileOutcome {
  return { file, path, artifacts, state: "unreadable", problems: 1 };
}

async function seekable(o: ReadOptions, wanted: Map<string, Wanted>): Promise<LaneResult[]> {
  const jobs: FileJob[] = [];
  for (const [path, w] of wanted) {
    if (!w.main) continue;
    const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
    const body = await o.backup.bodyOf(w.main, o.report);
    const file = o.files.add(w.main.stored ?? w.main.path, path);
    if (!body) {
      o.events.outcome(missing(path, artifacts, file));
      continue;
    }
    const wal = w.wal ? await o.backup.bodyOf(w.wal, o.report) : undefined;
    const walFile = wal ? o.files.add(w.wal!.stored ?? w.wal!.path, `${path}-wal`) : -1;
    jobs.push({
      file,
      path,
      artifacts,
      ref: o.backup.hashed(body, file),
      ...(wal && wal.size > 0 ? { wal: { file: walFile, ref: o.backup.hashed(wal, walFile) } } : {}),
      ...(isHot(w.journal) ? { journal: true } : {}),
    });
  }
  return runLanes(planLanes(jobs), { context: o.context, compiled: o.compiled, workers: o.workers, sink: o.sink, events: o.events, onCancel: o.onCancel });
}

/** Bodies come once, in the order of the archive: a database waits until its -wal has passed too. */
async function sequential(o: ReadOptions, wanted: Map<string, Wanted>): Promise<LaneResult[]> {
  const collector = createCollector(createMatcher(o.compiled), o.context.rules);
  const output = new LaneOutput(collector, o.sink, o.context.first);
  const groups = new Map<EvidenceFile, { path: string; w: Wanted }>();
  const bodies: EvidenceFile[] = [];
  for (const [path, w] of wanted) {
    if (!w.main) continue;
    for (const f of [w.main, w.wal]) {
      if (!f) continue;
      groups.set(f, { path, w });
      bodies.push(f);
      o.files.add(f.stored ?? f.path, f.path);
    }
  }
  const open = new Map<EvidenceFile, Awaited<ReturnType<typeof opened>>>();
  async function opened(b: { open(): Promise<RandomAccess>; sha256: string; bytes: number; file: EvidenceFile }) {
    const source = await b.open();
    o.files.hashed(o.files.add(b.file.stored ?? b.file.path, b.file.path), b.sha256, b.bytes);
    return source;
  }
  const ran = new Set<Wanted>();
  const run = async (path: string, w: Wanted): Promise<void> => {
    ran.add(w);
    const main = open.get(w.main!);
    const wal = w.wal ? open.get(w.wal) : undefined;
    const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
    const file = o.files.add(w.main!.stored ?? w.main!.path, path);
    if (!main) {
      o.report({ code: "backup-body-missing", path, lost: "file" });
      o.events.outcome(missing(path, artifacts, file));
      return;
    }
    await runFile({ file, path, artifacts, ...(isHot(w.journal) ? { journal: true } : {}) }, o.context, output, o.events, { main, ...(wal ? { wal } : {}) });
    await main.close?.();
    await wal?.close?.();
    open.delete(w.main!);
    if (w.wal) open.delete(w.wal);
  };
  for await (const b of o.backup.bodies(bodies, { report: o.report, cancel: o.context.cancel })) {
    if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    const { path, w } = groups.get(b.file)!;
    open.set(b.file, await opened(b));
    if (open.has(w.main!) && (!w.wal || open.has(w.wal))) await run(path, w);
  }
  for (const { path, w } of groups.values()) if (!ran.has(w)) await run(path, w);
  return [{ stats: await output.finish(), collected: collector.collected }];
}

/** All lanes of one evidence, the listing first. */
export async function readEvidence(o: ReadOptions): Promise<LaneResult[]> {
  const { wanted, result } = await list(o);
  const sorted = new Map([...wanted].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const rest = o.backup.access === "seekable" ? await seekable(o, sorted) : await sequential(o, sorted);
  return [result, ...rest];
}
