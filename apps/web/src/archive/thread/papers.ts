/** The documents that a person gave: where each lies, so that its pages can be shown, and how much there is to read. @module */
import type { Input, Platform, Problem } from "@contraluz/core";
import { type DocumentFile, type OpenDocuments, openDocuments } from "@contraluz/evidence/documents/index.ts";
import type { DrawJob } from "./draw-job.ts";

export interface Place {
  /** In their order, from 0. */
  readonly number: number;
  readonly file: Pick<DocumentFile, "kind" | "ref" | "size">;
  /** Bytes of the documents before it. */
  readonly before: number;
}

export interface Papers {
  readonly documents: OpenDocuments;
  readonly places: ReadonlyMap<string, Place>;
  readonly bytes: number;
  readonly problems: readonly Problem[];
  /** The outermost document that a page lies in. */
  placeOf(path: string): Promise<DrawJob["place"] | undefined>;
}

const MOST_PROBLEMS = 1000;
/** Files of a large folder that the page is asked for at once. */
const TOGETHER = 50;

/** A large folder lists paths alone; whoever reads documents wants each of them. */
export function eachFile(input: Input): Input {
  if (!("tree" in input)) return input;
  const { tree } = input;
  return {
    ...input,
    tree: {
      ...tree,
      async *files(signal) {
        for await (const batch of tree.files(signal))
          for (let i = 0; i < batch.length; i += TOGETHER) {
            const some = batch.slice(i, i + TOGETHER);
            yield await Promise.all(
              some.map(async (f) => (f.kind === "file" && !f.ref && (await tree.find?.(f.path))) || f),
            );
          }
      },
    },
  };
}

/** Throws ContraluzError where nothing of it can be opened. */
export async function openPapers(input: Input, platform: Platform): Promise<Papers> {
  const problems: Problem[] = [];
  const report = (p: Problem): void => void (problems.length < MOST_PROBLEMS && problems.push(p));
  const documents = await openDocuments(input, { platform, report });
  const places = new Map<string, Place>();
  let bytes = 0;
  for await (const { path, kind, ref, size } of documents.files()) {
    places.set(path, { number: places.size, file: { kind, ref, size }, before: bytes });
    bytes += size ?? 0;
  }
  return {
    documents,
    places,
    bytes,
    problems,
    async placeOf(path) {
      let at = path;
      while (!places.has(at)) {
        const cut = at.lastIndexOf("!/");
        if (cut < 0) return undefined;
        at = at.slice(0, cut);
      }
      const { kind, ref } = places.get(at)!.file;
      if (ref) return { path: at, kind, ref };
      // Only a walk gives it: an archive that cannot seek.
      for await (const file of documents.files()) {
        if (file.path !== at) continue;
        const held = await file.bytes();
        return held && { path: at, kind, bytes: held };
      }
      return undefined;
    },
  };
}
