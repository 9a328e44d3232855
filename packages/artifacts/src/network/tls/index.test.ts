import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShownCertificate } from "../../artifact.ts";
import { hello, parse } from "../items.fixture.ts";
import { tls } from "./index.ts";

const CERTIFICATE: ShownCertificate = {
  serial: "1",
  subject: "CN=malo.example",
  issuer: "CN=malo.example",
  notBefore: 1_600_000_000,
  notAfter: 1_900_000_000,
  names: ["malo.example"],
  selfIssued: true,
  sha256: "a".repeat(64),
  sha1: "b".repeat(40),
};

test("what is in the open: name, fingerprints, certificates, and what each is a sign of", () => {
  const [r] = parse(tls, [
    hello(0, {
      sni: "Malo.example",
      ja3: "c".repeat(32),
      ja4: "t13d_x_y",
      version: 0x0303,
      certificates: [CERTIFICATE],
    }),
  ]).records;
  const { sni, server, port, client, version, certificates } = r!.fields;
  assert.deepEqual([sni, server, port, client, version], ["Malo.example", "203.0.113.7", 443, "192.168.1.20", 0x0303]);
  assert.deepEqual(certificates, [
    {
      subject: "CN=malo.example",
      issuer: "CN=malo.example",
      names: ["malo.example"],
      from: "2020-09-13",
      until: "2030-03-17",
      selfIssued: true,
      sha256: "a".repeat(64),
      sha1: "b".repeat(40),
    },
  ]);
  assert.deepEqual(
    r!.observables.map((o) => `${o.type} ${o.contact}`),
    ["domain visited", "certificate shown", "certificate shown", "ja4 listed"],
  );
});

test("a number where a name should stand is no domain; a wild year of a certificate is none", () => {
  const wild = { ...CERTIFICATE, notAfter: 9e15 };
  const [ip, year] = parse(tls, [hello(0, { sni: "203.0.113.7" }), hello(1, { certificates: [wild] })]).records;
  assert.deepEqual(ip!.observables, []);
  const [c] = year!.fields.certificates as readonly { readonly until: unknown }[];
  assert.equal(c!.until, null);
});
