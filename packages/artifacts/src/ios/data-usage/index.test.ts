import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { dataUsage } from "./index.ts";

const PROCESS =
  "CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZBUNDLENAME VARCHAR, ZPROCNAME VARCHAR)";
const USAGE =
  "CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZHASPROCESS INTEGER, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT)";
const T = 736_672_089.5;

const parse = (fill: (db: DatabaseSync) => void) =>
  parseSqlite(dataUsage, (db) => {
    db.exec(`${PROCESS}; ${USAGE}`);
    fill(db);
  });
const processes = (db: DatabaseSync, ...rows: readonly (readonly [unknown, unknown, unknown?, unknown?])[]): void => {
  for (const [i, [name, bundle, first, last]] of rows.entries())
    db.prepare("INSERT INTO ZPROCESS VALUES (?, 1, 1, ?, ?, ?, ?)").run(
      i + 1,
      (first ?? T) as number,
      (last ?? T + 60) as number,
      bundle as string,
      name as string,
    );
};

test("a process and its use of the network", async () => {
  const { records, problems } = await parse((db) => {
    processes(db, ["bh", null]);
    db.exec(`INSERT INTO ZLIVEUSAGE VALUES (1, 1, 1, ${T + 5}, 10, 20.5, 30, 40)`);
  });
  assert.deepEqual(problems, []);
  const { first, ...process } = fieldsOf(records[0]!);
  assert.equal(isoUtc((first as { utc: bigint }).utc, "us"), "2024-05-06T07:08:09.500000Z");
  assert.deepEqual(process, { name: "bh", process: 1 });
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:09:09.500000Z");
  assert.deepEqual(seen(records[0]!), ["process ran bh"]);
  assert.deepEqual(fieldsOf(records[1]!), {
    name: "bh",
    process: 1,
    wifi_in: 10,
    wifi_out: 20.5,
    cell_in: 30,
    cell_out: 40,
  });
  assert.deepEqual(seen(records[1]!), []);
});

test("names: a program and the one it works for, a path, none, an app", async () => {
  const { records } = await parse((db) =>
    processes(
      db,
      ["mDNSResponder/com.example.app", "com.example.app"],
      ["/private/var/tmp/x", null],
      [null, null],
      ["", ""],
      ["/", "a"],
      ["a/", null],
      ["\u0000", null],
    ),
  );
  assert.deepEqual(records.map(seen), [
    ["process ran mDNSResponder", "process ran com.example.app", "app-id ran com.example.app"],
    ["process ran /private/var/tmp/x"],
    [],
    [],
    ["process ran /", "app-id ran a"],
    ["process ran a"],
    ["process ran \u0000"],
  ]);
});

test("use without its process is an orphan; 0 and NULL are values like others", async () => {
  const { records } = await parse((db) => {
    processes(db, ["a", null]);
    db.exec(
      `INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS) VALUES (1, 1), (2, 99), (3, NULL), (4, 'x'), (5, 4611686018427387904)`,
    );
  });
  assert.deepEqual(
    records.slice(1).map((r) => [r.fields.process, r.fields.orphan]),
    [
      [1, undefined],
      [99, true],
      [undefined, undefined],
      [undefined, undefined],
      [4_611_686_018_427_387_904n, true],
    ],
  );
});

test("where rows of ZPROCESS are missing through damage, nothing is called an orphan", async () => {
  const gone = await parseSqlite(dataUsage, (db) =>
    db.exec(`${USAGE}; INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS) VALUES (1, 1)`),
  );
  assert.deepEqual(
    gone.records.map((r) => [r.kind, r.fields.orphan]),
    [["usage", undefined]],
  );
  assert.deepEqual(
    gone.problems.map((p) => [p.code, p.expected]),
    [["sqlite-table-missing", "ZPROCESS"]],
  );
});

test("older versions have no Wi-Fi columns; wrong types cost the value", async () => {
  const { records, problems } = await parseSqlite(dataUsage, (db) => {
    db.exec(
      `${PROCESS}; CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, ZHASPROCESS INTEGER, ZTIMESTAMP TIMESTAMP, ZWWANIN FLOAT, ZWWANOUT FLOAT)`,
    );
    processes(db, [new Uint8Array([1]), 7n, "x", Number.POSITIVE_INFINITY]);
    db.prepare("INSERT INTO ZLIVEUSAGE VALUES (1, 1, ?, ?, ?)").run("ayer", "muchos", Number.NEGATIVE_INFINITY);
  });
  assert.deepEqual(problems, []);
  // VARCHAR turns the number into text.
  assert.deepEqual(fieldsOf(records[0]!), { bundle: "7", process: 1 });
  assert.equal(records[0]!.at, undefined);
  assert.deepEqual(fieldsOf(records[1]!), { process: 1 });
});

test("numbers that are missing among the processes are told once, none where there are none or where damage took rows", async () => {
  const gaps = async (ids: readonly number[]) =>
    (
      await parseSqlite(dataUsage, (db) => {
        db.exec(`${PROCESS}; ${USAGE}`);
        for (const id of ids) db.prepare("INSERT INTO ZPROCESS (Z_PK, ZPROCNAME) VALUES (?, 'a')").run(id);
      })
    ).records
      .filter((r) => r.kind === "gaps")
      .map((r) => [fieldsOf(r), r.origin.at]);
  assert.deepEqual(await gaps([4, 5, 6]), []);
  assert.deepEqual(await gaps([4, 6, 9]), [
    [
      {
        rows: 3,
        missing: 3,
        last: 9,
        gaps: [
          [4, 1],
          [6, 2],
        ],
      },
      { table: "ZPROCESS", row: 9, page: 2, cell: 2 },
    ],
  ]);
});
