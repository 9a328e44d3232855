/**
 * A check: evidence in, an honest answer out. Records leave as encoded chunks through the writer; the result is small.
 * @module
 */

import type { AnyArtifact } from "@contraluz/artifacts";
import {
  type Acquisition,
  type Context,
  ContraluzError,
  type EvidenceEntry,
  type FileEntry,
  type Input,
  isoUtc,
  type Platform,
  type Problem,
  type Result,
  type Scope,
} from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import { stopIfCancelled } from "@contraluz/evidence";
import type { RecordsSum, ResultWriter } from "@contraluz/store";
import { CATALOGUE, type Catalogue, catalogueText } from "./catalogue.ts";
import { consented, makeCoverage } from "./coverage.ts";
import { type OpenedEvidence, openEvidence } from "./evidence.ts";
import { createFileTable } from "./files.ts";
import { pathMatcher } from "./globs.ts";
import { sha256Text } from "./hash-text.ts";
import { judge, type Part, rulesFor } from "./judge.ts";
import type { FileOutcome, LaneContext, LaneEvents } from "./lane.ts";
import { type ArtifactStats, type LaneSink, SinkFailure } from "./output.ts";
import type { CancelSource } from "./pool.ts";
import { createProblems } from "./problems.ts";
import { readEvidence } from "./read.ts";
import type { Losses, PlannedFile } from "./wanted.ts";

export type { PlannedFile } from "./wanted.ts";

export type Progress =
  | { readonly step: "opening" | "unlocking" | "hashing" }
  | { readonly step: "listing"; readonly done: number }
  /** All that will be read, in the order of the paths. */
  | { readonly step: "planned"; readonly files: readonly PlannedFile[] }
  /** `bytes`: read of it so far, for a file that takes a while. What is read twice counts twice. */
  | { readonly step: "reading"; readonly file: string; readonly bytes?: number }
  /** A file is done, for one artifact or more of those that read it. */
  | { readonly step: "read"; readonly file: string; readonly artifacts: readonly string[] };

export interface CheckOptions {
  readonly platform: Platform;
  readonly compiled: CompiledIndicators;
  readonly writer: ResultWriter;
  readonly version: string;
  readonly catalogue?: Catalogue;
  /** `asOf` empty: the time of the (latest) acquisition. */
  readonly context: Context;
  readonly scope: Scope;
  /** Artifacts to read; all if left out. What is left out is `not-asked` in the coverage. */
  readonly asked?: (artifact: string) => boolean;
  readonly workers?: number;
  /** `all`: every file is hashed, also what no artifact names. Not under a Scope that leaves places out: it would be read, and named. */
  readonly hash?: "read" | "all";
  readonly secret?: (why: Problem) => Promise<Uint8Array | undefined>;
  readonly cancel?: CancelSource;
  readonly progress?: (p: Progress) => void;
}

/** Counts of several lanes and evidences added up. */
function moreStats(all: Map<string, ArtifactStats>, id: string, s: ArtifactStats): void {
  const of = all.get(id);
  if (!of) {
    all.set(id, { ...s });
    return;
  }
  of.records += s.records;
  of.undated += s.undated;
  of.deleted += s.deleted;
  if (s.from && (!of.from || s.from.utc! < of.from.utc!)) of.from = s.from;
  if (s.to && (!of.to || s.to.utc! > of.to.utc!)) of.to = s.to;
}

/** What all evidences of one check share. */
interface Shared {
  readonly o: CheckOptions;
  readonly catalogue: Catalogue;
  readonly cancel: CancelSource;
  readonly problems: ReturnType<typeof createProblems>;
  readonly files: ReturnType<typeof createFileTable>;
  readonly outcomes: FileOutcome[];
  readonly stats: Map<string, ArtifactStats>;
  readonly parts: Part[];
  /** More than one evidence: problems say which. */
  readonly several: boolean;
  readonly sink: LaneSink;
}

/** Artifacts that one kind of evidence can hold, and that may be read and were asked for. */
function artifactsOf(kind: string, s: Shared): AnyArtifact[] {
  const { o, catalogue } = s;
  return catalogue.artifacts.filter((a) => kind in a.where && consented(a.id, o.scope) && (o.asked?.(a.id) ?? true));
}

/** Which paths of that kind of evidence will be read. */
function wantedOf(kind: string, s: Shared): (path: string) => boolean {
  const match = pathMatcher(
    artifactsOf(kind, s)
      .filter((a) => a.feed !== "listing")
      .map((a) => ({ subscriber: a.id, paths: a.where[kind]!.paths })),
  );
  return (path) => match(path) !== undefined;
}

async function checkOne(input: Input, s: Shared): Promise<EvidenceEntry> {
  const { o, problems, files } = s;
  const firstFile = files.entries().length;
  const losses = { all: 0, pages: 0 };
  const events: LaneEvents = {
    problem: (p) => {
      if (p.lost !== "nothing" && p.code !== "artifact-failed") losses.all++;
      if (p.lost === "page" || p.lost === "file") losses.pages++;
      problems.add(s.several ? { ...p, evidence: files.evidence } : p);
    },
    hashed: (file, sha256, size) => files.hashed(file, sha256, size),
    outcome: (x) => {
      s.outcomes.push(x);
      o.progress?.({ step: "read", file: x.path, artifacts: x.artifacts });
    },
    progress: (file, bytes) => o.progress?.({ step: "reading", file, ...(bytes === undefined ? {} : { bytes }) }),
  };
  o.progress?.({ step: "opening" });
  const secret =
    o.secret &&
    (async (why: Problem) => {
      const bytes = await o.secret!(why);
      o.progress?.({ step: "unlocking" });
      return bytes;
    });
  const evidence: OpenedEvidence = await openEvidence(input, {
    platform: o.platform,
    report: events.problem,
    cancel: s.cancel,
    files,
    ...(secret ? { secret } : {}),
    wanted: (kind) => wantedOf(kind, s),
  });
  try {
    return await readOne(evidence, s, events, firstFile, input.name, losses);
  } finally {
    await evidence.close();
  }
}

async function readOne(
  evidence: OpenedEvidence,
  s: Shared,
  events: LaneEvents,
  firstFile: number,
  name: string,
  losses: Losses,
): Promise<EvidenceEntry> {
  const { o, catalogue, files } = s;
  const { acquisition } = evidence.backup;
  const artifacts = artifactsOf(acquisition.kind, s);
  const { active } = rulesFor(catalogue.rules, acquisition, (id) => artifacts.some((a) => a.id === id));
  const context: LaneContext = {
    platform: o.platform,
    artifacts: new Map(catalogue.artifacts.map((a) => [a.id, a])),
    acquisition,
    content: o.scope.content,
    keys: o.scope.keys === true,
    cancel: s.cancel,
    rules: active,
    first: Object.fromEntries([...s.stats].map(([id, x]) => [id, x.records])),
  };
  const lanes = await readEvidence({
    backup: evidence.backup,
    hashes: evidence.hashes,
    context,
    compiled: o.compiled,
    artifacts,
    files,
    workers: evidence.shared ? (o.workers ?? Math.min(o.platform.cores, 4)) : 0,
    sink: s.sink,
    events,
    report: events.problem,
    losses,
    cut: () => evidence.cut,
    listed: (done) => o.progress?.({ step: "listing", done }),
    planned: (planned) => o.progress?.({ step: "planned", files: planned }),
    onCancel: (stop) => s.cancel.addEventListener?.("abort", stop),
  });
  o.progress?.({ step: "hashing" });
  await evidence.finish();
  for (const lane of lanes) {
    for (const [artifact, { stats, collected }] of lane) {
      moreStats(s.stats, artifact, stats);
      s.parts.push({ artifact, evidence: files.evidence, collected });
    }
  }
  const hash = o.scope.artifacts === "all" ? (o.hash ?? "read") : "read";
  const id = await evidence.identify(files.entries().slice(firstFile), hash, (text) =>
    o.writer.file("files.sha256", text),
  );
  return { ...id, name, acquisition };
}

/**
 * Checks evidences of one person's device and returns the result. The caller writes its report beside it and then calls
 * `writer.finish(result)`. Throws ContraluzError if an evidence could not be opened, or on cancellation; and what the writer
 * throws (no space left).
 * @example
 * const result = await check([input], { platform, compiled, writer, version: "0.1.0", context, scope });
 */
export function check(inputs: readonly Input[], o: CheckOptions): Promise<Result> {
  return orCancelled(o.cancel ?? { aborted: false }, checkAll(inputs, o));
}

async function checkAll(inputs: readonly Input[], o: CheckOptions): Promise<Result> {
  if (inputs.length === 0) throw new ContraluzError("usage", "nothing to check");
  const catalogue = o.catalogue ?? CATALOGUE;
  const index = new Map<string, number>(catalogue.artifacts.map((a, i) => [a.id, i]));
  const s: Shared = {
    o,
    catalogue,
    cancel: o.cancel ?? { aborted: false },
    problems: createProblems(),
    files: createFileTable(),
    outcomes: [],
    stats: new Map(),
    parts: [],
    several: inputs.length > 1,
    sink: {
      records: (artifact, chunk, rows) => o.writer.records(artifact, chunk, rows),
      times: (artifact, times, ordinals) => o.writer.times(index.get(artifact)!, times, ordinals),
    },
  };
  const evidence: EvidenceEntry[] = [];
  for (const input of inputs) {
    s.files.evidence = evidence.length;
    evidence.push(await checkOne(input, s));
  }
  return assemble(evidence, s);
}

/** Whatever breaks after somebody gave up breaks because of that. */
async function orCancelled<T>(cancel: CancelSource, work: Promise<T>): Promise<T> {
  try {
    const done = await work;
    stopIfCancelled(cancel);
    return done;
  } catch (e) {
    stopIfCancelled(cancel);
    throw e instanceof SinkFailure ? e.cause : e;
  }
}

/** By file, then as reported: the order in which threads report must not show. */
function sortProblems(list: readonly Problem[], entries: readonly FileEntry[]): Problem[] {
  const rank = new Map<string, number>();
  entries.forEach((e, i) => {
    rank.set(`${e.evidence}\n${e.path}`, i);
    if (e.name !== undefined) rank.set(`${e.evidence}\n${e.name}`, i);
  });
  const of = (p: Problem): number =>
    p.path === undefined ? -1 : (rank.get(`${p.evidence ?? 0}\n${p.path}`) ?? entries.length);
  return list
    .map((p, i) => ({ p, i }))
    .sort((a, b) => of(a.p) - of(b.p) || a.i - b.i)
    .map((x) => x.p);
}

async function assemble(evidence: readonly EvidenceEntry[], s: Shared): Promise<Result> {
  const { o, catalogue } = s;
  const acquisition: Acquisition = evidence[0]!.acquisition;
  // Of several of one phone the latest tells what "now" was.
  const now = evidence
    .map((e) => e.acquisition.taken?.utc)
    .reduce((a, b) => ((b ?? 0n) > (a ?? 0n) ? b : a), undefined);
  const asOf = o.context.asOf || (now === undefined ? "" : isoUtc(now, "s"));
  const context: Context = { ...o.context, asOf };
  const sums = await o.writer.close(
    catalogue.artifacts.map((a) => a.id),
    s.cancel,
  );
  const coverage = makeCoverage({
    artifacts: catalogue.artifacts,
    kinds: new Set(evidence.map((e) => e.acquisition.kind)),
    scope: o.scope,
    asked: o.asked ?? (() => true),
    outcomes: s.outcomes,
    stats: s.stats,
  });
  const { verdict, applicability, findings, problems } = judge({
    catalogue,
    compiled: o.compiled,
    evidence,
    coverage,
    context,
    parts: s.parts,
  });
  return {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: o.version, catalogue: sha256Text(catalogueText(catalogue)) },
    asOf,
    scope: o.scope,
    context,
    evidence,
    acquisition,
    indicators: o.compiled.sets,
    verdict,
    coverage,
    applicability,
    findings,
    problems: [...sortProblems(s.problems.list, s.files.entries()), ...problems],
    files: s.files.entries(),
    records: recordsOf(
      catalogue,
      coverage.map((c) => c.artifact),
      sums,
    ),
  };
}

function recordsOf(
  catalogue: Catalogue,
  ids: readonly string[],
  sums: ReadonlyMap<string, RecordsSum>,
): Result["records"] {
  const out: { [id: string]: Result["records"][string] } = {};
  for (const a of catalogue.artifacts) {
    const sum = sums.get(a.id);
    if (sum && ids.includes(a.id))
      out[a.id] = { file: sum.file, version: a.version, count: sum.count, sha256: sum.sha256 };
  }
  return out;
}
