/** The index of the archive that is open, in memory, fed as pages come. @module */
import { isFull } from "@contraluz/archive/index/full.ts";
import { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import type { Hasher, Problem } from "@contraluz/core";
import { wasmSql } from "@contraluz/platform-web/sql.ts";

/** Bytes of pages that wait until they are put in together. */
const TOGETHER = 2 << 20;

export interface Feeding {
  /** Takes lines of pages, whole ones. */
  take(bytes: Uint8Array): Promise<void>;
  /** The index with all that came, ready to be asked. */
  ready(): Promise<ArchiveIndex>;
  /** The index with all that came; `fuzzy~` and names may not know the newest words. */
  now(): Promise<ArchiveIndex>;
  readonly problems: number;
  /** No more fits: what came since is not in it. */
  readonly full: boolean;
  close(): Promise<void>;
}

async function openIndex(wasm: Uint8Array | undefined): Promise<ArchiveIndex> {
  const sql = await wasmSql(wasm ? { wasm } : {});
  const index = await ArchiveIndex.open(sql, undefined, { write: true });
  if (!index) throw new Error("no index");
  return index;
}

export function feeding(wasm: () => Promise<Uint8Array | undefined>, sha256: () => Hasher): Feeding {
  let opened: Promise<ArchiveIndex> | undefined;
  let waiting: Uint8Array[] = [];
  let [held, fresh, full, problems] = [0, false, false, 0];
  let before: Promise<unknown> = Promise.resolve();
  const report = (_: Problem): void => void problems++;
  const put = async (): Promise<ArchiveIndex> => {
    const index = await (opened ??= wasm().then(openIndex));
    if (waiting.length === 0) return index;
    const pieces = waiting;
    [waiting, held] = [[], 0];
    const stream = (async function* () {
      yield* pieces;
    })();
    try {
      const built = await index.add(stream, { sha256, report });
      fresh ||= built.added + built.replaced > 0;
    } catch (e) {
      if (!isFull(e)) throw e;
      // What was put in before stands, and can be asked.
      full = true;
    }
    return index;
  };
  const now = (): Promise<ArchiveIndex> => {
    const next = before.then(put);
    before = next.catch(() => {});
    return next;
  };
  return {
    async take(bytes) {
      if (full) return;
      waiting.push(bytes);
      held += bytes.length;
      if (held > TOGETHER) await now();
    },
    now,
    async ready() {
      const index = await now();
      if (fresh) {
        fresh = false;
        index.finish();
      }
      return index;
    },
    get full() {
      return full;
    },
    get problems() {
      return problems;
    },
    async close() {
      await before;
      await (await opened)?.close();
    },
  };
}
