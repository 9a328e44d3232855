/** Sources over sources: hashing while reading, decrypting, spooling, and the cache behind them. @module */
import assert from "node:assert/strict";
import { createCipheriv, createHash } from "node:crypto";
import { test } from "node:test";
import { ContraluzError, LIMITS, type RandomAccess } from "@contraluz/core";
import { createRandom } from "../../../samples/lib/random.ts";
import { stopIfCancelled, untilCancelled } from "./cancel.ts";
import { CbcSource } from "./cbc.ts";
import { HashingSource, WINDOW } from "./hashing.ts";
import { TestPlatform } from "./ios-backup/harness.fixture.ts";
import { Lru } from "./lru.ts";
import { Spool } from "./spool.ts";

const MiB = 1 << 20;
const sha256 = (b: Uint8Array): string => createHash("sha256").update(b).digest("hex");

/** Bytes that tell their place. */
function numbered(size: number): Buffer {
  const out = Buffer.alloc(Math.ceil(size / 4) * 4);
  for (let i = 0; i < out.length; i += 4) out.writeUInt32LE(Math.imul(i, 2_654_435_761) >>> 0, i);
  return out.subarray(0, size);
}

interface Counted extends RandomAccess {
  reads: [number, number][];
  closed: number;
}

function source(bytes: Buffer, o: { readonly says?: number } = {}): Counted {
  return {
    size: o.says ?? bytes.length,
    reads: [],
    closed: 0,
    async read(offset, length) {
      this.reads.push([offset, length]);
      return new Uint8Array(bytes.subarray(offset, offset + length));
    },
    async close() {
      this.closed++;
    },
  };
}

const same = (found: Uint8Array, expected: Buffer): boolean => Buffer.compare(found, expected) === 0;

test("hashing: any reads, the bytes of the file, its hash", async () => {
  const bytes = numbered(5 * MiB + 4321);
  const r = createRandom(1);
  for (const window of [0, 2 * MiB, WINDOW]) {
    const inner = source(bytes);
    const h = new HashingSource(inner, new TestPlatform(), { window });
    for (let i = 0; i < 120; i++) {
      const at = r.below(65_536) * 81;
      const length = i % 9 === 0 ? r.below(40) * 65_536 : r.below(9000);
      assert.ok(same(await h.read(at, length), bytes.subarray(at, at + length)), `${at} ${length}`);
    }
    for (const [at, length] of [
      [bytes.length, 9],
      [bytes.length - 3, 9],
      [-1, 4],
      [0, 0],
      [2 ** 52, 5],
      [Number.NaN, 3],
    ] as const) {
      const expected = at >= 0 ? bytes.subarray(at, at + length) : Buffer.alloc(0);
      assert.ok(same(await h.read(at, length), expected), `${at} ${length}`);
    }
    assert.deepEqual(await h.finish(), { sha256: sha256(bytes), size: bytes.length });
    assert.equal(h.finish(), h.finish(), "asked again: the same answer");
    assert.ok(same(await h.read(77, 99), bytes.subarray(77, 176)), "still readable");
    await h.close();
    await h.close();
    assert.equal(inner.closed, 1);
  }
  const empty = new HashingSource(source(Buffer.alloc(0)), new TestPlatform());
  assert.equal((await empty.read(0, 10)).length, 0);
  assert.equal((await empty.finish()).sha256, sha256(Buffer.alloc(0)));
});

test("hashing: what is read in order is read once; what lies behind the window is read again", async () => {
  const bytes = numbered(8 * MiB);
  const inner = source(bytes);
  const h = new HashingSource(inner, new TestPlatform(), { window: 2 * MiB });
  for (let at = 0; at < bytes.length; at += 30_000) await h.read(at, 40_000);
  await h.finish();
  assert.equal(h.bytesRead, bytes.length);
  const before = h.bytesRead;
  await h.read(100, 50);
  await h.read(200, 50);
  assert.equal(h.bytesRead - before, 100);
  assert.equal(
    inner.reads.reduce((n, [, length]) => n + length, 0),
    h.bytesRead,
  );
  // The reader's last bytes stay at hand while the hash runs ahead.
  const ahead = new HashingSource(source(bytes), new TestPlatform(), { window: 3 * MiB });
  await ahead.read(4 * MiB, 70_000);
  const read = ahead.bytesRead;
  await ahead.read(3 * MiB, MiB);
  assert.equal(ahead.bytesRead, read);
  // A page far ahead (of a small table) does not drag the hash along; larger reads do.
  const pages = new HashingSource(source(bytes), new TestPlatform());
  assert.ok(same(await pages.read(7 * MiB + 5, 4096), bytes.subarray(7 * MiB + 5, 7 * MiB + 4101)));
  assert.equal(pages.bytesRead, 4096);
  await pages.read(2 * MiB, 70_000);
  assert.equal(pages.bytesRead, 4096 + 3 * MiB);
});

test("hashing: reads that overlap in time", async () => {
  const bytes = numbered(6 * MiB);
  const slow: RandomAccess = {
    size: bytes.length,
    async read(offset, length) {
      await new Promise((resolve) => setTimeout(resolve, offset % 3));
      return new Uint8Array(bytes.subarray(offset, offset + length));
    },
  };
  const h = new HashingSource(slow, new TestPlatform(), { window: MiB });
  const places = [5 * MiB, 0, 3 * MiB + 7, 100, 2 * MiB - 3, 5 * MiB + 9];
  const [done, ...parts] = await Promise.all([h.finish(), ...places.map((at) => h.read(at, 3000))]);
  for (const [i, at] of places.entries()) assert.ok(same(parts[i]!, bytes.subarray(at, at + 3000)));
  assert.equal(done.sha256, sha256(bytes));
});

test("hashing: a file that shrinks, a host that fails, giving up", async () => {
  const shrunk = new HashingSource(source(numbered(MiB), { says: 3 * MiB }), new TestPlatform());
  const ends = (e: unknown): boolean =>
    e instanceof ContraluzError && e.code === "host-read" && e.problem?.offset === MiB;
  await assert.rejects(shrunk.read(MiB + 5, 10), ends);
  await assert.rejects(shrunk.finish(), ends);
  let fail = true;
  const inner = source(numbered(3 * MiB));
  const { read } = inner;
  inner.read = (o, n) => (fail && o >= MiB ? Promise.reject(new Error("EIO")) : read.call(inner, o, n));
  const h = new HashingSource(inner, new TestPlatform());
  await assert.rejects(h.read(2 * MiB, 10), /EIO/);
  assert.ok(same(await h.read(5, 10), numbered(15).subarray(5)), "what can be read is read");
  fail = false;
  assert.equal((await h.finish()).sha256, sha256(numbered(3 * MiB)), "the next one who asks tries again");
  const cancel = { aborted: false };
  const given = source(numbered(4 * MiB));
  const g = new HashingSource(given, new TestPlatform());
  const first = given.read;
  given.read = (o, n) => {
    cancel.aborted = o >= 2 * MiB;
    return first.call(given, o, n);
  };
  await assert.rejects(g.finish(cancel), { code: "cancelled" });
  assert.equal(given.reads.length, 3);
});

test("hashing: views close the source once all are closed and the hash is made, whichever comes last", async () => {
  for (const finishFirst of [true, false]) {
    const inner = source(numbered(MiB));
    const h = new HashingSource(inner, new TestPlatform());
    const [a, b] = [h.handle(), h.handle()];
    await a.close?.();
    await a.close?.();
    if (finishFirst) await h.finish();
    assert.equal(inner.closed, 0);
    assert.ok(same(await b.read(1, 4), numbered(5).subarray(1)));
    await b.close?.();
    assert.equal(inner.closed, finishFirst ? 1 : 0);
    if (!finishFirst) await h.finish();
    assert.deepEqual([inner.closed, h.closed], [1, true]);
  }
});

test("AES-CBC: any range, in any order, each block decrypted once where reads ascend", async () => {
  const raw = createHash("sha256").update("key").digest();
  const key = (await crypto.subtle.importKey("raw", raw, "AES-CBC", false, ["decrypt", "encrypt"])) as never;
  const plain = numbered(3 * MiB + 5);
  const c = createCipheriv("aes-256-cbc", raw, Buffer.alloc(16));
  const cipher = Buffer.concat([c.update(plain), c.final()]);
  const platform = new TestPlatform();
  const r = createRandom(3);
  const cbc = new CbcSource(source(cipher), key, plain.length, platform);
  assert.equal(cbc.size, plain.length);
  for (let i = 0; i < 60; i++) {
    const at = r.below(65_536) * 49;
    const length = i % 5 === 0 ? r.below(30) * 65_536 : r.below(3000);
    assert.ok(same(await cbc.read(at, length), plain.subarray(at, at + length)), `${at} ${length}`);
  }
  assert.equal((await cbc.read(plain.length, 5)).length, 0);
  assert.equal((await cbc.read(-3, 5)).length, 0);
  assert.ok(same(await cbc.read(plain.length - 2, 50), plain.subarray(-2)));
  const inner = source(cipher);
  const ascending = new CbcSource(inner, key, plain.length, platform);
  for (let at = 0; at < plain.length; at += MiB) await ascending.read(at, MiB);
  assert.equal(
    inner.reads.reduce((n, [, length]) => n + length, 0),
    cipher.length,
  );
  await ascending.close();
  assert.equal(inner.closed, 1);
  // Cut short, or with a size that lies: what there is.
  assert.equal(new CbcSource(source(cipher.subarray(0, 1000)), key, plain.length, platform).size, 992);
  const cut = new CbcSource(source(cipher.subarray(0, 1000)), key, plain.length, platform);
  assert.ok(same(await cut.read(0, 5000), plain.subarray(0, 992)));
  assert.equal(new CbcSource(source(cipher), key, 0, platform).size, 0);
  assert.equal(new CbcSource(source(Buffer.alloc(7)), key, 100, platform).size, 0);
  assert.ok(same(await new CbcSource(source(cipher), key, 100, platform).read(90, 50), plain.subarray(90, 100)));
  const less = new CbcSource(source(cipher.subarray(0, 100_000), { says: cipher.length }), key, plain.length, platform);
  assert.ok(
    same(await less.read(99_000, 5000), plain.subarray(99_000, 100_000)),
    "a source that gives less than it says",
  );
});

test("spool: memory up to a bound, scratch beyond it, the same bytes", async () => {
  const bytes = numbered(3 * MiB + 77);
  const r = createRandom(9);
  for (const [memory, size, scratches] of [
    [LIMITS.memory, undefined, 0],
    [LIMITS.memory, 100, 0],
    [bytes.length, bytes.length, 0],
    [bytes.length - 1, bytes.length, 1],
    [100_000, undefined, 1],
    [0, undefined, 1],
  ] as const) {
    const platform = new TestPlatform();
    const spool = new Spool(platform, { memory, hash: true, ...(size === undefined ? {} : { size }) });
    for (let at = 0; at < bytes.length; ) {
      const n = r.below(65_536) * 3;
      await spool.write(bytes.subarray(at, at + n));
      at += n;
    }
    assert.equal(spool.size, bytes.length);
    assert.equal(platform.scratches, scratches, `${memory} bytes of memory`);
    assert.equal(spool.sha256(), sha256(bytes));
    assert.equal(spool.sha256(), sha256(bytes));
    const opened = spool.open();
    assert.equal(opened.size, bytes.length);
    for (let i = 0; i < 40; i++) {
      const at = r.below(65_536) * 49;
      const length = r.below(65_536) * (i % 4 === 0 ? 30 : 1);
      assert.ok(same(await opened.read(at, length), bytes.subarray(at, at + length)));
    }
    assert.equal((await opened.read(bytes.length, 1)).length, 0);
    await spool.close();
  }
  const nothing = new Spool(new TestPlatform());
  assert.equal((await nothing.open().read(0, 9)).length, 0);
  assert.throws(() => nothing.sha256(), { code: "usage" });
});

test("spool: what it was given may be used again by whoever gave it", async () => {
  const spool = new Spool(new TestPlatform(), { memory: 100 });
  const piece = new Uint8Array([1, 2, 3]);
  await spool.write(piece);
  piece.fill(9);
  assert.deepEqual([...(await spool.open().read(0, 3))], [1, 2, 3]);
});

test("spool: no scratch, or a full one, is told as such", async () => {
  const none = new Spool(
    {
      sha256: () => assert.fail(),
      scratch: () => Promise.reject(Object.assign(new Error("EROFS: read-only, open '/tmp/x'"), { code: "EROFS" })),
    },
    { memory: 10 },
  );
  await none.write(new Uint8Array(10));
  const refused = {
    code: "scratch-unavailable",
    problem: { code: "scratch-unavailable", found: "EROFS", lost: "file" },
  };
  await assert.rejects(none.write(new Uint8Array(1)), refused);
  const full = new TestPlatform();
  full.scratch = async () => ({
    write: () => Promise.reject(new Error("ENOSPC")),
    open: () => assert.fail(),
    close: async () => {},
  });
  const spool = new Spool(full, { memory: 1 });
  await assert.rejects(spool.write(new Uint8Array(2)), { code: "scratch-unavailable" });
  await spool.close();
});

test("hashing: what was given stays as it was, though blocks are filled again", async () => {
  const bytes = numbered(6 * MiB);
  const h = new HashingSource(source(bytes), new TestPlatform(), { window: MiB });
  const parts: [number, Uint8Array][] = [];
  for (let at = 0; at < bytes.length; at += MiB / 2) parts.push([at, await h.read(at, 5000)]);
  const into = new Uint8Array(7000);
  const filled = await h.read(bytes.length - 100, 7000, into);
  assert.ok(filled.buffer === into.buffer && same(filled, bytes.subarray(-100)), "in the memory that was handed in");
  await h.finish();
  for (const [at, part] of parts) assert.ok(same(part, bytes.subarray(at, at + 5000)), String(at));
});

test("the cache drops what was used least, keeps one piece whatever its size, and fills pieces again", () => {
  const lru = new Lru(10, 4);
  const piece = (n: number): Uint8Array => lru.spare().subarray(0, n);
  lru.set(1, piece(4));
  lru.set(2, piece(4));
  const second = lru.get(2)!;
  assert.ok(lru.get(1));
  lru.set(3, piece(4));
  assert.deepEqual([lru.get(1)?.length, lru.get(2), lru.get(3)?.length], [4, undefined, 4]);
  const again = lru.spare();
  assert.ok(again.buffer === second.buffer && again.length === 4, "memory of what was let go");
  lru.set(3, again.subarray(0, 2));
  assert.deepEqual([lru.get(1)?.length, lru.get(3)?.length], [4, 2], "its size is that of the new piece");
  lru.set(4, piece(4));
  assert.deepEqual([lru.get(1)?.length, lru.get(3)?.length, lru.get(4)?.length], [4, 2, 4]);
  lru.clear();
  assert.equal(lru.get(4), undefined);
  const one = new Lru(1, 50);
  one.set(1, new Uint8Array(50));
  assert.equal(one.get(1)?.length, 50);
  one.set(2, new Uint8Array(1));
  assert.deepEqual([one.get(1), one.get(2)?.length], [undefined, 1]);
});

test("the memory of a cache that was cleared serves the next one, and shows nothing of it", async () => {
  const first = new Lru(4 * MiB, MiB);
  const lent = Array.from({ length: 3 }, (_, i) => first.spare().fill(i + 1));
  for (const [i, piece] of lent.entries()) first.set(i, piece);
  first.clear();
  assert.equal(first.get(0), undefined);
  const second = new Lru(4 * MiB, MiB / 2);
  const again = second.spare();
  assert.ok(lent.some((p) => p.buffer === again.buffer));
  // Two sources read at once from memory that others had.
  const [a, b] = [numbered(3 * MiB), Buffer.from(numbered(MiB).map((x) => x ^ 0xff))];
  const [x, y] = [a, b].map((bytes) => new HashingSource(source(bytes), new TestPlatform()));
  for (let at = 0; at < a.length; at += 100_003) {
    assert.ok(same(await x!.read(at, 900), a.subarray(at, at + 900)), `${at}`);
    if (at < b.length) assert.ok(same(await y!.read(at, 900), b.subarray(at, at + 900)), `${at}, the other`);
  }
  for (const h of [x, y]) await h!.finish();
});

test("giving up on work that cannot be stopped", async () => {
  const cancel = { aborted: false };
  assert.equal(await untilCancelled(Promise.resolve(7), cancel), 7);
  assert.equal(await untilCancelled(Promise.resolve(7), undefined), 7);
  await assert.rejects(untilCancelled(Promise.reject(new Error("own")), cancel), /own/);
  const never = untilCancelled(new Promise(() => {}), cancel);
  setTimeout(() => {
    cancel.aborted = true;
  }, 10);
  await assert.rejects(never, { code: "cancelled" });
  assert.throws(() => stopIfCancelled(cancel), { code: "cancelled" });
  stopIfCancelled(undefined);
});

test("hashing: small reads far ahead neither drag the hash along nor cost a byte twice", async () => {
  const bytes = numbered(12 * MiB + 777);
  const h = new HashingSource(source(bytes), new TestPlatform(), { window: 2 * MiB });
  const pages = [9 * MiB + 4096, 5 * MiB, 9 * MiB, 12 * MiB + 700, 9 * MiB + 2048, 5 * MiB, 6 * MiB - 100];
  for (const at of pages) assert.ok(same(await h.read(at, 4096), bytes.subarray(at, at + 4096)), String(at));
  const read = 5 * 4096 + 77 + 4096;
  assert.ok(h.bytesRead <= read, `${h.bytesRead} bytes, the hash has not moved`);
  for (let at = 0; at < bytes.length; at += MiB) {
    assert.ok(same(await h.read(at, MiB), bytes.subarray(at, at + MiB)), String(at));
  }
  const { sha256, size } = await h.finish();
  assert.deepEqual([sha256, size], [createHash("sha256").update(bytes).digest("hex"), bytes.length]);
  // One page crosses the end of a block, one overlaps another: those are read again, the others are not.
  assert.ok(h.bytesRead <= bytes.length + 2 * 4096, `${h.bytesRead} of ${bytes.length}`);
  const plain = new HashingSource(source(bytes), new TestPlatform());
  await plain.read(9 * MiB, 4096);
  await plain.read(5 * MiB + 4096, 4096);
  await plain.finish();
  assert.equal(plain.bytesRead, bytes.length);
});
