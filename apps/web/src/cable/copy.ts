/** The page's side of a copy: a Shelf for the collection, a reader for the engine, a zip for the person. @module */
import type { Shelf } from "@contraluz/acquire/shelf.ts";
import { portOf } from "@contraluz/platform-web/threads.ts";
import { asking } from "./asking.ts";
import type { Copied, ToShelf } from "./protocol.ts";

export interface Copy {
  readonly shelf: Shelf;
  files(): Promise<readonly Copied[]>;
  /** A line on which another thread reads this copy. */
  reader(): MessagePort;
  /** Pieces of a zip, made as they are asked for. */
  zip(folder: string): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Lets go of it, and of its working space. */
  close(): Promise<void>;
  /** Ends it at once. Encrypted scratch may stay on disk until it is swept. */
  kill(): void;
}

const PATIENCE_MS = 3000;
const own = (bytes: Uint8Array): [Uint8Array, ArrayBuffer[]] => {
  const copy = bytes.slice();
  return [copy, [copy.buffer]];
};

/** `started`: a thread that serves a shelf, and how it ends. */
export function copyIn(worker: Worker, end: () => void): Copy {
  const line = asking(portOf(worker));
  let ended = false;
  const kill = (): void => {
    if (ended) return;
    ended = true;
    end();
    line.end();
  };
  worker.onerror = (e) => {
    e.preventDefault();
    kill();
  };
  return {
    shelf: {
      async create(name) {
        const file = await line.ask<number>({ op: "create", name });
        return {
          write(b) {
            const [bytes, transfer] = own(b);
            return line.ask({ op: "write", file, bytes }, transfer);
          },
          done: () => line.ask({ op: "done", file }),
          discard: () => line.ask({ op: "discard", file }),
        };
      },
      append(name, b) {
        const [bytes, transfer] = own(b);
        return line.ask({ op: "append", name, bytes }, transfer);
      },
      read: (name) => line.ask({ op: "read", name }),
      size: (name) => line.ask({ op: "size", name }),
      remove: (name) => line.ask({ op: "remove", name }),
    },
    files: () => line.ask({ op: "list" }),
    reader() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ reader: port1 } satisfies ToShelf, [port1]);
      return port2;
    },
    async *zip(folder) {
      await line.ask({ op: "zip", folder });
      for (;;) {
        const piece = await line.ask<Uint8Array<ArrayBuffer> | undefined>({ op: "piece" });
        if (piece === undefined) return;
        yield piece;
      }
    },
    async close() {
      if (ended) return;
      // A thread that is lost does not answer.
      await Promise.race([
        line.ask({ op: "close" }).catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
      ]);
      kill();
    },
    kill,
  };
}
