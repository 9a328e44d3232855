/** Files, folders, results and scratch of this machine: what is opened, what is refused, what stays behind. @module */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ContraluzError, type EvidenceFile, type EvidenceTree, type Problem } from "@contraluz/core";
import { openFile } from "./file.ts";
import {
  copyStored,
  folderInput,
  forgetResult,
  nodePlatform,
  portOfThread,
  readFileStream,
  resultFolder,
  storedFolder,
} from "./index.ts";
import { scratch } from "./scratch.ts";
import { spawnThread } from "./threads.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-host-"));
after(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
const fresh = (): string => join(root, String(++made));
const windows = process.platform === "win32" ? "no such files on Windows" : false;
const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);

async function list(tree: EvidenceTree): Promise<EvidenceFile[]> {
  const out: EvidenceFile[] = [];
  for await (const batch of tree.files()) out.push(...batch);
  return out;
}
async function treeOf(path: string, report: (p: Problem) => void = () => {}): Promise<EvidenceTree> {
  const input = await folderInput(path, report);
  assert.ok("tree" in input);
  return input.tree;
}

test("a file is read at any place, within its bounds, into memory that is handed in", async () => {
  const path = fresh();
  writeFileSync(path, "0123456789");
  const f = await openFile(path);
  const read = async (at: number, n: number, into?: Uint8Array): Promise<string> =>
    Buffer.from(await f.read(at, n, into)).toString();
  assert.deepEqual(
    [f.size, await read(2, 3), await read(8, 99), await read(10, 1), await read(-1, 2), await read(0, 0)],
    [10, "234", "89", "", "", ""],
  );
  const into = new Uint8Array(8);
  const part = await f.read(6, 8, into);
  assert.ok(part.buffer === into.buffer && part.length === 4 && !(part instanceof Buffer));
  assert.ok(!((await f.read(0, 4)) instanceof Buffer), "a view whose slice copies");
  await f.close?.();
  await assert.rejects(openFile(join(root, "nothing")), { code: "ENOENT" });
});

test("only regular files are opened: no folder, no link, no pipe, no device; and nobody waits", {
  skip: windows,
}, async () => {
  const dir = fresh();
  mkdirSync(dir);
  writeFileSync(join(dir, "real"), "x");
  symlinkSync("real", join(dir, "link"));
  execFileSync("mkfifo", [join(dir, "pipe")]);
  await assert.rejects(openFile(join(dir, "link")), { code: "ELOOP" });
  for (const path of [dir, join(dir, "pipe"), "/dev/null"]) await assert.rejects(openFile(path), { code: "host-read" });
  const kinds = Object.fromEntries((await list(await treeOf(dir))).map((f) => [f.path, f.kind]));
  assert.deepEqual(kinds, { link: "link", pipe: "other", real: "file" });
  await assert.rejects(folderInput(join(dir, "pipe")), { code: "usage" });
  const chosen = await folderInput(join(dir, "link"));
  assert.ok("file" in chosen && chosen.name === "real", "what the person names may be a link");
  const pieces: Uint8Array[] = [];
  for await (const p of readFileStream(join(dir, "link"))) pieces.push(p);
  assert.equal(Buffer.concat(pieces).toString(), "x");
  await assert.rejects(
    async () => {
      for await (const _ of readFileStream(join(dir, "pipe"))) assert.fail();
    },
    { code: "usage" },
  );
});

test("a folder: paths in the order of their code units, links never followed, times in milliseconds", {
  skip: windows,
}, async () => {
  const dir = fresh();
  for (const path of ["b/z", "b/a/x", "b.txt", "b-1", "a", "B", "ñ", "🦎/1", "\uffee"]) {
    mkdirSync(join(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), path);
  }
  symlinkSync("..", join(dir, "b", "up"));
  symlinkSync("b", join(dir, "other"));
  utimesSync(join(dir, "a"), 1_714_979_289.4567, 1_714_979_289.4567);
  const tree = await treeOf(dir);
  const files = await list(tree);
  const paths = files.filter((f) => f.kind === "file").map((f) => f.path);
  assert.deepEqual(paths, [...paths].sort(), "code units: what JavaScript sorts by");
  assert.equal(paths.length, 9);
  assert.deepEqual(
    files.filter((f) => f.kind === "link").map((f) => f.path),
    ["b/up", "other"],
  );
  const a = files.find((f) => f.path === "a")!;
  assert.deepEqual(
    [a.size, a.times?.modified?.utc, a.times?.modified?.precision],
    [1, 1_714_979_289_456_000_000n, "ms"],
  );
  assert.deepEqual(await list(tree), files, "again the same");
  assert.equal((await tree.find("b/a/x"))?.size, 5);
  assert.equal((await tree.find("b"))?.kind, "dir");
  assert.equal((await tree.find("other"))?.kind, "link");
  for (const path of [
    "",
    ".",
    "..",
    "../x",
    "b/../a",
    "b/up/a",
    "other/z",
    "b//z",
    "/etc/passwd",
    "a/x",
    "b/\0",
    "b/none",
    "a/",
  ])
    assert.equal(await tree.find(path), undefined, JSON.stringify(path));
  const signal = { aborted: true };
  for await (const _ of tree.files(signal)) assert.fail();
});

test("names that are no UTF-8 are shown by their bytes, and open", {
  skip: process.platform !== "linux" && "names are text here",
}, async () => {
  const dir = fresh();
  mkdirSync(dir);
  const name = Buffer.concat([Buffer.from(`${dir}/a`), Buffer.from([0xff, 0xf1]), Buffer.from("b")]);
  writeFileSync(name, "bytes");
  writeFileSync(join(dir, "ok"), "");
  const files = await list(await treeOf(dir));
  assert.deepEqual(
    files.map((f) => f.path),
    ["a\\xff\\xf1b", "ok"],
  );
  const { ref } = files[0]!;
  assert.ok(ref?.kind === "host");
  const f = await nodePlatform().open(ref.handle);
  assert.equal(Buffer.from(await f.read(0, 9)).toString(), "bytes");
  await f.close?.();
});

test("a folder that cannot be read costs itself", {
  skip: windows || (process.getuid?.() === 0 && "root reads everything"),
}, async () => {
  const dir = fresh();
  mkdirSync(join(dir, "closed"), { recursive: true });
  writeFileSync(join(dir, "open"), "x");
  chmodSync(join(dir, "closed"), 0);
  const problems: Problem[] = [];
  const files = await list(await treeOf(dir, (p) => problems.push(p)));
  chmodSync(join(dir, "closed"), 0o700);
  assert.deepEqual(
    files.map((f) => f.path),
    ["closed", "open"],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.path, p.lost]),
    [["host-read", "closed", "file"]],
  );
});

test("a result: for its owner only, in order, under its name only when it is whole", async () => {
  const path = join(fresh(), "deep", "out");
  const folder = await resultFolder(path);
  assert.ok(!existsSync(path) && existsSync(`${path}.partial`));
  await Promise.all(Array.from({ length: 200 }, (_, i) => folder.append("records/a.b.jsonl", bytes(`${i}\n`))));
  await folder.append("result.json", bytes("{}"));
  const source = await folder.read("records/a.b.jsonl");
  const text = Buffer.from(await source.read(0, source.size)).toString();
  assert.equal(text, Array.from({ length: 200 }, (_, i) => `${i}\n`).join(""));
  assert.equal((await source.read(source.size, 5)).length, 0);
  await folder.append("index/run.bin", bytes("x"));
  await folder.remove("index/run.bin");
  await folder.remove("index/run.bin");
  await assert.rejects(folder.read("index/run.bin"), { code: "usage" });
  for (const name of ["../x", "/x", "a/../../b", "", ".", "a//b", "a b", "ñ", "a\0", "con:x"])
    await assert.rejects(async () => folder.append(name, bytes("x")), { code: "usage" }, name);
  if (!windows) {
    assert.equal(statSync(`${path}.partial`).mode & 0o777, 0o700);
    assert.equal(statSync(join(`${path}.partial`, "records")).mode & 0o777, 0o700);
    assert.equal(statSync(join(`${path}.partial`, "result.json")).mode & 0o777, 0o600);
  }
  await folder.commit();
  assert.ok(existsSync(path) && !existsSync(`${path}.partial`));
  assert.deepEqual(readdirSync(path).sort(), ["index", "records", "result.json"]);
  await assert.rejects(folder.append("result.json", bytes("x")), { code: "usage" });
  await assert.rejects(resultFolder(path), { code: "usage" }, "nothing is written over");
});

test("a result that is given up leaves nothing; what others put beside it stays", async () => {
  const above = fresh();
  const path = join(above, "x", "out");
  const folder = await resultFolder(path);
  await assert.rejects(resultFolder(path), { code: "usage" }, "somebody is writing it");
  await folder.append("records/a.jsonl", bytes("x"));
  await folder.discard();
  assert.ok(!existsSync(above));
  await assert.rejects(folder.append("records/a.jsonl", bytes("x")), { code: "usage" });
  const again = await resultFolder(path);
  writeFileSync(join(above, "mine"), "");
  await again.discard();
  assert.deepEqual(readdirSync(above), ["mine"]);
  const beside = await resultFolder(join(above, "out"));
  await beside.append("result.json", bytes("{}"));
  mkdirSync(join(above, "out"));
  await assert.rejects(beside.commit(), { code: "usage" }, "made by somebody else in the meantime");
  await beside.discard();
  assert.deepEqual(readdirSync(above).sort(), ["mine", "out"]);
});

test("a link in the place of a result's file is not written through", { skip: windows }, async () => {
  const path = fresh();
  const target = fresh();
  const folder = await resultFolder(path);
  symlinkSync(target, join(`${path}.partial`, "result.json"));
  await assert.rejects(folder.append("result.json", bytes("x")), { code: "EEXIST" });
  assert.ok(!existsSync(target));
  await folder.discard();
});

test("a stored result is read by our names, copied, and forgotten; what is not ours stays", async () => {
  const path = fresh();
  const folder = await resultFolder(path);
  const names = [
    "result.json",
    "run.json",
    "report.html",
    "files.sha256",
    "records/ios.sms.jsonl",
    "index/timeline.bin",
  ];
  for (const name of names) await folder.append(name, bytes(name.repeat(1000)));
  await folder.commit();
  const stored = storedFolder(path);
  const f = await stored.read("records/ios.sms.jsonl");
  assert.equal(f.size, 21_000);
  await f.close?.();
  for (const name of ["../1", "a/../../b", "/etc/passwd"]) await assert.rejects(stored.read(name), { code: "usage" });
  const copy = fresh();
  const target = await resultFolder(copy);
  await copyStored(path, target, ["records/ios.sms.jsonl", "records/ios.none.jsonl"]);
  await target.commit();
  assert.ok(
    readFileSync(join(copy, "records/ios.sms.jsonl")).equals(readFileSync(join(path, "records/ios.sms.jsonl"))),
  );
  writeFileSync(join(path, "my notes.txt"), "mine");
  if (!windows) symlinkSync(copy, join(path, "index", "link"));
  assert.equal(await forgetResult(path), windows ? 1 : 2);
  assert.deepEqual(readdirSync(path).sort(), windows ? ["my notes.txt"] : ["index", "my notes.txt"]);
  assert.ok(existsSync(join(copy, "records/ios.sms.jsonl")), "links are not followed");
  assert.equal(await forgetResult(copy), 0);
  assert.ok(!existsSync(copy));
});

test("scratch has no name, and what lies on the disk is not what was written", {
  skip: process.platform !== "linux" && "no /proc here",
}, async () => {
  const dir = fresh();
  mkdirSync(dir);
  const s = await scratch(dir);
  assert.deepEqual(readdirSync(dir), []);
  const secret = Buffer.from("a letter that nobody shall find on this disk. ".repeat(50_000));
  await s.write(secret.subarray(0, 5));
  await s.write(secret.subarray(5));
  const links = readdirSync("/proc/self/fd").map((n) => `/proc/self/fd/${n}`);
  const leads = (link: string): boolean => {
    try {
      return readlinkSync(link).startsWith(`${dir}/contraluz-`);
    } catch {
      return false; // that of the listing itself
    }
  };
  const path = links.find(leads)!;
  const onDisk = readFileSync(path);
  // The rest of a megabyte is still in memory.
  assert.equal(onDisk.length, 2 << 20);
  for (let at = 0; at < onDisk.length; at += 4000) assert.ok(!onDisk.includes(secret.subarray(at, at + 12)));
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const source = s.open();
  for (const [at, n] of [
    [0, 100],
    [1, 15],
    [15, 2],
    [16, 16],
    [4097, 70_000],
    [(2 << 20) - 9, 20],
    [secret.length - 1, 9],
  ] as const)
    assert.ok(secret.subarray(at, at + n).equals(await source.read(at, n)), `${at} ${n}`);
  assert.deepEqual([(await source.read(-1, 4)).length, (await source.read(secret.length, 4)).length], [0, 0]);
  const other = await scratch(dir);
  await other.write(secret);
  await s.close();
  await s.close();
  await other.close();
  await assert.rejects(
    scratch(join(dir, "none")),
    (e) => e instanceof ContraluzError && e.code === "scratch-unavailable",
  );
});

test("threads: messages wait for a listener, errors too; this is none", async () => {
  const module = fresh();
  const url = (code: string): URL => {
    writeFileSync(`${module}.mjs`, `import { parentPort } from "node:worker_threads";\n${code}`);
    return new URL(`file://${module}.mjs`);
  };
  const echo = spawnThread(
    url("parentPort.postMessage(1); parentPort.on('message', (m) => parentPort.postMessage(m));"),
  );
  echo.post({ a: 2n });
  await new Promise((resolve) => setTimeout(resolve, 150));
  const seen: unknown[] = [];
  await new Promise<void>((resolve) => {
    echo.onMessage((m) => {
      seen.push(m);
      if (seen.length === 2) resolve();
    });
  });
  assert.deepEqual(seen, [1, { a: 2n }]);
  const buffer = new Uint8Array([1, 2, 3]);
  echo.post(buffer, [buffer.buffer]);
  assert.equal(buffer.length, 0, "handed over, not copied");
  echo.onError(() => assert.fail("closing is no error"));
  echo.close();
  for (const [code, message] of [
    ["process.exit(3)", /by itself \(3\)/],
    ["throw new Error('broken')", /broken/],
    ["throw 'text'", /text/],
  ] as const) {
    const port = spawnThread(url(code));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.match(String(await new Promise((resolve) => port.onError(resolve))), message);
    port.close();
  }
  assert.throws(portOfThread, { code: "usage" });
});

test("nothing is written anywhere by opening evidence", { skip: windows }, async () => {
  const dir = fresh();
  mkdirSync(dir);
  writeFileSync(join(dir, "sms.db"), "SQLite format 3\0");
  utimesSync(join(dir, "sms.db"), 1000, 1000);
  const before = spawnSync("ls", ["-laR", "--time-style=full-iso", dir]).stdout.toString();
  const tree = await treeOf(dir);
  for (const f of await list(tree)) {
    const source = await nodePlatform().open(f.ref!.kind === "host" && (f.ref as { handle: unknown }).handle);
    await source.read(0, 99);
    await source.close?.();
  }
  assert.equal(spawnSync("ls", ["-laR", "--time-style=full-iso", dir]).stdout.toString(), before);
});
