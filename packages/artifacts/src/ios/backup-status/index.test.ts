import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { backupStatus } from "./index.ts";

test("the last backup, its errors, the restore, and apps", async () => {
  const date = new Date("2024-05-06T07:08:09Z");
  const { records, problems } = await parsePlistFile(backupStatus, {
    AccountEnabledDate: date,
    BackupStateInfo: { date, state: 4, isCloud: true, errors: [{ date, code: 209, domain: "MBErrorDomain" }, 7] },
    RestoreInfo: { RestoreDate: date, WasCloudRestore: true, BackupBuildVersion: "18H17" },
    PreflightSizing: { "AppDomain-com.example.app": 5, "AppDomainGroup-group.x": 6, HomeDomain: 7 },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, { ...fieldsOf(r), since: undefined }]),
    [
      ["backup", { backup_state: 4, cloud: true, since: undefined }],
      ["error", { code: 209, domain: "MBErrorDomain", since: undefined }],
      ["error", { since: undefined }],
      ["restore", { cloud: true, from: "18H17", since: undefined }],
      ["app", { app: "com.example.app", bytes: 5, since: undefined }],
    ],
  );
  assert.equal(isoUtc(records[3]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(seen(records[4]!), ["app-id installed com.example.app"]);
  assert.equal((await parsePlistFile(backupStatus, ["x"])).problems[0]?.code, "plist-damaged");
});
