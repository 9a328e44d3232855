import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { calls } from "./index.ts";

/** As iOS 16 has it. */
const SCHEMA = `
CREATE TABLE ZHANDLE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZTYPE INTEGER, ZNORMALIZEDVALUE VARCHAR, ZVALUE VARCHAR);
CREATE TABLE Z_2REMOTEPARTICIPANTHANDLES (Z_2REMOTEPARTICIPANTCALLS INTEGER, Z_4REMOTEPARTICIPANTHANDLES INTEGER,
  PRIMARY KEY (Z_2REMOTEPARTICIPANTCALLS, Z_4REMOTEPARTICIPANTHANDLES));
CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZANSWERED INTEGER, ZCALL_CATEGORY INTEGER, ZCALLTYPE INTEGER,
  ZDISCONNECTED_CAUSE INTEGER, ZORIGINATED INTEGER, ZDATE TIMESTAMP, ZDURATION FLOAT, ZADDRESS VARCHAR,
  ZISO_COUNTRY_CODE VARCHAR, ZLOCATION VARCHAR, ZNAME VARCHAR, ZSERVICE_PROVIDER VARCHAR);
INSERT INTO ZHANDLE VALUES (1, 4, 1, 2, '+525555550101', '5555 0101'), (2, 4, 1, 3, NULL, 'ana@example.org'), (3, 4, 1, 2, '+52555', NULL);`;
const T = 736_672_089.123456;

type Value = string | number | null | Uint8Array | bigint;
const store =
  (rows: readonly Record<string, Value>[], more = "") =>
  (db: DatabaseSync): void => {
    db.exec(SCHEMA + more);
    for (const r of rows) {
      const names = Object.keys(r);
      db.prepare(`INSERT INTO ZCALLRECORD (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`).run(
        ...Object.values(r),
      );
    }
  };

test("a call that came in: who, when to the microsecond, how long, answered", async () => {
  const row = {
    ZDATE: T,
    ZDURATION: 61.5,
    ZADDRESS: "+525555550101",
    ZORIGINATED: 0,
    ZANSWERED: 1,
    ZSERVICE_PROVIDER: "com.apple.Telephony",
    ZCALLTYPE: 1,
    ZISO_COUNTRY_CODE: "mx",
    ZLOCATION: "Puebla",
    ZNAME: "Ana",
    ZDISCONNECTED_CAUSE: 6,
  };
  const { records, problems } = await parseSqlite(calls, store([row]));
  assert.deepEqual(problems, []);
  const r = records[0]!;
  assert.equal(isoUtc(r.at!.utc!, r.at!.precision), "2024-05-06T07:08:09.123456Z");
  assert.deepEqual(fieldsOf(r), {
    outgoing: false,
    answered: true,
    with: "+525555550101",
    duration: 61.5,
    service: "com.apple.Telephony",
    type: 1,
    country: "mx",
    place: "Puebla",
    cause: 6,
  });
  assert.deepEqual(seen(r), ["phone received +525555550101"]);
  assert.equal((await parseSqlite(calls, store([row]), { content: true })).records[0]!.fields.name, "Ana");
});

test("a call that this phone made: it had contact with the number, and its length says whether it was answered", async () => {
  const { records } = await parseSqlite(
    calls,
    store([
      { ZDATE: T, ZADDRESS: "ana@example.org", ZORIGINATED: 1, ZANSWERED: 0, ZDURATION: 12 },
      { ZDATE: T, ZADDRESS: "ana@example.org", ZORIGINATED: 1, ZANSWERED: 0, ZDURATION: 0 },
    ]),
  );
  assert.deepEqual(
    records.map((r) => [r.fields.outgoing, r.fields.answered, ...seen(r)]),
    [
      [true, true, "email looked-up ana@example.org"],
      [true, undefined, "email looked-up ana@example.org"],
    ],
  );
});

test("an address as bytes; people of a call without an address; a group", async () => {
  const { records } = await parseSqlite(
    calls,
    store(
      [
        { Z_PK: 1, ZDATE: T, ZADDRESS: new TextEncoder().encode("+34600") },
        { Z_PK: 2, ZDATE: T, ZADDRESS: null },
        { Z_PK: 3, ZDATE: T, ZADDRESS: "5555 0101" },
        { Z_PK: 4, ZDATE: T, ZADDRESS: null },
        { Z_PK: 5, ZDATE: T, ZADDRESS: null },
        { Z_PK: 6, ZDATE: T, ZADDRESS: null, ZORIGINATED: 1 },
      ],
      "INSERT INTO Z_2REMOTEPARTICIPANTHANDLES VALUES (2, 3), (3, 1), (3, 2), (3, 99), (5, 2), (5, 3), (6, 2), (6, 3)",
    ),
  );
  assert.deepEqual(
    records.map((r) => [r.fields.with, r.fields.also]),
    [
      ["+34600", undefined],
      ["+52555", undefined],
      ["5555 0101", ["ana@example.org"]],
      [undefined, undefined],
      ["ana@example.org", ["+52555"]],
      ["ana@example.org", ["+52555"]],
    ],
  );
  assert.deepEqual(seen(records[1]!), ["phone received +52555"]);
  // Whoever else was in a call did not call, and of several people nobody knows who did.
  assert.deepEqual(seen(records[2]!), ["phone received 5555 0101", "email listed ana@example.org"]);
  assert.deepEqual(seen(records[4]!), ["email listed ana@example.org", "phone listed +52555"]);
  assert.deepEqual(seen(records[5]!), ["email looked-up ana@example.org", "phone looked-up +52555"]);
});

test("old shapes: no handles, other columns of the join; a table without dates is a problem", async () => {
  const old = await parseSqlite(calls, (db) =>
    db.exec(
      "CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZDATE, ZADDRESS); INSERT INTO ZCALLRECORD VALUES (1, 300000000, '123')",
    ),
  );
  assert.deepEqual([old.records.length, old.problems], [1, []]);
  const other = await parseSqlite(calls, (db) =>
    db.exec(`CREATE TABLE ZHANDLE (Z_PK INTEGER PRIMARY KEY, ZVALUE); INSERT INTO ZHANDLE VALUES (5, '+1 555');
      CREATE TABLE Z_2REMOTEPARTICIPANTHANDLES (Z_2CALLRECORDS, Z_3REMOTEPARTICIPANTHANDLES);
      INSERT INTO Z_2REMOTEPARTICIPANTHANDLES VALUES (1, 5);
      CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZDATE, ZADDRESS); INSERT INTO ZCALLRECORD VALUES (1, 0, NULL)`),
  );
  assert.deepEqual([other.records[0]!.fields.with, other.records[0]!.at], ["+1 555", undefined]);
  const blind = await parseSqlite(calls, (db) =>
    db.exec("CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZADDRESS)"),
  );
  assert.deepEqual(
    blind.problems.map((p) => p.expected),
    ["ZCALLRECORD.ZDATE"],
  );
});

test("wrong types in every column give a record and no exception", async () => {
  for (const v of [null, 1.5, "texto", new Uint8Array([0, 255]), 2n ** 62n]) {
    const names = ["ZDATE", "ZDURATION", "ZADDRESS", "ZORIGINATED", "ZANSWERED", "ZCALLTYPE", "ZNAME", "ZLOCATION"];
    const { records } = await parseSqlite(calls, store([Object.fromEntries(names.map((n) => [n, v]))]), {
      content: true,
    });
    assert.equal(records.length, 1);
  }
});
