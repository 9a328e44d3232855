import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { hasher } from "./sha256.ts";
import { someBytes } from "./suite.fixture.ts";

const expected = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

test("sha256 is that of node:crypto at every length, however it is cut", () => {
  for (let n = 0; n < 600; n++) {
    const bytes = someBytes(n, n);
    for (const step of [1, 7, 63, 64, 65, n + 1]) {
      const h = hasher();
      for (let at = 0; at < n; at += step) h.update(bytes.subarray(at, at + step));
      assert.equal(h.hex(), expected(bytes), `${n} bytes in pieces of ${step}`);
    }
  }
});

test("sha256 of bits that are all zeros, all ones, and one alone in any place", () => {
  for (const bytes of [new Uint8Array(1000), new Uint8Array(1000).fill(255)]) {
    const h = hasher();
    h.update(bytes);
    assert.equal(h.hex(), expected(bytes));
  }
  for (let bit = 0; bit < 1024; bit++) {
    const bytes = new Uint8Array(128);
    bytes[bit >> 3] = 0x80 >> (bit & 7);
    const h = hasher();
    h.update(bytes);
    assert.equal(h.hex(), expected(bytes), `bit ${bit}`);
  }
});

test("two streams at a time do not touch each other", () => {
  const [one, two] = [someBytes(10_000, 3), someBytes(10_000, 4)];
  const [a, b] = [hasher(), hasher()];
  for (let at = 0; at < 10_000; at += 100) {
    a.update(one.subarray(at, at + 100));
    b.update(two.subarray(at, at + 100));
  }
  assert.equal(a.hex(), expected(one));
  assert.equal(b.hex(), expected(two));
});
