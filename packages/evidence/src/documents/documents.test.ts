/** Documents of an evidence, in their order. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { folderInput, nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../../../../tools/fuzz/archives.ts";
import { openDocuments } from "./index.ts";

test("a zip inside a zip that nobody can open is a file that was not read, never none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "contraluz-documents-"));
  try {
    const text = Array.from({ length: 40_000 }, (_, i) => `hoja ${i * 7919} `).join("");
    const inner = makeZip([{ name: "oficio.txt", bytes: new TextEncoder().encode(text) }]);
    const outer = makeZip([{ name: "dentro.zip", bytes: inner }], { deflate: true });
    outer.fill(0xff, outer.length >> 1, (outer.length >> 1) + 400);
    await writeFile(join(folder, "caja.zip"), outer);
    await writeFile(join(folder, "nota.txt"), "una nota");
    const told: Problem[] = [];
    const report = (p: Problem): void => void told.push(p);
    const platform = nodePlatform({ workers: 0 });
    const documents = await openDocuments(await folderInput(folder), { platform, report });
    const found: (readonly [string, string | undefined])[] = [];
    for await (const f of documents.files()) found.push([f.path, f.kind]);
    await documents.close();
    assert.deepEqual(found, [
      ["caja.zip!/dentro.zip", undefined],
      ["nota.txt", "text"],
    ]);
    assert.equal(told.length, 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
