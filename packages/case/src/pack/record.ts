/** A tree that remembers which of its files somebody read. @module */
import type { EvidenceFile, EvidenceTree, FileRef, Platform, RandomAccess, Report } from "@contraluz/core";
import { openRef } from "@contraluz/evidence";

/** Files that stay open for who reads them again. */
const OPEN = 48;

interface Held {
  readonly source: Promise<RandomAccess>;
  busy: number;
}

/** Opens files when they are first read, and closes those that nobody reads now. */
class Sources {
  readonly #held = new Map<string, Held>();
  readonly #open: (ref: FileRef) => Promise<RandomAccess>;

  constructor(open: (ref: FileRef) => Promise<RandomAccess>) {
    this.#open = open;
  }

  async with<T>(path: string, ref: FileRef, work: (s: RandomAccess) => Promise<T>): Promise<T> {
    let held = this.#held.get(path);
    if (held) this.#held.delete(path);
    else held = { source: this.#open(ref), busy: 0 };
    this.#held.set(path, held);
    held.busy++;
    try {
      return await work(await held.source);
    } finally {
      held.busy--;
      for (const [name, h] of this.#held) {
        if (this.#held.size <= OPEN) break;
        if (h.busy > 0) continue;
        this.#held.delete(name);
        await close(h);
      }
    }
  }

  async close(): Promise<void> {
    for (const h of this.#held.values()) await close(h);
    this.#held.clear();
  }
}

async function close(h: Held): Promise<void> {
  const source = await h.source.catch(() => undefined);
  await source?.close?.();
}

export interface Recorded {
  readonly tree: EvidenceTree;
  /** Paths of the files of which at least one byte was asked for. */
  readonly touched: ReadonlySet<string>;
  close(): Promise<void>;
}

/** The same tree; its files open in this thread alone. */
export function recordReads(tree: EvidenceTree, platform: Platform, report: Report): Recorded {
  const touched = new Set<string>();
  const sources = new Sources((ref) => openRef(ref, { platform, report }));
  const seen = (f: EvidenceFile): EvidenceFile => {
    const { ref, stream } = f;
    if (stream)
      return {
        ...f,
        stream() {
          touched.add(f.path);
          return stream.call(f);
        },
      };
    if (!ref) return f;
    const size = f.size ?? 0;
    const handle: RandomAccess = {
      size,
      read(offset, length, into) {
        touched.add(f.path);
        return sources.with(f.path, ref, (s) => s.read(offset, length, into));
      },
    };
    return { ...f, ref: { kind: "host", handle, size } };
  };
  return {
    touched,
    close: () => sources.close(),
    tree: {
      kind: tree.kind,
      access: tree.access,
      async *files(signal) {
        for await (const batch of tree.files(signal)) yield batch.map(seen);
      },
      async find(path) {
        const f = await tree.find(path);
        return f && seen(f);
      },
    },
  };
}
