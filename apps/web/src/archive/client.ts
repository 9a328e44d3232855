/** The page's side of the archive's thread: starts it, brings it what it needs, asks, and ends it. @module */
import { blobScript } from "../engine/trust.ts";
import type { Picked } from "../flow.ts";
import { ALWAYS, bring, type PartName, partsFor, threadSource } from "./files.ts";
import {
  type ArchiveQuestions,
  type FromArchive,
  type PageLang,
  type ReadingNow,
  SCRIPT,
  type ToArchive,
} from "./protocol.ts";

export interface Archive {
  ask<K extends keyof ArchiveQuestions>(
    what: K,
    ask: ArchiveQuestions[K]["ask"],
    transfer?: readonly Transferable[],
  ): Promise<ArchiveQuestions[K]["answer"]>;
  /** Begins to read; the same promise for whoever comes back while it runs. */
  read(ask: ArchiveQuestions["read"]["ask"]): Promise<ArchiveQuestions["read"]["answer"]>;
  /** The reading that runs. */
  running(): Promise<ArchiveQuestions["read"]["answer"]> | undefined;
  /** What reads letters, in one language. Rejects where it does not come. */
  letters(lang: PageLang): Promise<void>;
  /** The files of what was chosen last are asked of it. */
  picked(p: Picked): void;
  /** Told while pages come; one listener, the newest. */
  onNow(f: (now: ReadingNow) => void): void;
  /** Told when the thread broke. */
  onBroken(f: () => void): void;
  close(): Promise<void>;
  kill(): void;
}

/** How long a thread may take to let go in order. */
const PATIENCE_MS = 3000;

/** Rejects where the script or SQLite do not come. */
export async function startArchive(): Promise<Archive> {
  const source = await threadSource();
  if (source === "") throw new Error("not in this build");
  const script = new Blob([source], { type: "text/javascript" });
  const url = URL.createObjectURL(script);
  const worker = new Worker(blobScript(url));
  const asked = new Map<number, { resolve(v: never): void; reject(e: Error): void }>();
  const there = new Map<PartName, Promise<void>>();
  let next = 0;
  let [heard, broken] = [(_: ReadingNow): void => {}, (): void => {}];
  let chosen: Picked | undefined;
  let ended = false;
  let closed: (() => void) | undefined;
  const post = (m: ToArchive, transfer: readonly Transferable[] = []): void => worker.postMessage(m, [...transfer]);
  const kill = (): void => {
    ended = true;
    worker.terminate();
    URL.revokeObjectURL(url);
    for (const { reject } of asked.values()) reject(new Error("the thread has ended"));
    asked.clear();
    closed?.();
  };
  const fetched = (part: Exclude<PartName, "thread">): Promise<void> => {
    let coming = there.get(part);
    if (!coming) {
      coming = bring(part).then((files) => post({ type: "brought", files }));
      there.set(part, coming);
      coming.catch(() => there.delete(part));
    }
    return coming;
  };
  worker.onerror = (e) => {
    e.preventDefault();
    if (ended) return;
    kill();
    broken();
  };
  worker.onmessage = (e: MessageEvent<FromArchive>) => {
    const m = e.data;
    switch (m.type) {
      case "need":
        (chosen?.fileOf(m.index) ?? Promise.resolve(undefined)).then(
          (file) => post({ type: "file", id: m.id, ...(file ? { file } : {}) }),
          () => post({ type: "file", id: m.id }),
        );
        return;
      case "now":
        return heard(m.now);
      case "answer":
      case "refused": {
        const q = asked.get(m.id);
        asked.delete(m.id);
        if (m.type === "answer") q?.resolve(m.answer as never);
        else q?.reject(new Error(m.code));
        return;
      }
      case "closed":
        return kill();
    }
  };
  post({ type: "brought", files: { [SCRIPT]: script } });
  try {
    for (const part of ALWAYS) await fetched(part);
  } catch (e) {
    kill();
    throw e;
  }
  let running: Promise<ArchiveQuestions["read"]["answer"]> | undefined;
  const ask: Archive["ask"] = (what, q, transfer) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error("the thread has ended"));
      const id = next++;
      asked.set(id, { resolve, reject });
      post({ type: "ask", id, what, ask: q }, transfer);
    });
  return {
    ask,
    read(q) {
      const mine = ask("read", q).finally(() => {
        running = undefined;
      });
      running = mine;
      return mine;
    },
    running: () => running,
    async letters(lang) {
      for (const part of partsFor(lang)) await fetched(part);
    },
    picked: (p) => {
      chosen = p;
    },
    onNow: (f) => {
      heard = f;
    },
    onBroken: (f) => {
      broken = f;
    },
    close: () =>
      ended
        ? Promise.resolve()
        : new Promise((resolve) => {
            closed = resolve;
            post({ type: "close" });
            setTimeout(() => ended || kill(), PATIENCE_MS);
          }),
    kill,
  };
}
