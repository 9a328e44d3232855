import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { Real, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile } from "../../artifacts.fixture.ts";
import { globalPreferences } from "./index.ts";

test("settings and their values; a date is the time of its record", async () => {
  const { records, problems } = await parsePlistFile(globalPreferences, {
    LDMGlobalEnabled: true,
    AppleLocale: "es_MX",
    AppleLanguages: ["es-MX", "en"],
    Schema: 3000,
    Last: new Date("2024-05-06T07:08:09Z"),
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { name: "LDMGlobalEnabled", value: true },
    { name: "AppleLocale", value: "es_MX" },
    { name: "AppleLanguages", value: ["es-MX", "en"] },
    { name: "Schema", value: 3000 },
    { name: "Last" },
  ]);
  assert.equal(isoUtc(records[4]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(records[0]!.origin.at, { key: "LDMGlobalEnabled" });
});

test("values of other kinds are left out, long lists are cut", async () => {
  const { records } = await parsePlistFile(globalPreferences, {
    bytes: new Uint8Array(3),
    dict: { a: 1 },
    nan: new Real(Number.NaN),
    far: new Date("4001-01-01T00:00:00Z"),
    list: Array.from({ length: 300 }, (_, i) => (i % 2 ? `x${i}` : { a: i })),
  });
  assert.deepEqual(records.slice(0, 4).map(fieldsOf), [
    { name: "bytes" },
    { name: "dict" },
    { name: "nan" },
    { name: "far" },
  ]);
  assert.equal((records[4]!.fields.value as string[]).length, 50);
});

test("too many settings are said; what is no dictionary is a problem", async () => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, 1]));
  const { records, problems } = await parsePlistFile(globalPreferences, many);
  assert.deepEqual([records.length, problems.map((p) => p.code)], [2000, ["plist-limit"]]);
  const none = await parsePlistFile(globalPreferences, xmlPlist("x"));
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});
