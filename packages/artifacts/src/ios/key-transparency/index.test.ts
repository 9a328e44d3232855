import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseJsonFile } from "../../artifacts.fixture.ts";
import { keyTransparency } from "./index.ts";

test("devices that receive messages, and since when services are used", async () => {
  const { records, problems } = await parseJsonFile(keyTransparency, {
    accountStatus: "eligible",
    optedIn: "OPT_OUT",
    selfDevices: [{ deviceId: "d1", productName: "iPad11,6", build: "iPadOS 17.5.1" }, null, { build: "x" }],
    registration: [
      { app: "com.apple.madrid", registeredAt: "2024-05-06 07:08:09 +0000", updatedAt: "2024-06-06 07:08:09 +0000" },
      { registeredAt: "2024-05-06 07:08:09 +0000" },
    ],
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, { ...fieldsOf(r), registered: undefined }]),
    [
      ["status", { account: "eligible", opted: "OPT_OUT", registered: undefined }],
      ["device", { device: "d1", model: "iPad11,6", os: "iPadOS 17.5.1", registered: undefined }],
      ["service", { app: "com.apple.madrid", registered: undefined }],
    ],
  );
  assert.equal(isoUtc(records[2]!.at!.utc!, "s"), "2024-06-06T07:08:09Z");
  assert.equal(isoUtc((records[2]!.fields.registered as Moment).utc!, "s"), "2024-05-06T07:08:09Z");
  assert.equal((await parseJsonFile(keyTransparency, [1])).problems[0]?.code, "json-damaged");
});

test("more devices than anybody has are cut, and that is told", async () => {
  const selfDevices = Array.from({ length: 1001 }, (_, i) => ({ deviceId: `d${i}` }));
  const { records, problems } = await parseJsonFile(keyTransparency, { selfDevices });
  assert.equal(records.filter((r) => r.kind === "device").length, 1000);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "1001 selfDevices"]],
  );
});
