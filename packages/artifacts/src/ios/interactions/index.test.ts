import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { interactions } from "./index.ts";

const T = 736_672_089.25;
const SCHEMA = `
CREATE TABLE ZINTERACTIONS (Z_PK INTEGER PRIMARY KEY, ZDIRECTION INTEGER, ZISRESPONSE INTEGER, ZMECHANISM INTEGER, ZSENDER INTEGER,
  ZCREATIONDATE TIMESTAMP, ZENDDATE TIMESTAMP, ZSTARTDATE TIMESTAMP, ZACCOUNT VARCHAR, ZBUNDLEID VARCHAR, ZCONTENTURL VARCHAR,
  ZDOMAINIDENTIFIER VARCHAR, ZGROUPNAME VARCHAR, ZTARGETBUNDLEID VARCHAR);
CREATE TABLE ZCONTACTS (Z_PK INTEGER PRIMARY KEY, ZINCOMINGSENDERCOUNT INTEGER, ZOUTGOINGRECIPIENTCOUNT INTEGER,
  ZCREATIONDATE TIMESTAMP, ZFIRSTINCOMINGSENDERDATE TIMESTAMP, ZDISPLAYNAME VARCHAR, ZIDENTIFIER VARCHAR, ZCUSTOMIDENTIFIER VARCHAR);
CREATE TABLE ZATTACHMENT (Z_PK INTEGER PRIMARY KEY, ZSIZEINBYTES INTEGER, ZCONTENTTEXT VARCHAR, ZCONTENTURL VARCHAR, ZUTI VARCHAR);
CREATE TABLE Z_1INTERACTIONS (Z_1ATTACHMENTS INTEGER, Z_3INTERACTIONS INTEGER, PRIMARY KEY (Z_1ATTACHMENTS, Z_3INTERACTIONS));
CREATE TABLE Z_2INTERACTIONRECIPIENT (Z_2RECIPIENTS INTEGER, Z_3INTERACTIONRECIPIENT INTEGER, PRIMARY KEY (Z_2RECIPIENTS, Z_3INTERACTIONRECIPIENT));
INSERT INTO ZCONTACTS VALUES (1, 4, 2, ${T}, ${T}, 'Ana', '+525555550101', NULL), (2, 0, 1, ${T}, NULL, 'Beto', 'beto@example.org', NULL),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, 'BANCO');`;
const store =
  (sql: string) =>
  (db: DatabaseSync): void =>
    db.exec(SCHEMA + sql);
const BOTH = `
INSERT INTO ZINTERACTIONS VALUES (10, 0, 0, 13, 1, ${T + 1}, ${T + 2.5}, ${T}, 'yo@example.mx', 'com.apple.MobileSMS', NULL, 'iMessage;-;+525555550101', 'Familia', NULL),
  (11, 1, 1, 13, NULL, ${T + 7200}, ${T}, ${T}, NULL, 'com.apple.MobileSMS', 'https://a.example/x', NULL, NULL, 'com.example.app');
INSERT INTO Z_2INTERACTIONRECIPIENT VALUES (1, 11), (2, 11), (99, 11), (2, 12);
INSERT INTO ZATTACHMENT VALUES (5, 100, 'mira', 'https://b.example/', 'public.url'), (6, 7, NULL, NULL, 'public.jpeg'), (7, 7, NULL, 'https://c.example/', NULL);
INSERT INTO Z_1INTERACTIONS VALUES (5, 10), (6, 11);`;

test("what came in and what went out, with people by their account, times to the microsecond", async () => {
  const { records, problems } = await parseSqlite(interactions, store(BOTH));
  assert.deepEqual(problems, []);
  const [one, two] = records.filter((r) => r.kind === "interaction");
  assert.equal(isoUtc(one!.at!.utc!, one!.at!.precision), "2024-05-06T07:08:09.250000Z");
  assert.deepEqual(fieldsOf(one!), {
    app: "com.apple.MobileSMS",
    outgoing: false,
    from: "+525555550101",
    conversation: "iMessage;-;+525555550101",
    account: "yo@example.mx",
    lasted: 2.5,
    mechanism: 13,
    attachments: true,
  });
  const { created, ...rest } = fieldsOf(two!);
  assert.equal((created as { seen: string }).seen, String(T + 7200));
  assert.deepEqual(rest, {
    app: "com.apple.MobileSMS",
    outgoing: true,
    to: ["+525555550101", "beto@example.org"],
    mechanism: 13,
    response: true,
    target: "com.example.app",
    link: "https://a.example/x",
    attachments: true,
  });
  assert.deepEqual([seen(one!), seen(two!)], [[], ["url listed https://a.example/x"]]);
});

test("a correspondent is said once: received only from who wrote, contact with whom was written to", async () => {
  const { records } = await parseSqlite(interactions, store(BOTH));
  const people = records.filter((r) => r.kind === "contact");
  assert.deepEqual(people.map(seen), [["phone received +525555550101"], ["email looked-up beto@example.org"], []]);
  assert.deepEqual(
    people.map((r) => [r.fields.contact, r.fields.identifier, r.fields.wrote, r.fields.name]),
    [
      [1, "+525555550101", 4, undefined],
      [2, "beto@example.org", 0, undefined],
      [3, "BANCO", undefined, undefined],
    ],
  );
});

test("an attachment has the time and the direction of its interaction", async () => {
  const { records } = await parseSqlite(interactions, store(BOTH));
  assert.deepEqual(
    records
      .filter((r) => r.kind === "attachment")
      .map((r) => [r.fields.interaction, r.fields.outgoing, r.at?.seen, ...seen(r)]),
    [
      [10, false, String(T), "url received https://b.example/"],
      [11, true, String(T)],
      [undefined, undefined, undefined, "url listed https://c.example/"],
    ],
  );
});

test("names, groups and texts only with consent", async () => {
  const words = (content: boolean) =>
    parseSqlite(interactions, store(BOTH), { content }).then(({ records }) =>
      records.flatMap((r) => [r.fields.name, r.fields.group, r.fields.text]).filter((v) => v !== undefined),
    );
  assert.deepEqual(await words(false), []);
  assert.deepEqual(await words(true), ["Ana", "Beto", "Familia", "mira"]);
});

test("the shape of another model, and databases without joins", async () => {
  const { records, problems } = await parseSqlite(interactions, (db) =>
    db.exec(`CREATE TABLE ZCONTACTS (Z_PK INTEGER PRIMARY KEY, ZIDENTIFIER); INSERT INTO ZCONTACTS VALUES (1, '123');
      CREATE TABLE Z_2INTERACTIONRECIPIENT (Z_2RECIPIENTS, Z_4INTERACTIONRECIPIENT); INSERT INTO Z_2INTERACTIONRECIPIENT VALUES (1, 9);
      CREATE TABLE ZINTERACTIONS (Z_PK INTEGER PRIMARY KEY, ZSTARTDATE, ZBUNDLEID); INSERT INTO ZINTERACTIONS VALUES (9, 1, 'a')`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[1]!), { app: "a", to: "123" });
});

test("wrong types in every column give records and no exception", async () => {
  for (const v of ["NULL", "1.5", "'texto'", "x'00ff'", "4611686018427387904", "9e999"]) {
    const { records } = await parseSqlite(
      interactions,
      store(`INSERT INTO ZINTERACTIONS VALUES (1, ${Array(13).fill(v).join(", ")});
        INSERT INTO ZATTACHMENT VALUES (1, ${Array(4).fill(v).join(", ")});
        INSERT INTO Z_1INTERACTIONS VALUES (1, ${v === "NULL" ? 1 : v});
        INSERT INTO Z_2INTERACTIONRECIPIENT VALUES (${v === "NULL" ? 1 : v}, 1);
        INSERT INTO ZCONTACTS VALUES (9, ${Array(7).fill(v).join(", ")})`),
      { content: true },
    );
    assert.equal(records.length, 6, v);
  }
});
