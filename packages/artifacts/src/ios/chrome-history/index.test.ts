import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { chromeHistory } from "./index.ts";

const URLS =
  "CREATE TABLE urls (id INTEGER PRIMARY KEY AUTOINCREMENT, url LONGVARCHAR, title LONGVARCHAR, visit_count INTEGER)";
const VISITS = `CREATE TABLE visits (id INTEGER PRIMARY KEY, url INTEGER NOT NULL, visit_time INTEGER NOT NULL, from_visit INTEGER,
  external_referrer_url TEXT, transition INTEGER DEFAULT 0 NOT NULL, segment_id INTEGER, visit_duration INTEGER DEFAULT 0 NOT NULL,
  originator_cache_guid TEXT)`;
const FOLDER = "AppDomain-com.google.chrome.ios/Library/Application Support/Google/Chrome/Default/History";
const T = 13_359_452_889_250_001n;

const parse = (fill: (db: DatabaseSync) => void, path = FOLDER) =>
  parseSqlite(
    chromeHistory,
    (db) => {
      db.exec(`${URLS}; ${VISITS}`);
      fill(db);
    },
    { path },
  );

test("visits with their address, the visit before, how one came there, and other devices", async () => {
  const { records, problems } = await parse((db) =>
    db.exec(`INSERT INTO urls VALUES (1, 'http://a.example/', 'A', 1), (2, 'https://b.example/x', 'B', 2);
      INSERT INTO visits VALUES (7, 1, ${T}, 0, 'https://app.example/', ${0x10000000 + 1}, 0, 2500000, ''),
        (8, 2, ${T + 1n}, 7, NULL, ${0x80000000 + 0x20000000}, 0, 0, 'otro'), (9, 2, 0, 0, NULL, ${0x40000000 - 2 ** 32 + 8}, 0, 0, NULL)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      url: "http://a.example/",
      visit: 7,
      item: 1,
      how: "typed",
      duration: 2_500_000,
      referrer: "https://app.example/",
    },
    { url: "https://b.example/x", visit: 8, item: 2, from: 7, how: "link", redirect: "server", other_device: true },
    { url: "https://b.example/x", visit: 9, item: 2, how: "reload", redirect: "page" },
  ]);
  assert.deepEqual(records.map(seen), [
    ["url visited http://a.example/", "url listed https://app.example/"],
    ["url visited https://b.example/x"],
    ["url visited https://b.example/x"],
  ]);
  assert.equal(isoUtc(records[0]!.at!.utc!, records[0]!.at!.precision), "2024-05-06T07:08:09.250001Z");
  assert.equal(records[2]!.at, undefined);
});

test("addresses that no visit names come last; one kept for a bookmark was not visited for all we know", async () => {
  const { records } = await parse((db) =>
    db.exec(
      `INSERT INTO urls VALUES (1, 'https://gone.example/', '', 3), (2, 'https://kept.example/', '', 0), (3, NULL, '', 1)`,
    ),
  );
  assert.deepEqual(
    records.map((r) => [r.kind, ...seen(r)]),
    [
      ["address", "url visited https://gone.example/"],
      ["address", "url listed https://kept.example/"],
    ],
  );
});

test("another browser and another profile are named", async () => {
  const fill = (db: DatabaseSync): void => db.exec("INSERT INTO urls VALUES (1, 'https://a.example/', '', 1)");
  const path = "AppDomain-com.brave.ios.browser/Library/Application Support/Chromium/Profile 1/History";
  const [r] = (await parse(fill, path)).records;
  assert.deepEqual([r!.fields.app, r!.fields.profile], ["com.brave.ios.browser", "Profile 1"]);
});

test("a visit of an old version, without the later columns, and one whose address is gone", async () => {
  const { records, problems } = await parseSqlite(
    chromeHistory,
    (db) =>
      db.exec(`CREATE TABLE urls (id INTEGER PRIMARY KEY, url TEXT); CREATE TABLE visits (id INTEGER PRIMARY KEY, url INTEGER, visit_time INTEGER);
        INSERT INTO visits VALUES (1, 5, ${T})`),
    { path: FOLDER },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [fieldsOf(r), r.at !== undefined]),
    [[{ visit: 1, item: 5 }, true]],
  );
});

test("wrong types and absurd times", async () => {
  const { records } = await parse((db) => {
    db.prepare("INSERT INTO urls VALUES (?, ?, ?, ?)").run(
      1,
      `https://u:${"p".repeat(100_000)}@evil.example/`,
      "",
      "x",
    );
    const visit = db.prepare(
      "INSERT INTO visits (url, visit_time, from_visit, transition, visit_duration) VALUES (?, ?, ?, ?, ?)",
    );
    for (const v of [-(2n ** 62n), 2n ** 62n, 1e300, "ayer", new Uint8Array(8)]) visit.run(1, v, v, v, v);
  });
  assert.equal(records.length, 5);
  for (const r of records) assert.deepEqual([r.at, r.fields.url], [undefined, "https://evil.example/"]);
});
