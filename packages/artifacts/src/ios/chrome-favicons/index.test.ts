import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { chromeFavicons } from "./index.ts";

const TABLES = `CREATE TABLE favicons (id INTEGER PRIMARY KEY, url LONGVARCHAR NOT NULL, icon_type INTEGER DEFAULT 1);
  CREATE TABLE icon_mapping (id INTEGER PRIMARY KEY, page_url LONGVARCHAR NOT NULL, icon_id INTEGER);
  CREATE TABLE favicon_bitmaps (id INTEGER PRIMARY KEY, icon_id INTEGER NOT NULL, last_updated INTEGER DEFAULT 0, image_data BLOB,
    width INTEGER DEFAULT 0, height INTEGER DEFAULT 0, last_requested INTEGER DEFAULT 0)`;
const PATH = "AppDomain-com.google.chrome.ios/Library/Application Support/Google/Chrome/Default/Favicons";
const T = 13_359_452_889_250_001n;

const parse = (fill: (db: DatabaseSync) => void, path = PATH) =>
  parseSqlite(
    chromeFavicons,
    (db) => {
      db.exec(TABLES);
      fill(db);
    },
    { path },
  );

test("each page with its icon and the time of it; icons that no page names come last", async () => {
  const { records, problems } = await parse((db) =>
    db.exec(`INSERT INTO favicons VALUES (1, 'https://a.example/i.png', 1), (2, 'https://cdn.example/j.png', 1), (3, 'https://gone.example/k.png', 1);
      INSERT INTO favicon_bitmaps VALUES (1, 1, ${T}, x'00', 16, 16, 0), (2, 1, 5, x'00', 32, 32, 0), (3, 2, 0, x'00', 16, 16, ${T + 1n});
      INSERT INTO icon_mapping VALUES (1, 'https://a.example/x', 1), (2, 'https://b.example/', 2), (3, 'https://c.example/', 99)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { page: "https://a.example/x", icon: "https://a.example/i.png" },
    { page: "https://b.example/", icon: "https://cdn.example/j.png" },
    { page: "https://c.example/" },
    { icon: "https://gone.example/k.png" },
  ]);
  assert.deepEqual(seen(records[0]!), ["url visited https://a.example/x", "url looked-up https://a.example/i.png"]);
  // Fetched on demand: nobody needs to have opened the page.
  assert.deepEqual(seen(records[1]!), ["url looked-up https://b.example/", "url looked-up https://cdn.example/j.png"]);
  assert.deepEqual(seen(records[3]!), ["url looked-up https://gone.example/k.png"]);
  assert.deepEqual(
    records.map((r) => r.at && isoUtc(r.at.utc!, r.at.precision)),
    ["2024-05-06T07:08:09.250001Z", "2024-05-06T07:08:09.250002Z", undefined, undefined],
  );
});

test("another browser is named; pictures are not read", async () => {
  const path = "AppDomain-com.brave.ios.browser/Library/Application Support/Chromium/Default/Favicons";
  const { records } = await parse(
    (db) => db.exec("INSERT INTO icon_mapping VALUES (1, 'https://a.example/', NULL)"),
    path,
  );
  assert.deepEqual(records.map(fieldsOf), [{ page: "https://a.example/", app: "com.brave.ios.browser" }]);
});

test("wrong types", async () => {
  const { records } = await parse((db) => {
    for (const v of [1e300, "x", new Uint8Array(4), -(2n ** 62n)]) {
      db.prepare("INSERT INTO icon_mapping (page_url, icon_id) VALUES (?, ?)").run(v, v);
      db.prepare("INSERT INTO favicon_bitmaps (icon_id, last_updated, last_requested) VALUES (?, ?, ?)").run(v, v, v);
      db.prepare("INSERT INTO favicons (url) VALUES (?)").run(v);
    }
  });
  assert.ok(records.length >= 4);
  for (const r of records) assert.equal(r.at, undefined);
});
