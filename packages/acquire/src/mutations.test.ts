/** What a phone says, changed at random with a fixed seed: an answer or an AcquireError, soon, whatever it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { adbDirect } from "@contraluz/platform-node/adb.ts";
import { FakeAdbd } from "./fake-adbd.fixture.ts";
import { fakeTcp } from "./fake-tcp.fixture.ts";
import { listedOf, recordsOf } from "./files.ts";
import { KEY, options } from "./harness.fixture.ts";
import { AcquireError, acquire, type Channel, type Phone, phoneOf } from "./index.ts";
import { packageLine } from "./packages.ts";
import { madePhone } from "./phone.fixture.ts";
import { memoryShelf } from "./shelf.fixture.ts";
import { runShell } from "./shell.ts";
import { pull } from "./sync.ts";

const MUTATIONS = 300;

/** Numbers from a seed (mulberry32), 0 to below `n`. */
function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

function mutated(bytes: Uint8Array, roll: (n: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let i = roll(4); i >= 0; i--) {
    const at = roll(copy.length);
    if (roll(3) === 0) copy[at] = [0, 255, 127, 128][roll(4)]!;
    else copy[at] = copy[at]! ^ (1 << roll(8));
  }
  return roll(4) === 0 ? copy.subarray(0, roll(copy.length)) : copy;
}

const says = (bytes: Uint8Array): Phone => ({
  async open(): Promise<Channel> {
    let at = 0;
    const step = 1 + (bytes.length % 7);
    return {
      read: async () => (at < bytes.length ? bytes.subarray(at, (at += step)) : undefined),
      write: async () => {},
      close() {},
    };
  },
});

const joined = (parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((p) => (typeof p === "string" ? Buffer.from(p, "latin1") : p)));
const ours = (e: unknown): boolean => e instanceof AcquireError && ["broken", "wrong"].includes(e.code);

test("frames of the shell and blocks of sync", async () => {
  const roll = dice(7);
  const shell = joined(["\x01\x05\0\0\0hola\n", "\x02\x02\0\0\0ay", "\x01\x00\0\0\0", "\x03\x01\0\0\0\0"]);
  const sync = joined(["DATA\x04\0\0\0abcd", "DATA\x02\0\0\0ef", "DONE\0\0\0\0"]);
  const o = { silence: 1000, most: 100, out: () => {} };
  let answered = 0;
  for (let i = 0; i < MUTATIONS; i++) {
    for (const work of [runShell(says(mutated(shell, roll)), "x", o), pull(says(mutated(sync, roll)), "/x", o)]) {
      const got = await work.catch((e: unknown) => (ours(e) ? undefined : Promise.reject(e)));
      if (got) answered++;
      assert.ok((got?.bytes ?? 0) <= 100);
    }
  }
  assert.ok(answered > 20 && answered < 2 * MUTATIONS, `${answered} answered`);
});

test("lists of packages and records of files", async () => {
  const roll = dice(11);
  const text = Buffer.from(
    "package:com.a  installer=null uid:10001\n//1.5|2|3|-rw|4|5|u|6|g|ctx|/a/b\nmás\n//1|2|3|-|4|5|u|6|g||/c|d\n/e\n",
  );
  for (let i = 0; i < MUTATIONS; i++) {
    const bytes = mutated(text, roll);
    const records: string[] = [];
    const r = recordsOf((x) => void records.push(x));
    for (let at = 0; at < bytes.length; at += 5) await r.take(bytes.subarray(at, at + 5));
    await r.end();
    for (const x of records) {
      const l = listedOf(x);
      if (!l) continue;
      assert.match(l.path, /^\//);
      for (const n of [l.size, l.user_id, l.group_id, l.modified_time, l.changed_time, l.access_time])
        assert.ok(Number.isSafeInteger(n) && n >= 0);
    }
    for (const line of Buffer.from(bytes).toString().split("\n")) {
      const p = packageLine(line);
      if (p?.uid !== undefined) assert.ok(Number.isSafeInteger(p.uid));
    }
  }
});

test("packets of a whole acquisition: it ends, with what was whole by then", async () => {
  const roll = dice(13);
  let whole = 0;
  for (let i = 0; i < 15; i++) {
    const fake = new FakeAdbd(madePhone({ packages: 1, bytes: 2000 }).script);
    let sent = 0;
    const bad = roll(14_000);
    const bit = 1 << roll(8);
    const tcp = await fakeTcp(fake, (bytes) => {
      const at = bad - sent;
      sent += bytes.length;
      if (at >= 0 && at < bytes.length) bytes[at] = bytes[at]! ^ bit;
      return bytes;
    });
    const shelf = memoryShelf();
    try {
      const adb = await adbDirect({ host: "127.0.0.1", port: tcp.port }, KEY, AbortSignal.timeout(5000));
      await acquire(phoneOf(adb), shelf, options({ silence: 1000 })).finally(() =>
        Promise.resolve(adb.close()).catch(() => {}),
      );
      whole++;
      for (const line of shelf.text("hashes.csv").trim().split("\n")) {
        const [name, hash] = line.split(",") as [string, string];
        assert.equal(shelf.sha256(name), hash);
      }
    } catch (e) {
      assert.ok(e instanceof Error && !(e instanceof assert.AssertionError) && !(e instanceof TypeError), String(e));
      assert.ok(!shelf.files.has("hashes.csv"));
    } finally {
      await tcp.close();
    }
    assert.deepEqual(
      fake.breaches.filter((b) => b.startsWith("writes")),
      [],
    );
  }
  assert.ok(whole > 0 && whole < 15, `${whole} of 15 came whole`);
});
