import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc, LIMITS } from "@contraluz/core";
import { Archiver } from "@contraluz/formats/typedstream/archiver.fixture.ts";
import { attributedBody } from "../../../../../samples/lib/typedstream.ts";
import { FILE, fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { MAX_LINKS } from "../../links.ts";
import { sms } from "./index.ts";

const SCHEMA = `
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, service TEXT NOT NULL);
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT,
  handle_id INTEGER DEFAULT 0, subject TEXT, attributedBody BLOB, service TEXT, date INTEGER, date_read INTEGER,
  is_from_me INTEGER DEFAULT 0, cache_has_attachments INTEGER DEFAULT 0);
INSERT INTO handle VALUES (1, '+525555550101', 'iMessage'), (2, 'Ana@Example.org', 'iMessage'), (3, 'BANCO', 'SMS');`;

/** 2024-05-06T07:08:09.123456789Z in ns since 2001. */
const NS = 736_672_089_123_456_789n;
type Column =
  | "text"
  | "handle_id"
  | "subject"
  | "attributedBody"
  | "service"
  | "date"
  | "date_read"
  | "is_from_me"
  | "cache_has_attachments";
type Message = Partial<Record<Column, string | number | bigint | null | Uint8Array>>;

function store(...messages: readonly Message[]): (db: DatabaseSync) => void {
  return (db) => {
    db.exec(SCHEMA);
    for (const [i, m] of messages.entries()) {
      const names = Object.keys(m) as Column[];
      db.prepare(
        `INSERT INTO message (guid, ${["date", ...names.filter((n) => n !== "date")].join(", ")}) VALUES (?, ?${", ?".repeat(names.filter((n) => n !== "date").length)})`,
      ).run(
        `guid-${i + 1}`,
        m.date === undefined ? NS : m.date,
        ...names.filter((n) => n !== "date").map((n) => m[n] ?? null),
      );
    }
  };
}
const parse = (messages: readonly Message[], content = false) => parseSqlite(sms, store(...messages), { content });
const one = async (m: Message, content = false) => (await parse([m], content)).records[0]!;

test("a received link: who, when to the nanosecond, and where it stands", async () => {
  const r = await one({
    text: "Mire https://a.example/x",
    handle_id: 1,
    service: "iMessage",
    date_read: NS + 60_000_000_000n,
    cache_has_attachments: 1,
  });
  assert.equal(isoUtc(r.at!.utc!, r.at!.precision), "2024-05-06T07:08:09.123456789Z");
  assert.equal(r.at!.seen, String(NS));
  const { read, ...fields } = fieldsOf(r);
  assert.equal((read as { seen: string }).seen, String(NS + 60_000_000_000n));
  assert.deepEqual(fields, {
    handle: "+525555550101",
    service: "iMessage",
    links: ["https://a.example/x"],
    guid: "guid-1",
    attachments: true,
  });
  assert.deepEqual(seen(r), ["url received https://a.example/x", "phone received +525555550101"]);
  assert.equal(r.origin.file, FILE);
  assert.deepEqual({ ...r.origin.at, page: 0 }, { table: "message", row: 1, page: 0, cell: 0 });
});

test("words are kept only with consent", async () => {
  const m = { text: "Hola", subject: "Asunto", handle_id: 1 };
  assert.equal(fieldsOf(await one(m)).text, undefined);
  const kept = fieldsOf(await one(m, true));
  assert.deepEqual([kept.text, kept.subject], ["Hola", "Asunto"]);
});

test("text NULL: the words are in attributedBody", async () => {
  const r = await one({ attributedBody: attributedBody("Vea https://b.example/1 ya"), handle_id: 2 }, true);
  assert.deepEqual(fieldsOf(r).links, ["https://b.example/1"]);
  assert.equal(r.fields.text, "Vea https://b.example/1 ya");
  assert.equal(r.fields.source, "attributedBody");
  assert.deepEqual(seen(r), ["url received https://b.example/1", "email received Ana@Example.org"]);
  assert.deepEqual((await one({ text: "", attributedBody: attributedBody("https://b.example/2") })).fields.links, [
    "https://b.example/2",
  ]);
});

test("a link in any of the texts is found: in a formatted text that differs, in the subject", async () => {
  const r = await one({
    text: "hola",
    attributedBody: attributedBody("ve https://b.example/"),
    subject: "c.example/x",
    handle_id: 0,
  });
  assert.deepEqual(r.fields.links, ["https://b.example/", "c.example/x"]);
  assert.equal(r.fields.source, undefined);
  const same = "https://b.example/";
  assert.deepEqual((await one({ text: same, attributedBody: attributedBody(same) })).fields.links, [same]);
});

/** A formatted text whose whole is marked with the link. */
function marked(text: string, link: string): Uint8Array {
  const a = new Archiver();
  a.object({}, ["NSAttributedString", "NSObject"], () => {
    a.string(text);
    a.shared("iI").int(1).int(text.length);
    a.dictionary([["__kIMLinkAttributeName", () => a.url(link)]]);
  });
  return a.done();
}

test("the target of a marked link counts, not the words; what iOS marks by itself does not", async () => {
  for (const [link, found] of [
    ["https://evil.example/x", ["https://evil.example/x"]],
    ["itms-services://?url=x", ["itms-services://?url=x"]],
    ["evil.example:8443/x", ["evil.example:8443/x"]],
    [`https://${"a".repeat(5000)}@evil.example/`, ["https://evil.example/"]],
    ["tel:128874", undefined],
    ["mailto:ana@example.org", undefined],
    ["x-apple-data-detectors://0", undefined],
  ] as const)
    for (const text of ["mira aquí", null])
      assert.deepEqual((await one({ text, attributedBody: marked("mira aquí", link) })).fields.links, found, link);
});

test("messages without a known correspondent are records all the same", async () => {
  const { records } = await parse([
    { text: "https://a.example/", handle_id: 0 },
    { text: "https://a.example/", handle_id: null },
    { text: "https://a.example/", handle_id: 99 },
    { text: "https://a.example/", handle_id: "x" },
    { text: "https://a.example/", handle_id: 2n ** 60n },
  ]);
  assert.equal(records.length, 5);
  for (const r of records) assert.deepEqual(seen(r), ["url received https://a.example/"]);
  assert.deepEqual(seen(await one({ text: "su saldo", handle_id: 3 })), []);
});

test("what this phone sent: the link is only mentioned, the account was in contact", async () => {
  const r = await one({ text: "https://a.example/", handle_id: 2, is_from_me: 1 });
  assert.deepEqual(seen(r), ["url listed https://a.example/", "email looked-up Ana@Example.org"]);
});

test("dates: nanoseconds, seconds, 0, NULL, absurd", async () => {
  const at = async (date: Message["date"]) => {
    const r = await one({ text: "x", date: date! });
    return r.at && isoUtc(r.at.utc!, r.at.precision);
  };
  assert.equal(await at(736_672_089), "2024-05-06T07:08:09Z");
  assert.equal(await at(736_672_089.5), "2024-05-06T07:08:09.500000Z");
  assert.equal(await at(7.36672089e17), "2024-05-06T07:08:09.000000000Z");
  for (const bad of [0, null, 2n ** 63n - 1n, -(2n ** 63n), Number.POSITIVE_INFINITY, "ayer", new Uint8Array(8)])
    assert.equal(await at(bad), undefined, String(bad));
});

test("wrong types in every column give a record and no exception", async () => {
  for (const v of [null, 1.5, "texto", new Uint8Array([0, 255]), 2n ** 62n]) {
    const { records } = await parse(
      [
        {
          text: v,
          handle_id: v,
          subject: v,
          attributedBody: v,
          service: v,
          date: v,
          date_read: v,
          is_from_me: v,
          cache_has_attachments: v,
        },
      ],
      true,
    );
    assert.equal(records.length, 1);
    assert.equal(records[0]!.fields.from_me, undefined);
  }
});

test("a damaged formatted text is a problem only where it hides the words", async () => {
  const broken = new Uint8Array([4, 11, 1, 2, 3]);
  const alone = await parse([{ attributedBody: broken }]);
  assert.deepEqual(
    alone.problems.map((p) => [p.code, p.lost]),
    [["typedstream-damaged", "row"]],
  );
  assert.equal(alone.records.length, 1);
  assert.deepEqual(
    (await parse([{ text: "hola", attributedBody: broken }, { attributedBody: new Uint8Array(0) }, {}])).problems,
    [],
  );
});

test("texts without end: cut, still matched, and what is left out is said", async () => {
  const long = "a".repeat(1_000_000);
  const r = await one({ text: `https://${long}@evil.example/${long}` }, true);
  assert.deepEqual(r.fields.links, [`https://evil.example/${long}`.slice(0, LIMITS.text)]);
  assert.equal(r.observables[0]!.value.length, LIMITS.text);
  const many = await parse([{ text: Array.from({ length: 10_000 }, (_, i) => `https://h${i}.example`).join(" ") }]);
  assert.equal(many.records[0]!.observables.length, MAX_LINKS);
  assert.deepEqual(
    many.problems.map((p) => [p.code, p.lost]),
    [["record-limit", "bytes"]],
  );
});

test("NUL and control characters stay in the text and out of the link", async () => {
  const r = await one({ text: "a\u0000b https://a.example/x\u0000y \u001b[2J\u202e", handle_id: 1 }, true);
  assert.deepEqual(r.fields.links, ["https://a.example/x"]);
  assert.equal(r.fields.text, "a\u0000b https://a.example/x\u0000y \u001b[2J\u202e");
});

test("columns that say more may be missing; those that carry the words and the table itself may not", async () => {
  const old = await parseSqlite(sms, (db) => {
    db.exec("CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT); INSERT INTO handle VALUES (1, '12345')");
    db.exec(
      "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, attributedBody BLOB, handle_id INTEGER, date INTEGER)",
    );
    db.exec("INSERT INTO message VALUES (5, 'http://a.example/', NULL, 1, 300000000)");
  });
  assert.deepEqual(seen(old.records[0]!), ["url received http://a.example/", "phone received 12345"]);
  assert.equal(isoUtc(old.records[0]!.at!.utc!, "s"), "2010-07-05T05:20:00Z");
  assert.deepEqual(old.problems, []);
  const blind = await parseSqlite(sms, (db) => {
    db.exec("CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT)");
    db.exec("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, body TEXT, attributedBody BLOB, handle_id INTEGER)");
  });
  assert.deepEqual(
    blind.problems.map((p) => [p.code, p.expected, p.lost]),
    [["sqlite-column-missing", "message.text", "file"]],
  );
  const none = await parseSqlite(sms, (db) => db.exec("CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT)"));
  assert.deepEqual(
    none.problems.map((p) => [p.code, p.expected, p.lost]),
    [["sqlite-table-missing", "message", "file"]],
  );
});

test("messages that are only in the write-ahead log are read, and their origin says so", async () => {
  const { records } = await parseSqlite(sms, store({ text: "vieja" }), {
    onlyInWal: (db) => db.exec("INSERT INTO message (guid, text, date) VALUES ('w', 'https://w.example/', 1)"),
  });
  assert.equal(records.length, 2);
  assert.equal((records[1]!.origin.at as { in?: string }).in, "wal");
});
