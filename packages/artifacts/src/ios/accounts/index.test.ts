import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { bplist, type Plain, Uid } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { accounts } from "./index.ts";

const archive = (objects: readonly Plain[]): Uint8Array =>
  bplist({
    $version: 100_000,
    $archiver: "NSKeyedArchiver",
    $top: { root: new Uid(1) },
    $objects: ["$null", ...objects],
  });
const list = (...values: string[]): Uint8Array =>
  archive([
    { "NS.objects": values.map((_, i) => new Uid(i + 3)), $class: new Uid(2) },
    { $classname: "NSArray", $classes: ["NSArray", "NSObject"] },
    ...values,
  ]);

function schema(db: DatabaseSync): void {
  db.exec(`CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, ZIDENTIFIER VARCHAR, ZACCOUNTTYPEDESCRIPTION VARCHAR);
    CREATE TABLE ZACCOUNTPROPERTY (Z_PK INTEGER PRIMARY KEY, ZOWNER INTEGER, ZKEY VARCHAR, ZVALUE BLOB);
    CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, ZACTIVE INTEGER, ZAUTHENTICATED INTEGER, ZVISIBLE INTEGER, ZACCOUNTTYPE INTEGER,
      ZPARENTACCOUNT INTEGER, ZDATE TIMESTAMP, ZACCOUNTDESCRIPTION VARCHAR, ZOWNINGBUNDLEID VARCHAR, ZUSERNAME VARCHAR)`);
}

const fill = (db: DatabaseSync): void => {
  schema(db);
  db.exec(`INSERT INTO ZACCOUNTTYPE VALUES (17, 'com.apple.account.IMAPMail', 'IMAPMail');
    INSERT INTO ZACCOUNT VALUES (10, 1, 0, 1, 17, 8, 736672089.25, 'Oficina', 'com.apple.Preferences', 'ana@example.org'),
      (11, NULL, NULL, 0, 99, NULL, 0, NULL, NULL, 'local')`);
  const add = db.prepare("INSERT INTO ZACCOUNTPROPERTY (ZOWNER, ZKEY, ZVALUE) VALUES (?, ?, ?)");
  add.run(10, "Hostname", archive(["imap.example.org"]));
  add.run(10, "EmailAddresses", list("ana@example.org", "otra@example.org"));
  add.run(10, "firstName", archive(["Ana"]));
  add.run(10, "DAAccountHost", new Uint8Array([1, 2, 3]));
};

test("an account with its type, server and addresses", async () => {
  const { records, problems } = await parseSqlite(accounts, fill);
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[0]!), {
    account: 10,
    type: "com.apple.account.IMAPMail",
    label: "IMAPMail",
    user: "ana@example.org",
    description: "Oficina",
    servers: ["imap.example.org"],
    parent: 8,
    owner: "com.apple.Preferences",
    active: true,
    signed_in: false,
    visible: true,
  });
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.250000Z");
  assert.deepEqual(seen(records[0]!), [
    "email listed ana@example.org",
    "email listed otra@example.org",
    "url installed imap.example.org",
  ]);
  assert.deepEqual(fieldsOf(records[1]!), { account: 11, user: "local", visible: false });
  assert.equal(records[1]!.at, undefined);
});

test("no name of the person is kept", async () => {
  const { records } = await parseSqlite(accounts, fill);
  assert.doesNotMatch(
    JSON.stringify(records, (_, v) => (typeof v === "bigint" ? String(v) : v)),
    /"Ana"/,
  );
});

test("odd values in every column", async () => {
  const { records, problems } = await parseSqlite(accounts, (db) => {
    schema(db);
    db.exec(`INSERT INTO ZACCOUNTTYPE VALUES (1, x'00', 5);
      INSERT INTO ZACCOUNT VALUES (1, 'x', 2, x'01', 'y', 'z', 'ayer', 7, x'02', x'03');
      INSERT INTO ZACCOUNTPROPERTY VALUES (1, 'x', 'Hostname', x'00'), (2, 1, 5, x'00'), (3, 1, 'Hostname', 'texto'), (4, 1, 'Hostname', zeroblob(70000))`);
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [{ account: 1, description: "7" }]);
  assert.deepEqual(records[0]!.observables, []);
});

test("without properties or some columns there is an account all the same; without its table a problem", async () => {
  const bare = await parseSqlite(accounts, (db) =>
    db.exec(`CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, ZIDENTIFIER); CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, ZACCOUNTTYPE, ZUSERNAME);
      INSERT INTO ZACCOUNT VALUES (1, 1, 'a@b.c')`),
  );
  assert.deepEqual([bare.problems, seen(bare.records[0]!)], [[], ["email listed a@b.c"]]);
  const none = await parseSqlite(accounts, (db) => db.exec("CREATE TABLE x (y)"));
  assert.deepEqual([none.records, [...new Set(none.problems.map((p) => p.code))]], [[], ["sqlite-table-missing"]]);
});

test("what stands only in the write-ahead log is read", async () => {
  const { records } = await parseSqlite(accounts, schema, {
    onlyInWal: (db) => db.exec("INSERT INTO ZACCOUNT (Z_PK, ZUSERNAME) VALUES (5, 'wal@example.org')"),
  });
  assert.deepEqual(
    records.map((r) => r.fields.user),
    ["wal@example.org"],
  );
});

test("addresses of servers without end: as many as there is room for, and each account", async () => {
  const { records } = await parseSqlite(accounts, (db) => {
    schema(db);
    const add = db.prepare("INSERT INTO ZACCOUNTPROPERTY (ZOWNER, ZKEY, ZVALUE) VALUES (?, 'Hostname', ?)");
    const many = list(...Array.from({ length: 15 }, (_, i) => `${i}.${"x".repeat(4000)}`));
    for (let i = 1; i <= 200; i++) {
      db.exec(`INSERT INTO ZACCOUNT (Z_PK, ZACCOUNTTYPE, ZUSERNAME) VALUES (${i}, 1, 'a')`);
      add.run(i, many);
    }
  });
  const kept = records.map((r) => (r.fields.servers as string[] | undefined)?.length ?? 0);
  assert.deepEqual([kept.length, kept[0], kept.at(-1)], [200, 15, 0]);
});
