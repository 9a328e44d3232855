import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { contacts } from "./index.ts";

const fill = (db: DatabaseSync): void =>
  db.exec(`
CREATE TABLE ABMultiValueLabel (value TEXT, UNIQUE(value));
CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT, Organization TEXT,
  CreationDate INTEGER, ModificationDate INTEGER, StoreID INTEGER);
CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER, value TEXT, guid TEXT);
INSERT INTO ABMultiValueLabel VALUES ('_$!<Home>!$_'), ('mi amiga de Puebla');
INSERT INTO ABPerson VALUES (7, 'Ana', 'Pérez', NULL, 'Radio', 736672089, 736672089, 0), (8, NULL, NULL, NULL, NULL, 736672089, 736672100, 1);
INSERT INTO ABMultiValue VALUES (1, 7, 3, 0, 1, '+52 55 5555 0101', NULL), (2, 7, 4, 0, 2, 'ana@example.org', NULL),
  (3, 7, 22, 0, NULL, 'https://blog.example/ana', NULL), (4, 7, 12, 0, 1, '12345', NULL), (5, 8, 3, 0, 99, '', NULL);`);

test("numbers, addresses and links are kept to be compared; nothing that names a person", async () => {
  const { records, problems } = await parseSqlite(contacts, fill);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.filter((r) => r.kind === "value").map((r) => [fieldsOf(r), seen(r)]),
    [
      [
        { person: 7, type: "phone", value: "+52 55 5555 0101", label: "_$!<Home>!$_" },
        ["phone listed +52 55 5555 0101"],
      ],
      [{ person: 7, type: "email", value: "ana@example.org" }, ["email listed ana@example.org"]],
      [{ person: 7, type: "link", value: "https://blog.example/ana" }, ["url listed https://blog.example/ana"]],
    ],
  );
  const people = records.filter((r) => r.kind === "person");
  assert.equal(isoUtc(people[0]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(fieldsOf(people[0]!), { person: 7, store: 0 });
  assert.equal((people[1]!.fields.changed as { seen: string }).seen, "736672100");
  assert.doesNotMatch(records.flatMap((r) => Object.values(r.fields)).join("|"), /Ana|Pérez|Radio|amiga/);
});

test("names and the labels that a person wrote, with consent", async () => {
  const { records } = await parseSqlite(contacts, fill, { content: true });
  const person = fieldsOf(records.find((r) => r.kind === "person")!);
  assert.deepEqual([person.name, person.organization], ["Ana Pérez", "Radio"]);
  assert.ok(records.some((r) => r.fields.label === "mi amiga de Puebla"));
});

test("a smaller shape, odd values, a missing table", async () => {
  const small = await parseSqlite(contacts, (db) =>
    db.exec(`CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY, First TEXT); INSERT INTO ABPerson VALUES (1, x'00');
      CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id, property, label, value);
      INSERT INTO ABMultiValue VALUES (1, 'x', 3, 'x', '123'), (2, 1, '3', NULL, '456'), (3, 1, 3, NULL, x'00'), (4, 1, 1e300, NULL, 'y');`),
  );
  assert.deepEqual(small.problems, []);
  assert.deepEqual(
    small.records.map((r) => fieldsOf(r)),
    [{ person: 1 }, { type: "phone", value: "123" }],
  );
  const none = await parseSqlite(contacts, (db) => db.exec("CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY, First)"));
  assert.deepEqual(
    none.problems.map((p) => p.expected),
    ["ABMultiValue"],
  );
});
