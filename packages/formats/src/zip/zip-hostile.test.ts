/** Archives that lie: names, sizes, places, directories, hashes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as crcOf } from "node:zlib";
import { crc32, dataOffset, hashName, looksLikeZip } from "./index.ts";
import { safeName, shownName } from "./name.ts";
import { bytesOf, codes, made, names, read, sourceOf, x } from "./zip.fixture.ts";

test("names that are no path inside the archive, or come twice, are told and left out", async () => {
  const bad = ["../../etc/passwd", "/etc/passwd", "C:/x", "a/../../b", "a\0b", "", "..", "x".repeat(5000), "a\\b/c"];
  const r = await read(
    made([{ name: "good", data: x }, ...bad.map((name) => ({ name, data: x })), { name: "good", data: x }]),
  );
  assert.deepEqual(names(r), ["good"]);
  assert.deepEqual(new Set(codes(r)), new Set(["path-unsafe"]));
  assert.equal(r.problems.length, bad.length + 1);
  assert.ok(r.problems.every((p) => (p.path?.length ?? 0) <= 201 && !p.path?.includes("\0")));
  const fine = await read(made(["./a//b", "a/./c", "…", "ab:c", "-rf"].map((name) => ({ name, data: x }))));
  assert.deepEqual(names(fine), ["a/b", "a/c", "…", "ab:c", "-rf"]);
  assert.deepEqual(fine.problems, []);
  const windows = await read(made([{ name: "a\\b.txt", data: x, host: 0, flags: 0 }]));
  assert.deepEqual(names(windows), ["a/b.txt"], "PowerShell 5 took the backslash for the separator");
  const old = await read(made([{ name: Buffer.from([0x61, 0xa4, 0x6f]), data: x, host: 0, flags: 0 }]));
  assert.deepEqual(names(old), ["año"], "code page 437");
  assert.deepEqual(
    [safeName("a/"), safeName("."), safeName("a/.."), shownName("a\x1b[2J")],
    ["a", undefined, undefined, "a\\x1b[2J"],
  );
});

test("sizes and places that cannot be, shared bytes, bombs", async () => {
  const far = await read(
    made([
      { name: "a", data: x, offset: 0x7fffffff },
      { name: "b", data: x },
    ]),
  );
  assert.deepEqual([names(far), codes(far)], [["b"], ["zip-entry"]]);
  const long = await read(
    made([
      { name: "a", data: x, compressedSize: 0xfffffffe, size: 0xfffffffe },
      { name: "b", data: x },
    ]),
  );
  assert.deepEqual([names(long), codes(long)], [["b"], ["zip-entry"]]);
  const one = { name: "a", data: Buffer.alloc(5000, 1) };
  const shared = await read(
    made([
      one,
      ...Array.from({ length: 40 }, (_, i) => ({
        ...one,
        name: `s${i}`,
        data: Buffer.alloc(0),
        size: 5000,
        compressedSize: 5000,
        offset: 0,
      })),
    ]),
  );
  assert.deepEqual(names(shared), ["a"]);
  assert.ok(codes(shared).every((c) => c === "zip-entry" || c === "bomb"));
  const bomb = await read(made([{ name: "a", data: Buffer.alloc(1000), method: 8, size: 0xf0000000 }]));
  assert.deepEqual([names(bomb), codes(bomb)], [[], ["bomb"]]);
  const two = await read(made([{ name: "a", data: x, size: 99 }]));
  assert.deepEqual([two.entries[0]?.size, codes(two)], [x.length, ["zip-entry"]], "stored bytes have one size");
  const zip64 = Buffer.from([1, 0, 16, 0, ...Array(16).fill(0xff)]);
  const huge = await read(
    made([
      { name: "a", data: x, size: 0xffffffff, compressedSize: 0xffffffff, extra: zip64 },
      { name: "b", data: x },
    ]),
  );
  assert.deepEqual([names(huge), codes(huge)], [["b"], ["zip-entry"]]);
  const moved = made([
    { name: "a", data: x, offset: 3 },
    { name: "b", data: Buffer.alloc(100) },
  ]);
  const elsewhere = await read(moved);
  assert.deepEqual(names(elsewhere), ["a"]);
  assert.equal(await dataOffset(sourceOf(moved), elsewhere.entries[0]!), undefined, "no local header stands there");
});

test("directories that are cut, moved, doubled or gone: what can be found is found", async () => {
  const parts = Array.from({ length: 30 }, (_, i) => ({
    name: `f${i}`,
    data: Buffer.from(`${i}`.repeat(100)),
    method: 8,
  }));
  const whole = made(parts);
  const directory = whole.indexOf(Buffer.from("PK\x01\x02", "latin1"));
  for (const cut of [whole.length - 5, directory + 400, directory + 3, directory - 700, 1000]) {
    const b = whole.subarray(0, cut);
    const r = await read(b);
    assert.ok(r.entries.length >= Math.floor(Math.min(cut, directory) / 60) - 1, `${cut}: ${r.entries.length}`);
    assert.ok(codes(r).includes("zip-directory"));
    for (const e of r.entries.slice(0, -1))
      assert.ok((await bytesOf(b, e)).equals(parts[Number(e.name.slice(1))]!.data));
  }
  const damaged = Buffer.from(whole);
  damaged.fill(0, directory + 600, directory + 640);
  const r = await read(damaged);
  assert.deepEqual(new Set(names(r)), new Set(parts.map((p) => p.name)), "the local headers give the rest");
  assert.equal(new Set(names(r)).size, r.entries.length);
  const fewer = await read(made(parts, { count: 7 }));
  assert.equal(fewer.entries.length, 30);
  assert.ok(codes(fewer).includes("zip-directory"));
  const empty = await read(made([]));
  assert.deepEqual([empty.entries, empty.problems], [[], []]);
  // An end record in a comment that points to nothing.
  const fake = Buffer.alloc(40);
  fake.write("PK\x05\x06", 5, "latin1");
  fake.writeUInt32LE(0xffff, 5 + 12);
  assert.equal((await read(made(parts, { comment: fake }))).entries.length, 30);
  for (const junk of [
    Buffer.alloc(0),
    Buffer.from("PK"),
    Buffer.alloc(100_000, 0x50),
    Buffer.from("PK\x03\x04".repeat(30_000), "latin1"),
  ]) {
    const at = performance.now();
    const none = await read(junk);
    assert.deepEqual(none.entries, []);
    assert.ok(codes(none).includes("zip-directory"));
    assert.ok(performance.now() - at < 5000);
  }
  const parts4 = Buffer.from(whole);
  parts4.writeUInt16LE(3, whole.length - 22 + 4);
  assert.deepEqual(codes(await read(parts4)).slice(0, 1), ["zip-unsupported"], "a part of several");
});

/** Names that one of the common hash functions (FNV-1a) maps to one number, from pairs of blocks that collide. */
function colliding(bits: number): string[] {
  const step = (h: number, s: string): number => {
    let out = h;
    for (let i = 0; i < s.length; i++) out = Math.imul(out ^ s.charCodeAt(i), 0x01000193);
    return out >>> 0;
  };
  const pairs: (readonly [string, string])[] = [];
  let state = 0x811c9dc5;
  while (pairs.length < bits) {
    const seen = new Map<number, string>();
    for (let n = 1; ; n++) {
      const block = (Math.imul(n, 2_654_435_761) >>> 0).toString(36).padStart(7, "0");
      const h = step(state, block);
      const other = seen.get(h);
      if (other === undefined) seen.set(h, block);
      else {
        pairs.push([other, block]);
        state = h;
        break;
      }
    }
  }
  return Array.from({ length: 1 << bits }, (_, n) => pairs.map((p, i) => p[(n >> i) & 1]).join(""));
}

test("names that are made to fall together do not", async () => {
  const many = colliding(13);
  assert.equal(new Set(many).size, many.length);
  const at = process.cpuUsage().user;
  const r = await read(made(many.map((name) => ({ name }))));
  assert.equal(r.entries.length, many.length);
  assert.ok(process.cpuUsage().user - at < 3_000_000);
  const hashes = new Set(many.map((n) => hashName(n)));
  assert.ok(hashes.size > many.length - 10);
  const key = new Int32Array([1, 2]);
  assert.notEqual(hashName("a", key), hashName("a", new Int32Array([1, 3])));
  assert.equal(hashName("a", key), hashName("a", key));
  const short = ["", "a", "b", "aa", "ab", "a\0", "\0", "\0\0", "aaa", "aab"].map((n) => hashName(n, key));
  assert.equal(new Set(short).size, short.length);
});

test("CRC-32, and what begins a zip", () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, i) => (i * 31) & 255));
  for (let n = 0; n < 40; n++) assert.equal(crc32(bytes.subarray(n, 3 * n)), crcOf(bytes.subarray(n, 3 * n)));
  assert.equal(crc32(bytes.subarray(400), crc32(bytes.subarray(0, 400))), crcOf(bytes));
  assert.ok(looksLikeZip(made([{ name: "a" }])) && looksLikeZip(made([])));
  for (const other of [Buffer.alloc(0), Buffer.from("PK"), Buffer.from("PK\x01\x02", "latin1")])
    assert.ok(!looksLikeZip(other));
});
