import assert from "node:assert/strict";
import { test } from "node:test";
import { called, judge, levels } from "../../network/network.fixture.ts";
import { longConnection as rule } from "./index.ts";

test("a connection of 25 minutes is a note; push, calls and makers are none", () => {
  const said = (more: Parameters<typeof called>[0]) => levels(rule, judge(rule, [called({ longest: 1500, ...more })]));
  assert.deepEqual(said({}), ["info sitio.example:443"]);
  for (const more of [{ longest: 1499 }, { port: 5228 }, { name: "mtalk.google.com" }, { app: "rtp" }])
    assert.deepEqual(said(more), [], JSON.stringify(more));
  assert.equal(judge(rule, [called({ longest: 20_000 })])[0]!.params!.long_en, "6 hours");
});
