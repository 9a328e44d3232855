import assert from "node:assert/strict";
import { test } from "node:test";
import { app, judge, levels, PLAY } from "../../android/android.fixture.ts";
import { sideloaded as rule } from "./index.ts";

test("one question for each way in; free shops and other phones are notes", () => {
  const hits = judge(rule, [
    app("mx.sys", { system: true }),
    app("mx.store", { installer: PLAY }),
    app("mx.a", { installer: "com.google.android.packageinstaller" }),
    app("mx.b", { installer: "com.google.android.packageinstaller" }),
    app("mx.c", { initiator: "com.android.shell" }),
    app("mx.d"),
    app("mx.e", { installer: "org.fdroid.fdroid" }),
    app("org.fdroid.fdroid", { installer: "com.google.android.packageinstaller" }),
    app("mx.f", { installer: "com.miui.huanji" }),
    app("mx.gone", { installed: false }),
  ]);
  assert.deepEqual(levels(rule, hits), [
    "ask com.google.android.packageinstaller",
    "ask installer (adb)",
    "ask installer (none)",
    "info installer (open)",
    "info installer (transfer)",
  ]);
  assert.deepEqual(
    hits.map((h) => h.params!.apps),
    ["mx.a, mx.b", "mx.c", "mx.d", "mx.e, org.fdroid.fdroid", "mx.f"],
  );
});

test("known apps and known installers are not asked about; many installers share one question", () => {
  const from = (i: number) => app(`mx.a${i}`, { installer: `com.i${i}` });
  assert.deepEqual(levels(rule, judge(rule, [from(1), from(2)], { known: ["MX.a1", "com.I2"] })), []);
  const hits = judge(
    rule,
    Array.from({ length: 9 }, (_, i) => from(i)),
  );
  assert.deepEqual([hits.length, hits[4]!.subject, hits[4]!.params!.count], [5, "…", 5]);
});
