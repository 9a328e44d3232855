import assert from "node:assert/strict";
import { test } from "node:test";
import { accountOf, jidObserver } from "./jid.ts";

test("the address of a person is an account, as it stands; groups and hidden numbers are none", () => {
  for (const jid of [
    "14155550100@s.whatsapp.net",
    "14155550100@c.us",
    "14155550100:12@s.whatsapp.net",
    "14155550100.0:12@s.whatsapp.net",
    "5215512345678@s.whatsapp.net",
  ])
    assert.equal(accountOf(jid), jid);
  for (const jid of [
    "100000000000001@lid",
    "120363023356659014@g.us",
    "status@broadcast",
    "1234@s.whatsapp.net",
    "1415555010012345@s.whatsapp.net",
    "14155550100@s.whatsapp.net.evil.example",
    "x14155550100@s.whatsapp.net",
    "14155550100@s.whatsapp.net\n",
    "(415) 555-0100",
    "1-800-MY-APPLE",
    "+",
    "9".repeat(16),
    "",
  ])
    assert.equal(accountOf(jid), undefined, jid);
  assert.deepEqual(["+14155550100", "525512345678"].map(accountOf), ["+14155550100", "+525512345678"]);
});

test("observables carry the way of meeting; what is long or missing gives none", () => {
  const of = jidObserver();
  const jid = "14155550100@s.whatsapp.net";
  assert.deepEqual(of(jid, "received"), [{ type: "phone", value: jid, contact: "received" }]);
  assert.equal(of(jid, "received"), of(jid, "received"));
  assert.equal(of(jid, "listed")[0]!.contact, "listed");
  assert.deepEqual([...of(undefined, "listed"), ...of("1".repeat(100_000), "listed"), ...of("x@g.us", "listed")], []);
  for (let i = 0; i < 60_000; i++) of(`${10_000_000_000 + i}@s.whatsapp.net`, "listed");
  assert.equal(of(jid, "listed").length, 1);
});
