import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ContraluzError, type FileRef, type Problem } from "@contraluz/core";
import { tarTree } from "../tar-tree.ts";
import { zipTree } from "../zip-tree.ts";
import { makeBackup } from "./backup.fixture.ts";
import { filesOf, makeTar, makeZip, TestPlatform } from "./harness.fixture.ts";
import { contents, FILES, fresh, list, open, read, sorted, utf8 } from "./opening.fixture.ts";

for (const [name, deflate, password] of [
  ["stored", false, undefined],
  ["deflated", true, undefined],
  ["stored, encrypted", false, "secreto"],
  ["deflated, encrypted", true, "secreto"],
] as const) {
  test(`inside a zip: ${name}`, async () => {
    const above = fresh();
    makeBackup(join(above, "id"), FILES, password === undefined ? {} : { password });
    const file = fresh();
    writeFileSync(file, makeZip(filesOf(above), deflate));
    const platform = new TestPlatform();
    const problems: Problem[] = [];
    const source = await platform.open(file);
    const tree = zipTree({ kind: "host", handle: file, size: source.size }, source, (p) => problems.push(p));
    const o = await open(tree, password === undefined ? [] : [password], problems, platform);
    assert.deepEqual(await read(o), sorted(contents()));
    assert.deepEqual(problems, []);
    assert.equal((await list(o.backup))[2]?.stored?.startsWith("id/"), true);
    await o.backup.close();
  });
}

for (const password of [undefined, "secreto"]) {
  test(`inside a tar.gz with Manifest last${password === undefined ? "" : ", encrypted"}`, async () => {
    const above = fresh();
    makeBackup(
      join(above, "id"),
      [...FILES, { domain: "D", relativePath: "gone", bytes: utf8("x"), missing: true }],
      password === undefined ? {} : { password },
    );
    const packed = filesOf(above, /\/(Manifest|Info)/);
    assert.match(packed.at(-1)![0], /Manifest/);
    const file = fresh();
    writeFileSync(file, gzipSync(makeTar(packed)));
    const platform = new TestPlatform();
    const problems: Problem[] = [];
    const ref: FileRef = { kind: "host", handle: file, size: 0 };
    const tree = tarTree(ref, { platform, report: (p) => problems.push(p), gzip: true });
    const o = await open(tree, password === undefined ? [] : [password], problems, platform);
    assert.equal(o.backup.access, "sequential");
    assert.equal(platform.opened.length, 1, "one pass to find and keep what describes it");
    assert.deepEqual(await read(o), sorted(contents()));
    assert.equal(platform.opened.length, 2, "one pass for the bodies");
    assert.deepEqual(
      problems.map((p) => `${p.code} ${p.path}`),
      ["backup-body-missing D/gone"],
    );
    await assert.rejects(
      o.backup.bodyOf((await list(o.backup))[2]!),
      (e) => e instanceof ContraluzError && e.code === "usage",
    );

    const files = (await list(o.backup)).filter((f) => f.kind === "file" && f.stored !== undefined);
    const hashes = new Map(packed.map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]));
    for await (const b of o.backup.bodies(new Map(files.map((f) => [f.stored!, f])))) {
      assert.equal(b.sha256, hashes.get(b.base.path));
      const source = await b.open();
      assert.equal(source.size, b.size);
      await b.close();
    }
    await o.backup.close();
  });
}
