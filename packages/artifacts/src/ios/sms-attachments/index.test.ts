import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { smsAttachments } from "./index.ts";

const SCHEMA = `
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, handle_id INTEGER, date INTEGER, is_from_me INTEGER);
CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER, UNIQUE(message_id, attachment_id));
CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, created_date INTEGER, filename TEXT, uti TEXT, mime_type TEXT,
  transfer_state INTEGER, is_outgoing INTEGER, transfer_name TEXT, total_bytes INTEGER, is_sticker INTEGER, hide_attachment INTEGER);
INSERT INTO handle VALUES (1, '+525555550101');
INSERT INTO message VALUES (20, 1, 736672089123456789, 0), (21, 1, 736672089123456789, 1), (22, 1, 1, 0);`;
const store =
  (sql: string) =>
  (db: DatabaseSync): void =>
    db.exec(SCHEMA + sql);
const parse = (sql: string) => parseSqlite(smsAttachments, store(sql));

test("a received file: where it lies, who sent it, when", async () => {
  const { records, problems } = await parse(
    `INSERT INTO attachment VALUES (3, 'at_3', 736672000, '~/Library/SMS/Attachments/0a/10/X/IMG.heic', 'public.heic', 'image/heic', 5, 0, 'IMG.heic', 99, 0, 0);
     INSERT INTO message_attachment_join VALUES (20, 3)`,
  );
  assert.deepEqual(problems, []);
  const r = records[0]!;
  assert.equal(isoUtc(r.at!.utc!, "s"), "2024-05-06T07:06:40Z");
  const { sent, ...fields } = fieldsOf(r);
  assert.equal((sent as { seen: string }).seen, "736672089123456789");
  assert.deepEqual(fields, {
    path: "~/Library/SMS/Attachments/0a/10/X/IMG.heic",
    outgoing: false,
    message: 20,
    handle: "+525555550101",
    uti: "public.heic",
    mime: "image/heic",
    size: 99,
    state: 5,
    guid: "at_3",
  });
  assert.deepEqual(seen(r), [
    "file-path received ~/Library/SMS/Attachments/0a/10/X/IMG.heic",
    "phone received +525555550101",
  ]);
});

test("what this phone sent is only on a list; its own direction counts more than the message's", async () => {
  const { records } = await parse(
    `INSERT INTO attachment (ROWID, filename, is_outgoing) VALUES (1, '/a/b', 1), (2, '/a/c', 0), (3, '/a/d', NULL);
     INSERT INTO message_attachment_join VALUES (20, 1), (21, 2), (21, 3)`,
  );
  assert.deepEqual(
    records.map((r) => [r.fields.outgoing, ...seen(r)]),
    [
      [true, "file-path listed /a/b"],
      [false, "file-path received /a/c", "phone received +525555550101"],
      [true, "file-path listed /a/d"],
    ],
  );
});

test("an attachment without a message says so, with the date of its own; a name that the path does not say is kept", async () => {
  const { records } = await parse(
    `INSERT INTO attachment (ROWID, filename, transfer_name, created_date, is_sticker, hide_attachment) VALUES (1, '/var/tmp/x-1', 'contrato.pdf', 0, 1, 1), (2, '/b', NULL, 1, 0, 0);
     INSERT INTO message_attachment_join VALUES (999, 1)`,
  );
  assert.deepEqual(records.map(fieldsOf), [
    {
      path: "/var/tmp/x-1",
      outgoing: false,
      message: 999,
      orphan: true,
      name: "contrato.pdf",
      sticker: true,
      hidden: true,
    },
    { path: "/b", outgoing: false, orphan: true },
  ]);
  assert.equal(records[0]!.at, undefined);
});

test("nothing is an orphan where the tables that would show it are missing", async () => {
  const { records, problems } = await parseSqlite(smsAttachments, (db) =>
    db.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id); CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text);
      CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY, filename); INSERT INTO attachment VALUES (1, '/a')`),
  );
  assert.deepEqual([problems, records.map(fieldsOf)], [[], [{ path: "/a", outgoing: false }]]);
});

test("wrong types in every column give a record and no exception", async () => {
  for (const v of ["NULL", "1.5", "'texto'", "x'00ff'", "4611686018427387904"]) {
    const { records } = await parse(
      `INSERT INTO attachment VALUES (1, ${Array(11).fill(v).join(", ")}); INSERT INTO message_attachment_join VALUES (${v}, ${v}), (${v}, 1)`,
    );
    assert.equal(records.length, 1, v);
  }
});
