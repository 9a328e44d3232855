import assert from "node:assert/strict";
import { test } from "node:test";
import { called, judge, levels, type Row } from "../../network/network.fixture.ts";
import { upload as rule } from "./index.ts";

const said = (rows: readonly Row[]) => levels(rule, judge(rule, rows));
const big = { up: 2_561_083, down: 1276, longest: 1231 };

test("much up and little down is a lead to a server without a name, else a note", () => {
  const bare = { ...big, name: undefined, nameless: true, port: 8443 };
  assert.deepEqual(said([called({ ...big }), called(bare)]), ["lead 203.0.113.7:8443", "info sitio.example:443"]);
  const [hit] = judge(rule, [called(bare, 3600)]);
  const { up, when, long_es, nameless } = hit!.params!;
  assert.deepEqual([up, when, long_es, nameless], ["2.6 MB", "2024-05-06 01:00", "21 minutos", 1]);
});

test("less, as much down, calls, tunnels and the clouds of makers: nothing", () => {
  for (const more of [
    { up: 499_999 },
    { down: 300_000 },
    { app: "rtp" },
    { app: "wireguard" },
    { name: "p42-content.icloud.com" },
  ])
    assert.deepEqual(said([called({ ...big, ...more })]), [], JSON.stringify(more));
});

test("the largest come first, notes and leads are counted apart", () => {
  const rows = Array.from({ length: 8 }, (_, i) => called({ ...big, up: big.up + i, name: `s${i}.example` }));
  const hits = judge(rule, [...rows, called({ ...big, name: undefined, nameless: true })]);
  assert.deepEqual(levels(rule, hits), [
    "lead 203.0.113.7:443",
    ...[7, 6, 5, 4, 3].map((i) => `info s${i}.example:443`),
    "info …",
  ]);
});
