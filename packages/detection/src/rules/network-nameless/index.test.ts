import assert from "node:assert/strict";
import { test } from "node:test";
import { moment } from "../../detection.fixture.ts";
import { called, judge, levels, type Row } from "../../network/network.fixture.ts";
import { nameless as rule } from "./index.ts";

const bare = (n: number, more = {}): Row =>
  called({ name: undefined, nameless: true, servers: [`203.0.113.${n}`], port: 4444, app: undefined, ...more });
const capture = (seconds: number): Row => ["coverage", "capture", { last: moment(seconds) }];

test("one note for each machine, from ten minutes on", () => {
  const rows = [bare(1), bare(2), bare(3, { client: "192.168.1.9" }), called({}), capture(600)];
  const hits = judge(rule, rows);
  assert.deepEqual(levels(rule, hits), ["info 192.168.1.20", "info 192.168.1.9"]);
  assert.deepEqual(
    [hits[0]!.params!.count, hits[0]!.params!.where, hits[0]!.params!.hidden],
    [2, "203.0.113.1:4444, 203.0.113.2:4444", 0],
  );
  assert.deepEqual(judge(rule, [bare(1), capture(599)]), []);
  assert.deepEqual(judge(rule, [bare(1)]), []);
});

test("calls, tunnels, time, push and what was never answered are none", () => {
  const none = [
    bare(1, { app: "stun" }),
    bare(2, { app: "wireguard" }),
    bare(3, { port: 123 }),
    bare(4, { port: 5228 }),
  ];
  assert.deepEqual(judge(rule, [...none, bare(5, { down: 0 }), capture(7200)]), []);
});

test("where names were hidden, the note says so", () => {
  const doh: Row = ["coverage", "hidden", { what: "doh", server: "203.0.113.53", port: 443, count: 3 }];
  assert.equal(judge(rule, [bare(1), doh, capture(900)])[0]!.params!.hidden, 1);
  const ech: Row = ["coverage", "hidden", { what: "ech", server: "203.0.113.53", port: 443, count: 3 }];
  assert.equal(judge(rule, [bare(1), ech, capture(900)])[0]!.params!.hidden, 0);
});
