import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { hiddenTraffic as rule } from "./index.ts";

const WAYS = ["unread", "ech", "dot", "doh", "relay", "vpn"];
const hidden = (what: string, name: string): Row => [
  "coverage",
  "hidden",
  { what, name, server: "203.0.113.7", port: 443, count: 3 },
];
const capture = (more: Row[2]): Row => ["coverage", "capture", { cut: 0, dropped: 0, unset: 0, jumps: 0, ...more }];

test("each way of hiding is one note that names where", () => {
  const hits = judge(rule, [...WAYS.map((w) => hidden(w, `${w}.example`)), hidden("doh", "otro.example"), capture({})]);
  assert.deepEqual(levels(rule, hits), ["info vpn", "info relay", "info doh", "info dot", "info ech", "info unread"]);
  assert.deepEqual([hits[2]!.params!.count, hits[2]!.params!.where], [6, "doh.example:443, otro.example:443"]);
});

test("a capture that lacks parts, whose clock was not set, that has pauses or keys says each; a whole one nothing", () => {
  const keys = (used: boolean): Row => ["keys", "keys", { used }];
  const hits = judge(rule, [capture({ cut: 1, dropped: 2, unset: 5, jumps: 1 }), keys(false)]);
  assert.deepEqual(levels(rule, hits), ["info lost", "info clock", "info gaps", "info keys"]);
  assert.equal(hits[0]!.params!.count, 3);
  assert.deepEqual(judge(rule, [capture({}), keys(true)]), []);
});
