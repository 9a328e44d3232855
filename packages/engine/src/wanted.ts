/** What is asked of one evidence, and which of its files are wanted. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { EvidenceFile, Problem, Report } from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import type { HashingSource, ReadableEvidence } from "@contraluz/evidence";
import type { FileTable } from "./files.ts";
import type { FileJob, FileOutcome, LaneContext, LaneEvents } from "./lane.ts";
import type { LaneSink } from "./output.ts";

export interface ReadOptions {
  readonly backup: ReadableEvidence;
  /** Hashes of the describing files, which are open in this thread. */
  readonly hashes: Map<number, HashingSource>;
  readonly context: LaneContext;
  readonly compiled: CompiledIndicators;
  /** Artifacts that may be read and were asked for. */
  readonly artifacts: readonly AnyArtifact[];
  readonly files: FileTable;
  readonly workers: number;
  readonly sink: LaneSink;
  readonly events: LaneEvents;
  readonly report: Report;
  readonly losses: Losses;
  /** True once the list of files is known to have lost some. */
  readonly cut?: () => boolean;
  readonly listed: (n: number) => void;
  /** Told once, when the list of files is known. */
  readonly planned?: (files: readonly PlannedFile[]) => void;
  readonly onCancel: (stop: () => void) => void;
}

/** A file that will be read, by whom, and its size as the list of files tells it (0 where it does not). */
export interface PlannedFile {
  readonly path: string;
  readonly artifacts: readonly string[];
  readonly size: number;
}

/** Problems so far that cost something, but for bugs of artifacts; and those that cost pages or files. */
export interface Losses {
  readonly all: number;
  readonly pages: number;
}

/** Files of one artifact. A phone has tens of them, or hundreds; a hostile list names a million. */
export const MAX_WANTED = 5000;
/** Of files that are read before the others: each program that logs has one. */
export const MAX_FIRST = 50_000;

export interface Wanted {
  main?: EvidenceFile;
  wal?: EvidenceFile;
  journal?: EvidenceFile;
  readonly artifacts: Set<string>;
  /** Read before those that are not. */
  readonly first: boolean;
}

/** The job of a wanted file, without how to open it. Gives the file and its log their numbers. */
export function jobOf(o: ReadOptions, path: string, w: Wanted): FileJob {
  const artifacts = o.artifacts.map((a) => a.id).filter((id) => w.artifacts.has(id));
  const file = o.files.add(w.main!.stored ?? path, path);
  const beside = (f: EvidenceFile | undefined, least: number): number | undefined =>
    f && (f.size ?? 0) > least ? o.files.add(f.stored ?? f.path, f.path) : undefined;
  const wal = beside(w.wal, 0);
  // A journal of one sector holds no page.
  const journal = beside(w.journal, 512);
  return {
    file,
    path,
    artifacts,
    ...(wal === undefined ? {} : { wal: { file: wal } }),
    ...(journal === undefined ? {} : { journal: { file: journal } }),
  };
}

/** The body is in the list, but cannot be read: said in the coverage, and counted as one problem. */
export function missing(path: string, artifacts: readonly string[]): FileOutcome {
  return { file: -1, path, artifacts, state: "unreadable", problems: 1 };
}

/** A log is nothing without the pages that it changes. */
export function walAlone(path: string): Problem {
  return { code: "sqlite-wal", path: `${path}-wal`, found: "-wal without its database", lost: "file" };
}
