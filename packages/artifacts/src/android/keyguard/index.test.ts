import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseDumpstate, parseSections } from "../../artifacts.fixture.ts";
import { keyguard } from "./index.ts";

const LOG = `03-14 10:11:12.345  1017   684 16027 I keystore2: system/security/keystore2/src/super_key.rs:1046 - Successfully unlocked user 10 with biometric 3704621293814964787
03-14 10:11:13.000  1000     1     1 I x: otra cosa`;

test("Samsung's list, and the system log", async () => {
  const { records, problems } = await parseSections(keyguard, {
    "SYSTEM LOG": LOG,
    "APP SERVICES PLATFORM": `SERVICE com.android.systemui/.keyguard.KeyguardService 7de0001 pid=2929 user=0
  Client:
    KeyguardUnlockInfo:
      02-22 04:58:10.000 FAILED attempts=4
      02-22 05:03:10.000 UNLOCKED
    User 0
      02-22 05:03:10.000 nada`,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [fieldsOf(r), r.at?.utc && new Date(Number(r.at.utc / 1_000_000n)).toISOString()]),
    [
      [{ text: "Successfully unlocked user 10 with biometric", success: true, user: 10 }, "2026-03-14T16:11:12.345Z"],
      [{ text: "FAILED attempts=4", failed: 4, success: false }, "2026-02-22T10:58:10.000Z"],
      [{ text: "UNLOCKED", success: true }, "2026-02-22T11:03:10.000Z"],
    ],
  );
});

test("the log of another tool", async () => {
  const { records } = await parseDumpstate(keyguard, LOG, { path: "logcat.txt" });
  assert.equal(records.length, 1);
});
