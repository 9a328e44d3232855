/** A case whose power is cut, that is purged, that lies on a disk. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { vaultFolder } from "@contraluz/platform-node";
import { type MemoryFolder, memoryFolder, PowerCut } from "./folder.fixture.ts";
import { copyEvidence, openCopy, openVault, openVaultToWrite, purgeCase, removeParts } from "./index.ts";
import { by, consent, dir, machine, memoryTree, note, start } from "./vault.fixture.ts";

test("wherever the power is cut, the case opens, what was promised is there, and the next writer tidies up", async () => {
  const small: [string, Uint8Array][] = [
    ["a/uno.txt", randomBytes(70_000)],
    ["b.txt", new Uint8Array(3)],
  ];
  const tree = memoryTree(small);
  for (let left = 0; ; left++) {
    const folder = memoryFolder();
    const promised: string[] = [];
    let cut = false;
    try {
      folder.left = left;
      const v = await start(folder);
      promised.push("created");
      await note(v, "uno");
      promised.push("note uno");
      const taken = await copyEvidence(v, tree, { report: () => {} });
      await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
      promised.push("intake");
      await note(v, "dos");
      promised.push("note dos");
      await removeParts(v, "r1", [taken.folder!], "ya no");
      promised.push("removed");
    } catch (e) {
      assert.ok(e instanceof PowerCut, String(e));
      cut = true;
    }
    // The computer starts again.
    const files = new Map(folder.files);
    const again = memoryFolder(files);
    if (!promised.includes("created")) {
      // No case yet, or one whose making was not promised.
      if (cut) continue;
    }
    const v = await openVaultToWrite(again, by(), machine);
    assert.deepEqual(v.trouble, [], `cut at ${left}`);
    const { state } = v;
    const texts = state.notes.map((n) => n.text);
    if (promised.includes("note uno")) assert.ok(texts.includes("uno"));
    if (promised.includes("note dos")) assert.ok(texts.includes("dos"));
    const kept = state.evidence[0];
    if (promised.includes("intake") && !kept?.removed) {
      const copy = await openCopy(v, kept!);
      assert.ok("tree" in copy && (await copy.tree.find("a/uno.txt")) !== undefined);
    }
    // Nothing that no entry speaks of is left.
    const folders = new Set([...files.keys()].map((f) => f.split("/").slice(0, 2).join("/")));
    const expected = kept && !kept.removed ? [kept.folder!] : [];
    assert.deepEqual(
      [...folders].filter((f) => f.startsWith("evidence/")),
      expected,
      `cut at ${left}`,
    );
    await note(v, "después");
    await v.close();
    if (!cut) break;
    assert.ok(left < 500, "the work ends");
  }
});

test("a purged case opens with no key, and says nothing of anybody", async () => {
  const at = join(dir, "gone");
  const v = await start(vaultFolder(at) as MemoryFolder);
  await consent(v);
  await v.close();
  // What a backup of the rest would hold.
  const backup = join(dir, "backup");
  cpSync(join(at, "log"), join(backup, "log"), { recursive: true });
  const stone = await purgeCase(vaultFolder(at), machine);
  assert.deepEqual(readdirSync(at), ["case.json"]);
  assert.equal(stone.purged, "2026-11-26");
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(join(at, "case.json"), "utf8"))), [
    "schema",
    "id",
    "created",
    "purged",
  ]);
  writeFileSync(join(backup, "case.json"), `{"schema":"contraluz/case@1","id":"${stone.id}","created":"2026-11-26"}`);
  await assert.rejects(openVault(vaultFolder(backup), by(), machine), { code: "case-key" });
  await assert.rejects(openVault(vaultFolder(at), by(), machine), { code: "case-damaged" });
});

test("the folder on a disk: files whole or not there, a lock of a dead process is none", async () => {
  const at = join(dir, "disk");
  const folder = vaultFolder(at);
  const one = async function* (text: string, fail = false): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
    if (fail) throw new Error("cut");
  };
  assert.equal(await folder.create("log/1", one("uno")), true);
  assert.equal(await folder.create("log/1", one("dos")), false);
  assert.equal(readFileSync(join(at, "log/1"), "utf8"), "uno");
  await assert.rejects(folder.replace("log/1", one("tres", true)));
  assert.equal(readFileSync(join(at, "log/1"), "utf8"), "uno");
  assert.deepEqual(await folder.list("log"), ["1"]);
  assert.equal(await folder.read("log/2"), undefined);
  for (const bad of ["../x", "/etc/passwd", "a//b", "log/..", "Log", "a\\b"])
    await assert.rejects(async () => folder.read(bad), { code: "usage" }, bad);
  const unlock = (await folder.lock())!;
  assert.equal(await vaultFolder(at).lock(), undefined);
  await unlock();
  writeFileSync(join(at, "lock"), `999999999 ${(await import("node:os")).hostname()}\n`);
  const after = await folder.lock();
  assert.ok(after);
  await after();
  assert.ok(!existsSync(join(at, "lock")));
  await folder.destroy("log/1");
  assert.deepEqual(await folder.list("log"), []);
});
