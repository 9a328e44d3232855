import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { cachedRequests } from "./index.ts";

const SCHEMA = `CREATE TABLE cfurl_cache_response(entry_ID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, version INTEGER, hash_value INTEGER, storage_policy INTEGER, request_key TEXT UNIQUE, time_stamp NOT NULL DEFAULT CURRENT_TIMESTAMP, partition TEXT);
CREATE TABLE cfurl_cache_receiver_data(entry_ID INTEGER PRIMARY KEY, isDataOnFS INTEGER, receiver_data BLOB)`;
const PATH = "private/var/mobile/Containers/Data/Application/43637BC0/Library/Caches/com.example.app/Cache.db";

const parse = (sql: string, schema = SCHEMA, path = PATH) =>
  parseSqlite(cachedRequests, (db) => db.exec(`${schema}; ${sql}`), { path });

test("an address that an app asked for", async () => {
  const { records, problems } = await parse(
    "INSERT INTO cfurl_cache_response VALUES (1, 0, 5, 1, 'https://evil.example/a?token=1', '2021-11-02 10:05:45', NULL)",
  );
  assert.deepEqual(problems, []);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2021-11-02T10:05:45Z");
  assert.deepEqual(fieldsOf(records[0]!), { url: "https://evil.example/a?token=1", policy: 1, app: "com.example.app" });
  assert.deepEqual(seen(records[0]!), ["url resolved https://evil.example/a?token=1"]);
});

test("the site on whose pages it was asked for was visited", async () => {
  const { records } = await parse(
    "INSERT INTO cfurl_cache_response VALUES (1, 0, 5, 0, 'https://cdn.example/x.js', '2021-11-02 10:05:45', 'news.example'), (2, 0, 5, 0, 'data:text', '2021-11-02 10:05:45', 'no site')",
  );
  assert.deepEqual(seen(records[0]!), ["url resolved https://cdn.example/x.js", "domain visited news.example"]);
  assert.deepEqual(seen(records[1]!), []);
});

test("odd values, no column of that name in older versions, another database", async () => {
  const odd = await parse(
    "INSERT INTO cfurl_cache_response VALUES (1, 0, 5, 'x', 'http://a.example/', '9999-99-99 99:99:99', x'00'), (2, 0, 5, 1, NULL, 'x', NULL), (3, 0, 5, 1, x'ff', 5, NULL)",
  );
  assert.deepEqual(
    odd.records.map((r) => [r.fields.url, r.at]),
    [["http://a.example/", undefined]],
  );
  const old = await parse(
    "INSERT INTO cfurl_cache_response VALUES (1, 'http://a.example/', '2021-11-02 10:05:45')",
    "CREATE TABLE cfurl_cache_response(entry_ID INTEGER PRIMARY KEY, request_key TEXT, time_stamp TEXT)",
  );
  assert.equal(old.records.length, 1);
  assert.deepEqual(old.problems, []);
  const other = await parse("", "CREATE TABLE pictures (id INTEGER)");
  assert.deepEqual([other.records, other.problems], [[], []]);
});

test("what a browser, a program of Apple or an unknown one asked for is a visit", async () => {
  const contact = async (path: string) => {
    const sql = "INSERT INTO cfurl_cache_response VALUES (1, 0, 5, 1, 'https://evil.example/', 'x', NULL)";
    return seen((await parse(sql, SCHEMA, path)).records[0]!)[0];
  };
  const folder = "private/var/mobile/Containers/Data/Application/43637BC0/Library/Caches";
  assert.equal(await contact(`${folder}/com.google.chrome.ios/Cache.db`), "url visited https://evil.example/");
  assert.equal(await contact(`${folder}/com.apple.MobileSMS/Cache.db`), "url visited https://evil.example/");
  assert.equal(await contact(`${folder}/Cache.db`), "url visited https://evil.example/");
  assert.equal(await contact(`${folder}/com.example.app/Cache.db`), "url resolved https://evil.example/");
});
