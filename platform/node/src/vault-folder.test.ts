/** A folder of a case that somebody else made: links, pipes and locks in it, and locks that were left behind. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { vaultFolder } from "./vault-folder.ts";

let dir = "";
before(() => {
  dir = mkdtempSync(join(tmpdir(), "vault-"));
});
after(() => rmSync(dir, { recursive: true }));

const one = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
};

test("links in a case lead nowhere: nothing outside is read, written, overwritten or removed", async (t) => {
  const outside = join(dir, "outside");
  mkdirSync(join(outside, "0001"), { recursive: true });
  writeFileSync(join(outside, "key"), "mine");
  const at = join(dir, "links");
  mkdirSync(at);
  try {
    symlinkSync(outside, join(at, "evidence"), "junction");
    symlinkSync(join(outside, "key"), join(at, "keys.age"));
    symlinkSync(join(outside, "key"), join(at, "case.json.new"));
  } catch {
    return t.skip("this system lets nobody make links");
  }
  const folder = vaultFolder(at);
  await assert.rejects(folder.list("evidence"), { code: "case-damaged" });
  await assert.rejects(folder.read("evidence/key"), { code: "case-damaged" });
  await assert.rejects(folder.ref("keys.age"), { code: "case-damaged" });
  await assert.rejects(folder.create("evidence/new", one("x")), { code: "case-damaged" });
  await assert.rejects(folder.replace("keys.age", one("x")), { code: "case-damaged" });
  await assert.rejects(folder.stage("evidence/0002"), { code: "case-damaged" });
  await assert.rejects(folder.remove("evidence/0001"), { code: "case-damaged" });
  await folder.replace("case.json", one("{}"));
  // A purge takes the links away, and nothing that they lead to.
  await folder.destroy("keys.age");
  await folder.remove("evidence");
  assert.deepEqual(await folder.list(""), ["case.json"]);
  assert.equal(readFileSync(join(outside, "key"), "utf8"), "mine");
  assert.ok(existsSync(join(outside, "0001")));
});

test("a lock that was left behind is none; one that cannot be known counts", async () => {
  const at = join(dir, "locks");
  mkdirSync(at);
  const lock = join(at, "lock");
  const take = async (text: string): Promise<boolean> => {
    writeFileSync(lock, text);
    const unlock = await vaultFolder(at).lock();
    await unlock?.();
    rmSync(lock, { force: true });
    return unlock !== undefined;
  };
  assert.equal(await take(""), true, "its writer died before it wrote");
  assert.equal(await take(`999999999 ${hostname()}\n`), true, "no such process");
  assert.equal(
    await take(`${process.pid} ${hostname()}\n`),
    true,
    "the number of this process, which does not hold it",
  );
  assert.equal(await take(`${process.ppid} ${hostname()}\n`), false, "a process that runs");
  assert.equal(await take("999999999 elsewhere\n"), false, "another computer");
  if (existsSync("/proc/sys/kernel/random/boot_id"))
    assert.equal(await take(`${process.ppid} ${hostname()} another-start\n`), true, "the computer was started since");
});

test("of two that find a lock left behind one gets it", async () => {
  const at = join(dir, "two");
  mkdirSync(at);
  for (let i = 0; i < 20; i++) {
    writeFileSync(join(at, "lock"), `999999999 ${hostname()}\n`);
    const got = await Promise.all([vaultFolder(at).lock(), vaultFolder(at).lock(), vaultFolder(at).lock()]);
    assert.equal(got.filter((u) => u !== undefined).length, 1);
    for (const unlock of got) await unlock?.();
    rmSync(join(at, "lock"), { force: true });
  }
});

test("of several processes that find a lock left behind one gets it", async () => {
  const at = join(dir, "several");
  mkdirSync(at);
  const lock = join(at, "lock");
  // Each tells what it got, and holds it until all have told.
  const code = `
    import { takeLock } from ${JSON.stringify(new URL("./lock.ts", import.meta.url).href)};
    process.stdin.once("data", async () => {
      const unlock = await takeLock(${JSON.stringify(lock)});
      process.stdout.write(unlock ? "y" : "n");
      process.stdin.once("data", async () => { await unlock?.(); process.exit(); });
    });
    process.stdout.write("r");`;
  for (let i = 0; i < 5; i++) {
    writeFileSync(lock, `999999999 ${hostname()}\n`);
    const all = [1, 2, 3, 4].map(() => spawn(process.execPath, ["--input-type=module", "-e", code]));
    const next = (): Promise<string[]> => Promise.all(all.map(async (p) => String((await once(p.stdout, "data"))[0])));
    assert.deepEqual(await next(), ["r", "r", "r", "r"]);
    const said = next();
    for (const p of all) p.stdin.write("go");
    assert.deepEqual((await said).sort(), ["n", "n", "n", "y"]);
    const ended = Promise.all(all.map((p) => once(p, "exit")));
    for (const p of all) p.stdin.write("end");
    await ended;
    assert.deepEqual(readdirSync(at), []);
  }
});

test("a pipe in the place of a lock or a file holds nobody up", { skip: process.platform === "win32" }, async () => {
  const at = join(dir, "pipes");
  mkdirSync(at);
  execFileSync("mkfifo", [join(at, "lock"), join(at, "keys.age")]);
  const folder = vaultFolder(at);
  assert.equal(await folder.lock(), undefined);
  await assert.rejects(folder.read("keys.age"), { code: "host-read" });
  await folder.destroy("keys.age");
  assert.ok(!existsSync(join(at, "keys.age")));
});
