/** What was chosen as a folder of arrivals. @module */
import type { Arrivals } from "@contraluz/case/inbox/index.ts";
import { byCodeUnit, ContraluzError, type Input } from "@contraluz/core";
import { blobAccess, fileInput, filesInput } from "@contraluz/platform-web/blob.ts";

/** Files that were chosen, as what arrived at a helpline. */
export function arrivalsOf(files: readonly { readonly path: string; readonly file: File }[]): Arrivals {
  const byPath = new Map(files.map((f) => [f.path, f.file]));
  const fileAt = (path: string): File => {
    const file = byPath.get(path);
    if (!file) throw new ContraluzError("usage", `no file: ${path}`);
    return file;
  };
  return {
    async list(folder) {
      const head = folder === "" ? "" : `${folder}/`;
      const found = new Map<string, "file" | "folder">();
      for (const { path } of files) {
        if (!path.startsWith(head)) continue;
        const [name, ...more] = path.slice(head.length).split("/");
        if (name && !name.startsWith(".")) found.set(name, more.length > 0 ? "folder" : "file");
      }
      return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => byCodeUnit(a.name, b.name));
    },
    open: async (path) => blobAccess(fileAt(path)),
    async input(path): Promise<Input> {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const file = byPath.get(path);
      if (file) return fileInput(name, file);
      const inside = files.filter((f) => f.path.startsWith(`${path}/`));
      return filesInput(
        name,
        inside.map((f) => ({ path: f.path.slice(path.length + 1), file: f.file })),
      );
    },
  };
}
