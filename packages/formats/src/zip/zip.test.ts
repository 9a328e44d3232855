/** Zip: compared with yauzl, with Info-ZIP and Python where they are; and archives that lie. @module */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { crc32 as crcOf, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Problem, RandomAccess } from "@contraluz/core";
import { fromBuffer } from "yauzl";
import { crc32, dataOffset, hashName, looksLikeZip, readZip, type ZipEntry } from "./index.ts";
import { safeName, shownName } from "./name.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-zip-"));
after(() => rmSync(root, { recursive: true, force: true }));

const sourceOf = (b: Buffer): RandomAccess => ({
  size: b.length,
  read: async (offset, length) => new Uint8Array(b.subarray(offset, offset + length)),
});

interface Read {
  readonly entries: ZipEntry[];
  readonly problems: Problem[];
}

async function read(b: Buffer): Promise<Read> {
  const [entries, problems]: [ZipEntry[], Problem[]] = [[], []];
  for await (const batch of readZip(sourceOf(b), (p) => problems.push(p))) entries.push(...batch);
  return { entries, problems };
}

/** The opened bytes of an entry, by our offsets. */
async function bytesOf(b: Buffer, e: ZipEntry): Promise<Buffer> {
  const at = (await dataOffset(sourceOf(b), e))!;
  const data = b.subarray(at, at + e.compressedSize);
  return e.method === 8 ? inflateRawSync(data) : data;
}

interface Oracle {
  readonly name: string;
  readonly size: number;
  readonly compressedSize: number;
  readonly method: number;
  readonly crc32: number;
  readonly bytes: Buffer | undefined;
}

/** Bytes of at most so many entries. */
const OPENED = 100;

function yauzl(b: Buffer): Promise<Oracle[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(b, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error || !zip) return reject(error);
      const out: Oracle[] = [];
      zip.on("error", reject);
      zip.on("end", () => resolve(out));
      zip.on("entry", (e) => {
        const put = (bytes: Buffer | undefined): void => {
          const { uncompressedSize: size, compressedSize, compressionMethod: method, crc32: sum } = e;
          // Unix tools write UTF-8, with the flag or without.
          out.push({ name: Buffer.from(e.fileName).toString(), size, compressedSize, method, crc32: sum, bytes });
          zip.readEntry();
        };
        if (out.length >= OPENED || e.isEncrypted() || ![0, 8].includes(e.compressionMethod)) return put(undefined);
        zip.openReadStream(e, (failed, stream) => {
          if (failed || !stream) return reject(failed);
          const parts: Buffer[] = [];
          stream.on("data", (p: Buffer) => parts.push(p));
          stream.on("error", reject);
          stream.on("end", () => put(Buffer.concat(parts)));
        });
      });
      zip.readEntry();
    });
  });
}

/** All that yauzl says of an archive, we say too. */
async function asYauzl(b: Buffer): Promise<Read> {
  const [ours, theirs] = [await read(b), await yauzl(b)];
  assert.deepEqual(
    ours.entries.map((e) => e.name + (e.kind === "dir" ? "/" : "")),
    theirs.map((t) => t.name),
  );
  for (const [i, t] of theirs.entries()) {
    const e = ours.entries[i]!;
    assert.deepEqual(
      [e.size, e.compressedSize, e.method, e.crc32],
      [t.size, t.compressedSize, t.method, t.crc32],
      t.name,
    );
    if (!t.bytes || e.kind === "dir") continue;
    const bytes = await bytesOf(b, e);
    assert.ok(bytes.equals(t.bytes), t.name);
    assert.equal(crc32(bytes), e.crc32);
  }
  return ours;
}

const FILES: readonly (readonly [string, Buffer])[] = [
  ["Manifest.db", Buffer.from("SQLite".repeat(4000))],
  ["empty", Buffer.alloc(0)],
  ["ab/ñandú 🦎.txt", Buffer.from("años")],
  ["ab/cd/deep", Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * i) & 255))],
];

function tree(): string {
  const dir = mkdtempSync(join(root, "tree-"));
  for (const [name, bytes] of FILES) {
    mkdirSync(join(dir, name, ".."), { recursive: true });
    writeFileSync(join(dir, name), bytes);
    utimesSync(join(dir, name), 1_714_979_289, 1_714_979_289);
  }
  return dir;
}

const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const infozip = has("zip", "-v") ? false : "no Info-ZIP here";
const python = has("python3", "-c", "import zipfile") ? false : "no Python here";

test("Info-ZIP: deflated, stored, links, times, comment, bytes before it, streamed", { skip: infozip }, async () => {
  const dir = tree();
  symlinkSync("Manifest.db", join(dir, "link"));
  const zip = (args: readonly string[]): Buffer => {
    const out = `${mkdtempSync(join(root, "out-"))}/a.zip`;
    execFileSync("zip", ["-q", "-r", ...args, out, "."], { cwd: dir });
    return readFileSync(out);
  };
  for (const level of ["-9", "-0"]) {
    const { entries, problems } = await asYauzl(zip([level, "-y"]));
    assert.deepEqual(problems, []);
    assert.equal(entries.find((e) => e.name === "link")?.kind, "link");
    assert.equal(entries.find((e) => e.name === "ab/cd")?.kind, "dir");
    const at = entries.find((e) => e.name === "Manifest.db")?.modified;
    assert.deepEqual(
      [at?.utc, at?.precision],
      [1_714_979_289_000_000_000n, "s"],
      "the extended timestamp is an instant",
    );
  }
  const plain = zip(["-9", "-X"]);
  const wall = (await read(plain)).entries.find((e) => e.name === "Manifest.db")?.modified;
  assert.deepEqual([wall?.utc, wall?.wall?.length], [undefined, 19], "without it only a wall clock");
  const commented = Buffer.concat([plain, Buffer.from("comment with PK\x05\x06 and PK\x01\x02 in it", "latin1")]);
  commented.writeUInt16LE(commented.length - plain.length, plain.length - 2);
  assert.deepEqual((await asYauzl(commented)).entries.length, (await read(plain)).entries.length);
  // A program before the archive, whose offsets know nothing of it; and bytes that somebody added.
  for (const [before, behind] of [
    [5000, 0],
    [0, 300],
    [77, 77],
  ] as const) {
    const moved = Buffer.concat([Buffer.alloc(before, 0x50), plain, Buffer.alloc(behind, 7)]);
    const { entries, problems } = await read(moved);
    assert.deepEqual(problems, []);
    for (const [name, bytes] of FILES) {
      const e = entries.find((x) => x.name === name)!;
      assert.ok((await bytesOf(moved, e)).equals(bytes), `${before} ${name}`);
    }
  }
  const streamed = execFileSync("sh", ["-c", "zip -q -r - . | cat"], { cwd: dir, maxBuffer: 1 << 28 });
  await asYauzl(streamed);
  const locked = zip(["-P", "secreto"]);
  const { problems } = await asYauzl(locked);
  assert.equal(
    problems.filter((p) => p.code === "zip-unsupported" && p.found === "encrypted").length,
    5,
    "every file, and what the link leads to",
  );
});

const PYTHON = `
import sys, zipfile, io
class Stream(io.RawIOBase):
    def __init__(s): s.b = bytearray()
    def writable(s): return True
    def write(s, d): s.b += d; return len(d)
kind, out = sys.argv[1:3]
data = bytes(range(256)) * 300
target = Stream() if kind == "streamed" else open(out, "wb")
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as z:
    if kind == "zip64":
        for n in ("a", "b/c"):
            with z.open(n, "w", force_zip64=True) as f: f.write(data)
    elif kind == "many":
        for i in range(66000): z.writestr(f"d/{i}", b"")
    elif kind == "methods":
        z.writestr("bz2", data, zipfile.ZIP_BZIP2); z.writestr("lzma", data, zipfile.ZIP_LZMA); z.writestr("ok", data)
    elif kind == "names":
        z.writestr("a\\u00f1o.txt", data); z.writestr("\\U0001f98e", data); z.writestr("plain", data); z.writestr("dir/", b"")
    else:
        z.writestr("one", data); z.writestr("two", b"")
if kind == "streamed": open(out, "wb").write(target.b)
`;
test("Python: zip64, more than 65,535 entries, data descriptors, other methods, names", { skip: python }, async () => {
  for (const kind of ["zip64", "many", "methods", "names", "streamed"]) {
    const out = join(root, `${kind}.zip`);
    execFileSync("python3", ["-c", PYTHON, kind, out]);
    const b = readFileSync(out);
    const { entries, problems } = await asYauzl(b);
    if (kind === "many") assert.equal(entries.length, 66_000);
    const unsupported = problems.filter((p) => p.code === "zip-unsupported").map((p) => `${p.path} ${p.found}`);
    assert.deepEqual(unsupported, kind === "methods" ? ["bz2 method 12", "lzma method 14"] : [], kind);
    assert.equal(problems.length, unsupported.length, kind);
    // Without its directory: from the local headers alone, sizes from data descriptors where they stand.
    if (kind === "many") continue;
    const cut = b.subarray(0, b.indexOf(Buffer.from("PK\x01\x02", "latin1")));
    const walked = await read(cut);
    assert.deepEqual(walked.problems.map((p) => p.code).filter((c) => c === "zip-directory").length, 1);
    for (const e of entries) {
      const w = walked.entries.find((x) => x.name === e.name)!;
      assert.deepEqual(
        [w.size, w.compressedSize, w.crc32, w.headerOffset],
        [e.size, e.compressedSize, e.crc32, e.headerOffset],
        e.name,
      );
    }
  }
});

interface Part {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  /** What the headers say instead of the truth. */
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly offset?: number;
  readonly host?: number;
  readonly extra?: Buffer;
  readonly localName?: string;
}

/** An archive whose headers say what they are told to say. */
function made(parts: readonly Part[], o: { readonly count?: number; readonly comment?: Buffer } = {}): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const p of parts) {
    const data = p.data ?? Buffer.alloc(0);
    const method = p.method ?? 0;
    const stored = method === 8 ? deflateRawSync(data) : data;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(p.flags ?? 0x800, 0);
    fields.writeUInt16LE(method, 2);
    fields.writeUInt16LE(0x58a6, 6);
    fields.writeUInt32LE(p.crc ?? crcOf(data), 8);
    fields.writeUInt32LE(p.compressedSize ?? stored.length, 12);
    fields.writeUInt32LE(p.size ?? data.length, 16);
    const name = Buffer.from(p.name);
    const local = Buffer.from(p.localName ?? p.name);
    const extra = p.extra ?? Buffer.alloc(0);
    const lengths = (n: number): Buffer => Buffer.from([n & 255, n >> 8, extra.length & 255, extra.length >> 8]);
    locals.push(
      Buffer.from("PK\x03\x04\x14\0", "latin1"),
      fields.subarray(0, 20),
      lengths(local.length),
      local,
      extra,
      stored,
    );
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(p.offset ?? at, 10);
    centrals.push(
      Buffer.from("PK\x01\x02\x14", "latin1"),
      Buffer.from([p.host ?? 3, 20, 0]),
      fields.subarray(0, 20),
      lengths(name.length),
      rest,
      name,
      extra,
    );
    at += 30 + local.length + extra.length + stored.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  const count = o.count ?? parts.length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(o.comment?.length ?? 0, 20);
  return Buffer.concat([...locals, directory, end, o.comment ?? Buffer.alloc(0)]);
}

const codes = (r: Read): string[] => r.problems.map((p) => p.code);
const names = (r: Read): string[] => r.entries.map((e) => e.name);
const x = Buffer.from("some bytes");

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
