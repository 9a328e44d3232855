/** Where cases lie, for the thread: the browser's own files, or a folder that the person picked. @module */
import type { CaseShelf } from "@contraluz/case/inbox/index.ts";
import { byCodeUnit, ContraluzError, type VaultFolder } from "@contraluz/core";
import { vaultFolder } from "@contraluz/platform-web";
import type { Shelf } from "../ask.ts";

/** Of the origin's own file system; it is there once somebody made a case in it. */
const FOLDER = "contraluz-cases";
const HEAD_MOST = 65_536;
const NAME = /^[a-z0-9._-]{1,80}$/;

/** A case of one's own that was destroyed leaves this behind: that it was there. */
const PURGED = "contraluz/purged@1";

async function schemaIn(folder: VaultFolder): Promise<string | undefined> {
  const source = await folder.read("case.json");
  if (!source || source.size > HEAD_MOST) return undefined;
  try {
    const head = JSON.parse(new TextDecoder().decode(await source.read(0, source.size))) as { schema?: unknown };
    return String(head?.schema);
  } catch {
    return "";
  }
}

export interface WebShelf extends CaseShelf {
  /** A name that no case has. */
  fresh(): Promise<string>;
  /** What is left of a case that was destroyed: in the browser's own files nothing; in a picked folder it says that there was one. */
  forget(name: string): Promise<void>;
  /** The folder of a case as its handle, for a copy of all of it. */
  handle(name: string): Promise<FileSystemDirectoryHandle>;
}

export function shelfOf(shelf: Shelf): WebShelf {
  const root = async (create: boolean): Promise<FileSystemDirectoryHandle | undefined> => {
    if ("folder" in shelf) return shelf.folder as FileSystemDirectoryHandle;
    const top = await navigator.storage?.getDirectory?.().catch(() => undefined);
    if (!top) {
      if (create) throw new ContraluzError("usage", "storage: none");
      return undefined;
    }
    return top.getDirectoryHandle(FOLDER, { create }).catch((e: unknown) => {
      if (!create && e instanceof DOMException && e.name === "NotFoundError") return undefined;
      throw e;
    });
  };
  /** Two picked folders may be called alike: then only one of their cases of one name is written to at a time. */
  const where = "folder" in shelf ? `folder/${shelf.folder.name}` : "own";
  const handle = async (name: string, create: boolean): Promise<FileSystemDirectoryHandle> => {
    const top = await root(create);
    if (!top) throw new DOMException("no cases", "NotFoundError");
    // A folder that is itself one case.
    return name === "." ? top : top.getDirectoryHandle(name, { create });
  };
  const folder = (name: string): VaultFolder =>
    vaultFolder((create) => handle(name, create), `contraluz-case/${where}/${name}`);
  const list = async (): Promise<readonly string[]> => {
    const top = await root(false);
    if (!top) return [];
    const names: string[] = [];
    for await (const h of top.values()) {
      if (h.kind === "file") {
        if (h.name === "case.json") names.push(".");
      } else if (NAME.test(h.name)) {
        const there = await (h as FileSystemDirectoryHandle).getFileHandle("case.json").catch(() => undefined);
        if (there) names.push(h.name);
      }
    }
    const live: string[] = [];
    for (const n of names) if ((await schemaIn(folder(n))) !== PURGED) live.push(n);
    return live.sort(byCodeUnit);
  };
  return {
    list,
    folder,
    handle: (name) => handle(name, false),
    async forget(name) {
      if ("folder" in shelf) return;
      const top = await root(false);
      await top?.removeEntry(name, { recursive: true });
      for await (const _ of top?.keys() ?? []) return;
      await (await navigator.storage.getDirectory()).removeEntry(FOLDER);
    },
    async fresh() {
      const top = await root(false);
      const taken = new Set<string>();
      if (top) for await (const n of top.keys()) taken.add(n);
      for (let n = 1; ; n++) {
        const name = `case-${String(n).padStart(4, "0")}`;
        if (!taken.has(name)) return name;
      }
    },
  };
}
