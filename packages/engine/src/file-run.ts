/** One file on its way through the artifacts that asked for it: what they share, what is each one's own, and what ends it. @module */
import { ContraluzError, hostCode, type Problem, type Report } from "@contraluz/core";
import type { FileJob, LaneContext, LaneEvents } from "./lane.ts";
import { type LaneOutput, SinkFailure } from "./output.ts";

/** Problems and losses: of a file, and of each artifact alone. */
export class Tally {
  problems = 0;
  losses = 0;

  add(p: Problem): void {
    this.problems += p.count ?? 1;
    if (p.lost !== "nothing") this.losses++;
  }
}

/** One file on its way: what all its artifacts share, and what is each one's own. */
export interface Run {
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
export interface Own {
  readonly tally: Tally;
  readonly report: Report;
  failed: boolean;
  absent: boolean;
}

/** Calls what an artifact does. A bug of one must not cost the others their records. */
export function guard(run: Run, id: string, f: () => void): void {
  const own = run.own.get(id)!;
  if (own.failed) return;
  try {
    f();
  } catch (e) {
    failed(own, id, e);
  }
}

/** A bug of an artifact: it is told, and asked no more. */
export function failed(own: Own, id: string, e: unknown): void {
  own.failed = true;
  const found = `${id}: ${e instanceof Error ? e.message : String(e)}`;
  own.report({ code: "artifact-failed", found: found.slice(0, 200), lost: "artifact" });
}

/** Does what is left for the end of the lane: what it loses is told then, since what came of its file was told before. */
export function late(run: Run, ids: readonly string[], f: () => void): void {
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

/** The problem that an error carries, or that the host could not read. */
export function readFailure(e: unknown, lost: Problem["lost"]): Problem {
  if (e instanceof ContraluzError && e.problem) return e.problem;
  return { code: "host-read", found: hostCode(e), lost };
}

/** What ends the check, and is no damage of a file. */
export function endsCheck(e: unknown): boolean {
  return e instanceof SinkFailure || (e instanceof ContraluzError && e.code === "cancelled");
}
