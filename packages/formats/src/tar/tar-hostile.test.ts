/** Archives that lie: names, sizes, headers of headers, ends; what begins a tar. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Problem } from "@contraluz/core";
import { Chunks } from "./chunks.ts";
import { looksLikeGzip, looksLikeTar, readTar } from "./index.ts";
import { codes, header, made, names, pax, pieces, read, x } from "./tar.fixture.ts";

test("names that are no path inside the archive, or come twice, are told and left out", async () => {
  const bad = ["../../etc/passwd", "/etc/passwd", "C:/x", "a/../../b", "a\\b"];
  const r = await read(
    made([
      { name: "good", data: x },
      ...bad.map((name) => ({ name, data: x })),
      { name: "good", data: x },
      { name: "d/", type: "5" },
      { name: "d/", type: "5" },
      { name: "./", type: "5" },
    ]),
  );
  assert.deepEqual(names(r), ["good", "d", "d"]);
  assert.deepEqual(codes(r), Array(bad.length + 1).fill("path-unsafe"));
  const longer = await read(
    made([
      pax([["path", "../".repeat(30)]]),
      { data: x },
      pax([["path", `a/${"b".repeat(5000)}`]]),
      { data: x },
      { data: x },
    ]),
  );
  assert.deepEqual([names(longer), codes(longer)], [["file"], ["path-unsafe", "path-unsafe"]]);
});

test("pax and GNU headers speak of the next entry, global ones of all; no more than they may", async () => {
  const data = Buffer.from("0123456789");
  const r = await read(
    made([
      pax([["mtime", "1714979289.123456789"]], "g"),
      pax([
        ["path", "año/ñ"],
        ["comment", "x=y\nz"],
        ["SCHILY.xattr.user", "v"],
      ]),
      { name: "short", data },
      { name: "././@LongLink", type: "L", data: Buffer.from(`${"l".repeat(300)}\0`) },
      { name: "cut", data },
      pax([["size", "4"]]),
      { name: "sized", data: Buffer.from("abcd"), size: "00000000000\0" },
      { name: "last", data },
    ]),
  );
  assert.deepEqual(r.problems, []);
  assert.deepEqual(
    r.entries.map((e) => [e.name, e.bytes.toString()]),
    [
      ["año/ñ", "0123456789"],
      ["l".repeat(300), "0123456789"],
      ["sized", "abcd"],
      ["last", "0123456789"],
    ],
  );
  assert.ok(r.entries.every((e) => e.modified?.utc === 1_714_979_289_123_456_789n));
  const large = await read(
    made([
      { name: "meta", type: "x", data: Buffer.alloc(3 << 20, 0x31) },
      { name: "after", data: x },
    ]),
  );
  assert.deepEqual([names(large), codes(large)], [["after"], ["tar-header"]]);
  for (const bad of ["9999 path=x\n", "5 a=b", "x path=y\n", "10 path\n\n\n\n", "-3 path=a\n"]) {
    const b = await read(
      made([
        { type: "x", data: Buffer.from(bad) },
        { name: "after", data: x },
      ]),
    );
    assert.deepEqual([names(b), codes(b)], [["after"], ["tar-header"]], bad);
  }
  for (const size of ["-1", "1e9", "99999999999999999999", "0x10"]) {
    const b = await read(made([pax([["size", size]]), { name: "a", data: x }, { name: "b", data: x }]));
    assert.deepEqual([names(b), codes(b)[0]], [["b"], "tar-header"], size);
  }
});

test("sizes that lie, headers that are damaged, ends that come early", async () => {
  const huge = Buffer.from([0x80, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  const far = await read(
    made([
      { name: "a", data: x },
      { name: "b", data: x, size: huge },
      { name: "c", data: x },
    ]),
  );
  assert.deepEqual(names(far), ["a", "b"]);
  assert.deepEqual(codes(far), ["tar-header"]);
  for (const size of [Buffer.alloc(12, 0xff), Buffer.from([0x80, ...Array(11).fill(0xff)]), "8888888888\0", "9"]) {
    const r = await read(
      made([
        { name: "a", data: x },
        { name: "b", size },
        { name: "c", data: x },
      ]),
    );
    assert.deepEqual([names(r), codes(r)], [["a", "c"], ["tar-header"]], String(size));
  }
  const summed = await read(
    made([
      { name: "a", data: x },
      { name: "b", data: x, sum: "000000\0 " },
      { name: "c", data: x },
    ]),
  );
  assert.deepEqual([names(summed), codes(summed)], [["a", "c"], ["tar-header"]]);
  // What a link or a directory says of its size is nothing that follows it.
  const links = await read(
    made([
      { name: "l", type: "2", size: "00000007777\0" },
      { name: "d", type: "5", size: "00000007777\0" },
      { name: "c", data: x },
    ]),
  );
  assert.deepEqual(
    links.entries.map((e) => [e.name, e.kind, e.size]),
    [
      ["l", "link", 0],
      ["d", "dir", 0],
      ["c", "file", 10],
    ],
  );
  const whole = made([
    { name: "a", data: Buffer.alloc(3000, 7) },
    { name: "b", data: x },
  ]);
  for (const cut of [0, 100, 511, 512, 2000, 3584, 3700, 4096, 4100]) {
    const r = await read(whole.subarray(0, cut));
    assert.ok(r.entries.length === (cut < 512 ? 0 : cut < 4096 ? 1 : 2), String(cut));
    assert.equal(codes(r).length, [0, 3584].includes(cut) ? 0 : 1, String(cut));
    if (cut === 2000) assert.ok(r.entries[0]!.bytes.equals(Buffer.alloc(2000 - 512, 7)), "what is there is given");
  }
  const none = await read(made([{ name: "a", data: x }], 0));
  assert.deepEqual([names(none), none.problems], [["a"], []], "an end without empty blocks is an end");
  const joined = await read(Buffer.concat([made([{ name: "a", data: x }]), made([{ name: "b", data: x }])]));
  assert.deepEqual(names(joined), ["a"], "two empty blocks end it, as for tar");
  const hole = await read(
    made([
      { name: "a", data: x },
      { name: "b", sum: "1" },
      { name: "c", data: x },
    ]),
  );
  assert.deepEqual(names(hole), ["a", "c"]);
});

test("a source that fails, and a stream that is read too late", async () => {
  const whole = made([
    { name: "a", data: Buffer.alloc(3000, 7) },
    { name: "b", data: x },
  ]);
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield whole.subarray(0, 1500);
    throw new Error("unexpected end of file");
  }
  const problems: Problem[] = [];
  const seen: string[] = [];
  for await (const e of readTar(failing(), (p) => problems.push(p))) seen.push(e.name);
  assert.deepEqual(seen, ["a"]);
  assert.deepEqual(
    problems.map((p) => [p.code, p.offset]),
    [
      ["tar-header", 0],
      ["gzip-damaged", 1500],
    ],
  );
  let first: AsyncIterable<Uint8Array> | undefined;
  await assert.rejects(
    async () => {
      for await (const e of readTar(pieces(whole, 700), () => {})) {
        if (!first) first = e.stream();
        else for await (const _ of first);
      }
    },
    { code: "usage" },
  );
  let closed = false;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces(whole, 100);
    } finally {
      closed = true;
    }
  }
  for await (const _ of readTar(watched(), () => {})) break;
  assert.ok(closed, "whoever leaves early closes the source");
});

test("what begins a tar, and a gzip", () => {
  assert.ok(looksLikeTar(made([{ name: "a" }])));
  assert.ok(
    !looksLikeTar(Buffer.alloc(1024)) &&
      !looksLikeTar(Buffer.from("x".repeat(1000))) &&
      !looksLikeTar(header({ name: "a" }).subarray(0, 500)),
  );
  assert.ok(
    looksLikeGzip(gzipSync("x")) &&
      !looksLikeGzip(Buffer.from([0x1f, 0x8b])) &&
      !looksLikeGzip(Buffer.from([0x1f, 0x8b, 7])),
  );
});

test("chunks: the same bytes whatever the pieces", async () => {
  const b = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7) & 255));
  for (const size of [1, 3, 512, 5000]) {
    const c = new Chunks(pieces(b, size));
    assert.ok(Buffer.from(await c.take(10)).equals(b.subarray(0, 10)));
    assert.equal(await c.skip(90), 90);
    assert.ok(Buffer.from(await c.take(1000)).equals(b.subarray(100, 1100)));
    assert.equal(c.offset, 1100);
    assert.equal((await c.take(9000)).length, 3900);
    assert.deepEqual([await c.skip(5), (await c.some(5)).length, c.offset], [0, 0, 5000]);
  }
});
