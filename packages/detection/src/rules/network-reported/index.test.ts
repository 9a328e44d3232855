import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../network/network.fixture.ts";
import { reportedNetwork as rule } from "./index.ts";

const box = (level: string, host: string, title = "Aviso"): Row => [
  "alerts",
  "alert",
  { level, host, title, id: "X-1" },
];
const suricata = (severity: number, signature: string): Row => [
  "suricata",
  "alert",
  { severity, signature, server: "203.0.113.7" },
];

test("one note for each tool and level, in words of theirs that cannot break ours", () => {
  const hits = judge(rule, [
    box("low", "b.example"),
    box("high", "a.example", "x\u202ey"),
    box("high", "c.example"),
    suricata(1, "CASA"),
    suricata(4, "RUIDO"),
    ["suricata", "events", { alerts: 2 }],
  ]);
  assert.deepEqual(levels(rule, hits), [
    "info TinyCheck/SpyGuard 1",
    "info TinyCheck/SpyGuard 3",
    "info Suricata 1",
    "info Suricata 3",
  ]);
  assert.deepEqual([hits[0]!.params!.title, hits[0]!.params!.hosts], ["x y", "a.example, c.example"]);
  assert.deepEqual(judge(rule, []), []);
});
