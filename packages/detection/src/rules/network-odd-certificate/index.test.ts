import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { oddCertificate as rule } from "./index.ts";

const shown = (leaf: object, more: ArtifactRecord["fields"] = {}): Row => [
  "tls",
  "hello",
  {
    server: "203.0.113.7",
    port: 443,
    sni: "sitio.example",
    certificates: [{ subject: "CN=x", from: "2024-01-01", until: "2024-12-31", selfIssued: false, ...leaf }],
    ...more,
  },
];
const said = (rows: readonly Row[]) => levels(rule, judge(rule, rows));

test("signed by itself or for many years is a note; without a name on an odd port a lead", () => {
  assert.deepEqual(said([shown({ selfIssued: true })]), ["info sitio.example:443"]);
  assert.deepEqual(said([shown({ until: "2034-01-01" })]), ["info sitio.example:443"]);
  assert.deepEqual(said([shown({ selfIssued: true }, { sni: undefined, port: 8443 })]), ["lead 203.0.113.7:8443"]);
  assert.deepEqual(said([shown({ selfIssued: true }, { sni: undefined })]), ["info 203.0.113.7:443"]);
  assert.equal(judge(rule, [shown({ selfIssued: true, until: "2034-01-01" })])[0]!.params!.years, 10);
});

test("ordinary ones, servers at home, makers, none at all: nothing; the same one twice is one", () => {
  assert.deepEqual(said([shown({})]), []);
  assert.deepEqual(said([shown({ selfIssued: true }, { server: "192.168.1.1" })]), []);
  assert.deepEqual(said([shown({ selfIssued: true }, { sni: "x.icloud.com" })]), []);
  assert.deepEqual(said([["tls", "hello", { server: "203.0.113.7", port: 443, certificates: [] }]]), []);
  const [hit] = judge(rule, [shown({ selfIssued: true }), shown({ selfIssued: true })]);
  assert.equal(hit!.records.length, 1);
});
