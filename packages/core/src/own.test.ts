import assert from "node:assert/strict";
import { test } from "node:test";
import { own } from "./own.ts";

test("a part is the same text, whatever is in it", () => {
  const parts = [
    "",
    "a",
    "\ufeffwith a mark",
    "ñ→𝒳 鍵 🔑\u0000",
    "\ud800",
    "x\udc00\ud800y",
    "é".repeat(8192),
    "🔑".repeat(4096),
  ];
  for (const part of parts) assert.equal(own(part), part);
  const long = "x".repeat(20_000);
  assert.equal(own(long), long);
});

test("a part does not keep what it was cut from", () => {
  const before = process.memoryUsage().heapUsed;
  const kept: string[] = [];
  // Each is cut from a text of a megabyte: with it they would be 300 MB.
  for (let i = 0; i < 300; i++) {
    const whole = String.fromCharCode(97 + (i % 26)).repeat(1 << 20) + i;
    kept.push(own(JSON.parse(JSON.stringify(whole)).slice(0, 40)));
  }
  const grown = process.memoryUsage().heapUsed - before;
  assert.equal(kept.length, 300);
  assert.ok(grown < 150_000_000, `${grown} bytes`);
});
