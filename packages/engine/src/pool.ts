/** Runs lanes side by side in workers, or one after the other in this thread. @module */
import { type Cancel, ContraluzError, type WorkerPort } from "@contraluz/core";
import { type CompiledIndicators, createCollector, createMatcher } from "@contraluz/detection";
import { type LaneContext, type LaneEvents, type LaneJob, runFile } from "./lane.ts";
import { LaneOutput, type LaneResult, type LaneSink } from "./output.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

export interface PoolOptions {
  readonly context: LaneContext;
  readonly compiled: CompiledIndicators;
  readonly workers: number;
  readonly sink: LaneSink;
  readonly events: LaneEvents;
  /** Called at once on cancellation. */
  readonly onCancel?: (stop: () => void) => void;
}

async function runInline(lanes: readonly LaneJob[], o: PoolOptions): Promise<LaneResult[]> {
  const matcher = createMatcher(o.compiled);
  const results: LaneResult[] = [];
  for (const lane of lanes) {
    const output = new LaneOutput(() => createCollector(matcher, o.context.rules), o.sink, o.context.first);
    for (const file of lane.files) await runFile(file, o.context, output, o.events);
    results.push(await output.finish());
  }
  return results;
}

/** One lane on one worker; chunks are acknowledged once the sink has taken them. */
function runOn(port: WorkerPort, job: LaneJob, o: PoolOptions): Promise<LaneResult> {
  return new Promise((resolve, reject) => {
    // Chunks are taken in the order they come, whatever the sink awaits.
    let tail: Promise<void> = Promise.resolve();
    const enqueue = (f: () => Promise<void> | undefined, block?: Uint8Array): void => {
      const ack = block
        ? () => port.post({ type: "ack", block } satisfies ToWorker, [block.buffer as ArrayBuffer])
        : () => port.post({ type: "ack" } satisfies ToWorker);
      tail = tail.then(f).then(ack);
      tail.catch(reject);
    };
    port.onError(reject);
    port.onMessage((raw) => {
      const m = raw as FromWorker;
      switch (m.type) {
        case "records":
          return enqueue(() => o.sink.records(m.artifact, m.chunk, m.rows), m.chunk);
        case "times":
          return enqueue(() => o.sink.times(m.artifact, m.times, m.ordinals));
        case "problem":
          return o.events.problem(m.problem);
        case "hashed":
          return o.events.hashed(m.file, m.sha256, m.size);
        case "outcome":
          return o.events.outcome(m.outcome);
        case "progress":
          return o.events.progress(m.file, m.bytes);
        case "failed":
          return reject(new Error(m.message));
        case "done":
          tail.then(() => resolve(m.result), reject);
      }
    });
    port.post({ type: "lane", job } satisfies ToWorker);
  });
}

/** Results in the order of the lanes, whoever finished first. */
export async function runLanes(lanes: readonly LaneJob[], o: PoolOptions): Promise<LaneResult[]> {
  const spawn = o.context.platform.spawn;
  const n = Math.min(o.workers, lanes.length);
  if (n <= 0 || !spawn) return runInline(lanes, o);
  const ports: WorkerPort[] = [];
  let stopped = false;
  const results = new Array<LaneResult>(lanes.length);
  let next = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        stopped = true;
        for (const p of ports) p.close();
        reject(new ContraluzError("cancelled", "cancelled"));
      };
      o.onCancel?.(stop);
      if (o.context.cancel.aborted) return stop(); // a listener is not told of what has happened already
      const loops = Array.from({ length: n }, async () => {
        const port = spawn.call(o.context.platform);
        ports.push(port);
        port.post({
          type: "start",
          compiled: o.compiled,
          acquisition: o.context.acquisition,
          content: o.context.content,
          keys: o.context.keys,
          rules: o.context.rules.map((r) => r.id),
          first: o.context.first,
        } satisfies ToWorker);
        while (next < lanes.length && !stopped) {
          const i = next++;
          results[i] = await runOn(port, lanes[i]!, o);
        }
      });
      Promise.all(loops).then(() => resolve(), reject);
    });
  } finally {
    for (const p of ports) p.close();
  }
  return results;
}

/** A cancel flag that tells listeners at once. */
export interface CancelSource extends Cancel {
  addEventListener?(type: "abort", f: () => void): void;
}
