/** Tar: compared with GNU tar and Python where they are. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { names, read, root, sha } from "./tar.fixture.ts";

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
