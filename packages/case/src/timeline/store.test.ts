import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResultFolder, VaultFolder } from "@contraluz/core";
import { removeParts } from "../vault/purge.ts";
import type { OpenVault } from "../vault/vault.ts";
import { indexesIn } from "./store.ts";
import { check, Memory, naive, platform, Seeded } from "./timeline.fixture.ts";
import { Timeline } from "./timeline.ts";

/** Files of a case in memory, with one lock. */
function files(): Pick<VaultFolder, "read" | "stage" | "remove" | "lock"> & {
  readonly all: Map<string, Uint8Array>;
  locked: boolean;
} {
  const all = new Map<string, Uint8Array>();
  const o = {
    all,
    locked: false,
    read: async (name: string) => {
      const bytes = all.get(name);
      return bytes && { size: bytes.length, read: async (at: number, n: number) => bytes.subarray(at, at + n) };
    },
    stage: async (name: string): Promise<ResultFolder> => {
      const m = new Memory();
      return {
        append: (n, b) => m.append(n, b),
        read: (n) => m.read(n),
        remove: (n) => m.remove(n),
        commit: async () => {
          for (const [n, b] of m.files) all.set(`${name}/${n}`, b);
        },
        discard: () => m.discard(),
      };
    },
    remove: async (name: string) => {
      for (const n of all.keys()) if (n === name || n.startsWith(`${name}/`)) all.delete(n);
    },
    lock: async () => {
      if (o.locked) return undefined;
      o.locked = true;
      return async () => {
        o.locked = false;
      };
    },
  };
  return o;
}

test("an index in a case: built under its lock, found again, gone with its check", async () => {
  const f = files();
  const checks = [check(new Seeded(1), "0001", { "ios/a": 40 })];
  const open = (alone = false): Promise<Timeline> => Timeline.open({ checks, indexes: indexesIn(f, alone), platform });
  f.locked = true;
  await assert.rejects(open(), /somebody else writes/);
  assert.equal(f.all.size, 0);
  f.locked = false;
  const t = await open();
  assert.equal(f.locked, false);
  assert.equal((await t.count({})).n, naive(checks, {}).length);
  await t.close();
  // Already there: nothing is written, whoever has the lock.
  f.locked = true;
  await (await open()).close();
  f.all.delete("index/timeline-0001/head.json");
  await (await open(true)).close();
  assert.equal(f.all.size, 6);
  f.all.set("checks/0001/result.json", new Uint8Array(1));
  const state = { archives: [], evidence: [] };
  const vault = { files: f, state, write: async () => ({}) } as unknown as OpenVault;
  await removeParts(vault, "r1", ["checks/0001"], "why");
  assert.deepEqual([...f.all.keys()], []);
});
