/**
 * A lane: files whose artifacts share an output, read one after the other. It runs in a worker or in the caller's thread;
 * the same records come out in the same order.
 * @module
 */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { Acquisition, Cancel, FileRef, Platform, Problem, RandomAccess, Report } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import type { AnyRule } from "@contraluz/detection";
import { type HashingSource, openRef } from "@contraluz/evidence";
import { endsCheck, readFailure, Tally } from "./file-run.ts";
import type { LaneOutput } from "./output.ts";
import { parsePlain } from "./parse-file.ts";

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
  /** Keys of TLS beside captures may be used. */
  readonly keys: boolean;
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
