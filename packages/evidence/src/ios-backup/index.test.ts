import assert from "node:assert/strict";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ContraluzError, EvidenceFile, Problem } from "@contraluz/core";
import { openRef } from "../open-ref.ts";
import { DEVICE, type FixtureFile, fileIdOf, makeBackup, TAKEN } from "./backup.fixture.ts";
import { folderTree, TestPlatform } from "./harness.fixture.ts";
import { findBackup, openIosBackup } from "./index.ts";
import { contents, FILES, fails, fresh, list, long, made, open, read, sorted, utf8 } from "./opening.fixture.ts";

test("plain: files, kinds, times, bodies, acquisition, meta", async () => {
  const dir = made();
  const o = await open(folderTree(dir));
  assert.deepEqual(o.problems, []);
  const files = await list(o.backup);
  assert.equal(files.length, FILES.length);
  const sms = files.find((f) => f.path === "HomeDomain/Library/SMS/sms.db")!;
  const id = fileIdOf("HomeDomain", "Library/SMS/sms.db");
  assert.equal(sms.stored, `${id.slice(0, 2)}/${id}`);
  assert.equal(sms.size, long.length);
  assert.equal(sms.ref, undefined);
  assert.equal(sms.times?.modified?.utc, 1_700_000_000_000_000_000n);
  assert.equal(sms.times?.changed?.utc, 1_700_000_100_000_000_000n);
  assert.equal(sms.times?.born?.utc, 1_700_000_200_000_000_000n);
  assert.equal(sms.listing?.row, 3);
  assert.ok((sms.listing?.page ?? 0) > 1);
  const { fileID, domain, relativePath, flags, mode, userId, inode, protectionClass } = sms.listing!.values;
  assert.deepEqual(
    { fileID, domain, relativePath, flags, mode, userId, inode, protectionClass },
    {
      fileID: id,
      domain: "HomeDomain",
      relativePath: "Library/SMS/sms.db",
      flags: 1,
      mode: 33188,
      userId: 501,
      inode: 4242,
      protectionClass: 3,
    },
  );
  const kinds = Object.fromEntries(files.map((f) => [f.path, f.kind]));
  assert.equal(kinds.HomeDomain, "dir");
  assert.equal(kinds["HomeDomain/Library/link"], "link");
  assert.equal(files.find((f) => f.kind === "link")?.listing?.values.target, "/etc/passwd");
  assert.deepEqual(await read(o), sorted(contents()));

  assert.equal(o.backup.acquisition.encrypted, false);
  assert.equal(o.backup.acquisition.taken?.utc, BigInt(Date.parse(TAKEN)) * 1_000_000n);
  assert.deepEqual(o.backup.acquisition.device, { name: DEVICE.name, model: DEVICE.model });
  assert.deepEqual(o.backup.acquisition.os, { name: "ios", version: "17.4.1", build: DEVICE.build });
  assert.doesNotMatch(
    JSON.stringify(o.backup.acquisition, (_k, v) => (typeof v === "bigint" ? String(v) : v)),
    /SYNTHETIC|0000-0000/,
  );
  assert.deepEqual(
    o.backup.meta.map((f) => f.path),
    ["Info.plist", "Manifest.plist", "Status.plist", "Manifest.db"],
  );
  assert.equal((await o.backup.find("HomeDomain/Library/SMS/sms.db-wal"))?.size, 3);
  assert.equal(await o.backup.find("HomeDomain/nothing"), undefined);
  await o.backup.close();
});

for (const [name, o] of [
  ["two derivations", {}],
  ["one derivation, before DPSL and DPIC", { singleDerivation: true, version: "10.2" }],
  ["flat bodies", { flat: true }],
] as const) {
  test(`encrypted, ${name}`, async () => {
    const opened = await open(folderTree(made(FILES, { password: "contraseña", ...o })), ["contraseña"]);
    assert.deepEqual(opened.problems, []);
    assert.equal(opened.backup.acquisition.encrypted, true);
    assert.deepEqual(await read(opened), sorted(contents()));
    assert.deepEqual(opened.problems, []);
    const manifest = await openRef(opened.backup.meta.find((f) => f.path === "Manifest.db")!.ref!, {
      platform: opened.platform,
    });
    assert.equal(new TextDecoder().decode(await manifest.read(0, 15)), "SQLite format 3");
  });
}

test("passwords: none, wrong, three tries", async () => {
  const dir = made(FILES, { password: "secreto" });
  await assert.rejects(open(folderTree(dir)), fails("backup-password-needed"));
  await assert.rejects(open(folderTree(dir), ["a"]), fails("backup-password-wrong"));
  const left = ["a", "b", "c", "secreto"];
  await assert.rejects(open(folderTree(dir), left), fails("backup-password-wrong"));
  assert.deepEqual(left, ["secreto"], "asked three times");
  assert.ok((await open(folderTree(dir), ["a", "b", "secreto"])).backup);
  const why: string[] = [];
  const given: Uint8Array[] = [];
  const platform = new TestPlatform();
  const secret = (p: Problem): Promise<Uint8Array> => {
    why.push(p.code);
    given.push(utf8(why.length === 2 ? "secreto" : "no"));
    return Promise.resolve(given.at(-1)!);
  };
  await openIosBackup({ tree: folderTree(dir), prefix: "" }, { platform, report: () => {}, secret });
  assert.deepEqual(why, ["backup-password-needed", "backup-password-wrong"]);
  assert.ok(given.every((g) => g.every((b) => b === 0)));
});

test("bodies: missing, wrong sizes, wrong keys", async () => {
  const same = "0123456789abcdef0123456789";
  const body = utf8(same);
  const files: FixtureFile[] = [
    { domain: "D", relativePath: "gone", bytes: body, missing: true },
    { domain: "D", relativePath: "empty-gone", bytes: new Uint8Array(0), missing: true },
    { domain: "D", relativePath: "larger", bytes: body, size: 5000 },
    { domain: "D", relativePath: "smaller", bytes: utf8(same.repeat(2)), size: 3 },
    { domain: "D", relativePath: "good", bytes: body },
    { domain: "D", relativePath: "key", bytes: body, badKey: true },
  ];
  const key = (p: Problem): string => `${p.code} ${p.path} ${p.lost}`;
  const plain = await open(folderTree(made(files)));
  assert.deepEqual(await read(plain), [
    ["D/good", same],
    ["D/key", same],
    ["D/larger", same],
    ["D/smaller", same.repeat(2)],
  ]);
  assert.deepEqual(plain.problems.map(key).sort(), [
    "backup-body-missing D/empty-gone nothing",
    "backup-body-missing D/gone file",
    "backup-body-size D/larger bytes",
    "backup-body-size D/smaller bytes",
  ]);
  const sealed = await open(folderTree(made(files, { password: "x" })), ["x"]);
  const texts = Object.fromEntries(await read(sealed));
  assert.deepEqual(Object.keys(texts), ["D/good", "D/larger", "D/smaller"]);
  assert.equal(texts["D/good"], same);
  assert.ok(texts["D/larger"]?.startsWith(same) && texts["D/larger"].length === 32);
  assert.equal(texts["D/smaller"], "012");
  assert.deepEqual(sealed.problems.map(key).sort(), [
    "backup-body-key D/key file",
    "backup-body-missing D/empty-gone nothing",
    "backup-body-missing D/gone file",
    "backup-body-size D/larger bytes",
    "backup-body-size D/smaller bytes",
  ]);
});

test("a decrypted copy opens without a password and says so", async () => {
  const o = await open(folderTree(made(FILES, { password: "secreto", decryptedCopy: true })));
  assert.deepEqual(o.problems, [{ code: "backup-decrypted-copy", path: "Manifest.db", lost: "nothing" }]);
  assert.equal(o.backup.acquisition.encrypted, true);
  assert.deepEqual(await read(o), sorted(contents()));
});

test("before iOS 10.2", async () => {
  await assert.rejects(open(folderTree(made(FILES, { form: "mbdb", version: "9.3.5" }))), fails("backup-too-old"));
  await assert.rejects(
    open(folderTree(made(FILES, { version: "10.1.1" }))),
    (e) => fails("backup-too-old")(e) && (e as ContraluzError).problem?.found === "iOS 10.1.1",
  );
  const unknown = { form: "10.0", without: ["Manifest.plist", "Info.plist"] } as const;
  await assert.rejects(open(folderTree(made(FILES, unknown))), fails("backup-too-old"));
  assert.ok(await open(folderTree(made(FILES, { version: "10.2" }))));
});

test("what describes the backup may be missing", async () => {
  const o = await open(folderTree(made(FILES, { without: ["Manifest.plist", "Info.plist", "Status.plist"] })));
  assert.deepEqual(
    o.problems.map((p) => `${p.code} ${p.path}`),
    ["backup-info-missing Info.plist", "backup-info-missing Manifest.plist"],
  );
  assert.deepEqual(o.backup.acquisition, { kind: "ios-backup", encrypted: false });
  assert.deepEqual(await read(o), sorted(contents()));
  await assert.rejects(
    open(folderTree(made(FILES, { password: "x", without: ["Manifest.plist"] })), ["x"]),
    fails("backup-info-missing"),
  );
  await assert.rejects(open(folderTree(made(FILES, { without: ["Manifest.db"] }))), fails("backup-manifest-missing"));
  const junk = made();
  writeFileSync(join(junk, "Manifest.db"), "not a database, but long enough");
  await assert.rejects(open(folderTree(junk)), fails("sqlite-header"));
});

test("one folder above, two above, several", async () => {
  const top = fresh();
  makeBackup(join(top, "Backup", "00008030-A"), FILES);
  mkdirSync(join(top, "Backup", "Other.app"));
  writeFileSync(
    join(top, "Backup", "Other.app", "Info.plist"),
    '<?xml version="1.0"?><plist><dict><key>CFBundleName</key><string>x</string></dict></plist>',
  );
  for (const [dir, prefix] of [
    [join(top, "Backup"), "00008030-A/"],
    [top, "Backup/00008030-A/"],
  ] as const) {
    const o = await open(folderTree(dir));
    assert.deepEqual(await read(o), sorted(contents()));
    const sms = (await list(o.backup)).find((f) => f.path.endsWith("sms.db"))!;
    assert.ok(sms.stored?.startsWith(`${prefix}3d/3d0d7e5f`));
    assert.equal(o.backup.meta[0]?.stored, `${prefix}Info.plist`);
    assert.equal((await o.backup.bodyOf(sms))?.base.path, sms.stored);
  }
  cpSync(join(top, "Backup", "00008030-A"), join(top, "Backup", "00008030-B"), { recursive: true });
  await assert.rejects(
    open(folderTree(top)),
    (e) => fails("evidence-several")(e) && /00008030-A, Backup\/00008030-B/.test((e as ContraluzError).problem!.found!),
  );
  rmSync(join(top, "Backup", "00008030-A"), { recursive: true });
  rmSync(join(top, "Backup", "00008030-B", "Manifest.db"));
  await assert.rejects(
    open(folderTree(top)),
    (e) =>
      fails("backup-manifest-missing")(e) && (e as ContraluzError).problem?.path === "Backup/00008030-B/Manifest.db",
  );
  rmSync(join(top, "Backup", "00008030-B"), { recursive: true });
  assert.equal(await findBackup(folderTree(top), { platform: new TestPlatform(), report: () => {} }), undefined);
});

test("an unfinished Snapshot inside the backup is not a second one", async () => {
  const dir = made();
  makeBackup(join(dir, "Snapshot"), FILES);
  assert.deepEqual(await read(await open(folderTree(dir))), sorted(contents()));
  const above = fresh();
  cpSync(dir, join(above, "id"), { recursive: true });
  assert.deepEqual(await read(await open(folderTree(above))), sorted(contents()));
});

test("hashed refs lie directly around the stored bytes", async () => {
  const dir = made(FILES, { password: "secreto" });
  const seen: string[] = [];
  const platform = new TestPlatform();
  const hashed = (f: EvidenceFile): number => seen.push(f.path) - 1;
  const o = { platform, report: () => {}, hashed, secret: () => Promise.resolve(utf8("secreto")) };
  const backup = await openIosBackup({ tree: folderTree(dir), prefix: "" }, o);
  assert.deepEqual(seen, ["Info.plist", "Manifest.plist", "Status.plist", "Manifest.db"]);
  const manifest = backup.meta[3]!.ref!;
  assert.ok(
    manifest.kind === "cbc" &&
      manifest.of.kind === "hashed" &&
      manifest.of.file === 3 &&
      manifest.of.of.kind === "host",
  );
  const sms = (await list(backup)).find((f) => f.path.endsWith("sms.db"))!;
  const body = await backup.bodyOf(sms);
  assert.ok(
    body?.ref.kind === "cbc" && body.ref.of.kind === "hashed" && body.ref.of.file === 4 && !body.ref.key.extractable,
  );
  assert.equal(seen[4], sms.stored);
  const own = await backup.bodyOf(sms, (base) => ({ kind: "hashed", of: base, file: 77 }));
  assert.ok(own?.ref.kind === "cbc" && own.ref.of.kind === "hashed" && own.ref.of.file === 77);
  assert.equal(seen.length, 5);
});
