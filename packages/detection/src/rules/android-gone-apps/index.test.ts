import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, type Row } from "../../android/android.fixture.ts";
import { goneApps as rule } from "./index.ts";

const change = (name: string, type: string): Row => ["battery-daily", "change", { app: name, type }];

test("what is gone is one note, an older version a question; what is here again is none", () => {
  const hits = judge(rule, [
    app("mx.here"),
    app("mx.kept", { installed: false }),
    change("mx.a", "uninstall"),
    change("mx.here", "uninstall"),
    change("mx.kept", "uninstall"),
    change("mx.here", "downgrade"),
    change("mx.b", "update"),
    ["platform-compat", "override", { app: "mx.a", gone: true }],
    ["platform-compat", "override", { app: "mx.c", gone: false }],
    ["install-log", "event", { app: "mx.d", action: "delete" }],
  ]);
  assert.deepEqual(levels(rule, hits), ["ask older", "info gone"]);
  assert.deepEqual(
    hits.map((h) => [h.params!.apps, h.records.length]),
    [
      ["mx.here", 1],
      ["mx.a, mx.kept, mx.d", 4],
    ],
  );
  assert.deepEqual(judge(rule, [change("mx.a", "uninstall")], { known: ["MX.a"] }), []);
});
