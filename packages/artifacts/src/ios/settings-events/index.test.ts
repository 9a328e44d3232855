import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { settingsEvents } from "./index.ts";

test("each change with its setting, however deep", async () => {
  const { records, problems } = await parsePlistFile(settingsEvents, {
    restrictedBool: {
      allowEnterpriseAppTrust: {
        value: { timestamp: new Date("2024-05-06T07:08:09Z"), event: "set", process: "Preferences" },
      },
      other: 5,
    },
    union: { timestamp: "x", event: 7, process: "BDBDD550-2B15-382C-BB61-1798AFD60460.x" },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { setting: "restrictedBool.allowEnterpriseAppTrust.value", event: "set", program: "Preferences" },
    { setting: "union", profile: "BDBDD550-2B15-382C-BB61-1798AFD60460" },
  ]);
  assert.deepEqual([isoUtc(records[0]!.at!.utc!, "s"), records[1]!.at], ["2024-05-06T07:08:09Z", undefined]);
  assert.deepEqual(seen(records[0]!), ["process ran Preferences"]);
  assert.deepEqual(seen(records[1]!), ["profile-id installed BDBDD550-2B15-382C-BB61-1798AFD60460"]);
  assert.deepEqual(records[0]!.origin.at, { key: "restrictedBool.allowEnterpriseAppTrust.value" });
});

test("dictionaries nested without end, and what is none", async () => {
  let deep: Record<string, unknown> = { timestamp: new Date(0) };
  for (let i = 0; i < 30; i++) deep = { a: deep };
  assert.deepEqual((await parsePlistFile(settingsEvents, deep as never)).records, []);
  const none = await parsePlistFile(settingsEvents, ["x"]);
  assert.deepEqual([none.records.length, none.problems[0]?.code], [0, "plist-damaged"]);
});
