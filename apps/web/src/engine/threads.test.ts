import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceOf, threadsFor } from "./threads.ts";

const LINUX = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const ANDROID =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

test("a computer has two threads more, a phone and a small computer none", () => {
  const of = (hardwareConcurrency: number, userAgent: string, deviceMemory?: number): number =>
    threadsFor(deviceOf({ hardwareConcurrency, userAgent, ...(deviceMemory === undefined ? {} : { deviceMemory }) }));
  assert.equal(of(8, LINUX, 8), 2);
  assert.equal(of(4, LINUX), 2);
  assert.equal(of(2, LINUX, 8), 0);
  assert.equal(of(8, LINUX, 4), 0);
  assert.equal(of(8, LINUX, 0.5), 0);
  assert.equal(of(8, ANDROID, 8), 0);
  assert.equal(of(6, IPHONE), 0);
  assert.equal(threadsFor(deviceOf({})), 0);
});
