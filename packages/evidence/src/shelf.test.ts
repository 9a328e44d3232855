/** One pass over an archive, and files that the phone stored compressed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { type EvidenceTree, LIMITS, type Problem } from "@contraluz/core";
import { TestPlatform } from "./ios-backup/harness.fixture.ts";
import { openRef } from "./open-ref.ts";
import { shelve } from "./shelf.ts";
import { unpacked } from "./unpacked.ts";

function tree(files: readonly (readonly [string, number])[]): EvidenceTree {
  return {
    kind: "tar",
    access: "sequential",
    async *files() {
      for (const [path, size] of files)
        yield [
          {
            path,
            kind: "file",
            size,
            async *stream() {
              for (let at = 0; at < size; at += 65_536)
                yield new Uint8Array(Math.min(65_536, size - at)).fill(path.length);
            },
          },
        ];
    },
    find: () => Promise.reject(new Error("a sequential tree has no find()")),
  };
}

test("what is kept lies in memory up to a limit, and then in one piece of scratch", async () => {
  for (const [size, scratches] of [
    [1000, 0],
    [LIMITS.memory / 4, 1],
  ] as const) {
    const platform = new TestPlatform();
    const files = Array.from({ length: 8 }, (_, i) => ["x".repeat(i + 1), size] as const);
    const shelf = await shelve(tree(files), (p) => p.length % 2 === 0 || size > 1000, {
      platform,
      report: (p) => assert.fail(p.code),
    });
    assert.equal(platform.scratches, scratches);
    const file = (await shelf.find("xxxx"))!;
    const source = await openRef(file.ref!, { platform });
    assert.equal(source.size, size);
    assert.deepEqual([...(await source.read(size - 2, 10))], [4, 4]);
    assert.equal((await shelf.find("xxx")) === undefined, size === 1000);
    await shelf.close();
  }
});

test("where there is no scratch, what fits in memory is read and the rest is told", async () => {
  const platform = new TestPlatform();
  platform.scratch = () => Promise.reject(new Error("none"));
  const problems: Problem[] = [];
  const big = LIMITS.memory + 1;
  const files = [["a", 10] as const, ["bb", big] as const, ["ccc", 2_000_000] as const];
  const shelf = await shelve(tree(files), () => true, { platform, report: (p) => void problems.push(p) });
  for (const [path, size] of [files[0]!, files[2]!]) {
    const source = await openRef((await shelf.find(path))!.ref!, { platform });
    assert.deepEqual(await source.read(0, size + 1), new Uint8Array(size).fill(path.length));
  }
  assert.equal(await shelf.find("bb"), undefined);
  assert.deepEqual(
    problems.map((p) => [p.path, p.code]),
    [["bb", "scratch-unavailable"]],
  );
});

test("scratch that was full once takes nothing more: what lies behind would be other bytes than they seem", async () => {
  const platform = new TestPlatform();
  const make = platform.scratch.bind(platform);
  platform.scratch = async () => {
    const real = await make();
    let room = LIMITS.memory + 1_000_000;
    const write = async (b: Uint8Array): Promise<void> => {
      const part = b.subarray(0, Math.max(0, room));
      room -= b.length;
      await real.write(part);
      if (room < 0) {
        room = 10_000_000; // somebody made room again
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      }
    };
    return { ...real, write };
  };
  const problems: Problem[] = [];
  const files = [["a", LIMITS.memory + 10] as const, ["bb", 5_000_000] as const, ["ccc", 100_000] as const];
  const shelf = await shelve(tree(files), () => true, { platform, report: (p) => void problems.push(p) });
  const source = await openRef((await shelf.find("a"))!.ref!, { platform });
  assert.deepEqual([source.size, ...(await source.read(source.size - 2, 10))], [LIMITS.memory + 10, 1, 1]);
  assert.deepEqual(
    problems.map((p) => [p.path, p.code, p.found]),
    [
      ["bb", "scratch-unavailable", "ENOSPC"],
      ["ccc", "scratch-unavailable", "ENOSPC"],
    ],
  );
});

const memory = (b: Uint8Array) => ({ size: b.length, read: async (at: number, n: number) => b.subarray(at, at + n) });

async function open(bytes: Uint8Array): Promise<{ text: string | undefined; problems: string[] }> {
  const problems: string[] = [];
  const report = (p: Problem): void => void problems.push(p.code);
  const plain = await unpacked(memory(bytes), { platform: new TestPlatform(), report });
  const text = plain && Buffer.from(await plain.read(0, plain.size)).toString();
  await plain?.close?.();
  return { text, problems };
}

test("a .gz is what it opens to; damage costs what follows; other files are themselves", async () => {
  const text = "línea\n".repeat(50_000);
  const gz = gzipSync(text);
  assert.deepEqual(await open(gz), { text, problems: [] });
  const cut = await open(gz.subarray(0, gz.length / 2));
  assert.deepEqual(cut.problems, ["gzip-damaged"]);
  assert.ok(text.startsWith(cut.text!));
  for (const other of ["", "x".repeat(100), "\x1f\x8b"]) {
    assert.deepEqual(await open(Buffer.from(other, "latin1")), { text: undefined, problems: [] });
  }
});
