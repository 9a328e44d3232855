/** Encrypted backups: the same answer as plain ones, and a clear one for each way in which they fail. @module */
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ContraluzError, type Problem } from "@contraluz/core";
import { makeBackup } from "@contraluz/evidence/ios-backup/backup.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { encryptedSample, stored, typed } from "./backups.fixture.ts";
import { fresh, pack, type Ran, type RunOptions, records, run, SAMPLE, WORKER } from "./check.fixture.ts";

/** A copy of the encrypted sample (or of another folder) that may be damaged. */
function copy(of: string = encryptedSample()): string {
  const dir = fresh();
  cpSync(of, dir, { recursive: true });
  return dir;
}

function change(path: string, f: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path);
  f(bytes);
  writeFileSync(path, bytes);
}

const open = (dir: string, o: RunOptions = {}): Promise<Ran> => run([dir], { secret: typed, ...o });

/** The error of a check that cannot be made. */
async function failure(dir: string, secret?: () => Promise<Uint8Array | undefined>): Promise<ContraluzError> {
  try {
    await run([dir], secret ? { secret } : {});
  } catch (e) {
    assert.ok(e instanceof ContraluzError, String(e));
    assert.equal(e.problem?.code, e.code, "a person can be told");
    return e;
  }
  return assert.fail("the check was made");
}

const codes = (problems: readonly Problem[]): string[] => [...new Set(problems.map((p) => p.code))].sort();
const states = (ran: Ran): { [artifact: string]: string } =>
  Object.fromEntries(ran.result.coverage.map((c) => [c.artifact, c.state]));

/** Rows of Manifest.db are longer where they hold keys: they stand on other pages. */
const withoutPlace = (lines: string): string => lines.replaceAll(/,"page":\d+,"cell":\d+/g, "");

const forms: readonly (readonly [string, () => string, RunOptions])[] = [
  ["a folder", encryptedSample, {}],
  ["a folder, two threads", encryptedSample, { platform: nodePlatform({ worker: WORKER }), workers: 2 }],
  ["a stored zip", () => pack(encryptedSample(), "zip, stored"), {}],
  [
    "a deflated zip, two threads",
    () => pack(encryptedSample(), "zip, deflated"),
    { platform: nodePlatform({ worker: WORKER }), workers: 2 },
  ],
  ["a tar.gz", () => pack(encryptedSample(), "tar.gz", "id"), {}],
];
for (const [name, dir, o] of forms) {
  test(`${name}: records and answer as of the plain backup`, async () => {
    const [plain, sealed] = [await run([SAMPLE]), await open(dir(), o)];
    const [a, b] = [records(plain), records(sealed)];
    assert.deepEqual(Object.keys(b), Object.keys(a));
    for (const file of Object.keys(a)) {
      const both = [a[file]!, b[file]!].map((lines) =>
        file === "records/ios.manifest.jsonl" ? withoutPlace(lines) : lines,
      );
      assert.ok(both[0] === both[1], file);
    }
    const { findings, verdict, coverage, problems, applicability } = sealed.result;
    assert.deepEqual({ findings, verdict, coverage, problems, applicability }, pick(plain));
    assert.equal(sealed.result.acquisition.encrypted, true);
    assert.equal(plain.result.acquisition.encrypted, false);
    assert.deepEqual({ ...sealed.result.acquisition, encrypted: false }, plain.result.acquisition);
  });
}

function pick(ran: Ran): object {
  const { findings, verdict, coverage, problems, applicability } = ran.result;
  return { findings, verdict, coverage, problems, applicability };
}

test("no password, a wrong one, three tries, the second one right", async () => {
  const dir = encryptedSample();
  assert.equal((await failure(dir)).code, "backup-password-needed");
  assert.equal((await failure(dir, () => Promise.resolve(undefined))).code, "backup-password-needed");
  const wrong = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode("otra"));
  let asked = 0;
  const e = await failure(dir, () => {
    asked++;
    return wrong();
  });
  assert.deepEqual([e.code, e.problem?.count, asked], ["backup-password-wrong", 3, 3]);
  const given: Uint8Array[] = [];
  const why: string[] = [];
  const ran = await run([dir], {
    async secret(p) {
      why.push(p.code);
      const bytes = await (why.length === 2 ? typed() : wrong());
      given.push(bytes);
      return bytes;
    },
  });
  assert.ok(ran.result.findings.length > 0);
  assert.deepEqual(why, ["backup-password-needed", "backup-password-wrong"]);
  assert.ok(
    given.every((g) => g.every((b) => b === 0)),
    "passwords do not stay in memory",
  );
});

test("missing bodies: said, and the rest is read", async () => {
  const dir = copy();
  rmSync(join(dir, stored("HomeDomain", "Library/SMS/sms.db")));
  rmSync(join(dir, stored("HomeDomain", "Library/Preferences/com.apple.identityservices.idstatuscache.plist")));
  const [whole, some] = [await open(encryptedSample()), await open(dir)];
  const missing = some.result.problems.filter((p) => p.code === "backup-body-missing");
  assert.deepEqual(
    missing.map((p) => p.path),
    ["HomeDomain/Library/Preferences/com.apple.identityservices.idstatuscache.plist", "HomeDomain/Library/SMS/sms.db"],
  );
  const gone = ["ios/sms", "ios/id-status-cache", "ios/sms-attachments"];
  assert.deepEqual(states(some), { ...states(whole), ...Object.fromEntries(gone.map((id) => [id, "unreadable"])) });
  assert.deepEqual(
    some.result.findings,
    whole.result.findings.filter((f) => !f.records.some((r) => r.artifact === "ios/sms")),
  );
  const gaps = some.result.verdict.gaps.map((g) => `${g.about} ${g.state}`);
  assert.deepEqual(
    gaps.filter((g) => g.includes("unreadable")),
    gone.map((id) => `${id} unreadable`),
  );
  assert.equal(some.result.verdict.evidence, "match", "a match survives incompleteness");
});

test("sizes that disagree: said, and what is there is read", async () => {
  const usage = stored("WirelessDomain", "Library/Databases/DataUsage.sqlite");
  const grants = stored("HomeDomain", "Library/TCC/TCC.db");
  const dir = copy();
  // Cut within a block of AES; and a body that is longer than its row says.
  truncateSync(join(dir, usage), readFileSync(join(dir, usage)).length - 5000);
  writeFileSync(join(dir, grants), Buffer.concat([readFileSync(join(dir, grants)), Buffer.alloc(160)]));
  const [whole, some] = [await open(encryptedSample()), await open(dir)];
  const sizes = some.result.problems.filter((p) => p.code === "backup-body-size");
  assert.deepEqual(
    sizes.map((p) => p.path),
    ["HomeDomain/Library/TCC/TCC.db", "WirelessDomain/Library/Databases/DataUsage.sqlite"],
  );
  assert.equal(records(some)["records/ios.tcc.jsonl"], records(whole)["records/ios.tcc.jsonl"]);
  const { count } = some.result.records["ios/data-usage"]!;
  assert.ok(count > 0 && count < whole.result.records["ios/data-usage"]!.count);
  assert.equal(states(some)["ios/data-usage"], "partly");
  assert.ok(some.result.problems.some((p) => p.code === "sqlite-page" && p.path?.endsWith("DataUsage.sqlite")));
});

test("an already decrypted copy, whose Manifest.plist still says that it is encrypted", async () => {
  const dir = copy(SAMPLE);
  cpSync(join(encryptedSample(), "Manifest.plist"), join(dir, "Manifest.plist"));
  const [plain, ran] = [await run([SAMPLE]), await run([dir])];
  assert.deepEqual(records(ran), records(plain));
  assert.deepEqual(ran.result.findings, plain.result.findings);
  assert.equal(ran.result.acquisition.encrypted, true);
  const told = { code: "backup-decrypted-copy", path: "Manifest.db", lost: "nothing" };
  assert.deepEqual(
    ran.result.problems.filter((p) => p.code === told.code),
    [told],
  );
  assert.deepEqual(ran.result.verdict, plain.result.verdict);
});

test("before iOS 10.2: refused by name", async () => {
  for (const o of [
    { form: "mbdb", version: "9.3.5" },
    { version: "10.1.1" },
    { version: "10.1.1", password: "x", dpic: 2, iter: 2 },
  ] as const) {
    const dir = fresh();
    makeBackup(dir, [], o);
    assert.equal((await failure(dir, typed)).code, "backup-too-old");
  }
});

/** Turns bits of the wrapped key of a class. */
function breakClass(dir: string, clas: number): void {
  change(join(dir, "Manifest.plist"), (b) => {
    const at = b.indexOf(Buffer.concat([Buffer.from("CLAS\0\0\0\x04\0\0\0", "latin1"), Buffer.from([clas])]));
    assert.ok(at > 0);
    b[b.indexOf("WPKY", at) + 20]! ^= 0xff;
  });
}

test("a class key that does not open costs the files of its class; none at all is a wrong password", async () => {
  const dir = copy();
  breakClass(dir, 3);
  const ran = await open(dir);
  assert.deepEqual(codes(ran.result.problems), ["backup-body-key", "backup-keybag"]);
  const whole = await open(encryptedSample());
  // The list and Info.plist need no key of a class; Bluetooth, the other half of the linked devices, does.
  const free = ["ios/manifest", "ios/backup-info", "ios/messengers", "ios/applications"];
  const wanted = Object.entries(states(whole)).map(([id, state]) => {
    if (state === "absent" || free.includes(id)) return [id, state];
    return [id, id === "ios/linked-devices" ? "partly" : "unreadable"];
  });
  assert.deepEqual(states(ran), Object.fromEntries(wanted));
  assert.equal(ran.result.verdict.evidence, "none-found");
  assert.equal(ran.result.verdict.complete, false);
  assert.equal(ran.result.records["ios/manifest"]?.count, whole.result.records["ios/manifest"]?.count);
  for (let c = 1; c <= 8; c++) if (c !== 3) breakClass(dir, c);
  assert.equal((await failure(dir, typed)).code, "backup-password-wrong");
});

test("keys that are damaged, or gone", async () => {
  const key = copy();
  change(join(key, "Manifest.plist"), (b) => {
    // ManifestKey: class 4, then 40 bytes; the only place with these four bytes before data of 44.
    const at = b.indexOf(Buffer.from([0x4f, 0x10, 44, 4, 0, 0, 0]));
    assert.ok(at > 0);
    b[at + 12]! ^= 1;
  });
  assert.equal((await failure(key, typed)).code, "backup-keybag");
  const gone = copy();
  rmSync(join(gone, "Manifest.plist"));
  assert.equal((await failure(gone, typed)).code, "backup-info-missing");
  const cut = copy();
  truncateSync(join(cut, "Manifest.plist"), 300);
  const e = await failure(cut, typed);
  assert.ok(["backup-info-missing", "backup-keybag"].includes(e.code), e.code);
});

test("Manifest.db damaged: rows are lost, the rest is read", async () => {
  const whole = await open(encryptedSample());
  const dir = copy();
  const path = join(dir, "Manifest.db");
  // Whole pages in the middle: 1024 bytes each.
  change(path, (b) => b.fill(0x5a, 40 * 1024, 44 * 1024));
  const some = await open(dir);
  const problems = some.result.problems.filter((p) => p.path === "Manifest.db");
  assert.ok(problems.length > 0 && problems.every((p) => p.code === "sqlite-page"), codes(problems).join());
  assert.equal(states(some)["ios/manifest"], "partly");
  const rows = (ran: Ran): Set<string> => new Set(records(ran)["records/ios.manifest.jsonl"]!.split("\n"));
  const [all, left] = [rows(whole), rows(some)];
  assert.ok(left.size > all.size / 2 && left.size < all.size);
  assert.ok(
    [...left].every((line) => all.has(line)),
    "no row is changed",
  );

  const cut = copy();
  truncateSync(join(cut, "Manifest.db"), 200 * 1024 + 7);
  const ran = await open(cut);
  assert.ok(rows(ran).size > 20 && rows(ran).size < all.size);
  assert.equal(states(ran)["ios/manifest"], "partly");

  // Without the pages that lead to its rows nothing is listed; that is not to say that nothing was there.
  truncateSync(join(cut, "Manifest.db"), 100 * 1024);
  const nothing = (await open(cut)).result;
  assert.deepEqual([...new Set(nothing.coverage.map((c) => c.state))], ["unreadable", "read", "partly"]);
  const of = (state: string): string[] => nothing.coverage.filter((c) => c.state === state).map((c) => c.artifact);
  assert.deepEqual(of("read"), ["ios/backup-info", "ios/applications"], "Info.plist is all that they want");
  assert.deepEqual(of("partly"), ["ios/linked-devices"], "Info.plist is half of what it wants");
  assert.equal(nothing.verdict.complete, false);
});

test("Manifest.db without its head or gone, plain and encrypted", async () => {
  const sealed = copy();
  change(join(sealed, "Manifest.db"), (b) => b.fill(0x11, 0, 32));
  assert.equal((await failure(sealed, typed)).code, "backup-keybag");
  const plain = copy(SAMPLE);
  change(join(plain, "Manifest.db"), (b) => b.fill(0x11, 0, 32));
  assert.equal((await failure(plain)).code, "sqlite-header");
  for (const dir of [sealed, plain]) {
    rmSync(join(dir, "Manifest.db"));
    assert.equal((await failure(dir, typed)).code, "backup-manifest-missing");
  }
  assert.ok(readdirSync(plain).includes("Info.plist"));
});
