import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { adbDirect } from "@contraluz/platform-node/adb.ts";
import { connected, hashesOf, KEY, options } from "./harness.fixture.ts";
import { acquire, isUnfinished, phoneOf, type Shelf } from "./index.ts";
import { type MemoryShelf, memoryShelf } from "./shelf.fixture.ts";

const code = (c: string) => (e: unknown) => (e as { code?: string }).code === c;

/** Files that an acquisition without a break has, but for what has times in it. */
function content(shelf: MemoryShelf): Map<string, string> {
  const own = ["acquisition.json", "command.log", "hashes.csv"];
  return new Map([...hashesOf(shelf)].filter(([name]) => !own.includes(name)));
}

test("300 packages of 200 MB: each APK comes once, with the hash that the phone said", async () => {
  await using p = await connected({ packages: 300, bytes: 200e6 });
  const sizes = new Map<string, { size: number; sha256: string }>();
  const small = memoryShelf();
  // Nothing that is large is kept: neither side holds a file.
  const shelf: Shelf = {
    ...small,
    async create(name) {
      if (!name.startsWith("apks/")) return small.create(name);
      const hash = createHash("sha256");
      let size = 0;
      return {
        async write(bytes) {
          hash.update(bytes);
          size += bytes.length;
        },
        done: async () => void sizes.set(name, { size, sha256: hash.digest("hex") }),
        discard: async () => {},
      };
    },
  };
  const made = await acquire(p.phone, shelf, options());
  assert.deepEqual(p.fake.breaches, []);
  assert.equal(sizes.size, 360);
  const total = [...sizes.values()].reduce((n, f) => n + f.size, 0);
  assert.ok(total > 199e6 && made.bytes > total);
  const packages = JSON.parse(small.text("packages.json")) as {
    files: { local_name: string; sha256: string; size: number }[];
  }[];
  assert.equal(packages.length, 300);
  for (const f of packages.flatMap((x) => x.files))
    assert.deepEqual(sizes.get(f.local_name), { size: f.size, sha256: f.sha256 });
  // Many packages go into one shell: 300 cost neither 300 questions for paths nor for hashes.
  const shells = p.fake.asked.filter((a) => !a.startsWith("RECV ")).length;
  assert.ok(shells < 90, `${shells} shells`);
  assert.deepEqual(made.shortfalls, [{ code: "empty", what: "logcat_old.txt" }]);
});

test("it ends soon when it is called off, and goes on later: one file at most is read twice", async () => {
  await using whole = await connected({ packages: 20, bytes: 20e6 });
  const reference = memoryShelf();
  await acquire(whole.phone, reference, options());

  await using p = await connected({ packages: 20, bytes: 20e6 });
  const shelf = memoryShelf();
  for (const stopAt of [7, 15]) {
    const cancel = { aborted: false };
    let spent = cpu();
    let reads = 0;
    p.fake.onRead = () => {
      if (++reads !== (stopAt === 7 ? 7 : 8)) return;
      cancel.aborted = true;
      spent = cpu();
    };
    const phone = stopAt === 7 ? p.phone : await p.again();
    await assert.rejects(acquire(phone, shelf, options({ cancel })), code("cancelled"));
    assert.ok(spent() < 2000, `${Math.round(spent())} ms`);
    assert.equal(await isUnfinished(shelf), true);
    assert.ok(!shelf.files.has("hashes.csv"));
  }
  p.fake.onRead = undefined;
  const before = p.fake.asked.length;
  const made = await acquire(await p.again(), shelf, options({ apks: "none", messages: true }));
  assert.equal(made.resumed, true);
  assert.equal(await isUnfinished(shelf), false);
  // What was agreed at the beginning stands; what was done is not asked for again.
  assert.equal(JSON.parse(shelf.text("acquisition.json")).apks, "all");
  assert.ok(!p.fake.asked.some((a) => a.startsWith("bu ")));
  assert.ok(!p.fake.asked.slice(before).includes("dumpsys"));
  const reads = p.fake.asked.filter((a) => a.startsWith("RECV "));
  const twice = reads.length - new Set(reads).size;
  assert.ok(twice <= 2, `${twice} files were read twice after two breaks`);
  assert.deepEqual(content(shelf), content(reference));
  for (const [name, hash] of hashesOf(shelf)) assert.equal(hash, shelf.sha256(name), name);
  assert.match(shelf.text("command.log"), /ERROR interrupted: cancelled[\s\S]*INFO going on/);
});

test("a phone that says nothing is called off too", async () => {
  await using p = await connected({ more: (line) => (line === "dumpsys" ? { out: "DUMP", hangs: true } : undefined) });
  const shelf = memoryShelf();
  const cancel = { aborted: false };
  const work = acquire(p.phone, shelf, options({ cancel }));
  while (!p.fake.asked.includes("dumpsys")) await wait(20);
  await wait(200);
  cancel.aborted = true;
  // It would never end by itself.
  await assert.rejects(work, code("cancelled"));
  // Half of an answer is no file.
  assert.ok(!shelf.files.has("dumpsys.txt"));
});

test("a cable that is pulled: what was whole stays, and another connection goes on", async () => {
  await using whole = await connected({ packages: 8, bytes: 8e6 });
  const reference = memoryShelf();
  await acquire(whole.phone, reference, options());

  await using p = await connected({ packages: 8, bytes: 8e6 });
  const shelf = memoryShelf();
  let reads = 0;
  p.fake.onRead = () => {
    if (++reads === 5) setTimeout(() => p.tcp.cut(), 5);
  };
  await assert.rejects(acquire(p.phone, shelf, options()), code("lost"));
  const there = [...shelf.files.keys()].filter((n) => n.startsWith("apks/")).length;
  assert.ok(there >= 3 && there <= 5, `${there} APKs were whole`);
  const made = await acquire(await p.again(), shelf, options());
  assert.equal(made.resumed, true);
  const all = p.fake.asked.filter((a) => a.startsWith("RECV "));
  assert.ok(all.length - new Set(all).size <= 1);
  assert.deepEqual(content(shelf), content(reference));
  // The phone is gone from the beginning: nothing hangs.
  p.tcp.cut();
  await assert.rejects(acquire(p.phone, memoryShelf(), options()), code("lost"));
});

test("another phone does not go on where this one was", async () => {
  await using a = await connected({ serial: "A1" });
  await using b = await connected({ serial: "B2" });
  const shelf = memoryShelf();
  const cancel = { aborted: false };
  a.fake.onRead = () => {
    cancel.aborted = true;
  };
  await assert.rejects(acquire(a.phone, shelf, options({ cancel })), code("cancelled"));
  const before = new Map(shelf.files);
  await assert.rejects(acquire(b.phone, shelf, options()), code("other-phone"));
  assert.deepEqual(shelf.files, before);
  // The state names no number of the phone.
  assert.ok(!shelf.text("contraluz-state.jsonl").includes("A1"));
});

test("what was lost from the shelf meanwhile is read again; a line that was cut is no line", async () => {
  await using p = await connected();
  const shelf = memoryShelf();
  const cancel = { aborted: false };
  let reads = 0;
  p.fake.onRead = () => {
    if (++reads === 4) cancel.aborted = true;
  };
  await assert.rejects(acquire(p.phone, shelf, options({ cancel })), code("cancelled"));
  shelf.files.delete("getprop.txt");
  shelf.files.set("env.txt", Buffer.from("short"));
  shelf.files.set(
    "contraluz-state.jsonl",
    Buffer.concat([shelf.files.get("contraluz-state.jsonl")!, Buffer.from('{"file":"servi')]),
  );
  const made = await acquire(await p.again(), shelf, options());
  assert.equal(made.resumed, true);
  assert.match(shelf.text("getprop.txt"), /ro\.product\.model/);
  assert.match(shelf.text("env.txt"), /EXTERNAL_STORAGE/);
  for (const [name, hash] of hashesOf(shelf)) assert.equal(hash, shelf.sha256(name), name);
});

test("a disk that is full is told as what it is, not as a fault of the phone; later it goes on", async () => {
  await using p = await connected();
  const shelf = memoryShelf();
  const full = Object.assign(new Error("no space left"), { code: "ENOSPC", syscall: "write" });
  let room = 30_000;
  const small: Shelf = {
    ...shelf,
    async create(name) {
      const file = await shelf.create(name);
      return {
        ...file,
        async write(bytes) {
          room -= bytes.length;
          if (room < 0) throw full;
          await file.write(bytes);
        },
      };
    },
  };
  await assert.rejects(acquire(p.phone, small, options()), (e) => e === full);
  room = 1e9;
  const made = await acquire(p.phone, small, options());
  assert.equal(made.resumed, true);
  for (const [name, hash] of hashesOf(shelf)) assert.equal(hash, shelf.sha256(name), name);
});

test("a phone that does not allow it is not waited for longer than was said", async () => {
  await using p = await connected({ allows: "yes" });
  const closed = await connectedRefusing();
  const at = { host: "127.0.0.1", port: closed.port };
  await assert.rejects(adbDirect(at, KEY, AbortSignal.timeout(400)));
  await closed.close();
  // Nobody listens there any more.
  await assert.rejects(adbDirect(at, KEY), code("ECONNREFUSED"));
  // Patience for the question ends with the question: the connection outlives it.
  const patience = new AbortController();
  const adb = await adbDirect({ host: "127.0.0.1", port: p.tcp.port }, KEY, patience.signal);
  patience.abort();
  const made = await acquire(phoneOf(adb), memoryShelf(), options({ apks: "none" }));
  assert.ok(made.files > 10);
  await adb.close();
  assert.deepEqual(p.fake.breaches, []);
});

async function connectedRefusing() {
  const { FakeAdbd } = await import("./fake-adbd.fixture.ts");
  const { fakeTcp } = await import("./fake-tcp.fixture.ts");
  const { madePhone } = await import("./phone.fixture.ts");
  return fakeTcp(new FakeAdbd(madePhone({ packages: 1, bytes: 10, allows: "no" }).script));
}

test("a phone without the shell that tells its end is too old", async () => {
  const { FakeAdbd } = await import("./fake-adbd.fixture.ts");
  const { fakeTcp } = await import("./fake-tcp.fixture.ts");
  const { madePhone } = await import("./phone.fixture.ts");
  const tcp = await fakeTcp(new FakeAdbd(madePhone({ packages: 1, bytes: 10, features: ["cmd"] }).script));
  const adb = await adbDirect({ host: "127.0.0.1", port: tcp.port }, KEY);
  assert.throws(() => phoneOf(adb), code("too-old"));
  await adb.close();
  await tcp.close();
});
