import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, levels, type Row } from "../../android/android.fixture.ts";
import { patchAge as rule } from "./index.ts";

const prop = (name: string, value: string): Row => ["properties", "property", { name, value }];
const said = (patch: string, maker: string, asOf: string) =>
  judge(rule, [prop("ro.build.version.security_patch", patch), prop("ro.product.manufacturer", maker)], { asOf }).map(
    (h) => [h.subject, h.params!.months, h.params!.landfall],
  );

test("six months or more, by the day of the evidence; Samsung before April 2025 always", () => {
  assert.deepEqual(said("2024-01-05", "Google", "2024-08-01"), [["2024-01-05", 6, ""]]);
  assert.deepEqual(said("2024-01-05", "Google", "2024-06-01"), []);
  assert.deepEqual(said("2025-02-01", "samsung", "2025-05-21T10:20:30Z"), [["2025-02-01", 3, "yes"]]);
  assert.deepEqual(said("2025-04-01", "samsung", "2025-05-21"), []);
  assert.deepEqual(said("2025-02-01", "samsung", ""), [["2025-02-01", 0, "yes"]]);
  for (const odd of ["", "ayer", "2024-13-01"]) assert.deepEqual(said(odd, "samsung", "2026-01-01"), []);
});

test("it is a note", () => {
  const hits = judge(rule, [prop("ro.build.version.security_patch", "2020-01-01")], { asOf: "2024-01-01" });
  assert.deepEqual(levels(rule, hits), ["info 2020-01-01"]);
});
