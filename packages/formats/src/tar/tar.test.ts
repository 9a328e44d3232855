/** Tar: compared with GNU tar and Python where they are; and archives that lie. @module */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Moment, Problem } from "@contraluz/core";
import { Chunks } from "./chunks.ts";
import { looksLikeGzip, looksLikeTar, readTar } from "./index.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-tar-"));
after(() => rmSync(root, { recursive: true, force: true }));

async function* pieces(b: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < b.length; at += size) yield b.subarray(at, at + size);
}

interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly modified: Moment | undefined;
  readonly bytes: Buffer;
}

interface Read {
  readonly entries: Entry[];
  readonly problems: Problem[];
}

async function read(
  b: Buffer,
  o: { readonly piece?: number; readonly skip?: (name: string) => boolean } = {},
): Promise<Read> {
  const [entries, problems]: [Entry[], Problem[]] = [[], []];
  for await (const e of readTar(pieces(b, o.piece ?? 10_000), (p) => problems.push(p))) {
    const parts: Uint8Array[] = [];
    if (!o.skip?.(e.name)) for await (const p of e.stream()) parts.push(p.slice());
    entries.push({ name: e.name, kind: e.kind, size: e.size, modified: e.modified, bytes: Buffer.concat(parts) });
  }
  return { entries, problems };
}

const codes = (r: Read): string[] => r.problems.map((p) => p.code);
const names = (r: Read): string[] => r.entries.map((e) => e.name);
const sha = (b: Buffer): string => createHash("sha256").update(b).digest("hex");

const gnu = spawnSync("tar", ["--version"]).stdout?.includes("GNU tar") ? false : "no GNU tar here";
const python = spawnSync("python3", ["-c", "import tarfile"]).status === 0 ? false : "no Python here";

const LONG = `${"carpeta larga/".repeat(20)}${"n".repeat(150)}.txt`;
function tree(): string {
  const dir = mkdtempSync(join(root, "tree-"));
  const files: readonly (readonly [string, Buffer])[] = [
    ["Manifest.db", Buffer.from("SQLite".repeat(5000))],
    ["empty", Buffer.alloc(0)],
    ["block", Buffer.alloc(512, 1)],
    ["ñandú 🦎/a b.txt", Buffer.from("años")],
    [`${"d".repeat(90)}/${"f".repeat(90)}`, Buffer.from("prefix of ustar")],
    [LONG, Buffer.from("longer than a header")],
  ];
  for (const [name, bytes] of files) {
    mkdirSync(join(dir, name, ".."), { recursive: true });
    writeFileSync(join(dir, name), bytes);
    utimesSync(join(dir, name), 1_714_979_289.25, 1_714_979_289.25);
  }
  symlinkSync("Manifest.db", join(dir, "soft"));
  linkSync(join(dir, "block"), join(dir, "zz hard"));
  return dir;
}

/** What Python's tarfile says: name, kind, size, seconds, hash. */
const PYTHON = `
import tarfile, sys, json, hashlib
out = []
for m in tarfile.open(sys.argv[1]):
    kind = "dir" if m.isdir() else "link" if m.issym() or m.islnk() else "file" if m.isreg() else "other"
    data = tarfile.open(sys.argv[1]).extractfile(m).read() if m.isreg() else b""
    out.append([m.name, kind, len(data), int(m.mtime), hashlib.sha256(data).hexdigest()])
print(json.dumps(out))
`;

test("GNU tar in every form that it writes, against Python", { skip: gnu || python }, async () => {
  const dir = tree();
  assert.equal(Buffer.from(`./${LONG}`)[99], 0x2f, "cut to the field of a header it looks like a folder");
  for (const format of ["v7", "ustar", "oldgnu", "gnu", "posix"]) {
    const file = join(root, `${format}.tar`);
    // v7 and ustar cannot carry the longest names.
    const left =
      format === "v7" || format === "ustar"
        ? ["--exclude=carpeta*", ...(format === "v7" ? ["--exclude=ddd*"] : [])]
        : [];
    execFileSync("tar", ["-C", dir, `--format=${format}`, "--sort=name", ...left, "-cf", file, "."]);
    const theirs = JSON.parse(execFileSync("python3", ["-c", PYTHON, file], { encoding: "utf8" })) as unknown[][];
    const ours = await read(readFileSync(file));
    assert.deepEqual(ours.problems, [], format);
    const shown = ours.entries.map((e) => [
      e.name,
      e.kind,
      e.size,
      Number((e.modified?.utc ?? 0n) / 1_000_000_000n),
      sha(e.bytes),
    ]);
    assert.deepEqual(
      shown,
      // `.` is the archive's own root.
      theirs.filter(([name]) => name !== ".").map(([name, ...rest]) => [String(name).replace(/^\.\//, ""), ...rest]),
      format,
    );
    const long = ours.entries.find((e) => e.name === LONG);
    assert.equal(long !== undefined, left.length === 0);
    const at = ours.entries.find((e) => e.name === "Manifest.db")?.modified;
    assert.equal(at?.utc, format === "posix" ? 1_714_979_289_250_000_000n : 1_714_979_289_000_000_000n);
    // Passed over or in pieces of any size: the same entries.
    const skipped = await read(readFileSync(file), { skip: (n) => n !== "block" });
    assert.deepEqual(names(skipped), names(ours));
    assert.ok(skipped.entries.find((e) => e.name === "block")?.bytes.equals(Buffer.alloc(512, 1)));
    const small = await read(readFileSync(file), { piece: 61 });
    assert.deepEqual(small.entries, ours.entries);
  }
});

test("sparse files are told, not misread", { skip: gnu }, async () => {
  const dir = mkdtempSync(join(root, "sparse-"));
  writeFileSync(join(dir, "hole"), "begin");
  truncateSync(join(dir, "hole"), 3 << 20);
  writeFileSync(join(dir, "whole"), "x");
  for (const format of ["gnu", "posix"]) {
    const b = execFileSync("tar", ["-C", dir, `--format=${format}`, "-S", "--sort=name", "-cf", "-", "."], {
      maxBuffer: 1 << 28,
    });
    const r = await read(b);
    assert.deepEqual(names(r), ["whole"], format);
    assert.deepEqual(
      r.problems.map((p) => [p.code, p.found]),
      [["tar-header", "a sparse file"]],
      format,
    );
  }
});

interface Part {
  readonly name?: string;
  readonly data?: Buffer;
  readonly type?: string;
  /** The field as it stands. */
  readonly size?: string | Buffer;
  readonly magic?: string;
  readonly sum?: string;
}

function header(p: Part): Buffer {
  const h = Buffer.alloc(512);
  h.write(p.name ?? "file", 0, 100);
  h.write("0000644\0", 100);
  h.write("0000000\0", 108);
  h.write("0000000\0", 116);
  const size = p.size ?? `${(p.data?.length ?? 0).toString(8).padStart(11, "0")}\0`;
  if (typeof size === "string") h.write(size, 124, 12);
  else size.copy(h, 124);
  h.write("14615700731\0", 136);
  h.write("        ", 148);
  h.write(p.type ?? "0", 156);
  h.write(p.magic ?? "ustar\x0000", 257, "latin1");
  h.write(
    p.sum ??
      `${h
        .reduce((a, b) => a + b, 0)
        .toString(8)
        .padStart(6, "0")}\0 `,
    148,
  );
  return h;
}

function made(parts: readonly Part[], end = 1024): Buffer {
  return Buffer.concat([
    ...parts.flatMap((p) => [
      header(p),
      p.data ?? Buffer.alloc(0),
      Buffer.alloc((512 - ((p.data?.length ?? 0) % 512)) % 512),
    ]),
    Buffer.alloc(end),
  ]);
}

/** A pax header: `LENGTH KEY=VALUE\n`. */
function pax(records: readonly (readonly [string, string])[], type = "x"): Part {
  const lines = records.map(([k, v]) => {
    const rest = Buffer.from(` ${k}=${v}\n`);
    let n = rest.length + 1;
    while (String(n).length + rest.length !== n) n = String(n).length + rest.length;
    return Buffer.concat([Buffer.from(String(n)), rest]);
  });
  return { name: "PaxHeader", type, data: Buffer.concat(lines) };
}

const x = Buffer.from("some bytes");

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
