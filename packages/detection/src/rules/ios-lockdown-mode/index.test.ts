import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { lockdownMode } from "./index.ts";

const fact = (fields: ArtifactRecord["fields"], more: Partial<ArtifactRecord> = {}) =>
  lockdownMode.fact(
    { kind: "setting", fields, observables: [], origin: { file: 0, at: { key: "x" } }, ...more },
    () => ref(0),
    "ios/global-preferences",
  );

test("on and off are one note each", () => {
  for (const [value, on] of [
    [true, true],
    [false, false],
    [1, true],
    [0, false],
  ] as const) {
    const f = fact({ name: "LDMGlobalEnabled", value })!;
    assert.equal(f.on, on);
    const [hit, ...more] = lockdownMode.judge([f, f], CONTEXT);
    assert.equal(more.length, 0);
    for (const lang of LANGS) assert.equal(/no está|off/.test(say(lockdownMode.words.title, lang, hit!.params!)), !on);
  }
});

test("anything else says nothing", () => {
  assert.equal(fact({ name: "LDMGlobalEnabled", value: "true" }), undefined);
  assert.equal(fact({ name: "LDMGlobalEnabled" }), undefined);
  assert.equal(fact({ name: "Other", value: true }), undefined);
  assert.deepEqual([...lockdownMode.judge([], CONTEXT)], []);
});
