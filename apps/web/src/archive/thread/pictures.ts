/** Pictures of pages, asked of a thread of their own that is ended where it hangs. @module */
import type { PictureFault } from "@contraluz/archive/read/picture.ts";
import type { WorkerPort } from "@contraluz/core";
import type { PageImage } from "../protocol.ts";
import type { DrawJob, Drawn } from "./draw-job.ts";

/** A page that takes longer is not shown. */
const PATIENCE_MS = 60_000;

export interface Pictures {
  of(job: Omit<DrawJob, "id">): Promise<PageImage | PictureFault | "slow">;
  close(): void;
}

export function pictures(spawn: () => WorkerPort): Pictures {
  let port: WorkerPort | undefined;
  let next = 0;
  const waiting = new Map<number, (a: PageImage | PictureFault | "slow") => void>();
  const end = (why: "slow" | "unreadable"): void => {
    port?.close();
    port = undefined;
    for (const give of waiting.values()) give(why);
    waiting.clear();
  };
  return {
    of(job) {
      if (!port) {
        const mine = spawn();
        port = mine;
        mine.onError(() => end("unreadable"));
        mine.onMessage((m) => {
          const { id, answer } = m as Drawn;
          waiting.get(id)?.(answer);
          waiting.delete(id);
        });
      }
      const id = next++;
      const line = port;
      return new Promise((resolve) => {
        const timer = setTimeout(() => end("slow"), PATIENCE_MS);
        waiting.set(id, (a) => {
          clearTimeout(timer);
          resolve(a);
        });
        line.post({ ...job, id } satisfies DrawJob);
      });
    },
    close: () => end("unreadable"),
  };
}
