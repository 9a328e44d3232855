import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, gzipSync } from "node:zlib";
import type { Problem, RandomAccess } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { unpacked } from "./unpacked.ts";

const text = new TextEncoder().encode('[{"address":"+525500000000"}]'.repeat(3000));
const sourceOf = (b: Uint8Array): RandomAccess => ({ size: b.length, read: async (at, n) => b.subarray(at, at + n) });

async function open(
  bytes: Uint8Array,
  zlib?: boolean,
): Promise<{ plain: Uint8Array | undefined; problems: Problem[] }> {
  const problems: Problem[] = [];
  const o = { platform: nodePlatform(), report: (p: Problem) => void problems.push(p) };
  const opened = await unpacked(sourceOf(bytes), zlib === undefined ? o : { ...o, zlib });
  const plain = opened && (await opened.read(0, opened.size));
  await opened?.close?.();
  return { plain, problems };
}

test("a zlib stream is opened where it is asked for, of any level", async () => {
  for (const level of [0, 1, 6, 9]) {
    const { plain, problems } = await open(deflateSync(text, { level }), true);
    assert.deepEqual(problems, []);
    assert.deepEqual(plain, text);
  }
  assert.deepEqual((await open(deflateSync(new Uint8Array(0)), true)).plain, new Uint8Array(0));
  for (const zlib of [undefined, false]) assert.equal((await open(deflateSync(text), zlib)).plain, undefined);
  assert.deepEqual((await open(gzipSync(text), true)).plain, text);
});

test("what is no zlib stream stays as it is", async () => {
  for (const s of ["", "x", "[{}]", "x^", "hola, esto es texto"])
    assert.equal((await open(new TextEncoder().encode(s), true)).plain, undefined, s);
});

test("a stream that is cut, or whose sum is another", async () => {
  const whole = deflateSync(text);
  const cut = await open(whole.subarray(0, whole.length - 40), true);
  assert.ok(cut.plain!.length < text.length);
  assert.deepEqual(
    cut.problems.map((p) => [p.code, p.lost]),
    [["gzip-damaged", "bytes"]],
  );
  const wrong = Uint8Array.from(whole);
  wrong[wrong.length - 1]! ^= 1;
  const sum = await open(wrong, true);
  assert.deepEqual(sum.plain, text);
  assert.deepEqual(
    sum.problems.map((p) => p.found),
    ["Adler-32"],
  );
});
