import assert from "node:assert/strict";
import { test } from "node:test";
import { ContraluzError, type Scratch } from "@contraluz/core";
import { type WebFolder, webFolder } from "./result-folder.ts";
import { someBytes } from "./suite.fixture.ts";

/** Scratch in memory, which says what happens to it. */
function scratches(): { readonly log: string[]; make(): Promise<Scratch> } {
  const log: string[] = [];
  return {
    log,
    async make() {
      log.push("made");
      const bytes: number[] = [];
      return {
        async write(more) {
          for (const b of more) bytes.push(b);
          log.push(`${more.length}`);
        },
        open: () => ({ size: bytes.length, read: async (at, n) => Uint8Array.from(bytes.slice(at, at + n)) }),
        close: async () => void log.push("closed"),
      };
    },
  };
}

const KINDS: readonly (readonly [string, () => WebFolder])[] = [
  ["in memory", () => webFolder()],
  ["in scratch", () => webFolder({ memory: 0, scratch: scratches().make })],
  ["in both", () => webFolder({ memory: 3000, scratch: scratches().make })],
  [
    "in memory, where there is no scratch",
    () => webFolder({ memory: 3000, scratch: () => Promise.reject(new ContraluzError("scratch-unavailable", "none")) }),
  ],
];

for (const [kind, make] of KINDS) {
  test(`${kind}: what was appended can be read at any place, and grows`, async () => {
    const folder = make();
    const [all, other] = [someBytes(10_000), someBytes(5000, 4)];
    const appends: Promise<void>[] = [];
    for (let at = 0, n = 0; at < all.length; at += n++) {
      // Nobody waits: the order is that of the calls.
      appends.push(folder.append("records/a.jsonl", all.subarray(at, at + n)));
      if (n % 3 === 0) appends.push(folder.append("records/b.jsonl", other.subarray(at / 2, (at + n) / 2)));
    }
    await Promise.all(appends);
    const source = await folder.read("records/a.jsonl");
    assert.equal(source.size, all.length);
    for (let at = -3; at < all.length + 3; at += 97) {
      for (const length of [0, 1, 500, 20_000])
        assert.deepEqual(await source.read(at, length), at < 0 ? new Uint8Array(0) : all.slice(at, at + length));
    }
    await folder.append("records/a.jsonl", someBytes(5));
    assert.equal(source.size, all.length);
    assert.equal((await folder.read("records/a.jsonl")).size, all.length + 5);
    assert.deepEqual(
      new Uint8Array(await (await folder.blob("records/a.jsonl")).arrayBuffer()).subarray(0, 10_000),
      all,
    );
    await folder.close();
  });

  test(`${kind}: names in code-unit order, files to save, removed ones gone`, async () => {
    const folder = make();
    for (const name of ["result.json", "index/timeline.bin", "records/a.jsonl", "index/run-0.bin"])
      await folder.append(name, new TextEncoder().encode(name));
    await folder.append("records/empty.jsonl", new Uint8Array(0));
    await folder.remove("index/run-0.bin");
    assert.deepEqual(folder.names(), ["index/timeline.bin", "records/a.jsonl", "records/empty.jsonl", "result.json"]);
    assert.equal(await (await folder.blob("records/a.jsonl")).text(), "records/a.jsonl");
    assert.equal((await folder.blob("records/empty.jsonl")).size, 0);
    await assert.rejects(folder.read("index/run-0.bin"), /nothing was written/);
    await assert.rejects(folder.blob("none"), /nothing was written/);
    await folder.close();
  });

  test(`${kind}: a result that is finished or given up takes nothing more; of the latter nothing is left`, async () => {
    for (const end of ["commit", "discard"] as const) {
      const folder = make();
      await folder.append("result.json", someBytes(10));
      assert.equal(folder.committed, false);
      await folder[end]();
      assert.equal(folder.committed, end === "commit");
      await assert.rejects(folder.append("result.json", someBytes(1)), /closed/);
      assert.deepEqual(folder.names(), end === "commit" ? ["result.json"] : []);
      await folder.close();
    }
  });
}

test("bytes are its own: whoever appended may use theirs again", async () => {
  const folder = webFolder();
  const bytes = Uint8Array.of(1, 2, 3);
  await folder.append("a", bytes);
  bytes.fill(9);
  assert.deepEqual(await (await folder.read("a")).read(0, 3), Uint8Array.of(1, 2, 3));
});

test("scratch is made when it is needed, used by all files, and closed", async () => {
  const s = scratches();
  const folder = webFolder({ memory: 100, scratch: s.make });
  await folder.append("a", someBytes(60));
  assert.deepEqual(s.log, []);
  await folder.append("b", someBytes(60));
  await folder.append("a", someBytes(10));
  assert.deepEqual(s.log, ["made", "60", "10"]);
  await folder.discard();
  assert.deepEqual(s.log, ["made", "60", "10", "closed"]);
  await folder.close();
  assert.equal(s.log.length, 4);
});

test("scratch that is full is said to whoever appends", async () => {
  const full = async (): Promise<Scratch> => ({
    write: () => Promise.reject(new ContraluzError("scratch-unavailable", "no room")),
    open: () => ({ size: 0, read: async () => new Uint8Array(0) }),
    close: async () => {},
  });
  const folder = webFolder({ memory: 0, scratch: full });
  await assert.rejects(folder.append("a", someBytes(10)), /no room/);
  await folder.discard();
});
