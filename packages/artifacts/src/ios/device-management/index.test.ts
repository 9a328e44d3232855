import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { deviceManagement } from "./index.ts";

test("the server that manages the phone; no token", async () => {
  const { records, problems } = await parsePlistFile(deviceManagement, {
    ServerURL: "https://mdm.example.org/server",
    CheckInURL: "https://mdm.example.org/checkin",
    ManagingProfileIdentifier: "com.example.mdm",
    Topic: "com.apple.mgmt.External.1",
    AccessRights: 8191,
    IsADEProfile: false,
    PushToken: new TextEncoder().encode("SECRET"),
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      profile: "com.example.mdm",
      server: "https://mdm.example.org/server",
      checkin: "https://mdm.example.org/checkin",
      topic: "com.apple.mgmt.External.1",
      rights: 8191,
      organized: false,
    },
  ]);
  assert.deepEqual(seen(records[0]!), [
    "url installed https://mdm.example.org/server",
    "url installed https://mdm.example.org/checkin",
    "profile-id installed com.example.mdm",
  ]);
});

test("a phone that nobody manages gives no record", async () => {
  assert.deepEqual(await parsePlistFile(deviceManagement, { Topic: "" }), { records: [], problems: [], ok: true });
  assert.equal((await parsePlistFile(deviceManagement, ["x"])).problems[0]?.code, "plist-damaged");
});
