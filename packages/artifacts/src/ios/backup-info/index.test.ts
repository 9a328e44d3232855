import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, LIMITS } from "@contraluz/core";
import { bplist, type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { FILE, fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { backupInfo } from "./index.ts";

const INFO = {
  "Product Type": "iPhone12,1",
  "Product Version": "17.6.1",
  "Build Version": "21G101",
  "iTunes Version": "12.13",
  IMEI: "350000000000000",
  ICCID: "8952000000000000000",
  "Phone Number": "+52 55 5555 0101",
  "Serial Number": "F00TEST00000",
  "Device Name": "iPhone de Ana",
  "Target Identifier": "00008030-000A1B2C3D4E002E",
  "Last Backup Date": new Date("2024-05-06T07:08:09Z"),
  "Installed Applications": ["com.example.one", "com.example.two"],
  Applications: { "com.example.two": { iTunesMetadata: new Uint8Array(3) }, "com.example.three": {} },
} satisfies Plain;

for (const [form, write] of [
  ["XML", xmlPlist],
  ["binary", bplist],
] as const) {
  test(`the backup and its apps, each once (${form})`, async () => {
    const { records, problems } = await parsePlistFile(backupInfo, write(INFO));
    assert.deepEqual(problems, []);
    assert.deepEqual(fieldsOf(records[0]!), { model: "iPhone12,1", version: "17.6.1", build: "21G101", tool: "12.13" });
    assert.equal(isoUtc(records[0]!.at!.utc!, records[0]!.at!.precision), "2024-05-06T07:08:09Z");
    assert.deepEqual(
      records.slice(1).map((r) => [seen(r)[0], r.origin]),
      [
        ["app-id installed com.example.one", { file: FILE, at: { key: "Installed Applications[0]" } }],
        ["app-id installed com.example.two", { file: FILE, at: { key: "Installed Applications[1]" } }],
        ["app-id installed com.example.three", { file: FILE, at: { key: "Applications.com.example.three" } }],
      ],
    );
  });
}

test("no identifier of the phone or its person is kept", async () => {
  const { records } = await parsePlistFile(backupInfo, INFO);
  const all = JSON.stringify(records, (_, v) => (typeof v === "bigint" ? String(v) : v));
  for (const secret of ["350000000000000", "8952", "5555", "F00TEST", "Ana", "00008030"])
    assert.ok(!all.includes(secret), secret);
});

test("what is missing or of another type is left out", async () => {
  const { records, problems } = await parsePlistFile(backupInfo, {
    "Product Type": 12,
    "Product Version": "17".repeat(5000),
    "Last Backup Date": "ayer",
    "Installed Applications": [1, "", "com.example.one", "com.example.one", new Uint8Array(2), ["x"]],
    Applications: ["x"],
  });
  assert.deepEqual(problems, []);
  assert.equal(records[0]!.at, undefined);
  assert.deepEqual(fieldsOf(records[0]!), { version: "17".repeat(5000).slice(0, LIMITS.text) });
  assert.deepEqual(records.slice(1).map(seen), [["app-id installed com.example.one"]]);
  const bare = await parsePlistFile(backupInfo, {});
  assert.deepEqual(bare.records.map(fieldsOf), [{}]);
});

test("Apple's distant future is no date of a backup", async () => {
  const { records } = await parsePlistFile(backupInfo, { "Last Backup Date": new Date("4001-01-01T00:00:00Z") });
  assert.equal(records[0]!.at, undefined);
});

test("tens of thousands of apps take no time", async () => {
  const apps = Array.from({ length: 60_000 }, (_, i) => `com.example.a${i}`);
  const before = process.cpuUsage();
  const { records } = await parsePlistFile(backupInfo, { "Installed Applications": apps });
  const { user } = process.cpuUsage(before);
  assert.equal(records.length, 60_001);
  assert.ok(user < 3_000_000, `${user / 1000} ms`);
});

test("what is no dictionary is a problem", async () => {
  for (const value of ["texto", [1], 3] as const) {
    const { records, problems } = await parsePlistFile(backupInfo, value);
    assert.deepEqual([records, problems.map((p) => [p.code, p.lost])], [[], [["plist-damaged", "file"]]]);
  }
});
