/**
 * Turns a reader that pushes rows while it reads pages into batches that the caller pulls, in bounded memory: while
 * enough batches wait, the reader's own reads wait.
 * @module
 */
import type { RandomAccess } from "@contraluz/core";

/** Items of one batch: one turn of the event loop for each is all that it costs. */
const BATCH = 256;
/** Batches that may wait before reads do. A block that was already read can add its rows to that. */
const WAITING = 2;

/** Ends a reader whose caller wants no more. */
const STOP: unique symbol = Symbol("stop");

export interface Push<T> {
  /** What the reader must read through. */
  readonly source: RandomAccess;
  push(item: T): void;
  /** True once the caller has left: problems that come now are of our making. */
  readonly stopped: boolean;
}

/**
 * Runs `reader` and yields what it pushes. Leaving the loop early makes its next read or push fail and waits for it.
 * What `reader` throws comes out of the loop.
 *
 * @example
 * ```ts
 * for await (const batch of pull<Row>(source, (p) => scan(p.source, (row) => p.push(row)))) use(batch);
 * ```
 */
export async function* pull<T>(
  source: RandomAccess,
  reader: (p: Push<T>) => Promise<void>,
): AsyncGenerator<readonly T[]> {
  const ready: T[][] = [];
  let batch: T[] = [];
  let stopped = false;
  let done = false;
  let failed: { error: unknown } | undefined;
  let wakeCaller: (() => void) | undefined;
  let waiting: (() => void)[] = [];
  const wakeReader = (): void => {
    const all = waiting;
    waiting = [];
    for (const w of all) w();
  };
  const flush = (): void => {
    if (batch.length > 0) ready.push(batch);
    batch = [];
    wakeCaller?.();
    wakeCaller = undefined;
  };
  const gate: RandomAccess = {
    size: source.size,
    async read(offset, length, into) {
      while (ready.length >= WAITING && !stopped) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      if (stopped) throw STOP;
      return source.read(offset, length, into);
    },
  };
  const running = reader({
    source: gate,
    push(item) {
      if (stopped) throw STOP;
      batch.push(item);
      if (batch.length >= BATCH) flush();
    },
    get stopped() {
      return stopped;
    },
  })
    .catch((error: unknown) => {
      if (error !== STOP) failed = { error };
    })
    .then(() => {
      done = true;
      flush();
    });
  try {
    for (;;) {
      const next = ready.shift();
      if (next) {
        if (ready.length < WAITING) wakeReader();
        yield next;
      } else if (done) break;
      else {
        await new Promise<void>((resolve) => {
          wakeCaller = resolve;
        });
      }
    }
    if (failed) throw failed.error;
  } finally {
    stopped = true;
    wakeReader();
    await running;
  }
}
