/** Zip archives: the listing, and every entry opened as evidence opens it. @module */
import { openInput, openRef } from "@contraluz/evidence";
import { dataOffset, readZip } from "@contraluz/formats/zip/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../archives.ts";
import { sourceOf } from "../memory.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Tally, Target } from "../target.ts";
import { bombs, exploded } from "./zip-bombs.ts";

const platform = nodePlatform({ workers: 0 });
const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const files = [
  { name: "Manifest.db", bytes: text("SQLite format 3\0".repeat(40)) },
  { name: "carpeta/" },
  { name: "carpeta/señal.txt", bytes: text("hola\n") },
  { name: "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28", bytes: Uint8Array.from({ length: 900 }, (_, i) => i * i) },
  { name: "vacío" },
];
const whole = makeZip(files, { deflate: true });

const seeds: readonly Parts[] = [
  [makeZip(files)],
  [whole],
  [makeZip(files, { deflate: true, descriptors: true })],
  [makeZip(files, { wide: true, descriptors: true })],
  [makeZip(files, { prefix: text("#!/bin/sh\n"), comment: "un comentario" })],
  [whole.subarray(0, whole.length - 100)],
  [makeZip([{ name: "respaldo.zip", bytes: whole }], { deflate: true })],
];
const tokens: Uint8Array[] = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 1, 2],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 6, 6],
  [0x50, 0x4b, 7, 8],
  [0xff, 0xff, 0xff, 0xff],
].map((b) => Uint8Array.from(b));
tokens.push(text("../"), text("/"), text("C:\\"));

async function drive([bytes]: Parts, tally: Tally): Promise<void> {
  const source = sourceOf(bytes!);
  for await (const batch of readZip(source, () => {})) {
    for (const entry of batch) {
      const at = await dataOffset(source, entry);
      if (at !== undefined && !(at >= 30 && at + entry.compressedSize <= bytes!.length))
        throw new Error(`data at ${at}`);
    }
  }
  const { report } = tally;
  const input = { name: "a.zip", file: { kind: "host", handle: source, size: bytes!.length } } as const;
  const opened = await openInput(input, { platform, report });
  try {
    for await (const batch of opened.tree.files()) {
      for (const file of batch) {
        tally.values++;
        if (/(^|\/)\.\.(\/|$)|^\/|\\|\0/.test(file.path)) throw new Error(`a path that leaves: ${file.path}`);
        if (!file.ref) continue;
        const body = await openRef(file.ref, { platform, report });
        tally.values += (await body.read(0, body.size)).length > 0 ? 1 : 0;
        await body.close?.();
      }
    }
  } finally {
    await opened.close();
  }
}

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens, paged: true }, dice),
  drive,
  refuses: true,
  bombs,
  exploded,
};
