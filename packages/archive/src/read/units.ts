/** Files of the evidence from where an earlier run was ended. @module */
import { ContraluzError } from "@contraluz/core";
import type { DocumentFile } from "@contraluz/evidence/documents/index.ts";
import type { Kept } from "./output.ts";

export interface Unit {
  readonly file: DocumentFile;
  /** Pages of it that are there already. */
  readonly from: number;
}

/** True where `page` is the path of a page of the file at `path`: its own, or of what a message holds. */
const within = (page: string, file: DocumentFile): boolean =>
  page === file.path || ((file.kind === "mail" || file.kind === "mbox") && page.startsWith(`${file.path}!/`));

/** Throws ContraluzError `usage` where the evidence is not what was read before. */
export async function* unitsFrom(files: AsyncIterable<DocumentFile>, tail: Kept["tail"]): AsyncGenerator<Unit, void> {
  const last = tail.at(-1);
  let found = last === undefined;
  for await (const file of files) {
    if (found) {
      yield { file, from: 0 };
      continue;
    }
    if (!within(last!.path, file)) continue;
    found = true;
    let from = 0;
    for (let i = tail.length - 1; i >= 0 && within(tail[i]!.path, file); i--) from += tail[i]!.count;
    yield { file, from };
  }
  if (!found) throw new ContraluzError("usage", "the folder holds pages of other documents than these");
}
