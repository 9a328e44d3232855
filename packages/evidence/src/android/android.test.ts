/** A phone with Android in every shape in which one is handed in: the same paths, the same bytes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { isoUtc, type Problem } from "@contraluz/core";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import { makeTar } from "../ios-backup/harness.fixture.ts";
import {
  androidQf,
  BACKUP,
  bugReport,
  dumpstate,
  type Entries,
  IDENTITY,
  LOGS,
  makeAge,
  NAME,
} from "./phone.fixture.ts";
import { below, codes, see, zip } from "./see.fixture.ts";

const PASSWORD = "papalote azul";

test("a bug report: the zip, stored or deflated, in a folder or unpacked, Samsung's shape, the text alone, packed or not", async () => {
  const report = bugReport();
  const expected = (await see(zip(report)))!;
  assert.deepEqual([...expected.files.keys()].sort(), [
    "bugreport/FS/data/anr/anr_1",
    "bugreport/FS/data/tombstones/tombstone_00",
    "bugreport/dumpstate.txt",
    "bugreport/dumpstate_log.txt",
    "bugreport/main_entry.txt",
    "bugreport/version.txt",
  ]);
  const { taken, offsets, ...about } = expected.evidence.acquisition;
  assert.deepEqual(about, {
    kind: "android-bugreport",
    device: { brand: "google", model: "Pixel 8" },
    os: { name: "android", version: "14", build: "AP2A.240905.003", patch: "2024-09-05" },
    zone: "America/Mexico_City",
  });
  assert.equal(isoUtc(taken!.utc!, "s"), "2025-05-21T16:20:30Z");
  assert.deepEqual(
    [taken!.seen, taken!.zone],
    ["2025-05-21 10:20:30", { name: "America/Mexico_City", from: "device" }],
  );
  assert.deepEqual(offsets!.at(-1), { from: "2022-10-30T07:00:00Z", minutes: -360 });
  assert.ok(!JSON.stringify(about).includes("SECRETO"));

  for (const [what, given] of [
    ["stored", zip(report, false)],
    ["unpacked", report],
    ["unpacked, one above", below("informe/", report)],
    ["zipped again with its folder", zip(below("informe/", report))],
    ["a zip in a zip", zip([["informe.zip", zip(report)]], false)],
    ["a zip in a tar", makeTar([["informe.zip", zip(report)]])],
    ["unpacked, in a tar.gz", gzipSync(makeTar(below("informe/", report)))],
    [
      "its zip beside other things",
      [
        ["foto.jpg", Buffer.from("x")],
        ["informe.zip", zip(report)],
        ["nota.txt", Buffer.from("hola")],
      ],
    ],
    ["under another name", zip(report.map(([n, b]) => [n === `${NAME}.txt` ? "otro.txt" : n, b]))],
  ] as [string, Entries | Buffer][]) {
    const seen = (await see(given))!;
    const names = [...expected.files].filter(([p]) => p !== "bugreport/main_entry.txt");
    for (const [path, hash] of names) assert.equal(seen.files.get(path), hash, `${what}: ${path}`);
    assert.deepEqual(seen.evidence.acquisition, expected.evidence.acquisition, what);
    assert.deepEqual(seen.problems, [], what);
  }

  const text = expected.files.get("bugreport/dumpstate.txt");
  for (const [what, given] of [
    ["text", dumpstate()],
    [
      "Samsung",
      zip([
        ["dumpState_S921B.log", dumpstate()],
        ["log/x.txt", Buffer.from("x")],
      ]),
    ],
  ] as [string, Buffer][]) {
    const seen = (await see(given))!;
    assert.equal(seen.files.get("bugreport/dumpstate.txt"), text, what);
    assert.deepEqual(seen.evidence.acquisition, expected.evidence.acquisition, what);
  }
  // What the phone stored compressed is handed on as it is stored: readers open it.
  const packed = (await see(gzipSync(dumpstate()), { name: "a.txt.gz" }))!;
  assert.deepEqual([...packed.stored], [["bugreport/dumpstate.txt", "a.txt.gz"]]);
  assert.deepEqual(packed.evidence.acquisition, expected.evidence.acquisition);
});

test("AndroidQF: folder, zip with and without a folder, tar.gz, encrypted; parts opened in place", async () => {
  const qf = androidQf();
  const expected = (await see(qf))!;
  const parts = [...expected.files.keys()]
    .filter((p) => p.includes("!/") || /^(bugreport|backup|intrusion_logs)\//.test(p))
    .sort();
  assert.deepEqual(parts, [
    "backup/apps/com.android.providers.telephony/_manifest",
    "backup/apps/com.android.providers.telephony/d_f/000000_sms_backup",
    "bugreport/FS/data/anr/anr_1",
    "bugreport/FS/data/tombstones/tombstone_00",
    "bugreport/dumpstate.txt",
    "bugreport/dumpstate_log.txt",
    "bugreport/main_entry.txt",
    "bugreport/version.txt",
    "intrusion_logs/anteriores.zip",
    "intrusion_logs/anteriores.zip!/abril/log-1.txt",
    "intrusion_logs/log-2.txt",
    "intrusion_logs/log-3.txt",
  ]);
  assert.equal(expected.stored.get("bugreport/dumpstate.txt"), `bugreport.zip!/${NAME}.txt`);
  assert.equal(
    expected.stored.get("backup/apps/com.android.providers.telephony/_manifest"),
    "backup.ab!/apps/com.android.providers.telephony/_manifest",
  );
  assert.deepEqual(expected.evidence.archives, ["bugreport.zip", "intrusion_logs/anteriores.zip", "backup.ab"]);
  const { started, completed, kind } = expected.evidence.acquisition;
  assert.deepEqual(
    [kind, isoUtc(started!.utc!, "ms"), isoUtc(completed!.utc!, "s")],
    ["androidqf", "2025-05-21T16:15:20.204Z", "2025-05-21T16:29:30Z"],
  );
  // The log grew, the list has a line of itself; only the description is in no list.
  assert.deepEqual(codes(expected), ["androidqf-hash-none acquisition.json"]);

  for (const [what, given, secret] of [
    ["one above", below("66f4/", qf)],
    ["zip, at the root", zip(qf)],
    ["zip, stored", zip(qf, false)],
    ["zip, one folder", zip(below("66f4/", qf))],
    ["tar.gz", gzipSync(makeTar(below("66f4/", qf)))],
    ["age", makeAge(zip(qf)), `# created: 2026\n${IDENTITY}\n`],
    ["age in a folder", [["66f4.zip.age", makeAge(zip(qf))]], IDENTITY],
    ["age, passphrase", makeAge(zip(qf), { passphrase: "cuatro palabras" }), "cuatro palabras"],
    ["older names", qf.map(([n, b]) => [n.replace("intrusion_logs", "intrusion-logs"), b])],
  ] as [string, Entries | Buffer, string?][]) {
    const seen = (await see(given, secret ? { secrets: [secret] } : {}))!;
    const strange = [...seen.files].filter(([p, h]) => expected.files.get(p) !== h);
    assert.deepEqual(strange, [], what);
    assert.equal(seen.files.size, expected.files.size, what);
    assert.deepEqual(seen.evidence.acquisition, expected.evidence.acquisition, what);
    if (what !== "older names")
      assert.deepEqual(
        codes(seen).map((c) => c.replace("66f4/", "")),
        codes(expected),
        what,
      );
  }
});

test("a backup of adb: alone, in a folder, in a zip; with a password", async () => {
  const tar = makeTar(BACKUP);
  const expected = (await see(makeAb(tar)))!;
  assert.equal(expected.evidence.acquisition.kind, "adb-backup");
  assert.deepEqual(
    [...expected.files.keys()],
    BACKUP.map(([n]) => `backup/${n}`),
  );
  for (const [what, given, secrets, asked] of [
    ["compressed", makeAb(tar, { compressed: true, version: 3 })],
    ["password", makeAb(tar, { password: PASSWORD }), [PASSWORD], 1],
    ["the third one", makeAb(tar, { password: PASSWORD }), ["a", "b", PASSWORD], 3],
    [
      "beside other things",
      [
        ["foto.jpg", Buffer.from("x")],
        ["copia.ab", makeAb(tar, { password: PASSWORD })],
      ],
      [PASSWORD],
      1,
    ],
    ["alone in a folder", [["copia.ab", makeAb(tar)]]],
    ["in a zip", zip([["copia.ab", makeAb(tar)]])],
  ] as [string, Entries | Buffer, string[]?, number?][]) {
    const seen = (await see(given, secrets ? { secrets } : {}))!;
    assert.deepEqual(seen.files, new Map([...expected.files].map(([p, h]) => [p, h])), what);
    assert.equal(seen.asked.length, asked ?? 0, what);
    assert.deepEqual(seen.problems, [], what);
  }
  const sealed = makeAb(tar, { password: PASSWORD });
  await assert.rejects(see(sealed), { code: "adb-backup-password-needed" });
  await assert.rejects(see(sealed, { secrets: ["a", "b", "c", PASSWORD] }), { code: "adb-backup-password-wrong" });
  await assert.rejects(
    see([
      ["copia.ab", sealed],
      ["x", Buffer.from("x")],
    ]),
    { code: "adb-backup-password-needed" },
  );
  await assert.rejects(see(Buffer.from("ANDROID BACKUP\n9\n1\nnone\nx")), { code: "adb-backup-damaged" });
  // Of a backup by itself only what is wanted is kept.
  const few = (await see(makeAb(tar), { wanted: (p) => p.endsWith("_manifest") }))!;
  assert.deepEqual([...few.files.keys()], ["backup/apps/com.android.providers.telephony/_manifest"]);
});

test("intrusion logs: folder, zip, one file; the older ones in zips of their own", async () => {
  const expected = ["anteriores.zip", "anteriores.zip!/abril/log-1.txt", "log-2.txt", "log-3.txt"].map(
    (n) => `intrusion_logs/${n}`,
  );
  for (const given of [
    LOGS,
    below("Intrusion Logging/", LOGS),
    zip(below("Intrusion Logging/", LOGS)),
    makeTar(LOGS),
  ]) {
    const seen = (await see(given))!;
    assert.equal(seen.evidence.acquisition.kind, "intrusion-logs");
    assert.deepEqual([...seen.files.keys()].sort(), expected);
    assert.deepEqual(seen.problems, []);
  }
  const one = (await see(LOGS[1]![1], { name: "log-2.txt" }))!;
  assert.deepEqual([...one.files.keys()], ["intrusion_logs/log-2.txt"]);
  const raw = (await see(Buffer.from('{"tag": 210005, "data": ["x"]}\n'), { name: "a" }))!;
  assert.equal(raw.evidence.acquisition.kind, "intrusion-logs");
});

test("more than one is a question for the person, and names what can be handed in", async () => {
  const [a, b] = [zip(bugReport()), zip(bugReport(dumpstate({ time: "2025-01-01 00:00:00" })))];
  for (const [files, found] of [
    [
      [
        ["a.zip", a],
        ["b.zip", b],
      ],
      "a.zip, b.zip",
    ],
    [
      [
        ["a.zip", a],
        ["x/copia.ab", makeAb(makeTar(BACKUP))],
      ],
      "a.zip, x/copia.ab",
    ],
    [[...below("uno/", androidQf()), ...below("dos/", androidQf())], "uno, dos"],
    [
      [
        ["bugreport-1.txt", dumpstate()],
        ["bugreport-2.txt", dumpstate()],
      ],
      "bugreport-1.txt, bugreport-2.txt",
    ],
  ] as [Entries, string][])
    await assert.rejects(see(files), (e: { code: string; problem: Problem }) => {
      assert.deepEqual([e.code, e.problem.found], ["evidence-several", found]);
      return true;
    });
});

test("what is none of these is left to others", async () => {
  for (const files of [
    [
      ["getprop.txt", Buffer.from("x")],
      ["processes.txt", Buffer.from("x")],
    ],
    [
      ["nota.txt", Buffer.from("un informe de errores")],
      ["a.zip", zip([["x", Buffer.from("x")]])],
    ],
    [
      ["a.json", Buffer.from('{"type": "access"}')],
      ["b", Buffer.from("")],
    ],
    [
      ["ps.txt", Buffer.from("x")],
      ["processes.json", Buffer.from("x")],
      ["env.txt", Buffer.from("x")],
    ],
  ] as Entries[])
    assert.equal(await see(files), undefined);
});

test("the zone: none without its property or its offsets, and an instant only with them", async () => {
  const none = (await see(dumpstate({ zone: undefined })))!.evidence.acquisition;
  assert.deepEqual(
    [none.zone, none.offsets, none.taken],
    [undefined, undefined, { wall: "2025-05-21T10:20:30", seen: "2025-05-21 10:20:30", precision: "s" }],
  );
  for (const zone of ["Marte/Olimpo", "../../etc", "", "x".repeat(300)])
    assert.equal((await see(dumpstate({ zone })))!.evidence.acquisition.zone, undefined, zone);
  const other = (await see(dumpstate({ zone: "Asia/Kolkata" })))!.evidence.acquisition;
  assert.equal(isoUtc(other.taken!.utc!, "s"), "2025-05-21T04:50:30Z");
  // Far into the text, behind letters of several bytes.
  const far = (await see(dumpstate({ filler: 60_000 })))!.evidence.acquisition;
  assert.equal(far.zone, "America/Mexico_City");
  // A date that the calendar does not have is none.
  assert.equal((await see(dumpstate({ time: "2025-02-31 10:20:30" })))!.evidence.acquisition.taken, undefined);
});

test("intrusion logs tell the time of their newest event, in milliseconds or nanoseconds", async () => {
  const log = (...rows: object[]): Buffer => Buffer.from(rows.map((r) => `${JSON.stringify(r)}\n`).join(""));
  const dns = (ms: number): object => ({ dns_event: { event_time: ms, hostname: "a.example" } });
  const security = (ns: string): Buffer => Buffer.from(`{"security_event": {"event_id": 1, "event_time": ${ns}}}\n`);
  const seen = async (...files: Buffer[]): Promise<string | undefined> => {
    const all = files.map((b, i): [string, Buffer] => [`log-${i}.txt`, b]);
    return (await see(all))!.evidence.acquisition.taken?.seen;
  };
  assert.equal(await seen(log(dns(1773505230000), dns(1773505231000)), log(dns(1773505229000))), "1773505231000");
  assert.equal(await seen(log(dns(1773505230000)), security("1773505230500000000")), "1773505230500000000");
  // What is no date of a phone is none.
  assert.equal(
    await seen(log(dns(1773505230000)), security("9223372036854775807"), log(dns(9999999999999))),
    "1773505230000",
  );
  assert.equal(await seen(log(dns(-5))), undefined);
});
