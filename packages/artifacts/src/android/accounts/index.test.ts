import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSections } from "../../artifacts.fixture.ts";
import { androidAccounts } from "./index.ts";

const account = `User UserInfo{0:Persona:c13}:
  Accounts: 2
    Account {name=persona@example.org, type=com.google}
    Account {name=a, type=x, type=com.example.nube}

  AccountId, Action_Type, timestamp, UID, TableName, Key
  Accounts History
  -1,action_called_account_add,2026-03-01 10:25:30,10081,accounts,0
  1,action_account_remove,2026-03-02 10:26:10,10100,accounts,1

  RegisteredServicesCache: 1 services
    ServiceInfo: AuthenticatorDescription {type=com.google}, ComponentInfo{com.google.android.gms/com.google.android.gms.Auth}, uid 10100
User UserInfo{10:Trabajo:1030}:
  Accounts: 1
    Account {name=b, type=com.google}`;

test("kinds of accounts, who keeps them, when they came and went; no names", async () => {
  const { records, problems } = await parseSections(androidAccounts, { account });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      ["history", { action: "called_account_add", uid: 10081, user: 0 }],
      ["history", { action: "account_remove", uid: 10100, user: 0 }],
      ["account", { type: "com.google", app: "com.google.android.gms", user: 0 }],
      ["account", { type: "com.example.nube", user: 0 }],
      ["account", { type: "com.google", user: 10 }],
    ],
  );
  assert.equal(isoUtc(records[1]!.at!.utc!, "s"), "2026-03-02T16:26:10Z");
});

test("with content the names are kept, whatever is in them", async () => {
  const { records } = await parseSections(androidAccounts, { account }, { content: true });
  assert.deepEqual(
    records.filter((r) => r.kind === "account").map((r) => r.fields.name),
    ["persona@example.org", "a, type=x", "b"],
  );
});

test("another form is a problem", async () => {
  const { records, problems } = await parseSections(androidAccounts, { account: "x" });
  assert.deepEqual([records.length, problems[0]?.lost], [0, "artifact"]);
});
