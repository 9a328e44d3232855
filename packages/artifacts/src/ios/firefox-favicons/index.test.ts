import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { firefoxFavicons } from "./index.ts";

const FAVICONS = `CREATE TABLE favicons (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, width INTEGER, height INTEGER,
    type INTEGER NOT NULL, date REAL NOT NULL);
  CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT UNIQUE)`;
const SITES = "CREATE TABLE favicon_sites (id INTEGER PRIMARY KEY AUTOINCREMENT, siteID INTEGER, faviconID INTEGER)";
const URLS = "CREATE TABLE favicon_site_urls (id INTEGER PRIMARY KEY AUTOINCREMENT, site_url TEXT, faviconID INTEGER)";

test("icons with their pages, by id and by address; one without a page comes last", async () => {
  const { records, problems } = await parseSqlite(firefoxFavicons, (db) =>
    db.exec(`${FAVICONS}; ${SITES}; ${URLS};
      INSERT INTO history VALUES (4, 'https://a.example/x');
      INSERT INTO favicons VALUES (1, 'https://a.example/i.png', 1, 1, 1, 1714979289250001.0), (2, 'https://c.example/j.png', 1, 1, 1, 0);
      INSERT INTO favicon_sites VALUES (1, 4, 1), (2, 77, 88);
      INSERT INTO favicon_site_urls VALUES (1, 'https://b.example/', 1)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { page: "https://a.example/x", icon: "https://a.example/i.png" },
    {},
    { page: "https://b.example/", icon: "https://a.example/i.png" },
    { icon: "https://c.example/j.png" },
  ]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.250001Z");
  assert.deepEqual(records.map(seen)[2], ["url visited https://b.example/", "url looked-up https://a.example/i.png"]);
  assert.deepEqual(records.map(seen)[3], ["url looked-up https://c.example/j.png"]);
});

test("a version with one of the two tables, or with none, is no problem", async () => {
  const old = await parseSqlite(firefoxFavicons, (db) =>
    db.exec(`${FAVICONS}; ${SITES}; INSERT INTO favicon_sites VALUES (1, 1, 1)`),
  );
  assert.deepEqual([old.records.length, old.problems], [1, []]);
  const none = await parseSqlite(firefoxFavicons, (db) => db.exec("CREATE TABLE tabs (id INTEGER)"));
  assert.deepEqual([none.records, none.problems], [[], []]);
});
