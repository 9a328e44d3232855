import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { safariFavicons } from "./index.ts";

const PAGES = "CREATE TABLE page_url (url TEXT PRIMARY KEY, uuid TEXT)";
const ICONS =
  "CREATE TABLE icon_info (uuid TEXT PRIMARY KEY, url TEXT, timestamp REAL, width REAL, height REAL, has_generated_representations INTEGER)";
const REJECTED = "CREATE TABLE rejected_resources (page_url TEXT, icon_url TEXT, timestamp REAL)";
const T = 736_672_089.5;

const parse = (sql: string, tables = [PAGES, ICONS, REJECTED]) =>
  parseSqlite(safariFavicons, (db) => db.exec(`${tables.join("; ")}; ${sql}`));

test("a page, its icon and its time", async () => {
  const { records, problems } = await parse(
    `INSERT INTO page_url VALUES ('https://evil.example/a', 'U1'), ('https://other.example/', 'U9'); INSERT INTO icon_info VALUES ('U1', 'https://evil.example/favicon.ico', ${T}, 1, 1, 0)`,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => fieldsOf(r)),
    [{ page: "https://evil.example/a", icon: "https://evil.example/favicon.ico" }, { page: "https://other.example/" }],
  );
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.500000Z");
  assert.deepEqual(seen(records[0]!), [
    "url visited https://evil.example/a",
    "url looked-up https://evil.example/favicon.ico",
  ]);
  assert.equal(records[1]!.at, undefined);
});

test("an icon that Safari did not take; the table is missing in some versions", async () => {
  const { records } = await parse(
    `INSERT INTO rejected_resources VALUES ('https://evil.example/b', 'https://evil.example/x.png', ${T})`,
  );
  assert.equal(records[0]!.kind, "rejected");
  assert.deepEqual(seen(records[0]!)[0], "url visited https://evil.example/b");
  assert.deepEqual((await parse("", [PAGES, ICONS])).problems, []);
});

test("odd values are no addresses and no times", async () => {
  const { records } = await parse(
    "INSERT INTO page_url VALUES (x'00', 'U1'), (NULL, x'01'), ('https://a.example/', NULL); INSERT INTO icon_info VALUES ('U1', x'00', 'x', 1, 1, 0)",
  );
  assert.deepEqual(
    records.map((r) => [fieldsOf(r), r.at]),
    [[{ page: "https://a.example/" }, undefined]],
  );
});
