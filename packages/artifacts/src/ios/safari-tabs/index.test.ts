import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { bplist, type Plain } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { safariTabs } from "./index.ts";

const TABS = `CREATE TABLE tabs (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, title TEXT, url TEXT COLLATE NOCASE,
  user_visible_url TEXT COLLATE NOCASE, order_index INTEGER NOT NULL DEFAULT 0, last_viewed_time REAL DEFAULT NULL,
  opened_from_link BOOL DEFAULT 0, private_browsing BOOL DEFAULT 0)`;
const SESSIONS =
  "CREATE TABLE tab_sessions (id INTEGER PRIMARY KEY AUTOINCREMENT, tab_uuid TEXT NOT NULL UNIQUE, session_data BLOB DEFAULT NULL)";

const blob = (entries: Plain, prefix = [0, 0, 0, 2]): Uint8Array =>
  Uint8Array.from([
    ...prefix,
    ...bplist({ SessionHistory: { SessionHistoryEntries: entries, SessionHistoryCurrentIndex: 0 } }),
  ]);
const page = (url: string, asked = url): Plain => ({
  SessionHistoryEntryURL: url,
  SessionHistoryEntryOriginalURL: asked,
  SessionHistoryEntryTitle: "Título",
  SessionHistoryEntryData: new Uint8Array(8),
});

const parse = (fill: (db: DatabaseSync) => void, o: { path?: string; content?: boolean } = {}) =>
  parseSqlite(
    safariTabs,
    (db) => {
      db.exec(`${TABS}; ${SESSIONS}`);
      fill(db);
    },
    o,
  );

test("open tabs, private ones, and the pages one can go back to", async () => {
  const fill = (db: DatabaseSync): void => {
    db.exec(`INSERT INTO tabs (uuid, title, url, user_visible_url, last_viewed_time, opened_from_link, private_browsing) VALUES
      ('A', 'Uno', 'https://a.example/', 'https://a.example/', 736672089.25, 1, 0), ('B', 'Dos', 'https://b.example/', 'https://c.example/', 0, 0, 1)`);
    const add = db.prepare("INSERT INTO tab_sessions (tab_uuid, session_data) VALUES (?, ?)");
    add.run("A", blob([page("https://a.example/"), page("https://end.example/", "http://start.example/")]));
    add.run("Z", null);
  };
  const { records, problems } = await parse(fill);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => ({ kind: r.kind, ...fieldsOf(r) })),
    [
      { kind: "tab", url: "https://a.example/", tab: "A", from_link: true },
      { kind: "tab", url: "https://b.example/", shown: "https://c.example/", tab: "B", private: true },
      { kind: "entry", url: "https://a.example/", tab: "A" },
      { kind: "entry", url: "https://end.example/", asked: "http://start.example/", tab: "A" },
    ],
  );
  assert.deepEqual(seen(records[1]!), ["url visited https://b.example/", "url visited https://c.example/"]);
  assert.deepEqual(seen(records[3]!), ["url visited https://end.example/", "url visited http://start.example/"]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.250000Z");
  assert.equal(records[1]!.at, undefined);
  const titles = (await parse(fill, { content: true })).records.map((r) => r.fields.title);
  assert.deepEqual(titles, ["Uno", "Dos", "Título", "Título"]);
});

test("iOS 26 writes Unix seconds; a profile is named after its folder", async () => {
  const { records } = await parse(
    (db) => db.exec("INSERT INTO tabs (uuid, url, last_viewed_time) VALUES ('A', 'https://a.example/', 1767225600.5)"),
    { path: "AppDomain-com.apple.mobilesafari/Library/Safari/Profiles/7C8E/BrowserState.db" },
  );
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2026-01-01T00:00:00.500000Z");
  assert.equal(records[0]!.fields.profile, "7C8E");
});

test("before iOS 12 the pages stood in the table of tabs", async () => {
  const { records, problems } = await parseSqlite(safariTabs, (db) => {
    db.exec(
      "CREATE TABLE tabs (id INTEGER PRIMARY KEY, uuid TEXT, title TEXT, url TEXT, last_viewed_time REAL, session_data BLOB)",
    );
    db.prepare("INSERT INTO tabs (uuid, url, session_data) VALUES ('A', 'https://a.example/', ?)").run(
      blob([page("https://b.example/")]),
    );
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => r.fields.url),
    ["https://a.example/", "https://b.example/"],
  );
});

test("damaged lists of pages are problems and cost nothing else", async () => {
  const { records, problems } = await parse((db) => {
    const add = db.prepare("INSERT INTO tab_sessions (tab_uuid, session_data) VALUES (?, ?)");
    add.run("A", new Uint8Array(100).fill(7));
    add.run("B", blob([page("https://b.example/")]).slice(0, 60));
    add.run("C", blob("texto"));
    add.run("D", blob([1, "x", { SessionHistoryEntryURL: 5 }, page("https://d.example/")]));
    add.run("E", blob([page("https://e.example/")], []));
    add.run("F", blob(Array.from({ length: 1200 }, (_, i) => page(`https://f.example/${i}`))));
  });
  assert.deepEqual(
    records.slice(0, 3).map((r) => r.fields.url),
    ["https://d.example/", "https://e.example/", "https://f.example/0"],
  );
  assert.equal(records.length, 1002);
  assert.deepEqual(
    problems.map((p) => [p.code, p.lost, p.origin !== undefined]),
    [
      ["plist-damaged", "row", true],
      ["plist-damaged", "row", true],
      ["record-limit", "bytes", true],
    ],
  );
});

test("a database without tabs says so", async () => {
  const { problems } = await parseSqlite(safariTabs, (db) => db.exec("CREATE TABLE x (a)"));
  assert.deepEqual(
    problems.map((p) => p.expected),
    ["tabs"],
  );
});
