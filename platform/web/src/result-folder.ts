/**
 * A result until the person saves it: in memory, and what is too much for that in encrypted scratch. Opening the page stores
 * nothing that anybody could read.
 * @module
 */
import { byCodeUnit, ContraluzError, type RandomAccess, type ResultFolder, type Scratch } from "@contraluz/core";
import { release } from "./release.ts";

export interface WebFolder extends ResultFolder {
  readonly committed: boolean;
  /** In code-unit order. */
  names(): string[];
  /** A whole file, to save it. Browsers may put large Blobs on disk as they are: only when the person asks for it. */
  blob(name: string): Promise<Blob>;
  /** Lets go of everything; the same as `discard`, also for a finished result. */
  close(): Promise<void>;
}

export interface WebFolderOptions {
  /** Where bytes go beyond `memory`; left out, or where the browser gives none, all stay in memory. */
  readonly scratch?: () => Promise<Scratch>;
  /** Bytes of the whole result that stay in memory. */
  readonly memory?: number;
}

const MEMORY = 4 << 20;
const READ = 1 << 20;

/** A run of bytes of a file: themselves, or where they begin in the scratch. */
interface Part {
  readonly start: number;
  readonly length: number;
  readonly bytes?: Uint8Array;
  readonly at?: number;
}

/** A file of which only the end grows. */
interface Growing {
  readonly parts: Part[];
  size: number;
}

/** The part that holds the byte at `offset`. */
function partAt(parts: readonly Part[], offset: number): number {
  let [low, above] = [0, parts.length];
  while (low + 1 < above) {
    const middle = (low + above) >>> 1;
    if (parts[middle]!.start <= offset) low = middle;
    else above = middle;
  }
  return low;
}

/**
 * A result folder of this thread.
 * @example const folder = webFolder({ scratch: platform.scratch });
 */
export function webFolder(o: WebFolderOptions = {}): WebFolder {
  const files = new Map<string, Growing>();
  let state: "open" | "committed" | "closed" = "open";
  let kept = 0;
  /** From here on everything goes to the scratch: what was appended later must not come before. */
  let spilled = false;
  let scratch: Promise<Scratch | undefined> | undefined;
  let written = 0;
  /** Appends to the scratch wait for one another: its end is theirs. */
  let tail: Promise<unknown> = Promise.resolve();

  const of = (name: string): Growing => {
    const file = files.get(name);
    if (!file) throw new ContraluzError("usage", `nothing was written to ${name}`);
    return file;
  };
  const grow = (file: Growing, part: Omit<Part, "start">): void => {
    const last = file.parts.at(-1);
    // Runs that follow one another in the scratch are one.
    if (last?.at !== undefined && last.at + last.length === part.at)
      file.parts[file.parts.length - 1] = { ...last, length: last.length + part.length };
    else file.parts.push({ ...part, start: file.size });
    file.size += part.length;
  };
  const toScratch = async (file: Growing, bytes: Uint8Array): Promise<void> => {
    const to = await (scratch ??= (o.scratch?.() ?? Promise.resolve(undefined)).catch(() => undefined));
    if (!to) return grow(file, { bytes, length: bytes.length });
    const { length } = bytes;
    await to.write(bytes);
    grow(file, { at: written, length });
    written += length;
    release(bytes);
  };
  const read = async (file: Growing, offset: number, end: number): Promise<Uint8Array> => {
    const out = new Uint8Array(end - offset);
    for (let i = partAt(file.parts, offset), at = offset; at < end; i++) {
      const part = file.parts[i]!;
      const [from, length] = [at - part.start, Math.min(end, part.start + part.length) - at];
      const to = out.subarray(at - offset, at - offset + length);
      if (part.bytes) to.set(part.bytes.subarray(from, from + length));
      else {
        const found = await (await scratch)!.open().read(part.at! + from, length, to);
        if (found.buffer !== to.buffer) to.set(found);
      }
      at += length;
    }
    return out;
  };
  const close = async (): Promise<void> => {
    state = "closed";
    files.clear();
    await tail.catch(() => {});
    await (await scratch)?.close();
    scratch = undefined;
  };

  return {
    get committed() {
      return state === "committed";
    },
    names: () => [...files.keys()].sort(byCodeUnit),
    async blob(name) {
      const file = of(name);
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let at = 0; at < file.size; at += READ)
        parts.push(new Uint8Array(await read(file, at, Math.min(file.size, at + READ))));
      return new Blob(parts);
    },
    async append(name, bytes) {
      if (state !== "open") throw new ContraluzError("usage", "the result is closed");
      let file = files.get(name);
      if (!file) files.set(name, (file = { parts: [], size: 0 }));
      if (bytes.length === 0) return;
      const mine = file;
      const copy = bytes.slice();
      spilled ||= kept + copy.length > (o.memory ?? MEMORY);
      if (spilled) {
        const run = tail.then(() => toScratch(mine, copy));
        tail = run.catch(() => {});
        return run;
      }
      kept += copy.length;
      grow(mine, { bytes: copy, length: copy.length });
    },
    async read(name): Promise<RandomAccess> {
      await tail;
      const file = of(name);
      const { size } = file;
      return {
        size,
        read: async (offset, length) => {
          const end = Math.min(offset + length, size);
          return offset >= 0 && offset < end ? read(file, offset, end) : new Uint8Array(0);
        },
      };
    },
    async remove(name) {
      files.delete(name);
    },
    async commit() {
      await tail;
      state = "committed";
    },
    discard: close,
    close,
  };
}
