import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { storeApps } from "./index.ts";

test("installs with their source and the epoch of each column; accounts are numbers", async () => {
  const { records, problems } = await parseSqlite(storeApps, (db) =>
    db.exec(`CREATE TABLE app_updates (pid INTEGER PRIMARY KEY, bundle_id TEXT, bundle_version TEXT, client_id TEXT, install_date REAL, item_id INTEGER, store_account_name TEXT, title TEXT, timestamp INTEGER, vendor_name TEXT);
      INSERT INTO app_updates VALUES
        (1, 'com.a', '2', 'com.apple.AppStore', 700000000.5, 31, 'ana@example.org', 'A', 1678307205, 'Maker'),
        (2, 'com.b', '3', 'com.apple.TestFlight', NULL, 0, 'otra@example.org', 'B', 1678307205, NULL),
        (3, 'com.c', NULL, NULL, 0, NULL, 'ana@example.org', NULL, NULL, NULL);`),
  );
  assert.deepEqual(problems, []);
  const [a, b, c] = records;
  const { noted: _, ...rest } = fieldsOf(a!);
  assert.deepEqual(rest, {
    app: "com.a",
    title: "A",
    version: "2",
    source: "com.apple.AppStore",
    maker: "Maker",
    store: 31,
    account: 1,
  });
  assert.equal(isoUtc(a!.at!.utc!, "us"), "2023-03-08T20:26:40.500000Z");
  assert.equal(isoUtc(b!.at!.utc!, "s"), "2023-03-08T20:26:45Z");
  assert.deepEqual([b!.fields.account, c!.fields.account, c!.at], [2, 1, undefined]);
  assert.deepEqual(seen(a!), ["app-id installed com.a"]);
});

test("downloads of the older store", async () => {
  const { records, problems } = await parseSqlite(storeApps, (db) =>
    db.exec(`CREATE TABLE application_id (pid INTEGER PRIMARY KEY, bundle_id TEXT);
      INSERT INTO application_id VALUES (1, 'com.a'), (2, NULL);
      CREATE TABLE download (pid INTEGER PRIMARY KEY, kind TEXT, bundle_id TEXT, store_item_id INTEGER, title TEXT, artist_name TEXT, purchase_date REAL);
      INSERT INTO download VALUES (1, 'software', 'com.a', 5, 'A', 'M', 700000000.0);`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { app: "com.a", title: "A", maker: "M", store: 5, type: "software" },
    { app: "com.a" },
  ]);
});
