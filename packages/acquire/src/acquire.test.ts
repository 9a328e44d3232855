import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { adbPublicKey } from "@contraluz/platform-node/adb.ts";
import { connected, hashesOf, KEY, options } from "./harness.fixture.ts";
import { type Acquired, acquire } from "./index.ts";
import { memoryShelf } from "./shelf.fixture.ts";

test("a phone becomes a folder of AndroidQF: every file hashed, every command logged, none that writes", async () => {
  await using p = await connected();
  const shelf = memoryShelf();
  const hostKey = await adbPublicKey(KEY);
  const made: Acquired = await acquire(p.phone, shelf, options({ hostKey }));
  assert.deepEqual(p.fake.breaches, []);
  const names = [...shelf.files.keys()].sort();
  const apks = [...hashesOf(shelf).keys()].filter((n) => n.startsWith("apks/"));
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
     mounts.json packages.json processes.json processes.txt root_binaries.json selinux.txt services.txt settings_global.txt settings_secure.txt
     settings_system.txt tmp/nota.txt`
      .trim()
      .split(/\s+/),
  );
  // All but the list itself; each as it lies there.
  assert.deepEqual(
    [...hashesOf(shelf).keys()].sort(),
    names.filter((n) => n !== "hashes.csv"),
  );
  for (const [name, hash] of hashesOf(shelf)) assert.equal(hash, shelf.sha256(name), name);
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
  const [init] = JSON.parse(shelf.text("processes.json"));
  assert.deepEqual(
    [init.pid, init.context, init.command_line],
    [1, "u:r:init:s0", ["/system/bin/init", "second_stage"]],
  );
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

test("without -printf the phone is asked by stat, and an old one for names alone", async () => {
  const odd = "/sdcard/DCIM/raro|nombre\nen dos renglones.jpg";
  await using stat = await connected({ packages: 1, find: "stat" });
  const shelf = memoryShelf();
  await acquire(stat.phone, shelf, options({ apks: "none" }));
  const found = JSON.parse(shelf.text("files.json")).find((f: { path: string }) => f.path === odd);
  assert.deepEqual(
    [found.size, found.mode, found.user_id, found.user_name, found.group_id, found.modified_time, found.changed_time],
    [3, "-rw-rw----", 10_089, "u0_a89", 9997, 1_773_504_000, 1_773_504_000],
  );
  await using names = await connected({ packages: 1, find: "names" });
  const other = memoryShelf();
  await acquire(names.phone, other, options({ apks: "none" }));
  const listed = JSON.parse(other.text("files.json"));
  // A line break in a name cannot be told from the end of one here.
  const paths = listed.map((f: { path: string }) => f.path);
  assert.deepEqual(
    paths.filter((p: string) => !p.startsWith("/system/")),
    ["/sdcard/DCIM/raro|nombre", "/data/local/tmp/nota.txt"],
  );
  assert.equal(listed[0].modified_time, 0);
  for (const p of [stat, names]) assert.deepEqual(p.fake.breaches, []);
  // Chosen apps alone are copied: none here.
  assert.ok(![...shelf.files.keys()].some((n) => n.startsWith("apks/")));
});

test("which apps are copied: none, those that did not come with the phone, all", async () => {
  await using p = await connected({ packages: 6 });
  const shelf = memoryShelf();
  await acquire(p.phone, shelf, options({ apks: "user" }));
  const apks = [...shelf.files.keys()].filter((n) => n.startsWith("apks/")).sort();
  assert.deepEqual(
    apks,
    ["1", "2", "4", "4_split_config.es", "5"].map((n) => `apks/com.example.app${n}.apk`),
  );
  const packages = JSON.parse(shelf.text("packages.json"));
  assert.equal(packages[0].files[0].local_name, "");
  assert.match(packages[0].files[0].sha256, /^[0-9a-f]{64}$/);
});

test("an older phone keeps a copy of its bug report: that is said, and it is not deleted", async () => {
  const path = "/data/user_de/0/com.android.shell/files/bugreports/bugreport-x.zip";
  const more = (line: string) =>
    line === "bugreportz -p" ? { out: `BEGIN:${path}\nPROGRESS:1/2\nOK:${path}\n` } : undefined;
  await using p = await connected({ bugreportz: "1.1", files: { [path]: "PK\u0003\u0004 viejo" }, more });
  const shelf = memoryShelf();
  const made = await acquire(p.phone, shelf, options({ apks: "none" }));
  assert.equal(shelf.text("bugreport.zip"), "PK\u0003\u0004 viejo");
  assert.ok(made.shortfalls.some((f) => f.code === "left" && f.what === path));
  assert.deepEqual(p.fake.breaches, []);
  await using none = await connected({
    bugreportz: "",
    more: (l) => (l === "bugreportz -p" ? { out: "FAIL:no\n" } : undefined),
  });
  const without = await acquire(none.phone, memoryShelf(), options({ apks: "none" }));
  assert.deepEqual(
    without.shortfalls.filter((f) => f.what === "bugreport.zip"),
    [{ code: "not-offered", what: "bugreport.zip" }],
  );
});

test("messages are asked for only if the person agreed, and may be declined on the phone", async () => {
  const command = "bu backup -nocompress com.android.providers.telephony";
  const archive = `ANDROID BACKUP\n5\n0\nnone\n${"x".repeat(2000)}`;
  for (const [out, short] of [
    [archive, []],
    ["", ["declined"]],
  ] as const) {
    await using p = await connected({ more: (line) => (line === command ? { out } : undefined) });
    const shelf = memoryShelf();
    const without = await acquire(p.phone, shelf, options({ apks: "none" }));
    assert.ok(!p.fake.asked.includes(command));
    assert.ok(!shelf.files.has("backup.ab"));
    assert.equal(JSON.parse(shelf.text("acquisition.json")).messages, false);
    const second = memoryShelf();
    const made = await acquire(p.phone, second, options({ apks: "none", messages: true }));
    assert.equal(second.text("backup.ab"), out);
    const codes = made.shortfalls.filter((f) => f.what === "backup.ab").map((f) => f.code);
    assert.deepEqual(codes, short);
    assert.equal(without.shortfalls.filter((f) => f.what === "backup.ab").length, 0);
  }
});

test("intrusion logs are copied once the person has taken them down", async () => {
  const settings = "settings get secure advanced_protection_mode";
  const folder = "/sdcard/Download/Intrusion Logging";
  await using p = await connected({ more: (line) => (line === settings ? { out: "1\n" } : undefined) });
  let asked = 0;
  const shelf = memoryShelf();
  const files = p.script.files as Map<string, unknown>;
  await acquire(p.phone, shelf, {
    ...options({ apks: "none" }),
    async intrusionLogs() {
      asked++;
      if (asked === 2) files.set(`${folder}/día 1.txt`, { size: 2, read: () => new Uint8Array([123, 125]) });
      return true;
    },
  });
  assert.equal(asked, 2);
  assert.equal(shelf.text("intrusion_logs/d_a_1.txt"), "{}");
  assert.deepEqual(p.fake.breaches, []);
  const other = memoryShelf();
  files.delete(`${folder}/día 1.txt`);
  const made = await acquire(p.phone, other, options({ apks: "none" }));
  assert.ok(made.shortfalls.some((f) => f.what === "intrusion_logs" && f.code === "not-offered"));
});
