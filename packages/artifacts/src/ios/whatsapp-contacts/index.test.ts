import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { whatsappContacts } from "./index.ts";

const JID = "5215512345678@s.whatsapp.net";
const bytes = (s: string) => new TextEncoder().encode(s);

const parse = (columns: Readonly<Record<string, string | number | bigint | null | Uint8Array>>, content = false) =>
  parseSqlite(
    whatsappContacts,
    (db) => {
      const names = Object.keys(columns);
      db.exec(`CREATE TABLE ZWAADDRESSBOOKCONTACT (Z_PK INTEGER PRIMARY KEY, ${names.join()})`);
      db.prepare(`INSERT INTO ZWAADDRESSBOOKCONTACT (${names.join()}) VALUES (${names.map(() => "?").join()})`).run(
        ...Object.values(columns),
      );
    },
    { content },
  );

test("an account of the address book, its times and its timer; texts as such or as bytes; names only with consent", async () => {
  for (const put of [(s: string) => s, bytes]) {
    const columns = {
      ZWHATSAPPID: put(JID),
      ZLID: put("100000000000001@lid"),
      ZPHONENUMBER: put("55 1234 5678"),
      ZFULLNAME: put("Ana Ejemplo"),
      ZUSERNAME: put("ana"),
      ZBUSINESSNAME: put("Tienda"),
      ZABOUTTEXT: put("Hola"),
      ZABOUTTIMESTAMP: 774_000_000,
      ZABOUTEXPIRATIONTIMESTAMP: 777_000_000,
      ZDISAPPEARINGMODEDURATION: 86_400,
      ZDISAPPEARINGMODETIMESTAMP: 775_000_000,
      ZLASTUPDATED: 776_000_000.5,
      ZPHONESTATUS: 1,
    };
    const r = (await parse(columns)).records[0]!;
    assert.equal(isoUtc(r.at!.utc!, "us"), "2025-08-04T11:33:20.500000Z");
    const { about_set, about_until, timer_set, ...fields } = fieldsOf(r);
    assert.deepEqual(fields, { who: JID, lid: "100000000000001@lid", status: 1, timer: 86_400 });
    assert.deepEqual(
      [about_set, about_until, timer_set].map((m) => (m as Moment).seen),
      ["774000000", "777000000", "775000000"],
    );
    assert.deepEqual(seen(r), ["phone listed 5215512345678@s.whatsapp.net"]);
    const { name, user, business, about } = (await parse(columns, true)).records[0]!.fields;
    assert.deepEqual([name, user, business, about], ["Ana Ejemplo", "ana", "Tienda", "Hola"]);
  }
});

test("a contact who is not on WhatsApp, an older store, odd values", async () => {
  const none = await parse({ ZWHATSAPPID: null, ZPHONENUMBER: "1-800-MY-APPLE", ZDISAPPEARINGMODEDURATION: 0 });
  assert.deepEqual([none.records.map(fieldsOf), none.problems], [[{ phone: "1-800-MY-APPLE" }], []]);
  for (const v of [null, 1.5, new Uint8Array([0, 255]), 2n ** 62n, Number.POSITIVE_INFINITY, "x".repeat(100_000)]) {
    const odd = await parse(
      Object.fromEntries(["ZWHATSAPPID", "ZLID", "ZABOUTTIMESTAMP", "ZFULLNAME", "ZLASTUPDATED"].map((c) => [c, v])),
      true,
    );
    assert.deepEqual([odd.records.length, odd.problems], [1, []]);
  }
  const { problems } = await parse({ ZJID: JID });
  assert.deepEqual(
    problems.map((p) => p.expected),
    ["ZWAADDRESSBOOKCONTACT.ZWHATSAPPID"],
  );
});
