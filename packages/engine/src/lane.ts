/**
 * A lane: files whose artifacts share an output, read one after the other. It runs in a worker or in the caller's thread;
 * the same records come out in the same order.
 * @module
 */

import {
  type AnyArtifact,
  type LogItem,
  LogState,
  type ParseRun,
  type Parser,
  runApk,
  runBytes,
  runDumpstate,
  runJson,
  runLines,
  runNdjson,
  runPlist,
  runSqlite,
  runTracev3,
  SeenObjects,
} from "@contraluz/artifacts";
import type { Acquisition, Cancel, FileRef, Platform, Problem, RandomAccess, Report } from "@contraluz/core";
import { ContraluzError, hostCode } from "@contraluz/core";
import type { AnyRule } from "@contraluz/detection";
import { type HashingSource, openRef, unpacked } from "@contraluz/evidence";
import { type LaneOutput, SinkFailure } from "./output.ts";

/** One file and who reads it. Plain data: it crosses threads. */
export interface FileJob {
  /** Index into `Result.files`. */
  readonly file: number;
  readonly path: string;
  readonly artifacts: readonly string[];
  readonly ref?: FileRef;
  readonly wal?: { readonly file: number; readonly ref?: FileRef };
  readonly journal?: { readonly file: number; readonly ref?: FileRef };
}

export interface LaneJob {
  readonly files: readonly FileJob[];
}

export interface LaneContext {
  readonly platform: Platform;
  readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  readonly acquisition: Acquisition;
  readonly content: boolean;
  readonly cancel: Cancel;
  /** Rules that apply to this evidence. */
  readonly rules: readonly AnyRule[];
  /** First ordinal per artifact: an evidence after another goes on counting. */
  readonly first: Readonly<Record<string, number>>;
}

/** What happened to a file, for the coverage of its artifacts. */
export interface FileOutcome {
  readonly file: number;
  readonly path: string;
  readonly artifacts: readonly string[];
  readonly state: "read" | "partly" | "unreadable";
  readonly problems: number;
}

export interface LaneEvents {
  problem(p: Problem): void;
  hashed(file: number, sha256: string, size: number): void;
  outcome(o: FileOutcome): void;
  /** A file is begun; later, of a large one, how many bytes of it were read. */
  progress(file: string, bytes?: number): void;
}

/** Bytes of a file that is already open (sequential evidence), instead of a ref. */
export interface OpenFile {
  readonly main: RandomAccess;
  readonly wal?: RandomAccess;
  readonly journal?: RandomAccess;
}

/** A large file is told of each time that so much of it was read. */
const TOLD = 8 << 20;

/** The same bytes; says how many were read. */
function told(inner: RandomAccess, tell: (bytes: number) => void): RandomAccess {
  if (inner.size < 2 * TOLD) return inner;
  let [read, next] = [0, TOLD];
  return {
    size: inner.size,
    read(offset, length, into) {
      read += length;
      if (read >= next) {
        next = read + TOLD;
        tell(read);
      }
      return inner.read(offset, length, into);
    },
  };
}

/** Problems and losses: of a file, and of each artifact alone. */
class Tally {
  problems = 0;
  losses = 0;

  add(p: Problem): void {
    this.problems += p.count ?? 1;
    if (p.lost !== "nothing") this.losses++;
  }
}

/** One file on its way: what all its artifacts share, and what is each one's own. */
interface Run {
  readonly job: FileJob;
  readonly ctx: LaneContext;
  readonly output: LaneOutput;
  /** Problems of the file itself. */
  readonly report: Report;
  readonly shared: Tally;
  readonly events: LaneEvents;
  readonly own: ReadonlyMap<string, Own>;
  /** The hash of the bytes that are parsed, where it is computed anyway. */
  readonly sha256?: () => Promise<string | undefined>;
}

/** What is one artifact's own of a file. `absent`: nothing of what it wants was in it. */
interface Own {
  readonly tally: Tally;
  readonly report: Report;
  failed: boolean;
  absent: boolean;
}

/** Calls what an artifact does. A bug of one must not cost the others their records. */
function guard(run: Run, id: string, f: () => void): void {
  const own = run.own.get(id)!;
  if (own.failed) return;
  try {
    f();
  } catch (e) {
    own.failed = true;
    const found = `${id}: ${e instanceof Error ? e.message : String(e)}`;
    own.report({ code: "artifact-failed", found: found.slice(0, 200), lost: "artifact" });
  }
}

/** Does what is left for the end of the lane: what it loses is told then, since what came of its file was told before. */
function late(run: Run, ids: readonly string[], f: () => void): void {
  const { shared, own, events, job } = run;
  const sum = (id: string): Pick<Tally, "problems" | "losses"> => {
    const { tally } = own.get(id)!;
    return { problems: shared.problems + tally.problems, losses: shared.losses + tally.losses };
  };
  const before = new Map(ids.map((id) => [id, sum(id)]));
  f();
  for (const [id, then] of before) {
    const now = sum(id);
    if (now.losses === then.losses) continue;
    const problems = now.problems - then.problems;
    events.outcome({ file: job.file, path: job.path, artifacts: [id], state: "partly", problems });
  }
}

/** False if nothing of the file could be read. */
async function parseFile(run: Run, open: OpenFile): Promise<boolean> {
  const { job, ctx, output, report } = run;
  const kind = ctx.acquisition.kind;
  const artifacts = job.artifacts.map((id) => ctx.artifacts.get(id)!);
  const parsing = { acquisition: ctx.acquisition, file: job.file, path: job.path, content: ctx.content };
  const ends: (() => void)[] = [];
  const subscribe = <Item>(id: string, parse: (run: ParseRun) => Parser<Item>): ((item: Item) => void) => {
    const emit = output.emitter(id);
    let parser: Parser<Item> | undefined;
    guard(run, id, () => {
      parser = parse({ ...parsing, problem: run.own.get(id)!.report });
    });
    ends.push(() => guard(run, id, () => parser?.end?.(emit)));
    return (item) => guard(run, id, () => parser?.take(item, emit));
  };
  let ok = true;
  /** Where the host cannot read on, what was read stays. */
  const drive = async (feed: () => Promise<boolean>): Promise<void> => {
    try {
      ok = (await feed()) && ok;
    } catch (e) {
      if (endsCheck(e)) throw e;
      report(readFailure(e, "file"));
      ok = false;
    }
  };
  const sqlite = artifacts.filter((a) => a.feed === "sqlite");
  const plist = artifacts.filter((a) => a.feed === "plist");
  const json = artifacts.filter((a) => a.feed === "json");
  if (sqlite.length > 0) {
    const subs = sqlite.map((a) => ({ want: a.where[kind]!.want, take: subscribe(a.id, (r) => a.parse(r)) }));
    const drain = (): Promise<void> | undefined => output.drain();
    const live = (): void => {
      for (const end of ends.splice(0)) end();
    };
    const journal = open.journal ? { journal: open.journal } : {};
    const options = { file: job.file, report, cancel: ctx.cancel, drain, live, ...journal };
    await drive(() => runSqlite(open.main, open.wal, subs, options));
  }
  if (plist.length > 0) {
    const subs = plist.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    await drive(() => runPlist(open.main, subs, { file: job.file, report }));
  }
  if (json.length > 0) {
    const subs = json.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const drain = (): Promise<void> | undefined => output.drain();
    const lines = json.some((a) => a.where[kind]!.want.lines);
    await drive(() => runJson(open.main, subs, { file: job.file, report, cancel: ctx.cancel, drain, lines }));
  }
  const bytes = artifacts.filter((a) => a.feed === "bytes");
  if (bytes.length > 0) {
    const subs = bytes.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    await drive(() => runBytes(open.main, subs, { file: job.file, report }));
  }
  const lines = artifacts.filter((a) => a.feed === "lines");
  if (lines.length > 0) {
    const subs = lines.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const drain = (): Promise<void> | undefined => output.drain();
    await drive(() => runLines(open.main, subs, { file: job.file, report, cancel: ctx.cancel, drain }));
  }
  const sections = artifacts.filter((a) => a.feed === "dumpstate");
  if (sections.length > 0) {
    const subs = sections.map((a) => ({
      want: a.where[kind]!.want,
      take: subscribe(a.id, (r) => a.parse(r)),
      problem: run.own.get(a.id)!.report,
    }));
    const drain = (): Promise<void> | undefined => output.drain();
    const options = { file: job.file, path: job.path, report, cancel: ctx.cancel, drain };
    await drive(async () => {
      const read = await runDumpstate(open.main, subs, options);
      for (const s of read.absent) run.own.get(sections[subs.indexOf(s as (typeof subs)[number])]!.id)!.absent = true;
      return read.ok;
    });
  }
  const ndjson = artifacts.filter((a) => a.feed === "ndjson");
  if (ndjson.length > 0) {
    const subs = ndjson.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const seen = output.kept(`ndjson ${ndjson.map((a) => a.id).join()}`, () => new SeenObjects());
    const drain = (): Promise<void> | undefined => output.drain();
    const { platform, cancel } = ctx;
    await drive(() => runNdjson(open.main, subs, { file: job.file, report, cancel, drain, platform, seen }));
  }
  const apks = artifacts.filter((a) => a.feed === "apk");
  if (apks.length > 0) {
    const subs = apks.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const { platform, cancel } = ctx;
    const sha256 = run.sha256 ? { sha256: run.sha256 } : {};
    await drive(() => runApk(open.main, subs, { file: job.file, report, platform, cancel, ...sha256 }));
  }
  const logs = artifacts.filter((a) => a.feed === "tracev3");
  if (logs.length > 0) {
    const subs = logs.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const state = output.kept("tracev3", () => new LogState());
    const drain = (): Promise<void> | undefined => output.drain();
    const { file, path } = job;
    const { cancel, content } = ctx;
    await drive(() => runTracev3(open.main, subs, { file, path, report, state, content, cancel, drain }));
    // The last file hands over the sums of all.
    const take = (item: LogItem): void => {
      for (const s of subs) s.take(item);
    };
    const ids = logs.map((a) => a.id);
    output.atEnd("tracev3", () => late(run, ids, () => state.end(take, report)));
  }
  for (const end of ends) end();
  await output.drain();
  return ok;
}

/** Whether an artifact says of its file that it is stored as a zlib stream. */
function isZlib({ job, ctx }: Run): boolean {
  return job.artifacts.some((id) => {
    const a = ctx.artifacts.get(id)!;
    return a.feed === "json" && a.where[ctx.acquisition.kind]!.want.packed === "zlib";
  });
}

/** As `parseFile`; of a file that the phone stored compressed, what it opens to. */
async function parsePlain({ sha256, ...run }: Run, open: OpenFile): Promise<boolean> {
  const { ctx, report } = run;
  let plain: RandomAccess | undefined;
  try {
    plain = await unpacked(open.main, { platform: ctx.platform, report, cancel: ctx.cancel, zlib: isZlib(run) });
  } catch (e) {
    if (endsCheck(e)) throw e;
    report(readFailure(e, "file"));
    return false;
  }
  try {
    return await (plain
      ? parseFile(run, { ...open, main: plain })
      : parseFile(sha256 ? { ...run, sha256 } : run, open));
  } finally {
    await plain?.close?.();
  }
}

/** The problem that an error carries, or that the host could not read. */
function readFailure(e: unknown, lost: Problem["lost"]): Problem {
  if (e instanceof ContraluzError && e.problem) return e.problem;
  return { code: "host-read", found: hostCode(e), lost };
}

/** What ends the check, and is no damage of a file. */
function endsCheck(e: unknown): boolean {
  return e instanceof SinkFailure || (e instanceof ContraluzError && e.code === "cancelled");
}

/** Reads one file once for all its artifacts. Rejects if cancelled, or if the records cannot be taken. */
export async function runFile(
  job: FileJob,
  ctx: LaneContext,
  output: LaneOutput,
  events: LaneEvents,
  opened?: OpenFile,
): Promise<void> {
  if (ctx.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
  events.progress(job.path);
  const shared = new Tally();
  const to = (tally: Tally): Report => {
    return (p) => {
      tally.add(p);
      events.problem({ ...p, path: p.path ?? job.path });
    };
  };
  const report = to(shared);
  const own = new Map(
    job.artifacts.map((id) => {
      const tally = new Tally();
      return [id, { tally, report: to(tally), failed: false, absent: false }] as const;
    }),
  );
  const before = new Map(job.artifacts.map((id) => [id, output.records(id)]));
  const hashes = new Map<number, HashingSource>();
  let open = opened;
  let ok = false;
  const o = { platform: ctx.platform, hashes, report, cancel: ctx.cancel };
  const tryOpen = (ref: FileRef, lost: Problem["lost"]): Promise<RandomAccess | undefined> =>
    openRef(ref, o).catch((e: unknown) => {
      if (endsCheck(e)) throw e;
      report({ ...readFailure(e, lost), lost });
      return undefined;
    });
  try {
    if (!open) {
      const main = await tryOpen(job.ref!, "file");
      const wal = main && job.wal?.ref && (await tryOpen(job.wal.ref, "bytes"));
      const journal = main && job.journal?.ref && (await tryOpen(job.journal.ref, "bytes"));
      if (main) open = { main, ...(wal ? { wal } : {}), ...(journal ? { journal } : {}) };
    }
    if (open) {
      const main = told(open.main, (bytes) => events.progress(job.path, bytes));
      const whole = job.ref?.kind === "hashed" ? hashes.get(job.ref.file) : undefined;
      const sha256 = whole && (async () => (await whole.finish(ctx.cancel)).sha256);
      const run = { job, ctx, output, report, shared, events, own, ...(sha256 ? { sha256 } : {}) };
      ok = await parsePlain(run, { ...open, main });
    }
    for (const [file, h] of hashes) {
      try {
        const done = await h.finish(ctx.cancel);
        events.hashed(file, done.sha256, done.size);
      } catch (e) {
        if (endsCheck(e)) throw e;
        report({ ...readFailure(e, "nothing"), lost: "nothing" });
      }
    }
  } finally {
    if (!opened) await open?.main.close?.();
    if (!opened) await open?.wal?.close?.();
    if (!opened) await open?.journal?.close?.();
    // Where the check ends early nobody asks for the hashes any more.
    for (const h of hashes.values()) await h.close();
  }
  for (const [id, { tally, failed, absent }] of own) {
    if (ok && absent && !failed && shared.losses === 0) continue;
    const some = output.records(id) > before.get(id)!;
    const lost = shared.losses + tally.losses > 0;
    const state = !ok || failed ? (some ? "partly" : "unreadable") : lost ? "partly" : "read";
    const problems = shared.problems + tally.problems;
    events.outcome({ file: job.file, path: job.path, artifacts: [id], state, problems });
  }
}

/** Files that share an artifact go into one lane; lanes share nothing, so they can run side by side. */
export function planLanes(jobs: readonly FileJob[]): LaneJob[] {
  interface Lane {
    readonly files: FileJob[];
    readonly artifacts: Set<string>;
  }
  const laneOf = new Map<string, Lane>();
  const lanes = new Set<Lane>();
  for (const job of jobs) {
    const touching = new Set(job.artifacts.map((a) => laneOf.get(a)).filter((l): l is Lane => l !== undefined));
    const [first, ...others] = touching;
    const lane = first ?? { files: [], artifacts: new Set() };
    lanes.add(lane);
    lane.files.push(job);
    for (const other of others) {
      // One by one: a lane may have fifty thousand files.
      for (const file of other.files) lane.files.push(file);
      for (const a of other.artifacts) lane.artifacts.add(a);
      lanes.delete(other);
    }
    for (const a of job.artifacts) lane.artifacts.add(a);
    // What the lane had before is known already: files of one place would be looked at again for each of them.
    for (const a of first && others.length === 0 ? job.artifacts : lane.artifacts) laneOf.set(a, lane);
  }
  return [...lanes].map(({ files }) => ({ files: files.sort((a, b) => a.file - b.file) }));
}
