import assert from "node:assert/strict";
import { test } from "node:test";
import { release } from "./release.ts";

test("what is given back has no bytes any more, and may be given back twice", () => {
  const bytes = new Uint8Array(1000).fill(7);
  const part = bytes.subarray(10, 20);
  release(part);
  assert.deepEqual([part.length, bytes.length, bytes.buffer.byteLength], [0, 0, 0]);
  release(bytes);
  release(new Uint8Array(0));
});
