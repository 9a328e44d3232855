import assert from "node:assert/strict";
import { test } from "node:test";
import { appOfProcess, componentOf, durationMs, isPackage, uidOf, userOf, wallOfLine } from "./android-names.ts";

test("packages, their processes and components", () => {
  assert.deepEqual(
    ["com.whatsapp", "a.b", "android", "com..x", "1a.b", ".a.b", "com.x-y", "x".repeat(300)].map((s) => isPackage(s)),
    [true, true, false, false, false, false, false, false],
  );
  assert.equal(appOfProcess("com.whatsapp:remote"), "com.whatsapp");
  assert.equal(appOfProcess("system_server"), undefined);
  assert.deepEqual(componentOf("com.x/.Main$A"), { app: "com.x", component: "com.x/com.x.Main$A" });
  assert.deepEqual(componentOf("com.x/org.y.Main"), { app: "com.x", component: "com.x/org.y.Main" });
  for (const s of ["", "/", "com.x", "com.x/", "x/.Main", "com.x/.Main {"]) assert.equal(componentOf(s), undefined, s);
});

test("users and durations", () => {
  assert.deepEqual(["10123", "u0_a123", "u10a5", "u0s1000", "u0i3", "shell", "root", "zz"].map(uidOf), [
    10123,
    10123,
    1010005,
    1000,
    99003,
    2000,
    0,
    undefined,
  ]);
  assert.equal(userOf(1010005), 10);
  assert.deepEqual(["-314d1h25m2s33ms", "+1h2m", "0", "5ms", "--", "1x", ""].map(durationMs), [
    -27_134_702_033,
    3_720_000,
    0,
    5,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a clock without a year is not after the report", () => {
  const taken = { utc: 1_767_607_200_000_000_000n, seen: "2026-01-05 04:00:00", precision: "s" } as const;
  assert.deepEqual(wallOfLine("12-31 23:59:59.123  1000 x", { taken }), {
    wall: "2025-12-31T23:59:59.123",
    seen: "12-31 23:59:59.123",
  });
  assert.equal(wallOfLine("01-05 03:00:00.000", { taken })?.wall, "2026-01-05T03:00:00.000");
  assert.equal(wallOfLine("01-05 03:00:00:371 UEVENT", { taken })?.wall, "2026-01-05T03:00:00.371");
  assert.equal(
    wallOfLine("01-05 03:00:00.000", { taken: { wall: "2026-01-05T04:00:00", seen: "", precision: "s" } })?.wall,
    "2026-01-05T03:00:00.000",
  );
  assert.equal(wallOfLine("01-05 03:00:00.000", {}), undefined);
  assert.equal(wallOfLine("--------- beginning of main", { taken }), undefined);
});
