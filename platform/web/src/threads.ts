/** Web workers as ports. */
import type { WorkerPort } from "@contraluz/core";

/** What comes before somebody listens waits. */
function queue<T>(): { take(value: T): void; listen(f: (value: T) => void): void } {
  let waiting: T[] = [];
  let listener: ((value: T) => void) | undefined;
  return {
    take: (value) => (listener ? listener(value) : void waiting.push(value)),
    listen(f) {
      listener = f;
      const early = waiting;
      waiting = [];
      for (const value of early) f(value);
    },
  };
}

const unreadable = (): Error => new Error("a message between threads could not be read");

/** A worker that serves the engine. */
export function portOf(worker: Worker): WorkerPort {
  const messages = queue<unknown>();
  const errors = queue<Error>();
  worker.onmessage = (e) => messages.take(e.data);
  worker.onmessageerror = () => errors.take(unreadable());
  // Without a message where the script could not be loaded.
  worker.onerror = (e) => errors.take(new Error(e.message || "the thread could not start"));
  return {
    post: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
    onMessage: messages.listen,
    onError: errors.listen,
    close: () => worker.terminate(),
  };
}

/** One end of a channel between two threads. */
export function portOfLine(line: MessagePort): WorkerPort {
  const messages = queue<unknown>();
  const errors = queue<Error>();
  line.onmessage = (e) => messages.take(e.data);
  line.onmessageerror = () => errors.take(unreadable());
  return {
    post: (message, transfer) => line.postMessage(message, [...(transfer ?? [])]),
    onMessage: messages.listen,
    onError: errors.listen,
    close: () => line.close(),
  };
}

/** The port of the worker that this code runs in. */
export function portOfWorker(): WorkerPort {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  const messages = queue<unknown>();
  const errors = queue<Error>();
  scope.onmessage = (e) => messages.take(e.data);
  scope.onmessageerror = () => errors.take(unreadable());
  return {
    post: (message, transfer) => scope.postMessage(message, [...(transfer ?? [])]),
    onMessage: messages.listen,
    onError: errors.listen,
    close: () => scope.close(),
  };
}
