import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { test } from "node:test";
import { adbDirect, adbPublicKey, newAdbKey } from "@contraluz/platform-node/adb.ts";
import { FakeAdbd } from "./fake-adbd.fixture.ts";
import { fakeTcp } from "./fake-tcp.fixture.ts";
import { type Acquired, type AcquireOptions, acquire, phoneOf } from "./index.ts";
import { madePhone, type PhoneOptions } from "./phone.fixture.ts";
import { type MemoryShelf, memoryShelf } from "./shelf.fixture.ts";

const key = await newAdbKey();
const sha256 = () => {
  const hash = createHash("sha256");
  return { update: (b: Uint8Array) => void hash.update(b), hex: () => hash.digest("hex") };
};
/** A clock that goes a second each time it is looked at. */
const clock = () => {
  let n = 0;
  return () =>
    `2026-03-14T16:${String(15 + Math.floor(n / 60)).padStart(2, "0")}:${String(n++ % 60).padStart(2, "0")}.000000Z`;
};

/** A phone on a port, connected. */
async function connected(o: Partial<PhoneOptions> = {}) {
  const made = madePhone({ packages: 5, bytes: 50_000, ...o });
  const fake = new FakeAdbd(made.script);
  const tcp = await fakeTcp(fake);
  const connect = () => adbDirect({ host: "127.0.0.1", port: tcp.port }, key);
  const adb = await connect();
  return {
    ...made,
    fake,
    tcp,
    connect,
    phone: phoneOf(adb),
    async [Symbol.asyncDispose]() {
      await Promise.resolve(adb.close()).catch(() => {});
      await tcp.close();
    },
  };
}

const options = (more: Partial<AcquireOptions> = {}): AcquireOptions => ({
  version: "0.1.0",
  uuid: randomUUID(),
  now: clock(),
  sha256,
  apks: "all",
  messages: false,
  ...more,
});

const hashes = (shelf: MemoryShelf): Map<string, string> =>
  new Map(
    shelf
      .text("hashes.csv")
      .trim()
      .split("\n")
      .map((l) => l.split(",") as [string, string]),
  );

test("a phone becomes a folder of AndroidQF: every file hashed, every command logged, none that writes", async () => {
  await using p = await connected();
  const shelf = memoryShelf();
  const hostKey = await adbPublicKey(key);
  const made: Acquired = await acquire(p.phone, shelf, options({ hostKey }));
  assert.deepEqual(p.fake.breaches, []);
  const names = [...shelf.files.keys()].sort();
  const apks = [...hashes(shelf).keys()].filter((n) => n.startsWith("apks/"));
  assert.deepEqual(apks, [
    "apks/com.example.app0.apk",
    "apks/com.example.app1.apk",
    "apks/com.example.app2.apk",
    "apks/com.example.app3.apk",
    "apks/com.example.app4.apk",
    "apks/com.example.app4_split_config.es.apk",
  ]);
  assert.deepEqual(
    names.filter((n) => !n.startsWith("apks/")),
    `acquisition.json adb_host_key.pub bugreport.zip command.log dumpsys.txt env.txt files.json getprop.txt hashes.csv logcat.txt
     mounts.json packages.json processes.txt root_binaries.json selinux.txt services.txt settings_global.txt settings_secure.txt
     settings_system.txt tmp/nota.txt`
      .trim()
      .split(/\s+/),
  );
  // All but the list itself; each as it lies there.
  assert.deepEqual(
    [...hashes(shelf).keys()].sort(),
    names.filter((n) => n !== "hashes.csv"),
  );
  for (const [name, hash] of hashes(shelf)) assert.equal(hash, shelf.sha256(name), name);
  const packages = JSON.parse(shelf.text("packages.json"));
  assert.equal(packages.length, 5);
  const [first, last] = [packages[0], packages[4]];
  assert.deepEqual(
    [first.name, first.installer, first.uid, first.disabled, first.system, first.third_party],
    ["com.example.app0", "com.android.vending", 10_000, false, true, false],
  );
  assert.deepEqual(
    last.files.map((f: { local_name: string }) => f.local_name),
    ["apks/com.example.app4.apk", "apks/com.example.app4_split_config.es.apk"],
  );
  for (const f of packages.flatMap((x: { files: unknown[] }) => x.files)) {
    assert.equal(f.sha256, shelf.sha256(f.local_name));
    for (const kind of ["md5", "sha1", "sha512"] as const)
      assert.equal(f[kind], createHash(kind).update(shelf.files.get(f.local_name)!).digest("hex"));
    assert.equal(f.size, shelf.files.get(f.local_name)!.length);
  }
  const listed = JSON.parse(shelf.text("files.json"));
  assert.deepEqual(
    listed.find((f: { path: string }) => f.path.startsWith("/sdcard/")),
    {
      path: "/sdcard/DCIM/raro|nombre\nen dos renglones.jpg",
      size: 3,
      mode: "-rw-rw----",
      user_id: 10_089,
      user_name: "u0_a89",
      group_id: 9997,
      group_name: "everybody",
      changed_time: 1_773_504_000,
      modified_time: 1_773_504_000,
      access_time: 0,
      context: "u:object_r:media_rw_data_file:s0",
      error: "",
      sha1: "",
      sha256: "",
      sha512: "",
      md5: "",
    },
  );
  assert.deepEqual(JSON.parse(shelf.text("mounts.json")).length, 2);
  assert.deepEqual(JSON.parse(shelf.text("root_binaries.json")), ["/system/xbin/su"]);
  const facts = JSON.parse(shelf.text("acquisition.json"));
  assert.deepEqual(
    [facts.started, facts.completed, facts.cpu, facts.tmp_dir, facts.sdcard, facts.collector, facts.messages],
    [made.started, made.completed, "arm64-v8a", "/data/local/tmp/", "/sdcard/", null, false],
  );
  assert.equal(facts.adb_host_public_key, hostKey);
  // Each command that the phone was asked stands in the log with its time, but for the look at who it is.
  const log = shelf.text("command.log");
  for (const asked of p.fake.asked.filter((a) => !a.startsWith("getprop ro.serialno")))
    assert.ok(log.includes(asked.startsWith("RECV ") ? `pull: ${asked.slice(5)}` : `shell: ${asked}`), asked);
  assert.match(log, /^2026-03-14T16:15:0\d\.000000Z INFO beginning: contraluz 0\.1\.0$/m);
  assert.deepEqual(made.shortfalls, [{ code: "empty", what: "logcat_old.txt" }]);
  assert.equal(made.files, names.length);
});
