/** Worker threads as ports. */
import { setFlagsFromString } from "node:v8";
import { parentPort, type Transferable, Worker, workerData } from "node:worker_threads";
import { ContraluzError, type WorkerPort } from "@contraluz/core";

/** Messages wait until somebody listens. */
function queue(): { take(message: unknown): void; listen(f: (message: unknown) => void): void } {
  let waiting: unknown[] = [];
  let listener: ((message: unknown) => void) | undefined;
  return {
    take: (message) => (listener ? listener(message) : void waiting.push(message)),
    listen(f) {
      listener = f;
      const early = waiting;
      waiting = [];
      for (const message of early) f(message);
    },
  };
}

/**
 * Megabytes of a thread's heap for what is young. Left to itself V8 lets it grow to 100 MB on a machine with much memory, for
 * records that live for microseconds.
 */
const YOUNG_MB = 12;

/**
 * Has V8 collect early, in all threads: nearly all that a check makes is dead at once, and left to itself the heap of each
 * thread grows to several times of what lives. The young part is so small then that helpers to collect it cost more than they
 * save. Before threads are started.
 */
export function keepHeapSmall(): void {
  for (const flag of ["--semi-space-growth-factor=1", "--min-semi-space-size=4", "--no-parallel-scavenge"])
    setFlagsFromString(flag);
}

/**
 * Several heaps share what one alone may have. Measured on a backup of 719 MB: two threads take 450 MB without this, 340 MB
 * with it; one thread alone takes 280 MB without it, and a tenth less CPU than with it.
 */
function shareMemory(): void {
  setFlagsFromString("--heap-growing-percent=40");
}

export interface ThreadOptions {
  /** What the thread serves, for `threadServes()` in it. */
  readonly serves?: string;
  /** A thread that needs more megabytes than this ends, and nothing else does. */
  readonly heapMb?: number;
}

/** What this thread was started for; undefined for the engine. */
export const threadServes = (): string | undefined => {
  const serves = (workerData as { readonly serves?: unknown } | null | undefined)?.serves;
  return typeof serves === "string" ? serves : undefined;
};

/** A new thread that runs the module at `url`. A thread that ends by itself is an error. */
export function spawnThread(url: URL, o: ThreadOptions = {}): WorkerPort {
  shareMemory();
  const worker = new Worker(url, {
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_MB,
      ...(o.heapMb !== undefined && { maxOldGenerationSizeMb: o.heapMb }),
    },
    ...(o.serves !== undefined && { workerData: { serves: o.serves } }),
  });
  const messages = queue();
  const errors = queue();
  let closed = false;
  worker.on("message", messages.take);
  worker.on("messageerror", errors.take);
  worker.on("error", errors.take);
  worker.on("exit", (code) => {
    if (!closed) errors.take(new Error(`the thread ended by itself (${code})`));
  });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer as readonly Transferable[] | undefined),
    onMessage: messages.listen,
    onError: (f) => errors.listen((error) => f(error instanceof Error ? error : new Error(String(error)))),
    close() {
      closed = true;
      void worker.terminate();
    },
  };
}

/** The port of the thread that this code runs in. Throws `ContraluzError("usage")` in the main thread. */
export function portOfThread(): WorkerPort {
  const port = parentPort;
  if (!port) throw new ContraluzError("usage", "this is the main thread");
  const messages = queue();
  port.on("message", messages.take);
  return {
    post: (message, transfer) => port.postMessage(message, transfer as readonly Transferable[] | undefined),
    onMessage: messages.listen,
    onError: (f) => void port.on("messageerror", f),
    close: () => port.close(),
  };
}
