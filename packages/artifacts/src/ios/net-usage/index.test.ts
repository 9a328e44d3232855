import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { netUsage } from "./index.ts";

/** The columns that netusage.sqlite has beyond those of DataUsage.sqlite stand among them. */
const SCHEMA = `CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZBUNDLENAME VARCHAR, ZPROCNAME VARCHAR);
CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZALLFLOWS INTEGER, ZHASPROCESS INTEGER, ZXIN FLOAT, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT)`;
const T = 736_672_089.5;

const parse = (fill: (db: DatabaseSync) => void) =>
  parseSqlite(netUsage, (db) => {
    db.exec(SCHEMA);
    fill(db);
  });

test("a program of the system, and use whose program is gone", async () => {
  const { records, problems } = await parse((db) => {
    db.exec(`INSERT INTO ZPROCESS VALUES (1, 1, 1, ${T}, ${T}, NULL, 'nehelper')`);
    db.exec(`INSERT INTO ZLIVEUSAGE VALUES (1, 1, 5, 1, 9, ${T}, 10, 20, 30, 40), (2, 1, 5, 7, 9, ${T}, 1, 2, 3, 4)`);
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => r.kind),
    ["process", "usage", "usage"],
  );
  assert.deepEqual(seen(records[0]!), ["process ran nehelper"]);
  assert.equal(fieldsOf(records[1]!).orphan, undefined);
  assert.deepEqual(fieldsOf(records[2]!), {
    process: 7,
    orphan: true,
    wifi_in: 1,
    wifi_out: 2,
    cell_in: 3,
    cell_out: 4,
  });
});

test("values of any type are no names and no numbers", async () => {
  const { records } = await parse((db) => {
    db.exec("INSERT INTO ZPROCESS VALUES (1, 1, 1, 'x', x'00', x'05', x'ffff')");
    db.exec("INSERT INTO ZLIVEUSAGE VALUES (1, 1, 5, 'a', 9, 'b', 'c', x'00', NULL, 9e999)");
  });
  assert.deepEqual(fieldsOf(records[0]!), { process: 1 });
  assert.deepEqual(fieldsOf(records[1]!), {});
});
