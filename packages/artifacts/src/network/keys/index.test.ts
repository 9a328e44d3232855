import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeysItem } from "../../artifact.ts";
import { fieldsOf } from "../../artifacts.fixture.ts";
import { parse } from "../items.fixture.ts";
import { keys } from "./index.ts";

const origin = { file: 7, at: { offset: 0, length: 9 } };
const item = (more: Partial<KeysItem>): KeysItem => ({ kind: "keys", used: true, origin, ...more });

test("that keys are there, whether they were used, what they opened", () => {
  const { records } = parse(keys, [
    item({ connections: 2 }),
    item({ used: false }),
    item({ connections: 2, opened: 1, failed: 1 }),
  ]);
  assert.deepEqual(records.map(fieldsOf), [
    { used: true, connections: 2 },
    { used: false },
    { used: true, connections: 2, opened: 1, failed: 1 },
  ]);
  assert.ok(records.every((r) => r.observables.length === 0));
});
