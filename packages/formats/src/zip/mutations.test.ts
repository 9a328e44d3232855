import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { explodedTest, mutationTest } from "../../../../tools/fuzz/mutations.ts";
import { readZip } from "./index.ts";

mutationTest("zip", { read: 700 });
await explodedTest("zip");

test("files too short for an end record that have its mark", async () => {
  for (const hex of ["50433b5c504b05060001087f00", "504b03042d504b05060000080800606ca658", "504b0506", ""]) {
    const bytes = new Uint8Array(Buffer.from(hex, "hex"));
    const problems: Problem[] = [];
    const source = {
      size: bytes.length,
      read: (at: number, n: number) => Promise.resolve(bytes.subarray(at, at + n)),
    };
    for await (const batch of readZip(source, (p) => problems.push(p))) assert.deepEqual(batch, []);
    assert.deepEqual(
      problems.map((p) => p.code),
      ["zip-directory"],
    );
  }
});
