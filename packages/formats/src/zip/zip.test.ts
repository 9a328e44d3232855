/** Zip: compared with Info-ZIP, Python and yauzl where they are. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { asYauzl, bytesOf, read, root } from "./zip.fixture.ts";

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
