import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { bplist, type Plain } from "../../../../../samples/lib/plist.ts";
import { parseSqlite, seen } from "../../artifacts.fixture.ts";
import { safariBookmarks } from "./index.ts";

const TABLE = `CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, special_id INTEGER DEFAULT 0, parent INTEGER, type INTEGER, title TEXT,
  url TEXT COLLATE NOCASE, external_uuid TEXT, extra_attributes BLOB DEFAULT NULL)`;
const DAY = new Date("2024-05-06T07:08:09Z");

function add(db: DatabaseSync, url: string | null, extra?: Plain): void {
  const blob = extra === undefined ? null : extra instanceof Uint8Array ? extra : bplist(extra);
  db.prepare("INSERT INTO bookmarks (type, title, url, extra_attributes) VALUES (0, 'Título', ?, ?)").run(url, blob);
}
const parse = (fill: (db: DatabaseSync) => void, content = false) =>
  parseSqlite(
    safariBookmarks,
    (db) => {
      db.exec(TABLE);
      fill(db);
    },
    { content },
  );

test("bookmarks were kept, pages of the reading list that were loaded count as visited", async () => {
  const { records, problems } = await parse((db) => {
    add(db, "https://a.example/");
    add(db, "https://b.example/", { "com.apple.Bookmark": { DateAdded: DAY } });
    add(db, "https://c.example/", { "com.apple.ReadingList": { DateAdded: DAY, PreviewText: "Secreto" } });
    add(db, "https://d.example/", { "com.apple.ReadingList": { DateLastFetched: DAY } });
    add(db, null);
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [...seen(r), r.fields.reading_list, r.at && isoUtc(r.at.utc!, "s")]),
    [
      ["url listed https://a.example/", undefined, undefined],
      ["url listed https://b.example/", undefined, "2024-05-06T07:08:09Z"],
      ["url listed https://c.example/", true, "2024-05-06T07:08:09Z"],
      ["url visited https://d.example/", true, undefined],
    ],
  );
  assert.equal((records[3]!.fields.fetched as Moment).utc, BigInt(DAY.getTime()) * 1_000_000n);
  assert.ok(!records.some((r) => r.fields.title !== undefined));
});

test("titles with consent; a damaged list costs its times", async () => {
  const { records, problems } = await parse((db) => add(db, "https://a.example/", new Uint8Array([1, 2])), true);
  assert.deepEqual(
    records.map((r) => [r.fields.url, r.fields.title]),
    [["https://a.example/", "Título"]],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost]),
    [["plist-damaged", "row"]],
  );
});
