/** A tar that was written is read by us and by the system's tar: names of all kinds, sizes around a block. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readTar } from "./index.ts";
import { tarSize, writeTar } from "./write.ts";

const FILES: readonly (readonly [string, number])[] = [
  ["a.txt", 0],
  ["carpeta/b.bin", 1],
  ["c", 511],
  ["d", 512],
  ["e", 513],
  [`${"x".repeat(99)}`, 3],
  [`${"y".repeat(101)}`, 3],
  [`largo/${"z".repeat(230)}/fin`, 4],
  ["año/ñandú 'comillas' \"dobles\".txt", 5],
];
const bytesOf = (n: number): Uint8Array => Uint8Array.from({ length: n }, (_, i) => i & 255);
const files = FILES.map(([name, size]) => ({
  name,
  size,
  async *bytes() {
    const all = bytesOf(size);
    for (let at = 0; at < size; at += 100) yield all.subarray(at, at + 100);
  },
}));

async function whole(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const p of writeTar(files)) parts.push(p.slice());
  return new Uint8Array(Buffer.concat(parts));
}

test("what is written is read again, and has the size that was said", async () => {
  const tar = await whole();
  assert.equal(tar.length, tarSize(files));
  const seen: [string, number][] = [];
  const source = (async function* () {
    yield tar;
  })();
  for await (const e of readTar(source, (p) => assert.fail(p.code))) {
    const parts: Uint8Array[] = [];
    for await (const p of e.stream()) parts.push(p.slice());
    assert.deepEqual(new Uint8Array(Buffer.concat(parts)), bytesOf(e.size));
    seen.push([e.name, e.size]);
  }
  assert.deepEqual(seen, FILES);
});

const tool = spawnSync("tar", ["--version"]).status === 0;
test("the system's tar lists the same", { skip: tool ? false : "no tar on this machine" }, async () => {
  const dir = mkdtempSync(join(tmpdir(), "tar-"));
  try {
    writeFileSync(join(dir, "x.tar"), await whole());
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    execFileSync("tar", ["xf", "x.tar"], { cwd: dir, env });
    for (const [name, size] of FILES)
      assert.equal(execFileSync("wc", ["-c", "--", name], { cwd: dir }).toString().split(" ")[0], String(size));
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test("a file that is not as long as it said is a mistake, not a damaged archive", async () => {
  const lying = writeTar([{ name: "a", size: 5, async *bytes() {} }]);
  await assert.rejects(async () => {
    for await (const _ of lying);
  }, RangeError);
});
