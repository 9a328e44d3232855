import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { md5 } from "./index.ts";

test("the digests of another implementation, at every length around a block", () => {
  for (let n = 0; n < 200; n++) {
    const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 7 + n) & 255);
    assert.equal(Buffer.from(md5(bytes)).toString("hex"), createHash("md5").update(bytes).digest("hex"), String(n));
  }
});
