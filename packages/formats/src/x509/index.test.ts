import assert from "node:assert/strict";
import { test } from "node:test";
import { oidText } from "../der/index.ts";
import { readCertificate } from "./index.ts";
import { certificate } from "./x509.fixture.ts";

test("of whom, by whom, for what, how long", () => {
  const names = ["malo.example", "*.malo.example"];
  const c = readCertificate(
    certificate({ subject: "malo.example", issuer: "Una CA", organisation: "Señales", names }),
  )!;
  assert.deepEqual(c, {
    serial: "abcd",
    subject: "CN=malo.example, O=Señales",
    issuer: "CN=Una CA, O=Señales",
    notBefore: Date.UTC(2026, 0, 1) / 1000,
    notAfter: Date.UTC(2030, 11, 31, 23, 59, 59) / 1000,
    names,
    selfIssued: false,
  });
  assert.equal(readCertificate(certificate({ subject: "yo" }))?.selfIssued, true);
});

test("years of two digits, and times that are none", () => {
  const from = (t: string): number | undefined => readCertificate(certificate({ subject: "a", from: t }))?.notBefore;
  assert.equal(from("490101000000Z"), Date.UTC(2049, 0, 1) / 1000);
  assert.equal(from("500101000000Z"), Date.UTC(1950, 0, 1) / 1000);
  assert.equal(from("x60101000000Z"), undefined);
});

test("object identifiers", () => {
  assert.equal(oidText(Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d)), "1.2.840.113549");
  assert.equal(oidText(Uint8Array.of(0x88, 0x37)), "2.999");
  for (const bad of [[], [0x80], Array(20).fill(0xff)]) assert.equal(oidText(Uint8Array.from(bad)), undefined);
});

test("cut or damaged anywhere it is none, or says less", () => {
  const whole = certificate({ subject: "malo.example", names: ["a.example"] });
  for (let n = 0; n < whole.length; n++) assert.equal(readCertificate(whole.subarray(0, n)), undefined);
  for (let i = 0; i < whole.length; i++)
    for (const v of [0, 0x30, 0x84, 0xff]) {
      const b = whole.slice();
      b[i] = v;
      readCertificate(b);
    }
});
