/**
 * An archive in the vault of a case, as reading writes it: every file is sealed and whole or not there. Sealed files grow no more, so what
 * is added is gathered and put into the next file; nothing but the last pages is lost when the power is cut.
 * @module
 */
import type { VaultFolder } from "@contraluz/core";
import type { ArchiveFolder } from "../read/index.ts";

type Files = Pick<VaultFolder, "list" | "read" | "create" | "replace">;

/** Bytes that are gathered, and seconds. */
const MOST = 4_194_304;
const SECONDS = 20;

const FILE = /^(\d{6})\.jsonl$/;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const secondsOf = (iso: string): number => {
  const [h, m, s] = [iso.slice(11, 13), iso.slice(14, 16), iso.slice(17, 19)].map(Number);
  return (h! * 60 + m!) * 60 + s!;
};

export interface SealedArchive extends ArchiveFolder {
  /** Puts what was gathered on the disk. */
  flush(): Promise<void>;
}

/** `now`: ISO 8601, so that a slow reading does not gather for hours. */
export function sealedArchive(files: Files, root: string, now: () => string): SealedArchive {
  let held: Uint8Array[] = [];
  let [size, since] = [0, secondsOf(now())];
  let next: number | undefined;
  const flush = async (): Promise<void> => {
    since = secondsOf(now());
    if (held.length === 0) return;
    if (next === undefined) {
      const names = await files.list(`${root}/pages`);
      next = names.reduce((most, n) => Math.max(most, Number(FILE.exec(n)?.[1] ?? 0)), 0) + 1;
    }
    const parts = held;
    await files.create(
      `${root}/pages/${String(next).padStart(6, "0")}.jsonl`,
      (async function* () {
        yield* parts;
      })(),
    );
    next++;
    [held, size] = [[], 0];
  };
  return {
    flush,
    async list(folder) {
      await flush();
      return files.list(`${root}/${folder}`);
    },
    async read(name) {
      await flush();
      return files.read(`${root}/${name}`);
    },
    // Which file whoever writes had in mind does not matter: pages stand in the order of files.
    async append(_name, bytes) {
      held.push(bytes);
      size += bytes.length;
      const waited = secondsOf(now()) - since;
      if (size >= MOST || waited >= SECONDS || waited < 0) await flush();
    },
    async cut(name, to) {
      const source = await files.read(`${root}/${name}`);
      const kept = source ? (await source.read(0, to)).slice() : new Uint8Array(0);
      await source?.close?.();
      await files.replace(`${root}/${name}`, once(kept));
    },
    replace: (name, bytes) => files.replace(`${root}/${name}`, once(bytes)),
  };
}
