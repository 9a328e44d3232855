import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { olderSystem as rule } from "./index.ts";

const judge = (...had: readonly (readonly [unknown, number | undefined])[]) => [
  ...rule.judge(
    had.flatMap(([version, at], i) => {
      const when = at === undefined ? {} : { at: moment(at) };
      const r = {
        kind: "version",
        ...when,
        fields: { version: version as string },
        observables: [],
        origin: ref(0).origin,
      };
      return rule.fact(r, () => ref(i), "ios/system-versions") ?? [];
    }),
    CONTEXT,
  ),
];

test("a newer version before an older one, in the order of their times", () => {
  const hits = judge(["17.6.1", 30], ["18.0", 20], ["17.5", 10]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.map((r) => r.ordinal)]),
    [["18.0 17.6.1", [1, 0]]],
  );
});

test("updates, equal versions, and what is no version or has no time", () => {
  assert.deepEqual(judge(["9.3", 1], ["10.0", 2], ["17.6", 3], ["17.6.0", 4], ["17.10", 5]), []);
  assert.deepEqual(judge(["18.0", 1], ["x", 2], [7, 3], ["17.0", undefined]), []);
});
