/** What the person chose, as evidence. @module */
import { byCodeUnit, ContraluzError, type EvidenceFile, type EvidenceTree, type Input } from "@contraluz/core";
import { fileInput, filesInput, portOfLine } from "@contraluz/platform-web";
import { asking, copiedFile } from "../cable/asking.ts";
import type { Copied } from "../cable/protocol.ts";
import type { Order } from "./protocol.ts";

const BATCH = 1000;
/** Files that were asked for and are kept. */
const KEPT = 4096;

/**
 * A large folder of which the page holds the files: each is asked for by name when it is read. Chromium spends a fifth of a
 * millisecond and 6 KB on every File that goes to another thread, and a phone has 50,000.
 */
function lazyTree(paths: readonly string[], need: (index: number) => Promise<File | undefined>): EvidenceTree {
  const index = new Map(paths.map((path, i) => [path, i]));
  const sorted = [...paths].sort(byCodeUnit);
  const kept = new Map<string, Promise<EvidenceFile | undefined>>();
  const ask = async (path: string): Promise<EvidenceFile | undefined> => {
    const file = await need(index.get(path)!);
    return file && { path, kind: "file", size: file.size, ref: { kind: "host", handle: file, size: file.size } };
  };
  return {
    kind: "folder",
    access: "seekable",
    async *files(signal) {
      for (let i = 0; i < sorted.length && !signal?.aborted; i += BATCH)
        yield sorted.slice(i, i + BATCH).map((path) => ({ path, kind: "file" as const }));
    },
    async find(path) {
      if (!index.has(path)) return undefined;
      let found = kept.get(path);
      if (!found) {
        found = ask(path);
        if (kept.size < KEPT) kept.set(path, found);
      }
      return found;
    },
  };
}

/** A copy that another thread keeps: its files are read over `line`. */
function copiedTree(files: readonly Copied[], port: MessagePort): EvidenceTree {
  const line = asking(portOfLine(port));
  const entries = files.map(({ path, size }): EvidenceFile => {
    return { path, kind: "file", size, ref: { kind: "host", handle: copiedFile(line, path, size), size } };
  });
  const byPath = new Map(entries.map((e) => [e.path, e]));
  return {
    kind: "folder",
    access: "seekable",
    async *files(signal) {
      for (let i = 0; i < entries.length && !signal?.aborted; i += BATCH) yield entries.slice(i, i + BATCH);
    },
    find: async (path) => byPath.get(path),
  };
}

export function inputOf(
  { chosen, copy }: Pick<Order, "chosen" | "copy">,
  need: (index: number) => Promise<File | undefined>,
): Input {
  switch (chosen.kind) {
    case "file":
      return fileInput(chosen.file.name, chosen.file);
    case "folder":
      return filesInput(chosen.name, chosen.files);
    case "paths":
      return { name: chosen.name, tree: lazyTree(chosen.paths, need) };
    case "copy":
      if (!copy) throw new ContraluzError("usage", "no copy");
      return { name: chosen.name, tree: copiedTree(chosen.files, copy) };
  }
}
