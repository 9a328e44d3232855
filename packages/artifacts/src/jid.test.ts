import assert from "node:assert/strict";
import { test } from "node:test";
import { jidObserver, phonesOf, phonesOfDigits } from "./jid.ts";

test("a person's address is a phone number; Mexican ones in both spellings", () => {
  for (const [jid, phones] of [
    ["14155550100@s.whatsapp.net", ["+14155550100"]],
    ["14155550100@c.us", ["+14155550100"]],
    ["14155550100:12@s.whatsapp.net", ["+14155550100"]],
    ["14155550100.0:12@s.whatsapp.net", ["+14155550100"]],
    ["5215512345678@s.whatsapp.net", ["+5215512345678", "+525512345678"]],
    ["525512345678@s.whatsapp.net", ["+525512345678", "+5215512345678"]],
    ["52155123456789@s.whatsapp.net", ["+52155123456789"]],
    ["100000000000001@lid", []],
    ["120363023356659014@g.us", []],
    ["status@broadcast", []],
    ["1234@s.whatsapp.net", []],
    ["1415555010012345@s.whatsapp.net", []],
    ["14155550100@s.whatsapp.net.evil.example", []],
    ["x14155550100@s.whatsapp.net", []],
    ["14155550100@s.whatsapp.net\n", []],
    ["", []],
  ] as const)
    assert.deepEqual(phonesOf(jid), phones, jid);
  assert.deepEqual(phonesOfDigits("+14155550100"), ["+14155550100"]);
  assert.deepEqual(phonesOfDigits("525512345678"), ["+525512345678", "+5215512345678"]);
  for (const odd of ["(415) 555-0100", "", "1-800-MY-APPLE", "+", "9".repeat(16)])
    assert.deepEqual(phonesOfDigits(odd), []);
});

test("observables carry the way of meeting; what is long or missing gives none", () => {
  const of = jidObserver();
  const jid = "14155550100@s.whatsapp.net";
  assert.deepEqual(of(jid, "received"), [{ type: "phone", value: "+14155550100", contact: "received" }]);
  assert.equal(of(jid, "received"), of(jid, "received"));
  assert.equal(of(jid, "listed")[0]!.contact, "listed");
  assert.deepEqual([...of(undefined, "listed"), ...of("1".repeat(100_000), "listed"), ...of("x@g.us", "listed")], []);
  for (let i = 0; i < 60_000; i++) of(`${10_000_000_000 + i}@s.whatsapp.net`, "listed");
  assert.equal(of(jid, "listed").length, 1);
});
