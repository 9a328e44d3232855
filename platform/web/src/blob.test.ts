import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import type { EvidenceFile, Input } from "@contraluz/core";
import { folderInput as nodeFolder } from "@contraluz/platform-node";
import { blobAccess, type FileAt, fileInput, filesInput, folderInput } from "./blob.ts";
import { someBytes } from "./suite.fixture.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-web-"));
after(() => rmSync(root, { recursive: true, force: true }));

/** Names that sort differently by locale, by name within a folder, and by the whole path. */
const PATHS = [
  "a/b",
  "a.txt",
  "a-b",
  "a0",
  "a/.c",
  "a/b.d/e",
  "a/b-d/e",
  "Z",
  "z",
  "ñ/x",
  "n~",
  "É",
  "e\u0301",
  "00/00ff",
  "00-/1",
  "Manifest.db",
  "Manifest.db-wal",
  "\u{1f600}/1",
  "\uff5e",
];

async function filesOf(input: Input): Promise<EvidenceFile[]> {
  assert.ok("tree" in input);
  const out: EvidenceFile[] = [];
  for await (const batch of input.tree.files()) for (const f of batch) if (f.kind === "file") out.push(f);
  return out;
}

/** What a browser gives for a file of this machine. */
function fileAt(path: string): FileAt {
  const file = new File([`bytes of ${path}`], path, { lastModified: Math.trunc(statSync(join(root, path)).mtimeMs) });
  return { path, file };
}

for (const [i, path] of PATHS.entries()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `bytes of ${path}`);
  utimesSync(join(root, path), 1_700_000_000, 1_700_000_000 + i + 0.25);
}

test("a folder has the order, sizes and times that Node gives it", async () => {
  const plain = (f: EvidenceFile): unknown => ({ path: f.path, size: f.size, times: f.times });
  const node = (await filesOf(await nodeFolder(root))).map(plain);
  assert.equal(node.length, PATHS.length);
  for (const given of [PATHS, PATHS.toReversed(), PATHS.toSorted((a, b) => a.length - b.length)]) {
    assert.deepEqual((await filesOf(filesInput("x", given.map(fileAt)))).map(plain), node);
  }
});

test("the chosen folder itself is the name of the input, not part of the paths", async () => {
  const files = PATHS.map((p) => Object.assign(fileAt(p).file, { webkitRelativePath: `respaldo/${p}` }));
  const input = folderInput(files);
  assert.equal(input.name, "respaldo");
  assert.deepEqual(
    (await filesOf(input)).map((f) => f.path),
    (await filesOf(await nodeFolder(root))).map((f) => f.path),
  );
  assert.deepEqual(await filesOf(folderInput([])), []);
});

test("find gives files by their path alone", async () => {
  const input = filesInput("x", PATHS.map(fileAt));
  assert.ok("tree" in input);
  const found = await input.tree.find("a/b.d/e");
  assert.equal(found?.size, 16);
  const { ref } = found!;
  assert.ok(ref?.kind === "host");
  const bytes = await blobAccess(ref.handle as Blob).read(0, 100);
  assert.equal(new TextDecoder().decode(bytes), "bytes of a/b.d/e");
  for (const path of ["a/b.d", "a/b.d/e/", "/a/b", "", "__proto__"])
    assert.equal(await input.tree.find(path), undefined);
});

test("many files come in batches, and stop when nobody wants them", async () => {
  const file = new Blob(["x"]);
  const input = filesInput(
    "x",
    Array.from({ length: 2500 }, (_, i) => ({ path: `${i}`.padStart(5, "0"), file })),
  );
  assert.ok("tree" in input);
  const sizes: number[] = [];
  const cancel = { aborted: false };
  for await (const batch of input.tree.files(cancel)) {
    sizes.push(batch.length);
    cancel.aborted = sizes.length === 2;
  }
  assert.deepEqual(sizes, [1000, 1000]);
});

test("bytes of a blob: fewer only at the end, none outside, never counted from the end", async () => {
  const source = blobAccess(new Blob(["0123456789"]));
  const at = async (offset: number, length: number): Promise<string> =>
    new TextDecoder().decode(await source.read(offset, length));
  assert.equal(source.size, 10);
  assert.equal(await at(0, 4), "0123");
  assert.equal(await at(8, 4), "89");
  for (const offset of [-1, -5, 10, 11, Number.NaN]) assert.equal(await at(offset, 4), "", String(offset));
  assert.equal(await at(3, 0), "");
});

test("small reads share blocks, large ones go past them; each has its own bytes", async () => {
  const bytes = someBytes(3_000_000);
  let slices = 0;
  const blob = new Blob([bytes]);
  const { slice } = blob;
  Object.assign(blob, {
    slice(from: number, to: number) {
      slices++;
      return slice.call(blob, from, to);
    },
  });
  const source = blobAccess(blob);
  for (let at = 0; at < 500_000; at += 1000) {
    const piece = await source.read(at, 4096);
    assert.deepEqual(piece, bytes.subarray(at, at + 4096));
    piece.fill(0);
  }
  assert.equal(slices, 8);
  assert.deepEqual(await source.read(10, 1 << 20), bytes.subarray(10, 10 + (1 << 20)));
  assert.equal(slices, 9);
  // One after the other from all over: what was read long ago is read again.
  for (let at = 0; at < bytes.length; at += 1 << 16)
    assert.deepEqual(await source.read(at + 5, 1 << 15), bytes.subarray(at + 5, at + 5 + (1 << 15)));
  assert.deepEqual(await source.read(7, 9), bytes.subarray(7, 16));
  const before = slices;
  const many = await Promise.all([100_000, 100_001, 100_002].map((at) => source.read(at, 70)));
  assert.deepEqual(many[2], bytes.subarray(100_002, 100_072));
  assert.equal(slices, before + 1);
});

test("a read that failed is tried again", async () => {
  const blob = new Blob(["0123456789"]);
  const { slice } = blob;
  let broken = true;
  Object.assign(blob, {
    slice(from: number, to: number) {
      if (broken) return { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) };
      return slice.call(blob, from, to);
    },
  });
  const source = blobAccess(blob);
  await assert.rejects(source.read(0, 4), /gone/);
  broken = false;
  assert.equal(new TextDecoder().decode(await source.read(0, 4)), "0123");
});

test("one file stays one", () => {
  const blob = new Blob(["PK"]);
  assert.deepEqual(fileInput("a.zip", blob), { name: "a.zip", file: { kind: "host", handle: blob, size: 2 } });
});
