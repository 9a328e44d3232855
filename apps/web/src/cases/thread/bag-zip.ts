/** Zips that leave: of a dossier, of a case. @module */
import type { RandomAccess } from "@contraluz/core";
import { type StoredEntry, writeZip } from "@contraluz/formats/zip/index.ts";

const CHUNK = 1 << 20;
/** What of a dossier is signed and stamped. */
export const LIST = "tagmanifest-sha256.txt";
/** The folder of a dossier in its zip is called so: BagIt wants one. */
export const BAG = "contraluz-dossier/";

/** `open`: asked for each time that the bytes are needed, so that a thousand files are not open at once. */
export function ofFile(name: string, size: number, open: () => Promise<RandomAccess>): StoredEntry {
  return {
    name,
    size,
    async *chunks() {
      const source = await open();
      try {
        for (let at = 0; at < source.size; ) {
          const bytes = await source.read(at, CHUNK);
          if (bytes.length === 0) return;
          at += bytes.length;
          yield bytes;
        }
      } finally {
        await source.close?.();
      }
    },
  };
}

export function ofBytes(name: string, bytes: Uint8Array): StoredEntry {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

export async function zipOf(entries: readonly StoredEntry[]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of writeZip(entries)) parts.push(new Uint8Array(chunk));
  return new Blob(parts, { type: "application/zip" });
}
