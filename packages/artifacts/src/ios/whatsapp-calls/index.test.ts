import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { whatsappCalls } from "./index.ts";

const SCHEMA = `
CREATE TABLE ZWAAGGREGATECALLEVENT (Z_PK INTEGER PRIMARY KEY, ZINCOMING INTEGER, ZMISSED INTEGER, ZMISSEDREASON INTEGER,
  ZVIDEO INTEGER, ZFIRSTDATE TIMESTAMP);
CREATE TABLE ZWACDCALLEVENT (Z_PK INTEGER PRIMARY KEY, ZBYTESRECEIVED INTEGER, ZBYTESSENT INTEGER, ZOUTCOME INTEGER,
  Z1CALLEVENTS INTEGER, ZDATE TIMESTAMP, ZDURATION FLOAT, ZGROUPCALLCREATORUSERJIDSTRING VARCHAR, ZGROUPJIDSTRING VARCHAR,
  ZCALLIDSTRING VARCHAR);
CREATE TABLE ZWACDCALLEVENTPARTICIPANT (Z_PK INTEGER PRIMARY KEY, ZOUTCOME INTEGER, Z1PARTICIPANTS INTEGER, ZJIDSTRING VARCHAR);`;
const JOINABLE = `
CREATE TABLE ZWAJOINABLECALLEVENT (Z_PK INTEGER PRIMARY KEY, ZCURRENTOUTCOME INTEGER, ZVIDEO INTEGER, ZDATE TIMESTAMP,
  ZDURATION FLOAT, ZCALLCREATORJIDSTRING VARCHAR, ZFROMJIDSTRING VARCHAR, ZGROUPJIDSTRING VARCHAR);
CREATE TABLE ZWAJOINABLECALLEVENTPARTICIPANT (Z_PK INTEGER PRIMARY KEY, ZJOINED INTEGER, Z4PARTICIPANTS INTEGER, ZJIDSTRING VARCHAR);`;

const ME = "14155550001@s.whatsapp.net";
const ANA = "14155550002@s.whatsapp.net";
const BETO = "14155550003@s.whatsapp.net";

const parse = (sql: string) =>
  parseSqlite(whatsappCalls, (db: DatabaseSync) => {
    db.exec(SCHEMA);
    db.exec(sql);
  });

test("calls that came in and went out: whoever called reached this phone, whoever was called did not", async () => {
  const { records, problems } = await parse(`
    INSERT INTO ZWAAGGREGATECALLEVENT VALUES (1, 0, 0, 1, 0, 0), (2, 1, 1, 1, 1, 0);
    INSERT INTO ZWACDCALLEVENT VALUES (1, 121551, 39611, 0, 1, 704736730.0672107, 95.5, '${ME}', NULL, NULL),
      (2, 0, 0, 1, 2, 704736906.5, 0, '${ANA}', '1@g.us', 'ABC');
    INSERT INTO ZWACDCALLEVENTPARTICIPANT VALUES (1, 0, 1, '${ANA}'), (2, 0, 2, '${ANA}'), (3, 0, 2, '${BETO}')`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [isoUtc(r.at!.utc!, "us"), fieldsOf(r), seen(r)]),
    [
      [
        "2023-05-02T16:12:10.067211Z",
        { incoming: false, caller: ME, with: [ANA], duration: 95.5, outcome: 0, received: 121551, sent: 39611 },
        ["phone looked-up 14155550002@s.whatsapp.net"],
      ],
      [
        "2023-05-02T16:15:06.500000Z",
        {
          incoming: true,
          video: true,
          missed: true,
          caller: ANA,
          with: [ANA, BETO],
          duration: 0,
          outcome: 1,
          group: "1@g.us",
          received: 0,
          sent: 0,
          id: "ABC",
        },
        ["phone received 14155550002@s.whatsapp.net", "phone listed 14155550003@s.whatsapp.net"],
      ],
    ],
  );
});

test("without the table of directions: the caller among the participants called; else nobody can say", async () => {
  const { records } = await parse(`
    INSERT INTO ZWACDCALLEVENT (Z_PK, ZDATE, ZGROUPCALLCREATORUSERJIDSTRING) VALUES (1, 700000000, '${ANA}'), (2, 700000001, NULL);
    INSERT INTO ZWACDCALLEVENTPARTICIPANT VALUES (1, 0, 1, '${ANA}'), (2, 0, 2, '${ANA}')`);
  assert.deepEqual(
    records.map((r) => [r.fields.incoming, seen(r)]),
    [
      [true, ["phone received 14155550002@s.whatsapp.net"]],
      [undefined, ["phone listed 14155550002@s.whatsapp.net"]],
    ],
  );
});

test("calls that others could join", async () => {
  const { records } = await parse(`${JOINABLE}
    INSERT INTO ZWAJOINABLECALLEVENT VALUES (1, 3, 1, 700000000, 9, '${ANA}', '${BETO}', '1@g.us');
    INSERT INTO ZWAJOINABLECALLEVENTPARTICIPANT VALUES (1, 1, 1, '${BETO}')`);
  assert.deepEqual(records.map(fieldsOf), [
    { joinable: true, video: true, caller: ANA, with: [BETO], duration: 9, outcome: 3, group: "1@g.us" },
  ]);
  assert.deepEqual(records.map(seen), [["phone listed 14155550003@s.whatsapp.net"]]);
});

test("an older store without the caller; odd values; more participants than a call can have", async () => {
  const old = await parseSqlite(whatsappCalls, (db) => {
    db.exec(
      "CREATE TABLE ZWACDCALLEVENT (Z_PK INTEGER PRIMARY KEY, ZDATE TIMESTAMP, ZDURATION FLOAT, ZOUTCOME INTEGER)",
    );
    db.exec(
      "CREATE TABLE ZWACDCALLEVENTPARTICIPANT (Z_PK INTEGER PRIMARY KEY, Z1PARTICIPANTS INTEGER, ZJIDSTRING VARCHAR)",
    );
    db.exec(
      `INSERT INTO ZWACDCALLEVENT VALUES (1, 600000000, 5, 4); INSERT INTO ZWACDCALLEVENTPARTICIPANT VALUES (1, 1, '${ANA}')`,
    );
  });
  assert.deepEqual([old.records.map(fieldsOf), old.problems], [[{ with: [ANA], duration: 5, outcome: 4 }], []]);
  for (const v of ["NULL", "'x'", "x'00ff'", "9e999", "4611686018427387904"]) {
    const odd = await parse(`${JOINABLE}
      INSERT INTO ZWAAGGREGATECALLEVENT VALUES (1, ${v}, ${v}, ${v}, ${v}, ${v});
      INSERT INTO ZWACDCALLEVENT VALUES (1, ${v}, ${v}, ${v}, ${v}, ${v}, ${v}, ${v}, ${v}, ${v});
      INSERT INTO ZWACDCALLEVENTPARTICIPANT VALUES (1, ${v}, ${v}, ${v});
      INSERT INTO ZWAJOINABLECALLEVENT VALUES (1, ${v}, ${v}, ${v}, ${v}, ${v}, ${v}, ${v});
      INSERT INTO ZWAJOINABLECALLEVENTPARTICIPANT VALUES (1, ${v}, ${v}, ${v})`);
    assert.deepEqual([odd.records.length, odd.problems], [2, []], v);
  }
  const crowd = await parse(`INSERT INTO ZWACDCALLEVENT (Z_PK, ZDATE) VALUES (1, 700000000);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
    INSERT INTO ZWACDCALLEVENTPARTICIPANT SELECT i, 0, 1, (10000000000 + i) || '@s.whatsapp.net' FROM n`);
  assert.equal(crowd.records[0]!.observables.length, 100);
});

test("names of participants without end are a problem, not memory without end", async () => {
  const { records, problems } =
    await parse(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
    INSERT INTO ZWACDCALLEVENTPARTICIPANT SELECT i, 0, i / 90, printf('%.4096c', 'x') FROM n;
    INSERT INTO ZWACDCALLEVENT (Z_PK, ZDATE) VALUES (1, 700000000)`);
  assert.equal(records.length, 1);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["lookup-limit"],
  );
});

test("a store without its calls is a problem", async () => {
  const { problems } = await parseSqlite(whatsappCalls, (db) => db.exec("CREATE TABLE x (a)"));
  assert.deepEqual(
    problems.map((p) => [p.code, p.expected]),
    [
      ["sqlite-table-missing", "ZWACDCALLEVENTPARTICIPANT"],
      ["sqlite-table-missing", "ZWACDCALLEVENT"],
    ],
  );
});
