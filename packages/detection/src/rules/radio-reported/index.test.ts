import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, type Row } from "../../radio/radio.fixture.ts";
import { reportedEvents as rule } from "./index.ts";

const event = (level: string, analyzer: string, message = "m"): Row => ["event", { level, analyzer, message }];

test("one note for each level and test; what only informs there is none", () => {
  const { said, hits } = judge(rule, [
    event("Low", "b"),
    event("High", "a", "x\u202ey"),
    event("High", "a"),
    event("High", "c"),
    event("Informational", "a"),
    event("?", "a"),
    ["report", { level: "High" }],
  ]);
  assert.deepEqual(said, ["info Rayhunter High a", "info Rayhunter High c", "info Rayhunter Low b"]);
  assert.deepEqual([hits[0]!.params!.events, hits[0]!.params!.message], [2, "x y"]);
});
