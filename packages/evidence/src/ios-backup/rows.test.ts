import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { ContraluzError, type EvidenceFile, type Problem } from "@contraluz/core";
import { makeBackup } from "./backup.fixture.ts";
import { folderTree, TestPlatform } from "./harness.fixture.ts";
import { type IosBackup, openIosBackup } from "./index.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-rows-"));
after(() => rmSync(root, { recursive: true }));
const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);

async function open(dir: string, problems: Problem[], hashed?: (f: EvidenceFile) => number): Promise<IosBackup> {
  const secret = (): Promise<Uint8Array> => Promise.resolve(utf8("x"));
  return openIosBackup(
    { tree: folderTree(dir), prefix: "" },
    { platform: new TestPlatform(), report: (p) => problems.push(p), secret, hashed },
  );
}

async function list(backup: IosBackup): Promise<EvidenceFile[]> {
  const out: EvidenceFile[] = [];
  for await (const batch of backup.files()) out.push(...batch);
  return out;
}

test("hostile rows", async () => {
  const dir = join(root, "hostile");
  const bytes = utf8("x");
  writeFileSync(join(root, "outside"), "secret");
  makeBackup(dir, [
    { domain: "D", relativePath: "good", bytes },
    { domain: "D", relativePath: "traversal", bytes, fileID: "../outside" },
    { domain: "D", relativePath: "upper", bytes, fileID: "A".repeat(40) },
    { domain: "D", relativePath: "short", bytes, fileID: "abc" },
    { domain: "D", relativePath: "../../etc/passwd", bytes },
    { domain: "../D", relativePath: "/absolute//x/./y", bytes },
    { domain: "D", relativePath: "no blob", bytes, blob: null },
    { domain: "D", relativePath: "bad blob", bytes, blob: utf8("bplist00 and then nothing of use") },
    { domain: "D", relativePath: "x".repeat(5000), bytes },
  ]);
  const db = new DatabaseSync(join(dir, "Manifest.db"));
  db.exec("INSERT INTO Files VALUES ('b', x'00', 7, 1, NULL); INSERT INTO Files VALUES (NULL, 'D', 'odd', 99, NULL)");
  db.close();
  const problems: Problem[] = [];
  const backup = await open(dir, problems, () => 5);
  const files = await list(backup);
  const by = new Map(files.map((f) => [f.path, f]));
  assert.deepEqual(
    [...by.keys()],
    [
      "D/good",
      "D/traversal",
      "D/upper",
      "D/short",
      "D/%2E%2E/%2E%2E/etc/passwd",
      "%2E%2E/D/absolute/x/y",
      "D/no blob",
      "D/bad blob",
      "D/odd",
    ],
  );
  for (const name of ["traversal", "upper", "short", "odd"]) {
    const f = by.get(`D/${name}`)!;
    assert.equal(f.stored, undefined);
    assert.equal(await backup.bodyOf(f), undefined);
  }
  assert.equal(by.get("D/%2E%2E/%2E%2E/etc/passwd")?.listing?.values.relativePath, "../../etc/passwd");
  assert.equal(by.get("D/odd")?.kind, "other");
  assert.equal((await backup.bodyOf(by.get("D/no blob")!))?.size, 1, "a plain body needs no archive");
  const codes = problems.map((p) => `${p.code} ${p.found?.replace(/:.*/s, "")} ${p.lost}`);
  assert.deepEqual(codes, [
    "backup-manifest-row row 2 file",
    "backup-manifest-row row 3 file",
    "backup-manifest-row row 4 file",
    "path-unsafe row 5 nothing",
    "path-unsafe row 6 nothing",
    "backup-manifest-row row 7 bytes",
    "backup-manifest-row row 8 bytes",
    "backup-manifest-row row 9 row",
    "backup-manifest-row row 10 row",
    "backup-manifest-row row 11 nothing",
    "backup-manifest-row row 11 nothing",
    "backup-manifest-row row 11 bytes",
  ]);
  const origin = problems[0]?.origin;
  assert.equal(origin?.file, 5);
  assert.ok(
    origin && "table" in origin.at && origin.at.table === "Files" && origin.at.row === 2 && (origin.at.page ?? 0) > 0,
  );
  await list(backup);
  assert.equal(problems.length, codes.length, "told once");
});

test("a damaged archive in an encrypted backup costs that body", async () => {
  const dir = join(root, "sealed");
  makeBackup(
    dir,
    [
      { domain: "D", relativePath: "good", bytes: utf8("x") },
      { domain: "D", relativePath: "bad", bytes: utf8("x"), blob: utf8("junk") },
    ],
    { password: "x" },
  );
  const problems: Problem[] = [];
  const backup = await open(dir, problems);
  const [good, bad] = await list(backup);
  assert.ok(await backup.bodyOf(good!));
  assert.equal(await backup.bodyOf(bad!), undefined);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["backup-manifest-row", "backup-body-key"],
  );
});

test("many bad rows are told in few words", async () => {
  const dir = join(root, "many");
  makeBackup(
    dir,
    Array.from({ length: 1000 }, (_, i) => ({ domain: "D", relativePath: `f${i}`, kind: "dir" as const, blob: null })),
  );
  const problems: Problem[] = [];
  assert.equal((await list(await open(dir, problems))).length, 1000);
  assert.equal(problems.length, 101);
  assert.equal(problems.at(-1)?.count, 900);
});

test("a scan may be left early, cancelled, and runs again", async () => {
  const dir = join(root, "long");
  makeBackup(
    dir,
    Array.from({ length: 8_000 }, (_, i) => ({ domain: "D", relativePath: `f${i}`, kind: "dir" as const })),
  );
  const problems: Problem[] = [];
  const backup = await open(dir, problems);
  let n = 0;
  for await (const batch of backup.files()) {
    n += batch.length;
    break;
  }
  assert.ok(n > 0 && n < 2000);
  assert.equal((await backup.find("D/f7999"))?.listing?.row, 8_000);
  assert.equal((await list(backup)).length, 8_000);
  const cancel = { aborted: false };
  await assert.rejects(
    async () => {
      for await (const batch of backup.files(cancel)) cancel.aborted = batch.length > 0;
    },
    (e) => e instanceof ContraluzError && e.code === "cancelled",
  );
  assert.deepEqual(problems, []);
});

test("300 mutations of a backup: problems or a ContraluzError, nothing else", async () => {
  let s = 0x9e3779b9;
  const next = (n: number): number => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) % n;
  };
  const kinds = [join(root, "mutant"), join(root, "mutant-sealed")];
  const files = Array.from({ length: 12 }, (_, i) => ({
    domain: "HomeDomain",
    relativePath: `Library/f${i}`,
    bytes: utf8(`body ${i}`),
  }));
  makeBackup(kinds[0]!, files);
  makeBackup(kinds[1]!, files, { password: "x", dpic: 2, iter: 2 });
  const originals = kinds.map((dir) =>
    ["Manifest.db", "Manifest.plist", "Info.plist"].map((n) => [join(dir, n), readFileSync(join(dir, n))] as const),
  );
  let opened = 0;
  for (let i = 0; i < 300; i++) {
    const sealed = next(3) === 0 ? 1 : 0;
    const [path, bytes] = originals[sealed]![next(4) === 0 ? 1 + next(2) : 0]!;
    let mutant = Buffer.from(bytes);
    for (let k = next(6); k >= 0; k--) mutant[next(mutant.length)] = next(256);
    if (next(8) === 0) mutant = mutant.subarray(0, next(mutant.length));
    // A hostile count of rounds is legal up to 100,000,000: minutes. Keep the test's bag at two.
    const rounds = mutant.indexOf("DPIC");
    if (rounds >= 0) mutant.writeUInt32BE(2, rounds + 8);
    const iter = mutant.indexOf("ITER");
    if (iter >= 0) mutant.writeUInt32BE(2, iter + 8);
    writeFileSync(path, mutant);
    const problems: Problem[] = [];
    try {
      const backup = await open(kinds[sealed]!, problems);
      for (const f of await list(backup)) await backup.bodyOf(f);
      await backup.close();
      opened++;
    } catch (e) {
      assert.ok(e instanceof ContraluzError, `mutation ${i}: ${e}`);
      assert.notEqual(e.code, "usage");
    } finally {
      writeFileSync(path, bytes);
    }
    assert.ok(problems.length < 1000);
  }
  assert.ok(opened > 100, `${opened} opened`);
});
