import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc, LIMITS, type Moment } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { MAX_LINKS } from "../../links.ts";
import { whatsapp } from "./index.ts";

/** The columns that are read, and some that are not, as an app of 2023 makes them. */
const SCHEMA = `
CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZARCHIVED INTEGER, ZHIDDEN INTEGER,
  ZMESSAGECOUNTER INTEGER, ZREMOVED INTEGER, ZSESSIONTYPE INTEGER, ZGROUPINFO INTEGER, ZLASTMESSAGEDATE TIMESTAMP,
  ZCONTACTJID VARCHAR, ZLASTMESSAGETEXT VARCHAR, ZPARTNERNAME VARCHAR);
CREATE TABLE ZWAGROUPINFO (Z_PK INTEGER PRIMARY KEY, ZCHATSESSION INTEGER, ZCREATIONDATE TIMESTAMP,
  ZCREATORJID VARCHAR, ZOWNERJID VARCHAR);
CREATE TABLE ZWAGROUPMEMBER (Z_PK INTEGER PRIMARY KEY, ZISACTIVE INTEGER, ZISADMIN INTEGER, ZCHATSESSION INTEGER,
  ZCONTACTNAME VARCHAR, ZMEMBERJID VARCHAR);
CREATE TABLE ZWAMEDIAITEM (Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZAUTHORNAME VARCHAR, ZMEDIALOCALPATH VARCHAR,
  ZMEDIAURL VARCHAR, ZTITLE VARCHAR, ZVCARDSTRING VARCHAR, ZMETADATA BLOB);
CREATE TABLE ZWAMESSAGEDATAITEM (Z_PK INTEGER PRIMARY KEY, ZMESSAGE INTEGER, ZCONTENT1 VARCHAR, ZCONTENT2 VARCHAR,
  ZMATCHEDTEXT VARCHAR, ZSUMMARY VARCHAR, ZTITLE VARCHAR);
CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZGROUPEVENTTYPE INTEGER, ZISFROMME INTEGER, ZMESSAGESTATUS INTEGER,
  ZMESSAGETYPE INTEGER, ZCHATSESSION INTEGER, ZGROUPMEMBER INTEGER, ZMESSAGEDATE TIMESTAMP, ZSENTDATE TIMESTAMP,
  ZFROMJID VARCHAR, ZSTANZAID VARCHAR, ZTEXT VARCHAR, ZTOJID VARCHAR);
CREATE TABLE ZWABLACKLISTITEM (Z_PK INTEGER PRIMARY KEY, ZJID VARCHAR);
CREATE TABLE ZWAPROFILEPICTUREITEM (Z_PK INTEGER PRIMARY KEY, ZREQUESTDATE TIMESTAMP, ZJID VARCHAR, ZPATH VARCHAR);
INSERT INTO ZWAGROUPINFO VALUES (1, 2, 700000000, '14155550101@s.whatsapp.net', NULL);
INSERT INTO ZWACHATSESSION VALUES
  (1, 4, 0, 0, 3, 0, 0, NULL, 736672089.25, '5215512345678@s.whatsapp.net', 'x', 'Ana'),
  (2, 4, 1, 0, 9, 1, 1, 1, 736672090, '120363023356659014@g.us', NULL, 'Vecinos');
INSERT INTO ZWAGROUPMEMBER VALUES (7, 1, 1, 2, 'Beto', '14155550101@s.whatsapp.net'), (8, 0, 0, 2, '', '205690463334636@lid');`;

type Value = string | number | bigint | null | Uint8Array;
type Message = { readonly [column: string]: Value };

const ANA = "5215512345678@s.whatsapp.net";
/** 2024-05-06T07:08:09.25Z. */
const DATE = 736_672_089.25;

function insert(db: DatabaseSync, table: string, row: Message): void {
  const names = Object.keys(row);
  db.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => "?").join()})`).run(
    ...Object.values(row),
  );
}

function store(messages: readonly Message[], more?: (db: DatabaseSync) => void): (db: DatabaseSync) => void {
  return (db) => {
    db.exec(SCHEMA);
    for (const m of messages) insert(db, "ZWAMESSAGE", { ZMESSAGEDATE: DATE, ...m });
    more?.(db);
  };
}

async function parse(messages: readonly Message[], content = false, more?: (db: DatabaseSync) => void) {
  const { records, problems } = await parseSqlite(whatsapp, store(messages, more), { content });
  return { all: records, problems, messages: records.filter((r) => r.kind === "message") };
}
const one = async (m: Message, content = false) => (await parse([m], content)).messages[0]!;

test("a received message: who, when to the part of a second, links, where it stands; no word without consent", async () => {
  const m = {
    ZTEXT: "Mira https://a.example/x",
    ZISFROMME: 0,
    ZFROMJID: ANA,
    ZCHATSESSION: 1,
    ZMESSAGESTATUS: 8,
    ZSENTDATE: DATE + 60,
    ZSTANZAID: "3A0233C70A09240B51B5",
  };
  const r = await one(m);
  assert.equal(isoUtc(r.at!.utc!, r.at!.precision), "2024-05-06T07:08:09.250000Z");
  const { noted, ...fields } = fieldsOf(r);
  assert.equal(isoUtc((noted as Moment).utc!, "us"), "2024-05-06T07:09:09.250000Z");
  assert.deepEqual(fields, {
    who: ANA,
    chat: 1,
    links: ["https://a.example/x"],
    status: 8,
    id: "3A0233C70A09240B51B5",
  });
  assert.deepEqual(seen(r), ["url received https://a.example/x", "phone received 5215512345678@s.whatsapp.net"]);
  assert.deepEqual({ ...r.origin.at, page: 0 }, { table: "ZWAMESSAGE", row: 1, page: 0, cell: 0 });
  assert.equal((await one(m, true)).fields.text, "Mira https://a.example/x");
});

test("chats, groups and their members: names only with consent", async () => {
  const { all } = await parse([]);
  assert.deepEqual(
    all.map((r) => [r.kind, { ...fieldsOf(r), created: undefined }, seen(r)]),
    [
      [
        "chat",
        { chat: 1, who: ANA, type: 0, messages: 3, created: undefined },
        ["phone listed 5215512345678@s.whatsapp.net"],
      ],
      [
        "chat",
        {
          chat: 2,
          who: "120363023356659014@g.us",
          type: 1,
          messages: 9,
          creator: "14155550101@s.whatsapp.net",
          archived: true,
          removed: true,
          created: undefined,
        },
        ["phone listed 14155550101@s.whatsapp.net"],
      ],
      [
        "member",
        { chat: 2, who: "14155550101@s.whatsapp.net", admin: true, created: undefined },
        ["phone listed 14155550101@s.whatsapp.net"],
      ],
      ["member", { chat: 2, who: "205690463334636@lid", left: true, created: undefined }, []],
    ],
  );
  assert.equal(isoUtc((all[1]!.fields.created as Moment).utc!, "s"), "2023-03-08T20:26:40Z");
  assert.deepEqual(
    (await parse([], true)).all.map((r) => r.fields.name),
    ["Ana", "Vecinos", "Beto", ""],
  );
});

test("what this account sent is only mentioned; in a group the member wrote, not the group", async () => {
  const sent = await one({ ZTEXT: "https://a.example/", ZISFROMME: 1, ZTOJID: "14155550100@s.whatsapp.net" });
  assert.deepEqual(seen(sent), ["url listed https://a.example/", "phone looked-up 14155550100@s.whatsapp.net"]);
  const group = { ZISFROMME: 0, ZFROMJID: "120363023356659014@g.us", ZCHATSESSION: 2 };
  const member = await one({ ...group, ZGROUPMEMBER: 7 });
  assert.deepEqual(
    [member.fields.who, seen(member)],
    ["14155550101@s.whatsapp.net", ["phone received 14155550101@s.whatsapp.net"]],
  );
  const unknown = await one({ ...group, ZGROUPMEMBER: 99 });
  assert.deepEqual([unknown.fields.who, seen(unknown)], ["120363023356659014@g.us", []]);
});

test("links in captions, previews, cards and file addresses count; WhatsApp's own file addresses do not", async () => {
  const { messages, all } = await parse([{ ZISFROMME: 0 }, { ZISFROMME: 1 }], false, (db) => {
    insert(db, "ZWAMEDIAITEM", {
      ZMESSAGE: 1,
      ZMEDIAURL: "https://mmg.whatsapp.net/v/t62.7118-24/f1.enc?ccb=11-4&oh=01_x",
      ZTITLE: "foto https://caption.example/",
      ZVCARDSTRING: "BEGIN:VCARD\r\nURL:https://card.example/x\r\nEND:VCARD",
      ZMEDIALOCALPATH: "Media/a/b.pdf",
    });
    insert(db, "ZWAMESSAGEDATAITEM", {
      ZMESSAGE: 1,
      ZCONTENT1: "https://one.example/",
      ZMATCHEDTEXT: "matched.example/x",
      ZSUMMARY: "https://one.example/",
    });
    insert(db, "ZWAMEDIAITEM", { ZMESSAGE: 2, ZMEDIAURL: "https://mmg.whatsapp.net@evil.example/" });
    insert(db, "ZWAMEDIAITEM", { ZMESSAGE: 3, ZMEDIAURL: "https://mmg-fna.whatsapp.net/d/f/a.enc" });
    insert(db, "ZWAMESSAGEDATAITEM", { ZMESSAGE: 77, ZCONTENT2: "https://gone.example/" });
    insert(db, "ZWAMESSAGEDATAITEM", { ZMESSAGE: null, ZCONTENT2: "https://nowhere.example/" });
    insert(db, "ZWAMEDIAITEM", { ZMESSAGE: 78, ZMEDIALOCALPATH: "Media/gone.jpg" });
  });
  assert.deepEqual(messages[0]!.fields.links, [
    "https://caption.example/",
    "https://card.example/x",
    "https://one.example/",
    "matched.example/x",
  ]);
  assert.equal(messages[0]!.fields.file, "Media/a/b.pdf");
  assert.deepEqual(seen(messages[1]!), ["url listed https://mmg.whatsapp.net@evil.example/"]);
  assert.deepEqual(
    all.filter((r) => r.kind === "attachment").map((r) => [fieldsOf(r), seen(r)]),
    [
      [{ links: ["https://nowhere.example/"] }, ["url listed https://nowhere.example/"]],
      [{ message: 77, links: ["https://gone.example/"] }, ["url listed https://gone.example/"]],
    ],
  );
});

test("links in what a message quotes and in its buttons, which lie in a message of their own format", async () => {
  const bytes = (s: string) => [...Buffer.from(s)];
  const field = (n: number, body: readonly number[]) => [(n << 3) | 2, body.length, ...body];
  const inner = field(1, bytes("Mira https://quoted.example/a"));
  const button = field(2, [...field(4, bytes("https://button.example/b")), 0x10, 7]);
  const metadata = Uint8Array.from([
    ...field(5, bytes("3A26649A0A496377CB01")),
    0x78,
    0x01,
    ...field(8, inner),
    ...field(6, button),
    ...field(4, bytes("https://mmg.whatsapp.net/v/t62.7118-24/x.enc?ccb=11")),
  ]);
  const linksOf = async (ZMETADATA: Uint8Array) =>
    (await parse([{ ZISFROMME: 0 }], false, (db) => insert(db, "ZWAMEDIAITEM", { ZMESSAGE: 1, ZMETADATA })))
      .messages[0]!.fields.links;
  assert.deepEqual(await linksOf(metadata), ["https://quoted.example/a", "https://button.example/b"]);
  // Cut off inside a field: the whole is read as text, and a letter of what stands between can cling to a link's end.
  const cut = Uint8Array.from([...field(8, inner), ...field(6, button)].slice(0, -4));
  assert.deepEqual(await linksOf(cut), ["https://quoted.example/a2", "https://button.example"]);
  assert.equal(await linksOf(new Uint8Array(0)), undefined);
  let deep = bytes("https://deep.example/");
  for (let i = 0; i < 30; i++) deep = field(1, deep);
  assert.deepEqual(await linksOf(Uint8Array.from(deep)), ["https://deep.example/"]);
  // A text whose letters happen to be a message: `%http` is a number of four bytes, `:/` begins a field of 47.
  const tricky = `%http://evil.example/${"a".repeat(34)}`;
  assert.deepEqual(await linksOf(Uint8Array.from(field(8, bytes(tricky)))), [tricky.slice(1)]);
});

test("whose devices, which ones: the list of this phone's account is marked", async () => {
  // As in a real store: `5215512345678:0@…`, key index 1; then with :0 and :12; then a list without devices.
  const list = (...jids: readonly string[]): string => {
    const device = (jid: string) => [0x0a, jid.length + 6, 0x0a, jid.length, ...Buffer.from(jid), 0x10, 1, 0x18, 0];
    const bytes = [...jids.flatMap(device), 0x10, 1, 0x18, 0, 0x20, 0xef, 0xbe, 0x91, 0xa1, 0x06, 0x28, 0];
    return Buffer.from(bytes).toString("base64");
  };
  const own = "525500000001@s.whatsapp.net";
  const { all } = await parse([{ ZISFROMME: 0, ZTOJID: own, ZMESSAGETYPE: 10 }], false, (db) => {
    for (const [jid, path] of [
      [ANA, "Media/Profile/5215512345678-1683042868"],
      [`a_${ANA}`, list("5215512345678:0@s.whatsapp.net")],
      [`a_${own}`, list("525500000001:0@s.whatsapp.net", "525500000001:12@s.whatsapp.net")],
      ["a_1@s.whatsapp.net", "GAAg9qe2oQYoADAAOAA="],
      ["a_2@s.whatsapp.net", "////////"],
      ["a_3@s.whatsapp.net", "CiIK"],
      ["a_4@s.whatsapp.net", "x".repeat(100_000)],
      ["a_5@s.whatsapp.net", null],
      [`om_${ANA}_3A`, list("5215512345678:0@s.whatsapp.net")],
    ] as const)
      insert(db, "ZWAPROFILEPICTUREITEM", { ZJID: jid, ZPATH: path });
  });
  const lists = all.filter((r) => r.kind === "devices");
  assert.deepEqual(lists.map(fieldsOf), [
    { who: ANA, devices: [0] },
    { who: own, own: true, devices: [0, 12] },
  ]);
  assert.equal(isoUtc(lists[0]!.at!.utc!, "s"), "2023-03-29T15:55:27Z");
});

test("a message of this account whose number another kind of device gave", async () => {
  const writer = async (ZSTANZAID: string, ZISFROMME = 1) => (await one({ ZSTANZAID, ZISFROMME })).fields.writer;
  assert.equal(await writer("3EB08BC039A8F4173A55"), "web");
  assert.equal(await writer("3EB0F513CA2F3372B995CA"), "web");
  assert.equal(await writer("4E5F598CCC63017C6780BE5B70701C72"), "android");
  for (const id of ["3AF7EC9A6A423B11E6F3", "00000000000000000013", "", "3EB0", "3EB0 x"])
    assert.equal(await writer(id), undefined, id);
  assert.equal(await writer("3EB08BC039A8F4173A55", 0), undefined);
});

test("whom a group event names wrote nothing; a missed call did come in", async () => {
  const from = { ZISFROMME: 0, ZCHATSESSION: 2, ZGROUPMEMBER: 7 };
  const { messages } = await parse([
    { ...from, ZMESSAGETYPE: 6, ZGROUPEVENTTYPE: 2 },
    { ...from, ZMESSAGETYPE: 10 },
  ]);
  assert.deepEqual(messages.map(seen), [
    ["phone listed 14155550101@s.whatsapp.net"],
    ["phone received 14155550101@s.whatsapp.net"],
  ]);
});

test("events of groups keep their number; blocked accounts are listed", async () => {
  const { messages, all } = await parse(
    [
      { ZMESSAGETYPE: 6, ZGROUPEVENTTYPE: 12 },
      { ZMESSAGETYPE: 0, ZGROUPEVENTTYPE: 2 },
    ],
    false,
    (db) => insert(db, "ZWABLACKLISTITEM", { ZJID: "14155550109@s.whatsapp.net" }),
  );
  assert.deepEqual(
    messages.map((r) => [r.fields.type, r.fields.event]),
    [
      [6, 12],
      [undefined, undefined],
    ],
  );
  assert.deepEqual(all.filter((r) => r.kind === "blocked").flatMap(seen), ["phone listed 14155550109@s.whatsapp.net"]);
});

test("wrong types in every column of every table give records and no exception", async () => {
  for (const v of [null, 1.5, "texto", new Uint8Array([0, 255]), 2n ** 62n, Number.POSITIVE_INFINITY]) {
    const { problems, ok } = await parseSqlite(
      whatsapp,
      store([], (db) => {
        db.exec("DELETE FROM ZWACHATSESSION; DELETE FROM ZWAGROUPMEMBER");
        for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
          name: string;
        }[]) {
          const columns = (db.prepare(`SELECT name FROM pragma_table_info(?)`).all(name) as { name: string }[])
            .map((c) => c.name)
            .filter((c) => c !== "Z_PK");
          insert(db, name, Object.fromEntries(columns.map((c) => [c, v])));
        }
      }),
      { content: true },
    );
    assert.deepEqual([problems, ok], [[], true]);
  }
});

test("texts without end: cut, still matched, and what is left out is said", async () => {
  const long = "a".repeat(1_000_000);
  const r = await one({ ZTEXT: `https://${long}@evil.example/${long}`, ZISFROMME: 0 }, true);
  assert.deepEqual(r.fields.links, [`https://evil.example/${long}`.slice(0, LIMITS.text)]);
  const many = Array.from({ length: 3000 }, (_, i) => `https://h${i}.example`);
  const both = await parse([{ ZTEXT: many.slice(0, 900).join(" ") }], false, (db) =>
    insert(db, "ZWAMESSAGEDATAITEM", { ZMESSAGE: 1, ZCONTENT1: many.slice(900).join(" ") }),
  );
  assert.equal(both.messages[0]!.observables.length, MAX_LINKS);
  assert.deepEqual(
    both.problems.map((p) => [p.code, p.lost]),
    [
      ["record-limit", "bytes"],
      ["record-limit", "bytes"],
    ],
  );
});

test("an old store with the tables and columns that every version has; a store without words is a problem", async () => {
  const old = await parseSqlite(whatsapp, (db) => {
    db.exec("CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, ZCONTACTJID TEXT)");
    db.exec("CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZISFROMME INTEGER, ZMESSAGEDATE REAL, ZTEXT TEXT)");
    db.exec("INSERT INTO ZWAMESSAGE VALUES (1, 0, 300000000, 'http://a.example/')");
  });
  assert.deepEqual([old.records.map(seen), old.problems], [[["url received http://a.example/"]], []]);
  const blind = await parseSqlite(whatsapp, (db) => {
    db.exec("CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, ZCONTACTJID TEXT)");
    db.exec("CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZISFROMME INTEGER, ZMESSAGEDATE REAL, ZBODY TEXT)");
  });
  assert.deepEqual(
    blind.problems.map((p) => [p.code, p.expected]),
    [["sqlite-column-missing", "ZWAMESSAGE.ZTEXT"]],
  );
});

test("messages that are only in the write-ahead log are read, with files that stand beside them", async () => {
  const { records } = await parseSqlite(whatsapp, store([{ ZTEXT: "hola" }]), {
    onlyInWal: (db) => {
      db.exec("INSERT INTO ZWAMESSAGE (ZISFROMME, ZTEXT, ZMESSAGEDATE) VALUES (0, 'https://w.example/', 1)");
      db.exec("INSERT INTO ZWAMEDIAITEM (ZMESSAGE, ZTITLE) VALUES (1, 'https://m.example/')");
    },
  });
  assert.deepEqual(
    records.filter((r) => r.kind === "message").map((r) => r.fields.links),
    [["https://m.example/"], ["https://w.example/"]],
  );
});
