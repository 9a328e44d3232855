import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { tcc } from "./index.ts";

const NEW =
  "CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, auth_value INTEGER, auth_reason INTEGER, last_modified INTEGER, PRIMARY KEY (service, client, client_type))";
const T = 1_714_979_289;

const parse = async (...rows: readonly (readonly unknown[])[]) =>
  parseSqlite(tcc, (db) => {
    db.exec(NEW);
    for (const r of rows) db.prepare("INSERT INTO access VALUES (?, ?, ?, ?, ?, ?)").run(...(r as string[]));
  });

test("apps and programs, each decision", async () => {
  const { records, problems } = await parse(
    ["kTCCServiceMicrophone", "com.example.app", 0, 2, 2, T],
    ["kTCCServiceCamera", "/usr/libexec/bh", 1, 0, 3, T],
    ["kTCCServicePhotos", "com.example.app", 0, 3, 2, T],
    ["kTCCServiceCalendar", "com.example.app", 0, 1, 1, T],
    ["kTCCServiceLocation", "com.example.app", 0, 5, 12, T],
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.decision, r.fields.reason]),
    [
      ["allowed", 2],
      ["denied", 3],
      ["limited", 2],
      ["unknown", 1],
      ["5", 12],
    ],
  );
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(seen(records[0]!), ["app-id ran com.example.app", "process ran com.example.app"]);
});

test("a denied client ran: it asked", async () => {
  const [r] = (await parse(["kTCCServiceMicrophone", "/private/var/tmp/x", 1, 0, 2, T])).records;
  assert.deepEqual(seen(r!), ["file-path ran /private/var/tmp/x", "process ran /private/var/tmp/x"]);
  assert.deepEqual(fieldsOf(r!), {
    service: "kTCCServiceMicrophone",
    client: "/private/var/tmp/x",
    client_type: "path",
    decision: "denied",
    reason: 2,
  });
});

test("a path is one whatever client_type says", async () => {
  const { records } = await parse(["a", "/x/y", 0, 2, 2, T], ["a", "nombre", 1, 2, 2, T]);
  assert.deepEqual(
    records.map((r) => r.fields.client_type),
    ["path", "path"],
  );
});

test("NULL and wrong types are no decision", async () => {
  const { records } = await parse(
    ["a", "b", 0, null, null, null],
    ["a", "c", 0, "sí", "x", "ayer"],
    ["a", "d", 0, new Uint8Array(1), 2n ** 62n, 2n ** 62n],
    ["a", new Uint8Array([1]), 0, 2, 2, 0],
  );
  for (const r of records.slice(0, 3)) assert.deepEqual([r.fields.decision, r.at], [undefined, undefined]);
  assert.equal(records[3]!.fields.client, undefined);
  assert.deepEqual(seen(records[3]!), []);
});

test("older shapes: allowed instead of auth_value; no time at all", async () => {
  const old = await parseSqlite(tcc, (db) => {
    db.exec(
      "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, allowed INTEGER, prompt_count INTEGER, csreq BLOB)",
    );
    db.exec(
      "INSERT INTO access VALUES ('a', 'b', 0, 1, 1, NULL), ('a', 'c', 0, 0, 1, NULL), ('a', 'd', 0, NULL, 1, NULL)",
    );
  });
  assert.deepEqual(old.problems, []);
  assert.deepEqual(
    old.records.map((r) => [r.fields.decision, r.at]),
    [
      ["allowed", undefined],
      ["denied", undefined],
      [undefined, undefined],
    ],
  );
});

test("a WITHOUT ROWID table, and a database without the table", async () => {
  const { records } = await parseSqlite(tcc, (db) => {
    db.exec(`${NEW} WITHOUT ROWID`);
    db.exec(`INSERT INTO access VALUES ('a', 'com.example.app', 0, 2, 2, ${T})`);
  });
  assert.deepEqual(
    records.map((r) => [r.fields.client, r.fields.decision]),
    [["com.example.app", "allowed"]],
  );
  const none = await parseSqlite(tcc, (db) => db.exec("CREATE TABLE other (x)"));
  assert.deepEqual(
    none.problems.map((p) => [p.code, p.expected, p.found]),
    [["sqlite-table-missing", "access", "other"]],
  );
});
