import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { whatsappLids } from "./index.ts";

type Value = string | number | bigint | null | Uint8Array;

const parse = (...rows: readonly (readonly [Value, Value, Value])[]) =>
  parseSqlite(whatsappLids, (db) => {
    db.exec("CREATE TABLE ZWAPHONENUMBERLIDPAIR (Z_PK INTEGER PRIMARY KEY, ZTIMESTAMP REAL, ZLID, ZPHONENUMBER)");
    for (const r of rows)
      db.prepare("INSERT INTO ZWAPHONENUMBERLIDPAIR (ZLID, ZPHONENUMBER, ZTIMESTAMP) VALUES (?, ?, ?)").run(...r);
  });

test("the number behind an address, as digits or as an address", async () => {
  const { records, problems } = await parse(
    ["100000000000001", "14155550100", 777_800_000.25],
    ["100000000000002@lid", "525512345678@s.whatsapp.net", null],
  );
  assert.deepEqual(problems, []);
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2025-08-25T07:33:20.250000Z");
  assert.deepEqual(records.map(fieldsOf), [
    { lid: "100000000000001", phone: "14155550100" },
    { lid: "100000000000002@lid", phone: "525512345678@s.whatsapp.net" },
  ]);
  assert.deepEqual(records.map(seen), [["phone listed +14155550100"], ["phone listed 525512345678@s.whatsapp.net"]]);
});

test("odd values are records without a number; a store without the pairs is a problem", async () => {
  for (const v of [null, 1.5, "x", "", new Uint8Array([0]), 2n ** 62n, Number.NEGATIVE_INFINITY]) {
    const { records, problems } = await parse([v, v, v]);
    assert.deepEqual([records.map(seen), problems], [[[]], []]);
  }
  const { problems } = await parseSqlite(whatsappLids, (db) => db.exec("CREATE TABLE x (a)"));
  assert.deepEqual(
    problems.map((p) => [p.code, p.expected]),
    [["sqlite-table-missing", "ZWAPHONENUMBERLIDPAIR"]],
  );
});
