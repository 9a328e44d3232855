import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { analyticsDaily } from "./index.ts";

const parse = (netUsageBaseline: Plain) => parsePlistFile(analyticsDaily, { netUsageBaseline });

test("a program, its day and its bytes", async () => {
  const { records, problems } = await parse({ BackupAgent: [new Date("2024-05-06T07:08:09Z"), 1, 2, 3, 2n ** 40n] });
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[0]!), {
    name: "BackupAgent",
    wifi_in: 1,
    wifi_out: 2,
    cell_in: 3,
    cell_out: 2 ** 40,
  });
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(seen(records[0]!), ["process ran BackupAgent"]);
  assert.deepEqual(records[0]!.origin.at, { key: "netUsageBaseline.BackupAgent" });
});

test("a program that works for another: both ran", async () => {
  const { records } = await parse({ "mDNSResponder/com.apple.WebKit": [], "/usr/libexec/x": [], "com.x/": [] });
  assert.deepEqual(records.map(seen), [
    ["process ran mDNSResponder", "process ran com.apple.WebKit", "app-id ran com.apple.WebKit"],
    ["process ran /usr/libexec/x"],
    ["process ran com.x", "app-id ran com.x"],
  ]);
});

test("odd shapes cost the value, not the list", async () => {
  const { records, problems } = await parse({ a: "x", b: { c: 1 }, c: ["ayer", "x", [], true, 1.5], "": [1] });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [{ name: "c", cell_out: 1.5 }]);
  assert.equal(records[0]!.at, undefined);
  assert.deepEqual((await parse(["x"])).records, []);
  assert.deepEqual((await parsePlistFile(analyticsDaily, { other: 1 })).problems, []);
  const none = await parsePlistFile(analyticsDaily, xmlPlist(["x"]));
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});
