/** Pages as they are shown: as they were read, or as they were last corrected. For whoever reads all of them, without an index. @module */
import type { Report } from "@contraluz/core";
import { readPages } from "../pages/read.ts";
import { type Page, pageKey } from "../pages/types.ts";
import { type ArchiveParts, correctionsIn } from "./fill.ts";

/** Pages in their order, in batches; damaged lines are told. The lines of a corrected page are those of its text, without places. */
export async function* pagesShown(parts: ArchiveParts, report: Report): AsyncGenerator<readonly Page[]> {
  const fixed = new Map<string, string>();
  for (const c of await correctionsIn(parts.corrections, report)) fixed.set(pageKey(c), c.text);
  for (const part of parts.pages)
    for await (const batch of readPages(part.stream(), report))
      yield batch.map((p) => {
        const text = fixed.get(pageKey(p));
        if (text === undefined || text === p.text) return p;
        const { lines: _, ...rest } = p;
        // What a person typed is no text that nobody could read.
        return { ...rest, text, state: text === "" ? p.state : "read", from: "hand" };
      });
}
