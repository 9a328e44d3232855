import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { safariHistory } from "./index.ts";

const ITEMS =
  "CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, visit_count INTEGER NOT NULL)";
const VISITS = `CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER NOT NULL,
  visit_time REAL NOT NULL, title TEXT NULL, load_successful BOOLEAN NOT NULL DEFAULT 1, redirect_source INTEGER NULL,
  redirect_destination INTEGER NULL, origin INTEGER NOT NULL DEFAULT 0)`;
const T = 736_672_089.25;

const parse = (fill: (db: DatabaseSync) => void, o: { path?: string; content?: boolean } = {}) =>
  parseSqlite(
    safariHistory,
    (db) => {
      db.exec(`${ITEMS}; ${VISITS}`);
      fill(db);
    },
    { path: "AppDomain-com.apple.mobilesafari/Library/Safari/History.db", ...o },
  );

test("visits with their address, redirects, and visits of other devices", async () => {
  const { records, problems } = await parse((db) =>
    db.exec(`INSERT INTO history_items VALUES (1, 'http://a.example/', 1), (9, 'https://b.example/x', 2);
      INSERT INTO history_visits VALUES (1, 1, ${T}, 'A', 1, NULL, 2, 0), (2, 9, ${T + 1}, 'B', 0, 1, NULL, 1)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { url: "http://a.example/", item: 1, redirect_to: 2 },
    { url: "https://b.example/x", item: 9, redirect_from: 1, failed: true, other_device: true },
  ]);
  assert.deepEqual(records.map(seen), [["url visited http://a.example/"], ["url visited https://b.example/x"]]);
  assert.equal(isoUtc(records[0]!.at!.utc!, records[0]!.at!.precision), "2024-05-06T07:08:09.250000Z");
  assert.equal((records[1]!.origin.at as { table: string }).table, "history_visits");
});

test("an address without visits is a record without a time; it comes last", async () => {
  const { records } = await parse((db) =>
    db.exec(`INSERT INTO history_items VALUES (1, 'https://gone.example/', 3), (2, 'https://b.example/', 1);
      INSERT INTO history_visits (history_item, visit_time) VALUES (2, ${T})`),
  );
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.url, r.at !== undefined]),
    [
      ["visit", "https://b.example/", true],
      ["address", "https://gone.example/", false],
    ],
  );
  assert.deepEqual(fieldsOf(records[1]!), { url: "https://gone.example/", visits: 3 });
  assert.deepEqual(seen(records[1]!), ["url visited https://gone.example/"]);
  assert.equal((records[1]!.origin.at as { table: string }).table, "history_items");
});

test("a visit whose address is gone still says when", async () => {
  const { records } = await parse((db) =>
    db.exec(`INSERT INTO history_visits (history_item, visit_time) VALUES (5, ${T})`),
  );
  assert.deepEqual(
    [records.length, records[0]!.fields.url, records[0]!.at !== undefined, seen(records[0]!)],
    [1, undefined, true, []],
  );
});

test("titles are kept only with consent", async () => {
  const fill = (db: DatabaseSync): void => {
    db.exec("INSERT INTO history_items VALUES (1, 'x', 1)");
    db.prepare("INSERT INTO history_visits (history_item, visit_time, title) VALUES (1, 1, ?)").run("Título\u0000");
  };
  assert.equal((await parse(fill)).records[0]!.fields.title, undefined);
  assert.equal((await parse(fill, { content: true })).records[0]!.fields.title, "Título\u0000");
});

test("the profile is named after its folder", async () => {
  const fill = (db: DatabaseSync): void => db.exec("INSERT INTO history_items VALUES (1, 'https://a.example/', 1)");
  const path = "AppDomain-com.apple.mobilesafari/Library/Safari/Profiles/7C8E0A1B-0000/History.db";
  assert.equal((await parse(fill, { path })).records[0]!.fields.profile, "7C8E0A1B-0000");
  assert.equal((await parse(fill)).records[0]!.fields.profile, undefined);
});

test("wrong types, absurd times and addresses of a megabyte", async () => {
  const { records } = await parse((db) => {
    const item = db.prepare("INSERT INTO history_items VALUES (?, ?, ?)");
    item.run(1, `https://u:${"p".repeat(1_000_000)}@evil.example/`, "muchas");
    item.run(2n ** 62n, "data:text/html,<script>", 2n ** 62n);
    item.run(3, new Uint8Array([1, 2]), 1);
    item.run(4, "", 1);
    const visit = db.prepare("INSERT INTO history_visits (history_item, visit_time, redirect_source) VALUES (?, ?, ?)");
    for (const t of [0, -1e300, Number.POSITIVE_INFINITY, "ayer", new Uint8Array(8), 2n ** 62n, 1e300])
      visit.run(1, t, "x");
    visit.run(2n ** 62n, T, 2n ** 62n);
    visit.run("1", T, null);
  });
  const visits = records.filter((r) => r.kind === "visit");
  assert.equal(visits.length, 9);
  for (const r of visits.slice(0, 7)) assert.equal(r.at, undefined);
  assert.equal(visits[0]!.fields.url, "https://evil.example/");
  assert.equal(visits[7]!.fields.url, "data:text/html,<script>");
  assert.equal(visits[7]!.fields.redirect_from, 2n ** 62n);
  // INTEGER affinity makes '1' a number.
  assert.equal(visits[8]!.fields.url, "https://evil.example/");
});

test("a database without visits, or without addresses", async () => {
  const items = await parseSqlite(safariHistory, (db) =>
    db.exec(`${ITEMS}; INSERT INTO history_items VALUES (1, 'https://a.example/', 1)`),
  );
  assert.deepEqual(
    items.records.map((r) => r.kind),
    ["address"],
  );
  assert.deepEqual(
    items.problems.map((p) => p.expected),
    ["history_visits"],
  );
  const visits = await parseSqlite(safariHistory, (db) =>
    db.exec(`${VISITS}; INSERT INTO history_visits (history_item, visit_time) VALUES (1, 1)`),
  );
  assert.deepEqual(
    visits.records.map((r) => r.kind),
    ["visit"],
  );
  assert.deepEqual(
    visits.problems.map((p) => p.expected),
    ["history_items"],
  );
});
