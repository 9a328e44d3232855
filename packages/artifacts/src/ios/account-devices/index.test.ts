import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite } from "../../artifacts.fixture.ts";
import { accountDevices } from "./index.ts";

const LIST =
  "CREATE TABLE device_list (mid TEXT PRIMARY KEY, name TEXT, serial_number TEXT, model TEXT, os TEXT, os_version TEXT, dec TEXT, circle_status INTEGER, build_number TEXT, trusted INTEGER, last_updated_date DOUBLE, additional_info BLOB, altDSID TEXT, services TEXT, last_cache_updated_date DOUBLE);";
const DELETED =
  "CREATE TABLE deleted_device_list (mid TEXT PRIMARY KEY, reason INTEGER, last_updated_date DOUBLE, altDSID TEXT, deleted_date DOUBLE);";

test("a device: what it is and when the list was made, without its numbers", async () => {
  const { records, problems } = await parseSqlite(accountDevices, (db) =>
    db.exec(
      `${LIST}${DELETED} INSERT INTO device_list VALUES ('M1', 'Mac mini', 'SERIE', 'Macmini9,1', 'macOS', '14.6', '1', 2, '23G80', 1, 1714979289.5, '{"imei":"1"}', 'CUENTA', 'icloud', 1714979300);
       INSERT INTO deleted_device_list VALUES ('M2', 3, 1714979289.5, 'CUENTA', 1714979400.25)`,
    ),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, isoUtc(r.at!.utc!, "ms"), fieldsOf(r)]),
    [
      [
        "device",
        "2024-05-06T07:08:09.500Z",
        {
          id: "M1",
          name: "Mac mini",
          model: "Macmini9,1",
          os: "macOS",
          version: "14.6",
          build: "23G80",
          trusted: true,
          circle: 2,
        },
      ],
      ["removed", "2024-05-06T07:10:00.250Z", { id: "M2", reason: 3 }],
    ],
  );
  assert.doesNotMatch(
    JSON.stringify(records, (_, v) => (typeof v === "bigint" ? "" : v)),
    /SERIE|CUENTA|imei/,
  );
});

test("older lists have fewer columns, and none of deleted ones; odd values are none", async () => {
  const { records, problems } = await parseSqlite(accountDevices, (db) =>
    db.exec(
      "CREATE TABLE device_list (mid TEXT, name TEXT, model TEXT, trusted INTEGER); INSERT INTO device_list VALUES (x'00', 'x', x'01', 'si')",
    ),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [fieldsOf(r), r.at]),
    [[{ name: "x" }, undefined]],
  );
});
