/**
 * The thread that keeps a copy of a phone while the page is open: a little in memory, the rest in encrypted scratch. It outlives a
 * check, so that another can be made of the same copy, and ends with the page.
 * @module
 */
import { byCodeUnit, type RandomAccess, type Scratch, type WorkerPort } from "@contraluz/core";
import { type StoredEntry, writeZip } from "@contraluz/formats/zip/index.ts";
import { release } from "@contraluz/platform-web/release.ts";
import { webFolder } from "@contraluz/platform-web/result-folder.ts";
import { type Copied, type FromShelf, type Line, NO_ROOM, type ShelfAsk, type ToShelf } from "./protocol.ts";

const CHUNK = 1 << 20;
/** Small files are read whole: the state, the log. */
const SMALL = 256 << 20;
/** Where the browser gives no working space (a page on a stick, some private windows) all stays in memory, and that has an end. */
const MEMORY_MOST = 512 << 20;
/** What may be asked for at once. */
const READ_MOST = 8 << 20;

export interface Keeper {
  /** What was asked, answered. Rejects with `no-room`, or a fault of ours. */
  answer(ask: ShelfAsk): Promise<unknown>;
}

/** A copy in this thread. `scratch`: of the platform. */
export function keeper(scratch: () => Promise<Scratch>): Keeper {
  let spilled = true;
  let bytes = 0;
  const folder = webFolder({
    scratch: () =>
      scratch().catch((e: unknown) => {
        spilled = false;
        throw e;
      }),
  });
  /** Files that are whole: their name, and what they are called inside. */
  const files = new Map<string, { readonly inside: string; size: number }>();
  /** Files that grow. */
  const growing = new Map<number, { readonly name: string; readonly inside: string; size: number }>();
  let next = 0;
  let zip: AsyncGenerator<Uint8Array> | undefined;

  /** How many bytes it were; the memory of `part` is given back. */
  const append = async (inside: string, part: Uint8Array): Promise<number> => {
    const { length } = part;
    if (!spilled && bytes + length > MEMORY_MOST) throw new Error(NO_ROOM);
    bytes += length;
    await folder.append(inside, part).catch(() => {
      throw new Error(NO_ROOM);
    });
    // It was copied: 200 MB of such blocks would wait for the browser to look after them.
    release(part);
    return length;
  };
  const remove = async (name: string): Promise<void> => {
    const old = files.get(name);
    files.delete(name);
    if (old) await folder.remove(old.inside);
  };
  const source = (name: string): Promise<RandomAccess> | undefined => {
    const file = files.get(name);
    return file && folder.read(file.inside);
  };
  const list = (): Copied[] =>
    [...files].map(([path, { size }]) => ({ path, size })).sort((a, b) => byCodeUnit(a.path, b.path));
  const entry = (top: string, { path, size }: Copied): StoredEntry => ({
    name: `${top}/${path}`,
    size,
    async *chunks() {
      const from = await source(path);
      for (let at = 0; from && at < size; at += CHUNK) yield await from.read(at, Math.min(CHUNK, size - at));
    },
  });

  return {
    async answer(ask) {
      switch (ask.op) {
        case "create": {
          const file = next++;
          const inside = `f${file}`;
          growing.set(file, { name: ask.name, inside, size: 0 });
          await folder.append(inside, new Uint8Array(0));
          return file;
        }
        case "write": {
          const file = growing.get(ask.file);
          if (!file) throw new Error("no such file");
          const length = await append(file.inside, ask.bytes);
          file.size += length;
          return undefined;
        }
        case "done": {
          const file = growing.get(ask.file);
          if (!file) throw new Error("no such file");
          growing.delete(ask.file);
          await remove(file.name);
          files.set(file.name, { inside: file.inside, size: file.size });
          return undefined;
        }
        case "discard": {
          const file = growing.get(ask.file);
          growing.delete(ask.file);
          if (file) await folder.remove(file.inside);
          return undefined;
        }
        case "append": {
          let file = files.get(ask.name);
          if (!file) {
            file = { inside: `f${next++}`, size: 0 };
            files.set(ask.name, file);
            await folder.append(file.inside, new Uint8Array(0));
          }
          const length = await append(file.inside, ask.bytes);
          file.size += length;
          return undefined;
        }
        case "read": {
          const from = await source(ask.name);
          return from && from.size <= SMALL ? from.read(0, from.size) : undefined;
        }
        case "size":
          return files.get(ask.name)?.size;
        case "remove":
          return remove(ask.name);
        case "list":
          return list();
        case "bytes": {
          const from = await source(ask.name);
          if (!from) throw new Error("no such file");
          return from.read(ask.offset, Math.min(ask.length, READ_MOST));
        }
        case "zip":
          zip = writeZip(list().map((f) => entry(ask.folder, f)));
          return undefined;
        case "piece": {
          const piece = await zip?.next();
          return piece?.done === false ? piece.value.slice() : undefined;
        }
        case "close":
          files.clear();
          growing.clear();
          return folder.close();
      }
    },
  };
}

/** Serves the page that started this thread, and readers that it names: they may ask for `bytes` and no more. */
export function serveShelf(page: WorkerPort, kept: Keeper, portOf: (line: Line) => WorkerPort): void {
  const answer = (to: WorkerPort, id: number, ask: ShelfAsk): void => {
    const post = (m: FromShelf, transfer: ArrayBuffer[] = []): void => to.post(m, transfer);
    kept.answer(ask).then(
      (value) => {
        const own = value instanceof Uint8Array && value.byteLength === value.buffer.byteLength;
        post({ id, answer: value }, own ? [value.buffer as ArrayBuffer] : []);
      },
      (e: unknown) => post({ id, failed: e instanceof Error ? e.message : String(e) }),
    );
  };
  page.onMessage((raw) => {
    const m = raw as ToShelf;
    if ("ask" in m) return answer(page, m.id, m.ask);
    const reader = portOf(m.reader);
    reader.onMessage((asked) => {
      const r = asked as ToShelf;
      if ("ask" in r && r.ask.op === "bytes") answer(reader, r.id, r.ask);
    });
  });
}
