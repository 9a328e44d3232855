/** One thread that reads, and what is done where it hangs or breaks: the page is given up, and the next one is read by a new thread. @module */
import type { Problem, WorkerPort } from "@contraluz/core";
import { unread } from "./document.ts";
import type { Piece, ReadArchiveOptions } from "./run.ts";
import type { Job, Told } from "./thread.ts";
import { READ_LIMITS } from "./types.ts";

/** A document that breaks so many threads is left. */
const BREAKS = 50;

type Outcome = "end" | "slow" | "broken";

export class Lane {
  readonly #o: ReadArchiveOptions;
  readonly #engines: Set<string>;
  #port: WorkerPort | undefined;

  constructor(o: ReadArchiveOptions, engines: Set<string>) {
    this.#o = o;
    this.#engines = engines;
  }

  async run(piece: Piece): Promise<void> {
    const bytes = piece.file.ref ? undefined : await piece.file.bytes();
    for (let breaks = 0; ; ) {
      const outcome = await this.#once(piece, bytes);
      if (outcome === "end" || this.#o.cancel?.aborted) return;
      this.close();
      // Of a message that holds several documents nobody knows where it stood: what came is kept.
      const at = piece.from + piece.pages.length;
      const problem: Problem = {
        code: outcome === "slow" ? "page-slow" : "document-damaged",
        ...(outcome === "broken" && { found: "reading it needs more than there is" }),
        lost: piece.count === undefined ? "file" : "row",
      };
      const doc = piece.pages.at(-1)?.doc ?? (await this.#hash(piece));
      piece.pages.push(unread({ doc, path: piece.file.path }, problem, at + 1, piece.count));
      const enough = piece.count === undefined || at + 1 >= piece.count || piece.pages.length >= piece.most;
      if (enough || ++breaks >= BREAKS) return;
    }
  }

  async #hash(piece: Piece): Promise<string> {
    const hash = this.#o.platform.sha256();
    hash.update((await piece.file.bytes()) ?? new Uint8Array(0));
    return hash.hex();
  }

  #once(piece: Piece, bytes: Uint8Array | undefined): Promise<Outcome> {
    const port = (this.#port ??= this.#o.spawn());
    const { file } = piece;
    const done = piece.pages.length;
    const job: Job = {
      path: file.path,
      kind: file.kind,
      ...(file.ref ? { ref: file.ref } : bytes && { bytes }),
      from: piece.from + done,
      most: piece.most - done,
      lang: this.#o.lang,
      ocr: this.#o.ocr,
    };
    return new Promise((resolve) => {
      const ms = this.#o.pageMs ?? READ_LIMITS.pageMs;
      let stop = this.#o.after(ms, () => resolve("slow"));
      const again = (): void => {
        stop();
        stop = this.#o.after(ms, () => resolve("slow"));
      };
      const finish = (outcome: Outcome): void => {
        stop();
        resolve(outcome);
      };
      port.onError(() => finish("broken"));
      port.onMessage((message) => {
        if (this.#port !== port) return;
        const told = message as Told;
        if (told.kind === "opened") piece.count = told.count;
        else if (told.kind === "page") piece.pages.push(told.page);
        else {
          for (const e of told.engines) this.#engines.add(e);
          finish("end");
          return;
        }
        if (this.#o.cancel?.aborted) finish("end");
        else again();
      });
      port.post(job);
    });
  }

  close(): void {
    this.#port?.close();
    this.#port = undefined;
  }
}
