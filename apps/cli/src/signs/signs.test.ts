/** The store and what decides: bytes that come, from whomever, and what becomes of them. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { compileIndicators, KNOWN_SETS } from "@contraluz/detection";
import { folder } from "../cli.fixture.ts";
import { storeFolder } from "./folder.ts";
import { installedSets } from "./installed.ts";
import { openStore, type Store, StoreDamaged } from "./store.ts";
import { take } from "./take.ts";
import { type Get, getKnown, updateSets } from "./update.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const lines = (n: number, from = 0): string =>
  Array.from({ length: n }, (_, i) => `site-${i + from}.example\n`).join("");
const day = (n: number): string => `2026-05-${String(n).padStart(2, "0")}T10:00:00.000Z`;
const list = (store: Store, text: string, n: number) =>
  take(store, "list", [{ name: "list.txt", bytes: bytes(text) }], "file", day(n));

test("where it lies: as each platform wants it, or where it was told", () => {
  const at = (env: Record<string, string>, platform: NodeJS.Platform): string =>
    storeFolder(undefined, env, platform, "/h").replaceAll("\\", "/");
  assert.equal(at({}, "linux"), "/h/.local/share/contraluz/signs");
  assert.equal(at({ XDG_DATA_HOME: "/x" }, "linux"), "/x/contraluz/signs");
  assert.equal(at({ XDG_DATA_HOME: "relative" }, "linux"), "/h/.local/share/contraluz/signs");
  assert.equal(at({}, "darwin"), "/h/Library/Application Support/contraluz/signs");
  assert.equal(at({ LOCALAPPDATA: "/l" }, "win32"), "/l/contraluz/signs");
  assert.ok(storeFolder("here").endsWith("here"));
});

test("versions: new, the same, changed, an older one again; none is written over", async () => {
  using dir = folder();
  const store = openStore(join(dir.path, "deep/store"));
  assert.deepEqual((await store.read()).sets, []);
  assert.ok(!existsSync(store.path));
  assert.equal((await list(store, lines(20), 1)).state, "new");
  const same = await list(store, lines(20), 2);
  assert.deepEqual([same.state, same.version.fetched, same.version.asked], ["same", day(1), day(2)]);
  const changed = await list(store, lines(29, 3), 3);
  assert.deepEqual([changed.state, changed.change], ["changed", { came: 12, went: 3, same: 17 }]);
  assert.equal(changed.before!.fetched, day(1));
  const again = await list(store, lines(20), 4);
  assert.equal(again.state, "again");
  const [set] = (await store.read()).sets;
  assert.equal(set!.versions.length, 2);
  assert.equal(set!.inUse, again.version.id);
  assert.deepEqual(set!.versions.find((v) => v.id === set!.inUse)!.types, { domain: 20 });
  assert.deepEqual(readdirSync(join(store.path, "files")).sort(), set!.versions.map((v) => v.id).sort());
  if (process.platform !== "win32") {
    for (const [path, mode] of [
      [store.path, 0o700],
      [join(store.path, "files"), 0o700],
      [join(store.path, "index.json"), 0o600],
      [join(store.path, "files", set!.inUse!), 0o600],
    ] as const)
      assert.equal(statSync(path).mode & 0o777, mode, path);
  }
});

test("what a person should look at first is kept aside, and the version in use stays", async () => {
  using dir = folder();
  const store = openStore(dir.path);
  const first = await list(store, lines(40), 1);
  const bundle = '{"type":"bundle","id":"bundle--1","objects":[{"type":"indicator","pattern":"[domain-name:value';
  for (const [text, why] of [
    [lines(10), "shrunk"],
    [lines(40, 100), "shrunk"],
    ["<!doctype html><title>Log in</title>", "empty"],
    ["<!doctype html><title>Log in, please</title>", "empty"],
    ["\0\0\0", "empty"],
    ["", "empty"],
    [`${"[".repeat(100_000)}`, "empty"],
    [bundle, "empty"],
  ] as const) {
    const taken = await list(store, text, 2);
    assert.deepEqual([taken.state, taken.version.aside], ["aside", why], text.slice(0, 40));
    assert.equal((await list(store, text, 3)).state, "aside");
    const [set] = (await store.read()).sets;
    assert.equal(set!.inUse, first.version.id);
    assert.ok(set!.versions.some((v) => v.id === taken.version.id));
  }
  const [set] = (await store.read()).sets;
  assert.deepEqual(
    set!.versions.map((v) => v.aside),
    [undefined, "shrunk", "shrunk", "empty"],
  );
  // A bundle whose end is missing: the signs before it are no list.
  const one = (i: number): string => {
    const id = String(i).padStart(12, "0");
    return `{"type":"indicator","id":"indicator--00000000-0000-4000-8000-${id}","pattern":"[domain-name:value='site-${i}.example']","pattern_type":"stix"}`;
  };
  const cut = `{"type":"bundle","objects":[${Array.from({ length: 40 }, (_, i) => one(i)).join(",")},{"type":`;
  const damaged = await list(store, cut, 4);
  assert.deepEqual([damaged.state, damaged.version.aside, damaged.version.signs], ["aside", "damaged", 40]);
});

test("a check uses the version in use, under the name of the set, and says what is damaged", async () => {
  using dir = folder();
  const store = openStore(dir.path);
  await list(store, lines(3), 1);
  const files = ["domains.txt", "emails.txt"].map((name) => ({
    name,
    bytes: bytes(name === "domains.txt" ? "a.example\n" : "a@b.example\n"),
    modified: "2026-04-08T10:00:00.000Z",
  }));
  await take(store, "egypt-2019", files, "network", day(1));
  const problems: Problem[] = [];
  const load = async () => {
    const { sets, damaged } = await installedSets(store, (p) => problems.push(p));
    const compiled = await compileIndicators(sets.map((s) => s.source));
    return { damaged, sets: compiled.sets.map((s) => [s.name, s.source, s.licence, s.date, s.count]), compiled };
  };
  const loaded = await load();
  assert.deepEqual(loaded.sets, [
    ["egypt-2019", "Amnesty International", "CC BY 2.0", "2026-04-08", 2],
    ["list", "", "", "", 3],
  ]);
  assert.deepEqual([...loaded.compiled.counts.keys()].sort(), ["Phishing in Egypt, 2019", "list"]);
  assert.equal(problems.length, 0);
  const name = readdirSync(join(dir.path, "files")).find((f) =>
    readFileSync(join(dir.path, "files", f), "utf8").includes("@"),
  )!;
  writeFileSync(join(dir.path, "files", name), "other\n");
  const less = await load();
  assert.deepEqual([less.damaged, less.sets.length], [["egypt-2019"], 1]);
  assert.deepEqual(
    problems.map((p): unknown => [p.code, p.path, p.lost]),
    [["indicator-file", "egypt-2019", "file"]],
  );
  // The same bytes again mend it.
  assert.equal((await take(store, "egypt-2019", files, "network", day(2))).state, "same");
  assert.deepEqual((await load()).damaged, []);
  const index = JSON.parse(readFileSync(join(dir.path, "index.json"), "utf8"));
  const [set] = index.sets;
  const version = set.versions[0];
  for (const sets of [
    [{ name: "../../x" }],
    [null],
    [{ ...set, name: "../x" }],
    [{ ...set, inUse: "0".repeat(64) }],
    [{ ...set, versions: [{ ...version, files: [{ name: "x", size: 1, sha256: "../x" }] }] }],
    [{ ...set, versions: [{ ...version, aside: "__proto__" }] }],
    [{ ...set, versions: [{ ...version, types: { domain: "many" } }] }],
    "sets",
  ]) {
    writeFileSync(join(dir.path, "index.json"), JSON.stringify({ ...index, sets }));
    await assert.rejects(store.read(), StoreDamaged, JSON.stringify(sets));
  }
  assert.deepEqual((await load()).damaged, ["index.json"]);
});

test("a store that cannot be written leaves what was there", {
  skip: process.getuid?.() === 0 || process.platform === "win32" ? "this user may write anywhere" : false,
}, async () => {
  using dir = folder();
  const store = openStore(dir.path);
  await list(store, lines(3), 1);
  const before = readFileSync(join(dir.path, "index.json"), "utf8");
  chmodSync(dir.path, 0o500);
  await assert.rejects(list(store, lines(4), 2));
  chmodSync(dir.path, 0o700);
  assert.equal(readFileSync(join(dir.path, "index.json"), "utf8"), before);
});

test("what is in the way of a file of the store costs that write, not what was there", async () => {
  using dir = folder();
  const store = openStore(dir.path);
  await list(store, lines(3), 1);
  const before = readFileSync(join(dir.path, "index.json"), "utf8");
  const { createHash } = await import("node:crypto");
  mkdirSync(join(dir.path, "files", createHash("sha256").update(lines(4)).digest("hex")));
  await assert.rejects(list(store, lines(4), 2));
  assert.equal(readFileSync(join(dir.path, "index.json"), "utf8"), before);
  assert.ok(readdirSync(join(dir.path, "files")).every((f) => !f.endsWith(".partial")));
});

const HASHES = `${"ab".repeat(32)}\n`;

test("updates: the failure of one costs that one; where nobody answers the rest is not waited for", async () => {
  using dir = folder();
  const store = openStore(dir.path);
  const sets = KNOWN_SETS.filter((s) =>
    ["candiru", "coruna", "cytrox-2021", "darksword", "donot-2021"].includes(s.name),
  );
  const asked: string[] = [];
  const failing =
    (...why: ("status" | "timeout" | "unreachable" | undefined)[]): Get =>
    async (url) => {
      const w = why[asked.push(url) - 1];
      return w === undefined
        ? { ok: true, bytes: bytes(url.endsWith("sha256.txt") ? HASHES : lines(5)), url }
        : { ok: false, why: w, detail: "404" };
    };
  const now = (): string => day(1);
  const some = await updateSets(sets, {
    store,
    now,
    get: failing("status", undefined, "timeout", undefined, undefined),
  });
  assert.deepEqual(
    some.map((u) => [u.name, u.ok ? u.taken.state : u.why]),
    [
      ["candiru", "status"],
      ["coruna", "new"],
      ["cytrox-2021", "timeout"],
      ["darksword", "new"],
      ["donot-2021", "new"],
    ],
  );
  // One of two files: no half set.
  asked.length = 0;
  const half = await updateSets(sets.slice(4), { store, now: () => day(2), get: failing(undefined, "status") });
  assert.ok(!half[0]!.ok && half[0]!.url.endsWith("sha256.txt"));
  assert.equal((await store.read()).sets.find((s) => s.name === "donot-2021")!.versions[0]!.asked, day(1));
  asked.length = 0;
  const none = await updateSets(sets, { store, now, get: failing(...Array(9).fill("unreachable")) });
  assert.deepEqual(
    none.map((u) => !u.ok && u.why),
    ["unreachable", "unreachable", "unreachable", "not-asked", "not-asked"],
  );
  assert.equal(asked.length, 3);
});

test("production asks nobody but the hosts of the index, over https", async () => {
  for (const url of [
    "http://raw.githubusercontent.com/x",
    "https://raw.githubusercontent.com:8443/x",
    "https://raw.githubusercontent.com.example/x",
    "https://a:b@raw.githubusercontent.com/x",
    "http://127.0.0.1:1/x",
    "https://example.org/x",
  ]) {
    const got = await getKnown(url);
    assert.ok(!got.ok && got.why === "redirect", url);
  }
});
