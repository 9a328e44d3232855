/** Sealed files against Node's own AES-GCM and HKDF, at sizes around a chunk, and against whoever changes them. */
import assert from "node:assert/strict";
import { createDecipheriv, hkdfSync } from "node:crypto";
import { test } from "node:test";
import type { RandomAccess } from "@contraluz/core";
import { dataKey, openSealed, SEALED_CHUNK, SEALED_HEAD, Sealer, sealBytes, sealedTextSize } from "./index.ts";

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i);
const SALT = Uint8Array.from({ length: 16 }, (_, i) => 200 + i);
const NAME = "log/00000001.json";
const bytesOf = (n: number): Uint8Array => Uint8Array.from({ length: n }, (_, i) => (i * 7 + (i >> 8)) & 255);
const source = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  read: async (at, n) => bytes.subarray(at, Math.min(bytes.length, at + n)),
});
const SIZES = [0, 1, SEALED_CHUNK - 1, SEALED_CHUNK, SEALED_CHUNK + 1, 2 * SEALED_CHUNK, 2 * SEALED_CHUNK + 5];

/** As anybody would open one with ordinary tools: chunk by chunk. */
function openByHand(stored: Uint8Array, name: string): Uint8Array {
  assert.equal(Buffer.from(stored.subarray(0, 16)).toString("latin1"), "contraluz-seal1\n");
  const key = hkdfSync("sha256", KEY, stored.subarray(16, 32), `contraluz sealed file\n${name}`, 32);
  const parts: Buffer[] = [];
  for (let at = 32, i = 0; at < stored.length; i++) {
    const end = Math.min(stored.length, at + SEALED_CHUNK + 16);
    const iv = Buffer.alloc(12);
    iv.writeUInt32BE(i, 7);
    iv[11] = end === stored.length ? 1 : 0;
    const d = createDecipheriv("aes-256-gcm", Buffer.from(key), iv);
    d.setAuthTag(stored.subarray(end - 16, end));
    parts.push(d.update(stored.subarray(at, end - 16)), d.final());
    at = end;
  }
  return Buffer.concat(parts);
}

test("what was sealed opens, by us at any place and by hand, whatever its size", async () => {
  const key = await dataKey(KEY);
  for (const size of SIZES) {
    const text = bytesOf(size);
    const stored = await sealBytes(key, NAME, SALT, text);
    assert.equal(sealedTextSize(stored.length), size);
    assert.deepEqual(new Uint8Array(openByHand(stored, NAME)), text);
    const opened = await openSealed(source(stored), key, NAME);
    assert.equal(opened.size, size);
    assert.deepEqual(await opened.read(0, size + 10), text);
    for (const at of [0, 1, SEALED_CHUNK - 2, SEALED_CHUNK, size - 1, size, size + 1])
      assert.deepEqual(await opened.read(at, 5), text.slice(Math.max(0, at), at < 0 ? 0 : at + 5), `${size} at ${at}`);
  }
});

test("it does not matter in which pieces a file comes", async () => {
  const key = await dataKey(KEY);
  const text = bytesOf(2 * SEALED_CHUNK + 5);
  const whole = await sealBytes(key, NAME, SALT, text);
  const s = new Sealer(key, NAME, SALT);
  const parts = [s.head()];
  for (let at = 0; at < text.length; at += 10_007) parts.push(await s.update(text.subarray(at, at + 10_007)));
  parts.push(await s.finish());
  assert.deepEqual(new Uint8Array(Buffer.concat(parts)), whole);
});

test("a changed byte, a cut, another name and another case are told", async () => {
  const key = await dataKey(KEY);
  const stored = await sealBytes(key, NAME, SALT, bytesOf(SEALED_CHUNK + 100));
  const all = async (bytes: Uint8Array, k = key, name = NAME): Promise<unknown> => {
    const opened = await openSealed(source(bytes), k, name);
    return opened.read(0, opened.size);
  };
  for (const at of [0, 15, 16, 31, SEALED_HEAD, SEALED_HEAD + 65_560, stored.length - 1]) {
    const bad = stored.slice();
    bad[at]! ^= 1;
    await assert.rejects(all(bad), { code: "case-damaged" }, `byte ${at}`);
  }
  const chunk = SEALED_CHUNK + 16;
  for (const n of [
    0,
    20,
    SEALED_HEAD,
    SEALED_HEAD + 15,
    SEALED_HEAD + chunk,
    SEALED_HEAD + chunk + 3,
    stored.length - 1,
  ])
    await assert.rejects(all(stored.subarray(0, n)), { code: "case-damaged" }, `cut at ${n}`);
  await assert.rejects(all(Uint8Array.from([...stored, 0])), { code: "case-damaged" });
  await assert.rejects(all(stored, key, "log/00000002.json"), { code: "case-damaged" });
  await assert.rejects(all(stored, await dataKey(KEY.map((b) => b ^ 1))), { code: "case-damaged" });
  assert.equal(((await all(stored)) as Uint8Array).length, SEALED_CHUNK + 100);
});

test("no chunk can take the place of another", async () => {
  const key = await dataKey(KEY);
  const stored = await sealBytes(key, NAME, SALT, bytesOf(3 * SEALED_CHUNK));
  const chunk = SEALED_CHUNK + 16;
  const swapped = stored.slice();
  swapped.copyWithin(SEALED_HEAD, SEALED_HEAD + chunk, SEALED_HEAD + 2 * chunk);
  const opened = await openSealed(source(swapped), key, NAME);
  await assert.rejects(opened.read(0, 10), { code: "case-damaged" });
  assert.equal((await opened.read(SEALED_CHUNK, 10)).length, 10);
});
