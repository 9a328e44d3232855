import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { called, judge, levels, type Row } from "../../network/network.fixture.ts";
import { beacon as rule } from "./index.ts";

const steady = (more: ArtifactRecord["fields"] = {}): Row =>
  called({ visits: 20, period: 300, spread: 0.04, even: 1, upAlike: 1, downAlike: 1, ...more });
const said = (rows: readonly Row[]) => levels(rule, judge(rule, rows));

test("calls at a steady pace and of one size are a lead, once for a server", () => {
  assert.deepEqual(said([steady(), steady({ client: "192.168.1.21" }), steady({ name: undefined })]), [
    "lead sitio.example:443",
    "lead 203.0.113.7:443",
  ]);
  const [hit] = judge(rule, [steady()]);
  assert.deepEqual(
    [hit!.params!.period_es, hit!.params!.visits, hit!.params!.client],
    ["5 minutos", 20, "192.168.1.20"],
  );
});

test("few calls, a short while, an uneven pace, sizes that differ: nothing", () => {
  const none = [
    { visits: 7 },
    { period: 14 },
    { spread: 0.151 },
    { upAlike: 0.79 },
    { downAlike: 0.59 },
    { name: "gateway.icloud.com" },
    { port: 5223 },
    { app: "rtp" },
    { period: undefined, spread: undefined },
  ];
  for (const more of none) assert.deepEqual(said([steady(more)]), [], JSON.stringify(more));
  assert.equal(said([steady({ visits: 8, period: 38, spread: 0.15, upAlike: 0.8, downAlike: 0.6 })]).length, 1);
});

test("a test of the connection answers 204 and is none; the same server over TLS is", () => {
  const test204: Row = ["http", "answer", { client: "192.168.1.20", server: "203.0.113.7", status: 204 }];
  assert.deepEqual(said([steady({ app: "http", port: 80 }), test204]), []);
  assert.deepEqual(said([steady({ app: "http", port: 80, servers: ["203.0.113.8"] }), test204]).length, 1);
  assert.deepEqual(said([steady(), test204]).length, 1);
});

test("many are five and one that counts the rest", () => {
  const many = Array.from({ length: 9 }, (_, i) => steady({ name: `s${i}.example` }));
  const hits = judge(rule, many);
  assert.deepEqual([hits.length, hits[5]!.subject, hits[5]!.params!.rest, hits[5]!.records.length], [6, "…", 4, 4]);
});
