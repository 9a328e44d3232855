/** The bytes of a file as it is stored in the evidence, for whoever wants to see them. @module */
import type { Input, Platform, RandomAccess, Result } from "@contraluz/core";
import { type Opened, openInput, openRef } from "@contraluz/evidence";
import type { Questions } from "./protocol.ts";

/** Bytes that are shown at once. */
const MAX = 1 << 16;

export interface EvidenceBytes {
  read(q: Questions["bytes"]["ask"]): Promise<Questions["bytes"]["answer"]>;
  close(): Promise<void>;
}

/** Opens the evidence again when somebody asks for the first time. An archive that cannot seek has no bytes to show. */
export function evidenceBytes(inputs: readonly Input[], result: Result, platform: Platform): EvidenceBytes {
  const report = (): void => {};
  const trees = new Map<number, Promise<Opened>>();
  const files = new Map<number, Promise<RandomAccess | undefined>>();
  const open = async (file: number): Promise<RandomAccess | undefined> => {
    const entry = result.files[file];
    const input = entry && inputs[entry.evidence];
    if (!entry || !input) return undefined;
    let tree = trees.get(entry.evidence);
    if (!tree) trees.set(entry.evidence, (tree = openInput(input, { platform, report })));
    const opened = await tree;
    if (opened.tree.access !== "seekable") return undefined;
    const found = await opened.tree.find(entry.path);
    return found?.ref && openRef(found.ref, { platform });
  };
  return {
    async read({ file, offset, length }) {
      let source = files.get(file);
      if (!source) files.set(file, (source = open(file)));
      const opened = await source;
      if (!opened) return undefined;
      const from = Math.max(0, Math.min(Math.floor(offset) || 0, opened.size));
      const bytes = await opened.read(from, Math.max(0, Math.min(length, MAX)));
      const evidence = result.evidence[result.files[file]!.evidence];
      return { size: opened.size, bytes: bytes.slice(), encrypted: evidence?.acquisition.encrypted === true };
    },
    async close() {
      for (const source of files.values()) await (await source.catch(() => undefined))?.close?.();
      for (const tree of trees.values()) await (await tree.catch(() => undefined))?.close();
      files.clear();
      trees.clear();
    },
  };
}
