/** What a person hands in: archives and folders as trees, by content, one inside another; refs that open their files. @module */
import assert from "node:assert/strict";
import { createCipheriv, createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import {
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  type FileRef,
  type Input,
  LIMITS,
  type Problem,
} from "@contraluz/core";
import { crc32 } from "@contraluz/formats/zip/index.ts";
import { evidenceId, sumsText } from "./file-list.ts";
import { HashingSource } from "./hashing.ts";
import { folderTree, makeTar, makeZip, TestPlatform } from "./ios-backup/harness.fixture.ts";
import { type Opened, openInput } from "./open.ts";
import { openRef } from "./open-ref.ts";
import { tarTree } from "./tar-tree.ts";
import { describeTree, isJunk, rebase } from "./tree.ts";
import { zipTree } from "./zip-tree.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-trees-"));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
/** A file of the host with these bytes. */
function fileOf(bytes: Uint8Array): FileRef & { kind: "host" } {
  const handle = join(root, String(++made));
  writeFileSync(handle, bytes);
  return { kind: "host", handle, size: bytes.length };
}
function folderOf(files: { readonly [path: string]: Uint8Array }): Input {
  const dir = join(root, String(++made));
  mkdirSync(dir);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), bytes);
  }
  return { name: "folder", tree: folderTree(dir) };
}
const inputOf = (bytes: Uint8Array): Input => ({ name: "given", file: fileOf(bytes) });
const sha256 = (b: Uint8Array): string => createHash("sha256").update(b).digest("hex");

const A = Buffer.from("the first file ".repeat(3000));
const FILES: [string, Buffer][] = [
  ["a/one.db", A],
  ["a/b/empty", Buffer.alloc(0)],
  ["two.txt", Buffer.from("año")],
];

interface Seen {
  readonly opened: Opened;
  readonly problems: Problem[];
  readonly platform: TestPlatform;
}
async function open(input: Input, platform = new TestPlatform()): Promise<Seen> {
  const problems: Problem[] = [];
  return {
    opened: await openInput(input, { platform, report: (p) => problems.push(p), hashAll: true }),
    problems,
    platform,
  };
}

/** Path and bytes of every file. */
async function contents(tree: EvidenceTree, platform: TestPlatform): Promise<[string, string][]> {
  const out: [string, string][] = [];
  for await (const batch of tree.files()) {
    for (const f of batch) {
      if (f.kind !== "file") continue;
      const parts: Uint8Array[] = [];
      if (f.stream) for await (const p of f.stream()) parts.push(p.slice());
      else if (f.ref) {
        const source = await openRef(f.ref, { platform });
        parts.push(await source.read(0, source.size));
        await source.close?.();
      }
      out.push([f.path, Buffer.concat(parts).toString()]);
    }
  }
  return out;
}
const expected = FILES.map(([path, bytes]) => [path, bytes.toString()]);

const tar = makeTar(FILES);
const CONTAINERS: readonly (readonly [string, Buffer, readonly string[]])[] = [
  ["a stored zip", makeZip(FILES, false), ["zip"]],
  ["a deflated zip", makeZip(FILES, true), ["zip"]],
  ["a tar", tar, ["tar"]],
  ["a tar.gz", gzipSync(tar), ["tar.gz"]],
  [
    "a tar.gz of several members",
    Buffer.concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]),
    ["tar.gz"],
  ],
  ["a zip in a stored zip", makeZip([["x.zip", makeZip(FILES, true)]], false), ["zip", "zip"]],
  [
    "a zip in a deflated zip",
    makeZip(
      [
        ["x.zip", makeZip(FILES, false)],
        ["__MACOSX/._x.zip", A],
      ],
      true,
    ),
    ["zip", "zip"],
  ],
  ["a tar.gz in a zip", makeZip([["folder/x", gzipSync(tar)]], true), ["zip", "tar.gz"]],
  [
    "a zip in a tar.gz in a zip",
    makeZip(
      [
        [
          "y",
          gzipSync(
            makeTar([
              [".DS_Store", A],
              ["x", makeZip(FILES, true)],
            ]),
          ),
        ],
      ],
      false,
    ),
    ["zip", "tar.gz", "zip"],
  ],
];
for (const [name, bytes, layers] of CONTAINERS) {
  test(`${name}: found by its content, its files, its hash`, async () => {
    for (const input of [inputOf(bytes), folderOf({ "named.wrongly": bytes, "Thumbs.db": A })]) {
      const { opened, problems, platform } = await open(input);
      assert.deepEqual(opened.layers, layers);
      assert.deepEqual(await contents(opened.tree, platform), expected);
      assert.deepEqual(await contents(opened.tree, platform), expected, "a second pass gives the same");
      assert.deepEqual(problems, []);
      assert.deepEqual(
        await opened.hash(),
        "file" in input ? { sha256: sha256(bytes), size: bytes.length } : undefined,
      );
      if (opened.tree.access === "seekable") {
        assert.equal((await opened.tree.find("a/one.db"))?.size, A.length);
        assert.equal(await opened.tree.find("a"), undefined);
        assert.equal(await opened.tree.find("a/none"), undefined);
      } else await assert.rejects(opened.tree.find("a/one.db"), { code: "usage" });
      await opened.close();
    }
  });
}

test("a folder stays a folder; two archives are two files", async () => {
  for (const files of [
    { "a/one": A, "b.zip": makeZip(FILES, false) },
    { "a.zip": makeZip(FILES, false), "b.zip": makeZip(FILES, false) },
  ]) {
    const { opened, problems } = await open(folderOf(files));
    assert.deepEqual([opened.layers, opened.local, problems], [[], false, []]);
    assert.equal(await opened.hash(), undefined);
    await opened.close();
  }
});

test("what is no evidence: found and expected are said", async () => {
  const cases: readonly (readonly [Input, string | RegExp])[] = [
    [inputOf(Buffer.alloc(0)), "an empty file"],
    [inputOf(Buffer.from("SQLite format 3\0 and more")), "an SQLite database"],
    [inputOf(Buffer.from("%PDF-1.7")), "a PDF"],
    [inputOf(Buffer.from([0xde, 0xad, 0xbe, 0xef])), /a file that begins with deadbeef/],
    [folderOf({}), "nothing"],
    [folderOf({ ".DS_Store": A }), "nothing"],
    [inputOf(makeZip([], false)), "nothing"],
  ];
  for (const [input, found] of cases) {
    await assert.rejects(open(input), (e) => {
      assert.ok(e instanceof ContraluzError && e.code === "evidence-unknown");
      assert.match(e.problem?.found ?? "", typeof found === "string" ? new RegExp(`^${found}$`) : found);
      assert.ok((e.problem?.expected ?? "").length > 0);
      return true;
    });
  }
});

test("too many one inside another", async () => {
  let bytes = makeZip(FILES, false);
  for (let i = 0; i < LIMITS.nesting + 1; i++) bytes = makeZip([["x.zip", bytes]], i % 2 === 0);
  const { opened, problems } = await open(inputOf(bytes));
  assert.equal(opened.layers.length, LIMITS.nesting);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["evidence-nested"],
  );
  await opened.close();
});

test("cut and damaged archives: what was read stays, each Problem is told once whatever the passes", async () => {
  const gz = gzipSync(tar, { level: 0 });
  const cut = await open(inputOf(gz.subarray(0, 20_000)));
  const [first] = await contents(cut.opened.tree, cut.platform);
  assert.ok(first && A.toString().startsWith(first[1]) && first[1].length > 10_000);
  await contents(cut.opened.tree, cut.platform);
  assert.deepEqual(cut.problems.map((p) => p.code).sort(), ["gzip-damaged", "tar-header"]);
  const damaged = makeZip(FILES, true);
  damaged[70]! ^= 0xff;
  const zip = await open(inputOf(damaged));
  await assert.rejects(contents(zip.opened.tree, zip.platform), { code: "zip-entry" });
  const headless = makeZip(FILES, false);
  const second = headless.indexOf("PK\x03\x04", 4);
  headless[second] = 0;
  const told = await open(inputOf(headless));
  for (let i = 0; i < 3; i++) await told.opened.tree.find("a/b/empty");
  for await (const _ of told.opened.tree.files());
  assert.deepEqual(
    told.problems.map((p) => [p.code, p.found]),
    [["zip-entry", "no local header"]],
  );
});

test("refs: slices never leave their file, inflated ones are what they say or a Problem", async () => {
  const platform = new TestPlatform();
  const whole = fileOf(A);
  const read = async (ref: FileRef, at = 0, n = 1e6): Promise<string> => {
    const s = await openRef(ref, { platform });
    const bytes = Buffer.from(await s.read(at, n));
    await s.close?.();
    return bytes.toString();
  };
  assert.equal(await read({ kind: "slice", of: whole, offset: 4, length: 5 }), "first");
  assert.equal(await read({ kind: "slice", of: whole, offset: 4, length: 5 }, 2, 100), "rst");
  assert.equal(await read({ kind: "slice", of: whole, offset: A.length - 3, length: 99 }), A.toString().slice(-3));
  assert.equal(await read({ kind: "slice", of: whole, offset: A.length + 3, length: 99 }), "");
  assert.equal(await read({ kind: "slice", of: whole, offset: 4, length: 5 }, -2, 4), "");
  const deflated = fileOf(deflateRawSync(A));
  const inflate = (o: Partial<FileRef & { kind: "inflate" }> = {}): FileRef => ({
    kind: "inflate",
    of: deflated,
    size: A.length,
    crc32: crc32(A),
    ...o,
  });
  assert.equal(await read(inflate()), A.toString());
  for (const [ref, found] of [
    [inflate({ size: A.length - 1 }), `more than ${A.length - 1} bytes`],
    [inflate({ size: A.length + 1 }), `${A.length} bytes`],
    [inflate({ crc32: 5 }), /^CRC /],
    [inflate({ of: fileOf(deflateRawSync(A).subarray(0, 50)) }), /./],
    [inflate({ of: fileOf(Buffer.from("no deflate at all")) }), /./],
  ] as const) {
    await assert.rejects(openRef(ref, { platform }), { code: "zip-entry" });
    // Where somebody takes the Problem, what there is is given.
    const problems: Problem[] = [];
    const s = await openRef(ref, { platform, report: (p) => problems.push(p) });
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.found ?? "", typeof found === "string" ? new RegExp(`^${found}$`) : found);
    assert.ok(A.toString().startsWith(Buffer.from(await s.read(0, 1e6)).toString()) || ref.kind !== "inflate");
    await s.close?.();
  }
  const bomb = inflate({ size: 2 ** 40 });
  await assert.rejects(openRef(bomb, { platform, report: () => {} }), { code: "bomb" });
  const scratches = platform.scratches;
  const small = await openRef(inflate(), { platform, memory: 1000 });
  assert.equal(platform.scratches, scratches + 1);
  assert.ok(Buffer.from(await small.read(0, 1e6)).equals(A));
  await small.close?.();
  await assert.rejects(openRef(inflate(), { platform, cancel: { aborted: true } }), { code: "cancelled" });
});

test("refs: hashed ones share one source and hash what is stored; a decrypted one lies over it", async () => {
  const platform = new TestPlatform();
  const raw = Buffer.alloc(32, 7);
  const c = createCipheriv("aes-256-cbc", raw, Buffer.alloc(16));
  const cipher = Buffer.concat([c.update(A), c.final()]);
  const key = (await crypto.subtle.importKey("raw", raw, "AES-CBC", false, ["encrypt", "decrypt"])) as never;
  const hashes = new Map<number, HashingSource>();
  const ref: FileRef = { kind: "cbc", of: { kind: "hashed", of: fileOf(cipher), file: 3 }, key, size: A.length };
  const [one, two] = await Promise.all([openRef(ref, { platform, hashes }), openRef(ref, { platform, hashes })]);
  assert.deepEqual([hashes.size, platform.opened.length <= 2], [1, true]);
  assert.ok(
    Buffer.from(await one.read(0, 1e6)).equals(A) && Buffer.from(await two.read(5, 20)).equals(A.subarray(5, 25)),
  );
  await one.close?.();
  await two.close?.();
  assert.deepEqual(await hashes.get(3)!.finish(), { sha256: sha256(cipher), size: cipher.length });
  assert.ok(hashes.get(3)!.closed);
  const again = await openRef(ref, { platform, hashes });
  assert.ok(Buffer.from(await again.read(0, 1e6)).equals(A), "hashed to its end: opened anew");
  await again.close?.();
  const shared = new HashingSource(
    { size: A.length, read: async (at, n) => A.subarray(at, at + n), close: () => assert.fail() },
    platform,
  );
  const host = await openRef({ kind: "host", handle: shared, size: A.length }, { platform });
  await host.close?.();
  assert.equal(Buffer.from(await host.read(4, 5)).toString(), "first", "bytes of this thread stay open");
});

test("tar: the hash comes with a pass to the end, and only then", async () => {
  const large = makeTar([...FILES, ["large", Buffer.alloc(900_000, 3)]]);
  const bytes = Buffer.concat([gzipSync(large, { level: 0 }), Buffer.alloc(5000)]);
  const problems: Problem[] = [];
  const hashed: [string, number][] = [];
  const tree = tarTree(fileOf(bytes), {
    platform: new TestPlatform(),
    report: (p) => problems.push(p),
    gzip: true,
    hashed: (s, n) => hashed.push([s, n]),
  });
  for await (const _ of tree.files()) break;
  assert.deepEqual(hashed, []);
  const signal = { aborted: false };
  for await (const _ of tree.files(signal)) signal.aborted = true;
  assert.deepEqual([hashed, problems], [[], []], "giving up is no damage");
  for await (const _ of tree.files());
  assert.deepEqual(hashed, [[sha256(bytes), bytes.length]]);
  const gone = tarTree(
    { kind: "host", handle: join(root, "not there"), size: 5 },
    { platform: new TestPlatform(), report: (p) => problems.push(p), gzip: false },
  );
  for await (const _ of gone.files()) assert.fail();
  assert.deepEqual(
    problems.map((p) => p.code),
    ["host-read"],
  );
});

test("a folder of a tree as a tree of its own", async () => {
  const platform = new TestPlatform();
  const ref = fileOf(makeZip([...FILES, ["ab/x", A]], false));
  const tree = rebase(
    zipTree(ref, await platform.open(ref.handle), () => {}),
    "a",
  );
  const seen: EvidenceFile[] = [];
  for await (const batch of tree.files()) seen.push(...batch);
  assert.deepEqual(
    seen.map((f) => [f.path, f.stored]),
    [
      ["one.db", "a/one.db"],
      ["b/empty", "a/b/empty"],
    ],
  );
  assert.deepEqual([(await tree.find("one.db"))?.stored, await tree.find("x")], ["a/one.db", undefined]);
  assert.equal(await describeTree(tree, 1), "one.db, …");
  for (const junk of ["._x", "a/Thumbs.db", "__MACOSX/x", "a/__MACOSX/b"]) assert.ok(isJunk(junk), junk);
  for (const real of ["x._y", "Thumbs.dbx", "MACOSX/x"]) assert.ok(!isJunk(real), real);
});

test("the list that names a tree: sorted by code unit, one line a file, whatever the names", () => {
  const platform = new TestPlatform();
  const sum = (c: string): string => c.repeat(64);
  const files = [
    { path: "b", size: 1, sha256: sum("b") },
    { path: "a\nx", size: 2, sha256: sum("a") },
    { path: "B\\", size: 0, sha256: sum("0") },
    { path: "ñ", size: 9, sha256: sum("f") },
  ];
  const { text, sha256: id } = evidenceId(files, platform);
  assert.equal(text, `${sum("0")} 0 B\\\\\n${sum("a")} 2 a\\nx\n${sum("b")} 1 b\n${sum("f")} 9 ñ\n`);
  assert.equal(id, sha256(Buffer.from(text)));
  assert.equal(sumsText(files), `\\${sum("0")}  B\\\\\n\\${sum("a")}  a\\nx\n${sum("b")}  b\n${sum("f")}  ñ\n`);
  assert.equal(evidenceId([], platform).sha256, sha256(Buffer.alloc(0)));
});
