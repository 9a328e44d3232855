import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { calendar } from "./index.ts";

const SCHEMA = `
CREATE TABLE Identity (ROWID INTEGER PRIMARY KEY, display_name TEXT, address TEXT);
CREATE TABLE Participant (ROWID INTEGER PRIMARY KEY, entity_type INTEGER, status INTEGER, identity_id INTEGER, owner_id INTEGER,
  UUID TEXT, email TEXT, phone_number TEXT, is_self INTEGER, comment TEXT, last_modified REAL);
CREATE TABLE Alarm (ROWID INTEGER PRIMARY KEY, calendaritem_owner_id INTEGER);
CREATE TABLE Store (ROWID INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE Calendar (ROWID INTEGER PRIMARY KEY, title TEXT, store_id INTEGER);
CREATE TABLE Location (ROWID INTEGER PRIMARY KEY, title TEXT, address TEXT);
CREATE TABLE CalendarItem (ROWID INTEGER PRIMARY KEY, summary TEXT, location_id INTEGER, description TEXT, start_date REAL, start_tz TEXT,
  end_date REAL, all_day INTEGER, calendar_id INTEGER, organizer_id INTEGER, url TEXT, last_modified REAL, unique_identifier TEXT,
  hidden INTEGER, UUID TEXT, creation_date REAL, conference_url TEXT, has_attendees INTEGER);
INSERT INTO Store VALUES (1, 'iCloud');
INSERT INTO Calendar VALUES (2, 'Trabajo', 1);
INSERT INTO Location VALUES (3, 'Café https://sitio.example/', NULL);
INSERT INTO Identity VALUES (4, 'Ana', 'mailto:ana@example.org');
INSERT INTO Participant VALUES (10, 8, 0, NULL, 1, 'U', 'evil@example.net', NULL, 0, 'ven', 736672000), (11, 7, 1, 4, 1, 'V', NULL, NULL, 0, NULL, 736672000),
  (12, 8, 0, NULL, 2, 'W', 'yo@example.mx', NULL, 1, NULL, NULL), (13, 8, 0, NULL, 77, 'X', 'gone@example.net', NULL, 0, NULL, 736672000);
INSERT INTO Alarm VALUES (1, 2);`;
const EVENTS = `
INSERT INTO CalendarItem VALUES (1, 'Meeting', NULL, 'Notes', 700000000, 'UTC', 700003600, 0, 2, 10, NULL, 736672100, 'uid', 1, 'uuid', 736672089, NULL, 1),
  (2, 'Comida en https://a.example/', 3, 'b.example/x', 736672089.5, '_float', 736675689, 1, 2, 12, 'https://c.example/', NULL, NULL, 0, NULL, NULL, 'https://meet.example/1', 0);`;
const store =
  (sql: string) =>
  (db: DatabaseSync): void =>
    db.exec(SCHEMA + sql);

test("an invitation: who, for when, when noted, the pattern of QuaDream; nothing of its words", async () => {
  const { records, problems } = await parseSqlite(calendar, store(EVENTS));
  assert.deepEqual(problems, []);
  const r = records[0]!;
  assert.equal(isoUtc(r.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  const { start, end, changed, ...fields } = fieldsOf(r);
  assert.deepEqual(
    [start, end, changed].map((m) => (m as { seen: string }).seen),
    ["700000000", "700003600", "736672100"],
  );
  assert.deepEqual(fields, {
    event: 1,
    organizer: "evil@example.net",
    meeting_notes: true,
    invitees: true,
    hidden: true,
    calendar: 2,
    uid: "uid",
    uuid: "uuid",
  });
  assert.deepEqual(seen(r), ["email received evil@example.net"]);
});

test("an event of one's own: links of all its texts, an alarm, a time without a zone", async () => {
  const r = (await parseSqlite(calendar, store(EVENTS))).records[1]!;
  assert.equal(r.at, undefined);
  const { start, links, ...fields } = fieldsOf(r);
  assert.deepEqual(start, { wall: "2024-05-06T07:08:09.500000", seen: "736672089.5", precision: "us" });
  assert.deepEqual(links, [
    "https://c.example/",
    "https://meet.example/1",
    "https://a.example/",
    "b.example/x",
    "https://sitio.example/",
  ]);
  assert.deepEqual([fields.alarm, fields.own, fields.all_day, fields.meeting_notes], [true, true, true, undefined]);
  assert.deepEqual(seen(r).slice(0, 2), ["email listed yo@example.mx", "url listed https://c.example/"]);
});

test("invitees, and organizers of events that are gone, stand alone", async () => {
  const { records } = await parseSqlite(calendar, store(EVENTS));
  assert.deepEqual(
    records.slice(2).map((r) => [fieldsOf(r), seen(r), (r.origin.at as { row: number }).row]),
    [
      [{ account: "ana@example.org", event: 1, status: 1 }, ["email listed ana@example.org"], 11],
      [{ account: "gone@example.net", event: 77, organizer: true, status: 0 }, ["email received gone@example.net"], 13],
    ],
  );
});

test("words, places and names of calendars only with consent", async () => {
  const words = (content: boolean) =>
    parseSqlite(calendar, store(EVENTS), { content }).then(({ records }) =>
      records
        .flatMap((r) => [r.fields.summary, r.fields.place, r.fields.calendar_name, r.fields.account])
        .filter((v) => typeof v === "string" && !v.includes("@")),
    );
  assert.deepEqual(await words(false), []);
  assert.deepEqual(await words(true), [
    "Meeting",
    "Trabajo",
    "iCloud",
    "Comida en https://a.example/",
    "Café https://sitio.example/",
    "Trabajo",
    "iCloud",
  ]);
});

test("near misses of the pattern, an old shape of alarms, wrong types", async () => {
  const { records } = await parseSqlite(calendar, (db) =>
    db.exec(`CREATE TABLE Alarm (ROWID INTEGER PRIMARY KEY, owner_id INTEGER); INSERT INTO Alarm VALUES (1, 2);
      CREATE TABLE CalendarItem (ROWID INTEGER PRIMARY KEY, summary, description, start_date);
      INSERT INTO CalendarItem VALUES (1, 'Meeting', 'Notes ', 1), (2, 'meeting', 'Notes', 1), (3, 'Meeting', NULL, 1), (4, x'00', 7, 'x')`),
  );
  assert.deepEqual(
    records.map((r) => [r.fields.meeting_notes, r.fields.alarm]),
    [
      [undefined, undefined],
      [undefined, true],
      [undefined, undefined],
      [undefined, undefined],
    ],
  );
  for (const v of ["NULL", "1.5", "'texto'", "x'00ff'", "4611686018427387904"]) {
    const odd = await parseSqlite(
      calendar,
      store(
        `INSERT INTO CalendarItem VALUES (5, ${Array(17).fill(v).join(", ")}); INSERT INTO Participant VALUES (99, ${Array(10).fill(v).join(", ")})`,
      ),
      { content: true },
    );
    assert.equal(odd.records[0]!.kind, "event", v);
  }
});
