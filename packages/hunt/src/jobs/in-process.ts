/** A queue in one process, without a server: what is to be done is in the records of the jobs, so that it can end anywhere and begin again. @module */
import { ContraluzError } from "@contraluz/core";
import type { JobQueue } from "./types.ts";

/** Ms between two looks at jobs that wait. */
const TURN = 500;

export interface InProcess {
  /** Ms of a clock that runs on. */
  readonly clock: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** Hands jobs out in the order in which they were put in; those that have to wait come after. */
export function inProcess(o: InProcess): JobQueue {
  const ready = new Map<string, number>();
  return {
    name: "in-process",
    async submit(ids) {
      for (const id of ids) if (!ready.has(id)) ready.set(id, 0);
    },
    async work(run, { cancel, drain }) {
      for (;;) {
        if (cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
        const now = o.clock();
        const next = [...ready].find(([, at]) => at <= now)?.[0];
        if (next === undefined) {
          if (ready.size === 0 && drain) return;
          await o.pause(TURN);
          continue;
        }
        ready.delete(next);
        const then = await run(next);
        if ("again" in then) ready.set(next, o.clock() + then.again * 1000);
      }
    },
    async close() {},
  };
}
