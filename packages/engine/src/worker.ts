/** The worker's side: reads lanes and posts bytes, facts and problems. @module */
import type { Platform, WorkerPort } from "@contraluz/core";
import { createCollector, createMatcher } from "@contraluz/detection";
import type { Catalogue } from "./catalogue.ts";
import { type LaneContext, type LaneEvents, runFile } from "./lane.ts";
import { BlockPool } from "./lines.ts";
import { LaneOutput, type LaneSink } from "./output.ts";
import { type FromWorker, MAX_UNACKNOWLEDGED, type ToWorker } from "./protocol.ts";

/**
 * Serves one engine over a port until it is closed.
 * @example serve(portOfThisThread, nodePlatform(), CATALOGUE)
 */
export function serve(port: WorkerPort, platform: Platform, catalogue: Catalogue): void {
  const blocks = new BlockPool();
  let unacknowledged = 0;
  const waiting: (() => void)[] = [];
  const post = (m: FromWorker, transfer?: readonly ArrayBuffer[]): void => port.post(m, transfer);
  /** Posts a chunk; the promise waits while too many are on their way. */
  const send = (m: FromWorker, transfer: readonly ArrayBuffer[]): Promise<void> | undefined => {
    post(m, transfer);
    return ++unacknowledged < MAX_UNACKNOWLEDGED ? undefined : new Promise((resolve) => waiting.push(resolve));
  };
  const sink: LaneSink = {
    records: (artifact, chunk, rows) => send({ type: "records", artifact, chunk, rows }, [chunk.buffer as ArrayBuffer]),
    times: (artifact, times, ordinals) =>
      send({ type: "times", artifact, times, ordinals }, [times.buffer as ArrayBuffer, ordinals.buffer as ArrayBuffer]),
  };
  const events: LaneEvents = {
    problem: (problem) => post({ type: "problem", problem }),
    hashed: (file, sha256, size) => post({ type: "hashed", file, sha256, size }),
    outcome: (outcome) => post({ type: "outcome", outcome }),
    progress: (file, bytes) => post({ type: "progress", file, bytes }),
  };
  let context: LaneContext | undefined;
  let matcher: ReturnType<typeof createMatcher> | undefined;

  async function lane(job: Extract<ToWorker, { type: "lane" }>["job"]): Promise<void> {
    const output = new LaneOutput(() => createCollector(matcher!, context!.rules), sink, context!.first, blocks);
    for (const file of job.files) await runFile(file, context!, output, events);
    post({ type: "done", result: await output.finish() });
  }

  port.onMessage((raw) => {
    const m = raw as ToWorker;
    if (m.type === "ack") {
      unacknowledged--;
      if (m.block) blocks.give(m.block);
      waiting.shift()?.();
    } else if (m.type === "start") {
      matcher = createMatcher(m.compiled);
      context = {
        platform,
        artifacts: new Map(catalogue.artifacts.map((a) => [a.id, a])),
        acquisition: m.acquisition,
        content: m.content,
        keys: m.keys,
        cancel: { aborted: false },
        rules: catalogue.rules.filter((r) => m.rules.includes(r.id)),
        first: m.first,
      };
    } else {
      lane(m.job).catch((e: unknown) =>
        post({ type: "failed", message: e instanceof Error ? `${e.message}\n${e.stack ?? ""}` : String(e) }),
      );
    }
  });
}
