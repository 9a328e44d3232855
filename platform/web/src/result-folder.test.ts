import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryFolder } from "./result-folder.ts";
import { someBytes } from "./suite.fixture.ts";

test("what was appended can be read at any place, and grows", async () => {
  const folder = memoryFolder();
  const all = someBytes(10_000);
  for (let at = 0, n = 0; at < all.length; at += n++) await folder.append("records/a.jsonl", all.subarray(at, at + n));
  const source = await folder.read("records/a.jsonl");
  assert.equal(source.size, all.length);
  for (let at = -3; at < all.length + 3; at += 97) {
    for (const length of [0, 1, 500, 20_000])
      assert.deepEqual(await source.read(at, length), at < 0 ? new Uint8Array(0) : all.subarray(at, at + length));
  }
  await folder.append("records/a.jsonl", someBytes(5));
  assert.equal(source.size, all.length);
  assert.equal((await folder.read("records/a.jsonl")).size, all.length + 5);
});

test("bytes are its own: whoever appended may use theirs again", async () => {
  const folder = memoryFolder();
  const bytes = Uint8Array.of(1, 2, 3);
  await folder.append("a", bytes);
  bytes.fill(9);
  assert.deepEqual(await (await folder.read("a")).read(0, 3), Uint8Array.of(1, 2, 3));
});

test("names in code-unit order, files to save, removed ones gone", async () => {
  const folder = memoryFolder();
  for (const name of ["result.json", "index/timeline.bin", "records/a.jsonl", "index/run-0.bin"])
    await folder.append(name, new TextEncoder().encode(name));
  await folder.remove("index/run-0.bin");
  assert.deepEqual(folder.names(), ["index/timeline.bin", "records/a.jsonl", "result.json"]);
  assert.equal(await folder.blob("records/a.jsonl").text(), "records/a.jsonl");
  await assert.rejects(folder.read("index/run-0.bin"), /nothing was written/);
  assert.throws(() => folder.blob("none"), /nothing was written/);
});

test("a result that is finished or given up takes nothing more; of the latter nothing is left", async () => {
  for (const end of ["commit", "discard"] as const) {
    const folder = memoryFolder();
    await folder.append("result.json", someBytes(10));
    assert.equal(folder.committed, false);
    await folder[end]();
    assert.equal(folder.committed, end === "commit");
    await assert.rejects(folder.append("result.json", someBytes(1)), /closed/);
    assert.deepEqual(folder.names(), end === "commit" ? ["result.json"] : []);
  }
});
