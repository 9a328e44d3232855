/** What is missing in the evidence of a phone with Android, changed, damaged or hostile: it is told, and the rest is read. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { EvidenceTree, Problem } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import { makeTar } from "../ios-backup/harness.fixture.ts";
import { findAndroid, openAndroid } from "./index.ts";
import { androidQf, BACKUP, type Entries, IDENTITY, LOGS, makeAge, NAME } from "./phone.fixture.ts";
import { codes, folder, memory, platform, see, zip } from "./see.fixture.ts";

const PASSWORD = "papalote azul";

test("the list of hashes: what is another file, what is gone, what is not in it", async () => {
  const change = (name: string, b: Buffer | undefined): Entries =>
    androidQf({ storage: "C:\\casos\\66f4\\" }).flatMap(
      ([n, x]): Entries => (n === name ? (b ? [[n, b]] : []) : [[n, x]]),
    );
  const none = "androidqf-hash-none acquisition.json";
  assert.deepEqual(codes((await see(change("", undefined)))!), [none]);
  const cases: readonly (readonly [Entries, readonly string[]])[] = [
    [change("packages.json", Buffer.from("[ ]")), ["androidqf-hash-different packages.json", none]],
    [change("apks/org.example.apk", undefined), ["androidqf-hash-missing apks/org.example.apk", none]],
    [
      [...change("", undefined), ["puesto.txt", Buffer.from("x")]],
      [none, "androidqf-hash-none puesto.txt"],
    ],
    [change("command.log", Buffer.from("otro\n")), ["androidqf-hash-different command.log", none]],
    [change("hashes.csv", undefined), ["androidqf-hash-list hashes.csv"]],
    [change("hashes.csv", Buffer.from("nada\n")), ["androidqf-hash-list hashes.csv"]],
  ];
  for (const [files, expected] of cases) assert.deepEqual(codes((await see(files))!), expected);
  const bad = Buffer.concat([androidQf().find(([n]) => n === "hashes.csv")![1], Buffer.from("x,y\n")]);
  assert.deepEqual(codes((await see(change("hashes.csv", bad)))!), ["androidqf-hash-list hashes.csv", none]);
  const seen = (await see(change("packages.json", Buffer.from("[ ]"))))!;
  const different = seen.problems.find((p) => p.code === "androidqf-hash-different")!;
  assert.match(different.found!, /^[0-9a-f]{64}$/);
  assert.match(different.expected!, /^[0-9a-f]{64}$/);
});

test("hashes that are known are not made again", async () => {
  const files = androidQf();
  let opened = 0;
  const tree = folder(files);
  const counted: EvidenceTree = {
    ...tree,
    async *files() {
      for await (const batch of tree.files())
        yield batch.map((f) =>
          f.path === "packages.json"
            ? {
                ...f,
                ref: {
                  ...memory(Buffer.from("[]")),
                  handle: { size: 2, read: async () => Buffer.from(opened++ < 0 ? "" : "[]") },
                },
              }
            : f,
        );
    },
  };
  const options = { platform, report: () => {}, wanted: () => () => true };
  const evidence = await openAndroid((await findAndroid(counted, [], options))!, options);
  const sha = createHash("sha256").update("[]").digest("hex");
  await evidence.verify!(new Map([["packages.json", sha]]));
  assert.equal(opened, 0);
  await evidence.verify!(new Map());
  assert.ok(opened > 0);
  await evidence.close();
});

test("a part that cannot be opened is told, and costs nothing else", async () => {
  const whole = (await see(androidQf()))!;
  const sealed = androidQf({ ab: makeAb(makeTar(BACKUP), { password: PASSWORD }) });
  const without = (await see(sealed))!;
  assert.deepEqual(without.asked, ["adb-backup-password-needed backup.ab"]);
  assert.deepEqual(codes(without), ["adb-backup-password-needed backup.ab", "androidqf-hash-none acquisition.json"]);
  assert.equal(without.problems[0]!.lost, "file");
  assert.equal(without.evidence.cut, true);
  assert.equal(without.files.size, whole.files.size - BACKUP.length);
  assert.equal((await see(sealed, { secrets: [PASSWORD] }))!.files.size, whole.files.size);

  const put = (name: string, change: (b: Buffer) => Buffer): Entries =>
    androidQf().map(([n, b]) => [n, n === name ? change(b) : b]);
  // Its directory is gone: what stands in it is found by itself.
  const cut = (await see(put("bugreport.zip", (b) => b.subarray(0, b.length - 30))))!;
  assert.equal(cut.files.get("bugreport/dumpstate.txt"), whole.files.get("bugreport/dumpstate.txt"));
  assert.ok(
    codes(cut).includes("zip-directory bugreport.zip") && codes(cut).includes("androidqf-hash-different bugreport.zip"),
  );
  assert.equal(cut.evidence.cut, true);
  assert.equal(whole.evidence.cut, false);
  const short = (await see(put("backup.ab", (b) => b.subarray(0, 24 + 512 + 20))))!;
  assert.ok(codes(short).some((c) => c.startsWith("tar-header backup.ab")));
  const none = (await see(put("bugreport.zip", () => Buffer.from("PK\x03\x04 nada"))))!;
  assert.ok(!none.files.has("bugreport/dumpstate.txt") && none.files.has("packages.json"));
  assert.ok(codes(none).some((c) => c.startsWith("zip-")));
});

test("age: a wrong key, none, a damaged piece, a header that asks for too much", async () => {
  const noise = createHash("sha256");
  const bytes = Buffer.concat(Array.from({ length: 6000 }, (_, i) => noise.copy().update(String(i)).digest()));
  const qf: Entries = [...androidQf(), ["tmp/ruido", bytes]];
  const age = makeAge(zip(qf));
  await assert.rejects(see(age), { code: "age-key-needed" });
  const other = IDENTITY.replace(/.$/, "Q");
  await assert.rejects(see(age, { secrets: ["palabra", other, "AGE-SECRET-KEY-1QQ"] }), { code: "age-key-wrong" });
  assert.equal((await see(age, { secrets: ["mala", IDENTITY] }))!.asked.length, 2);
  const sealed = makeAge(zip(qf), { passphrase: "cuatro palabras" });
  await assert.rejects(see(sealed, { secrets: [IDENTITY, "a", "b"] }), { code: "age-key-wrong" });
  await assert.rejects(see(makeAge(zip(qf), { passphrase: "x", work: 40 }), { secrets: ["x"] }), {
    code: "age-damaged",
  });
  await assert.rejects(see(Buffer.from("age-encryption.org/v1\n-> X25519 abc\n"), { secrets: [IDENTITY] }), {
    code: "age-damaged",
  });
  for (const broken of [
    age.subarray(0, -40),
    Buffer.concat([age.subarray(0, -100), Buffer.of(age.at(-100)! ^ 1), age.subarray(-99)]),
  ]) {
    const seen = (await see(broken, { secrets: [IDENTITY] }))!;
    assert.equal(seen.evidence.acquisition.kind, "androidqf");
    assert.ok(seen.files.has("packages.json") && seen.files.has("bugreport/dumpstate.txt"));
    assert.ok(codes(seen).includes("age-damaged") && codes(seen).includes("zip-directory"));
  }
});

test("names that pretend to lie in an archive that was opened are left out", async () => {
  const seen = (await see([...androidQf(), [`bugreport.zip!/${NAME}.txt`, Buffer.from("x")]]))!;
  assert.equal(
    seen.files.get("bugreport/dumpstate.txt"),
    (await see(androidQf()))!.files.get("bugreport/dumpstate.txt"),
  );
  assert.ok(codes(seen).includes(`path-unsafe bugreport.zip!/${NAME}.txt`));
});

test("a thousand archives: the first ones are opened, and it is told", async () => {
  const many: Entries = Array.from({ length: 70 }, (_, i) => [
    `intrusion_logs/${i}.zip`,
    zip([[`log-${i}.txt`, LOGS[1]![1]]]),
  ]);
  const seen = (await see([...androidQf(), ...many]))!;
  assert.ok(codes(seen).some((c) => c.startsWith("evidence-nested")));
  assert.ok(seen.files.has("intrusion_logs/0.zip!/log-0.txt") && seen.files.has("packages.json"));
  assert.equal(seen.evidence.cut, true);
  // One inside another, without end.
  let deep = zip([["log.txt", LOGS[1]![1]]], false);
  for (let i = 0; i < 9; i++) deep = zip([["log.zip", deep]], false);
  const nested = (await see([...androidQf(), ["intrusion_logs/x.zip", deep]]))!;
  assert.ok(nested.files.has("intrusion_logs/x.zip"));
  assert.ok(codes(nested).some((c) => c.startsWith("evidence-nested intrusion_logs/x.zip!/")));
  assert.equal(nested.evidence.cut, true);
});

test("more files than are looked through: it is told, and nothing of the rest is said to be absent", async () => {
  const many: Entries = Array.from({ length: 100_000 }, (_, i) => [`tmp/${i}.bin`, Buffer.alloc(0)]);
  const problems: Problem[] = [];
  const options = { platform, report: (p: Problem) => void problems.push(p), wanted: () => () => true };
  const evidence = await openAndroid((await findAndroid(folder([...androidQf(), ...many]), [], options))!, options);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["too-many-files", "> 100000"]],
  );
  assert.equal(evidence.cut, true);
  await evidence.close();
});

test("a list of hashes that was made to cost time does not", async () => {
  const deep = `${"a/".repeat(2000)}x`;
  const list = Buffer.from(Array.from({ length: 2000 }, (_, i) => `${i}/${deep},${"0".repeat(64)}\n`).join(""));
  const endless = Buffer.from(`${"/".repeat(4_000_000)},${"0".repeat(64)}\n`);
  for (const b of [list, endless]) {
    const spent = cpu();
    const seen = (await see(androidQf().map(([n, x]): [string, Buffer] => [n, n === "hashes.csv" ? b : x])))!;
    assert.ok(spent() < 4000, `${spent()} ms`);
    assert.ok(codes(seen).some((c) => c.startsWith("androidqf-hash-")));
  }
});
