import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { firefoxHistory } from "./index.ts";

const OLD = `CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, url TEXT UNIQUE, title TEXT);
  CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, siteID INTEGER, date REAL, type INTEGER, is_local TINYINT)`;
const NEW = `CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR NOT NULL, title LONGVARCHAR, visit_count_local INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, is_local INTEGER NOT NULL, from_visit INTEGER, place_id INTEGER NOT NULL,
    visit_date INTEGER NOT NULL, visit_type INTEGER NOT NULL)`;

test("browser.db: microseconds, visits of other devices, addresses without visits", async () => {
  const { records, problems } = await parseSqlite(firefoxHistory, (db) =>
    db.exec(`${OLD}; INSERT INTO history VALUES (1, 'g', 'https://a.example/', 'A'), (2, 'h', NULL, NULL), (3, 'i', 'https://c.example/', '');
      INSERT INTO visits VALUES (5, 1, 1714979289250001.0, 2, 1), (6, 1, 0, 99, 0), (7, 9, 'x', 'y', 'z')`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { url: "https://a.example/", visit: 5, how: "typed" },
    { url: "https://a.example/", visit: 6, other_device: true },
    { visit: 7 },
    { url: "https://c.example/" },
  ]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.250001Z");
  assert.deepEqual(records.map(seen)[3], ["url visited https://c.example/"]);
});

test("places.db: milliseconds, the visit before, bookmarks that nobody visited", async () => {
  const { records, problems } = await parseSqlite(firefoxHistory, (db) =>
    db.exec(`${NEW}; INSERT INTO moz_places VALUES (1, 'https://a.example/', 'A', 1), (2, 'https://b.example/', 'B', 0), (3, 'https://c.example/', '', 4);
      INSERT INTO moz_historyvisits VALUES (5, 1, NULL, 1, 1714979289250, 1), (6, 0, 5, 1, 1714979290000, 6)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { url: "https://a.example/", visit: 5, how: "link" },
    { url: "https://a.example/", visit: 6, from: 5, how: "redirect", other_device: true },
    { url: "https://b.example/", visits: 0 },
    { url: "https://c.example/", visits: 4 },
  ]);
  assert.equal(isoUtc(records[0]!.at!.utc!, records[0]!.at!.precision), "2024-05-06T07:08:09.250Z");
  assert.deepEqual(records.slice(2).map(seen), [["url listed https://b.example/"], ["url visited https://c.example/"]]);
});

test("a database of a new version without the old tables is no problem; a table without its columns is", async () => {
  const empty = await parseSqlite(firefoxHistory, (db) => db.exec("CREATE TABLE tabs (id INTEGER)"));
  assert.deepEqual([empty.records, empty.problems], [[], []]);
  const short = await parseSqlite(firefoxHistory, (db) =>
    db.exec("CREATE TABLE visits (id INTEGER PRIMARY KEY, date REAL)"),
  );
  assert.deepEqual(
    short.problems.map((p) => p.expected),
    ["visits.siteID"],
  );
});
