/**
 * The page's side of the engine: starts its thread, hands over files that it asks for, and ends it. The thread is started from
 * a Blob, so that it has the policy of the page (no connections) wherever the page lies, also on a stick, and so that neither it nor
 * its lanes ask a server for anything once the page stands.
 * @module
 */
import { type Copy, copyIn } from "../cable/copy.ts";
import type { Asking, Done, Failure, FromEngine, Names, Order, Questions, Step, ToEngine } from "./protocol.ts";
import { SHELF } from "./protocol.ts";
import { blobScript } from "./trust.ts";

export interface EngineEvents {
  names(names: Names): void;
  step(step: Step): void;
  password(asking: Asking): void;
  done(done: Done): void;
  failed(failure: Failure): void;
}

export interface Engine {
  /** Zeroes nothing of the caller's: the bytes are transferred, and gone here. Left out: gave up. */
  password(bytes?: Uint8Array): void;
  cancel(): void;
  ask<K extends keyof Questions>(
    what: K,
    ask: Questions[K]["ask"],
    transfer?: readonly Transferable[],
  ): Promise<Questions[K]["answer"]>;
  /** Lets go of everything, and ends the thread. */
  close(): Promise<void>;
  /** Ends the thread at once. Encrypted scratch may stay on disk until `sweep`. */
  kill(): void;
}

/** A file of a large folder, when the engine asks for it. */
export type FileOf = (index: number) => Promise<File | undefined>;

interface Thread {
  readonly worker: Worker;
  readonly url: string;
}

/** How long a thread may take to let go in order. */
const PATIENCE_MS = 3000;

async function startThread(name = ""): Promise<Thread> {
  const { source } = await import("contraluz:engine");
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return { worker: new Worker(blobScript(url), { name }), url };
}

let ready: Promise<Thread> | undefined;

/**
 * Starts the thread ahead of its check. Once a large folder is chosen the browser registers its files one by one, and a page that
 * asks for anything in that time (the address of a Blob, a worker) stands still for a second.
 */
export function prepareEngine(): void {
  if (ready) return;
  ready = startThread();
  ready.catch(() => {
    ready = undefined;
  });
}

/** Starts a check. Rejects where the script of the thread does not come. */
export function startEngine(order: Order, fileOf: FileOf, on: EngineEvents): Promise<Engine> {
  return connect({ type: "check", order }, fileOf, on, order.copy ? [order.copy] : []);
}

/** Starts a thread for cases: it checks when it is asked. */
export function startDesk(fileOf: FileOf, on: EngineEvents): Promise<Engine> {
  return connect({ type: "desk" }, fileOf, on, []);
}

async function connect(first: ToEngine, fileOf: FileOf, on: EngineEvents, line: Transferable[]): Promise<Engine> {
  const starting = ready ?? startThread();
  ready = undefined;
  const { worker, url } = await starting;
  const asked = new Map<number, { resolve(v: never): void; reject(e: Error): void }>();
  let next = 0;
  let closed: (() => void) | undefined;
  let ended = false;
  const post = (m: ToEngine, transfer: readonly Transferable[] = []): void => worker.postMessage(m, [...transfer]);
  const kill = (): void => {
    ended = true;
    worker.terminate();
    URL.revokeObjectURL(url);
    for (const { reject } of asked.values()) reject(new Error("the thread has ended"));
    asked.clear();
    closed?.();
  };
  worker.onerror = (e) => {
    e.preventDefault();
    if (!ended) on.failed({ code: "bug", message: e.message || "thread failed to start" });
  };
  worker.onmessage = (e: MessageEvent<FromEngine>) => {
    const m = e.data;
    switch (m.type) {
      case "names":
        return on.names(m.names);
      case "step":
        return on.step(m.step);
      case "password": {
        const { type: _, ...asking } = m;
        return on.password(asking);
      }
      case "need":
        fileOf(m.index).then(
          (file) => post({ type: "file", id: m.id, ...(file ? { file } : {}) }),
          () => post({ type: "file", id: m.id }),
        );
        return;
      case "done":
        return on.done(m.done);
      case "failed":
        return on.failed(m.failure);
      case "answer":
      case "refused": {
        const q = asked.get(m.id);
        asked.delete(m.id);
        if (m.type === "answer") q?.resolve(m.answer as never);
        else q?.reject(new Error(m.message));
        return;
      }
      case "closed":
        return kill();
    }
  };
  post(first, line);
  return {
    password(bytes) {
      if (bytes) post({ type: "password", bytes }, [bytes.buffer as ArrayBuffer]);
      else post({ type: "password" });
    },
    cancel: () => post({ type: "cancel" }),
    ask: (what, ask, transfer) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error("the thread has ended"));
        const id = next++;
        asked.set(id, { resolve, reject });
        post({ type: "ask", id, what, ask }, transfer);
      }),
    close: () =>
      ended
        ? Promise.resolve()
        : new Promise((resolve) => {
            closed = resolve;
            post({ type: "close" });
            // A thread that never started, or is lost, does not answer.
            setTimeout(() => ended || kill(), PATIENCE_MS);
          }),
    kill,
  };
}

/** A thread that keeps a copy of a phone. */
export async function startCopy(): Promise<Copy> {
  const { worker, url } = await startThread(SHELF);
  return copyIn(worker, () => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}

/** Ends the thread that nobody needed. */
export function dropPrepared(): void {
  const old = ready;
  ready = undefined;
  old?.then(
    ({ worker, url }) => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
    () => {},
  );
}

/** A thread that was ended holds its file a moment longer. */
const SWEEPS = 20;
const SWEEP_MS = 50;

/** Removes what a thread that was ended at once left in the browser's own file system: encrypted, without its key. `ended`: all threads are. */
export async function sweep(o: { readonly ended?: true } = {}): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => undefined);
  for (let tries = o.ended ? SWEEPS : 1; root && tries > 0; tries--) {
    const left = await root.removeEntry("contraluz-scratch", { recursive: true }).catch((e: unknown) => e);
    if (!(left instanceof DOMException) || left.name === "NotFoundError") return;
    if (tries > 1) await new Promise((resolve) => setTimeout(resolve, SWEEP_MS));
  }
}
