/** A phone with Android from end to end: shapes agree, two reports are one check, nothing is left open, hashes are of files that lie there. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { androidQf, bugReport, dumpstate, type Entries, NAME } from "@contraluz/evidence/android/phone.fixture.ts";
import { makeZip } from "@contraluz/evidence/ios-backup/harness.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { countingPlatform, fresh, pack, records, run } from "./check.fixture.ts";

function folderOf(files: Entries): string {
  const root = fresh();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

test("AndroidQF as folder, zip and tar.gz: the same records, gaps and files", async () => {
  const folder = folderOf(androidQf());
  const expected = await run([folder]);
  assert.equal(expected.result.acquisition.kind, "androidqf");
  assert.equal(expected.result.asOf, "2025-05-21T16:20:30Z");
  assert.ok(expected.result.coverage.some((c) => c.state === "read"));
  for (const kind of ["zip, stored", "zip, deflated", "tar.gz"] as const) {
    const other = await run([pack(folder, kind)]);
    assert.deepEqual(records(other), records(expected), kind);
    assert.deepEqual(other.result.findings, expected.result.findings, kind);
    assert.deepEqual(other.result.coverage, expected.result.coverage, kind);
    assert.deepEqual(other.result.files, expected.result.files, kind);
    assert.deepEqual(other.result.problems, expected.result.problems, kind);
  }
});

test("the id of a folder is of files that lie in it: an archive counts as it is, what lies in it does not", async () => {
  const folder = folderOf(androidQf());
  for (const hash of ["read", "all"] as const) {
    const { result, folder: out } = await run([folder], { hash });
    const own = result.files.filter((f) => f.sha256 !== "" && !f.path.includes("!/"));
    assert.ok(own.some((f) => f.path === "bugreport.zip"));
    for (const f of own)
      assert.equal(
        createHash("sha256")
          .update(readFileSync(join(folder, f.path)))
          .digest("hex"),
        f.sha256,
        f.path,
      );
    if (hash === "read") {
      const list = own
        .map((f) => `${f.sha256} ${f.size} ${f.path}\n`)
        .sort((a, b) => (a.slice(65).replace(/^\d+ /, "") < b.slice(65).replace(/^\d+ /, "") ? -1 : 1))
        .join("");
      assert.equal(createHash("sha256").update(list).digest("hex"), result.evidence[0]!.id);
    } else {
      const sums = out.files.get("files.sha256")!.toString();
      assert.equal(sums.trimEnd().split("\n").length, androidQf().length);
      assert.ok(!sums.includes("!/"));
    }
  }
});

test("two reports months apart are one check: two acquisitions, and the later one is now", async () => {
  const zip = (time: string): string => {
    const file = `${fresh()}.zip`;
    writeFileSync(file, makeZip(bugReport(dumpstate({ time })), true));
    return file;
  };
  const [old, late] = [zip("2025-01-10 08:00:00"), zip("2025-05-21 10:20:30")];
  for (const order of [
    [old, late],
    [late, old],
  ]) {
    const { result } = await run(order as string[]);
    assert.deepEqual(
      result.evidence.map((e) => e.acquisition.kind),
      ["android-bugreport", "android-bugreport"],
    );
    assert.deepEqual(result.evidence.map((e) => e.acquisition.taken?.seen).sort(), [
      "2025-01-10 08:00:00",
      "2025-05-21 10:20:30",
    ]);
    assert.equal(result.asOf, "2025-05-21T16:20:30Z");
    assert.equal(result.files.filter((f) => f.path === `${NAME}.txt`).length, 2);
  }
});

test("nothing of an archive is left open, also where the check is given up", async () => {
  const platform = countingPlatform(nodePlatform());
  const folder = folderOf(androidQf());
  for (const kind of ["zip, deflated", "tar.gz"] as const) await run([pack(folder, kind)], { platform });
  await run([folder], { platform });
  assert.equal(platform.counts.live, 0);
  const several = folderOf(
    [...androidQf(), ...androidQf().map(([n, b]): [string, Buffer] => [`../${n}`, b])].map(([n, b]) => [
      n.startsWith("../") ? `b/${n.slice(3)}` : `a/${n}`,
      b,
    ]),
  );
  await assert.rejects(run([several], { platform }), { code: "evidence-several" });
  assert.equal(platform.counts.live, 0);
});

test("what another hand changed reaches the result by name", async () => {
  const files = androidQf().map(([n, b]): [string, Buffer] => [
    n,
    n === "settings_secure.txt" ? Buffer.from("adb_enabled=0\n") : b,
  ]);
  const { result } = await run([folderOf(files)]);
  const p = result.problems.find((x) => x.code === "androidqf-hash-different");
  assert.equal(p?.path, "settings_secure.txt");
});

test("what MVT wrote into the folder of AndroidQF hides it not; a result of MVT alone stays one", async () => {
  const mvt: Entries = [
    [
      "info.json",
      Buffer.from('{"target_path": "x", "mvt_version": "2026.7.29", "date": "2026-08-01 10:00:00.000000"}'),
    ],
    ["packages.json", Buffer.from("[]")],
    ["files.json", Buffer.from("[]")],
    ["processes.json", Buffer.from("[]")],
    ["root_binaries.json", Buffer.from("[]")],
  ];
  const below = mvt.map(([n, b]): [string, Buffer] => [`salida/${n}`, b]);
  const kind = async (files: Entries): Promise<string> => (await run([folderOf(files)])).result.acquisition.kind;
  assert.equal(await kind([...androidQf(), ...below]), "androidqf");
  assert.equal(await kind(mvt), "mvt-result");
  assert.equal(await kind(below), "mvt-result");
});
