import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { enterpriseTrust as rule } from "./index.ts";

const facts = (...settings: readonly unknown[]) => by("Preferences", ...settings);
const by = (program: string, ...settings: readonly unknown[]) =>
  settings.flatMap((setting, i) => {
    const fields = { setting: setting as string, event: "set", program };
    const r = { kind: "event", fields, observables: [], origin: ref(0).origin };
    return rule.fact(r, () => ref(i), "ios/settings-events") ?? [];
  });

test("one note for all changes of that setting, none for others", () => {
  const some = facts(
    "restrictedBool.allowEnterpriseAppTrust.value",
    "restrictedBool.allowCamera.value",
    "allowEnterpriseAppTrust",
  );
  assert.deepEqual(
    [...rule.judge(some, CONTEXT)].map((h) => [h.subject, h.records.map((r) => r.ordinal)]),
    [["allowEnterpriseAppTrust", [0, 2]]],
  );
  assert.deepEqual([...rule.judge(facts("xallowEnterpriseAppTrust", 7, undefined), CONTEXT)], []);
  assert.deepEqual([...by("Setup", "allowEnterpriseAppTrust"), ...by("dmd", "allowEnterpriseAppTrust")], []);
});
