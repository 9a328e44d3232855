import assert from "node:assert/strict";
import { test } from "node:test";
import type { DiscoveryItem } from "../../artifact.ts";
import { asks, parse } from "../items.fixture.ts";
import { discovery } from "./index.ts";

function said(second: number, says: DiscoveryItem["says"], answers = true): DiscoveryItem {
  const { message: _, kind: __, over: ___, ...envelope } = asks(second, "x");
  return { kind: "discovery", ...envelope, over: "ssdp", answers, says };
}

test("what is said again is told once, what is asked is told apart from what is answered", () => {
  const { records } = parse(discovery, [
    said(0, { server: "Cam/1" }),
    said(5, { server: "Cam/1" }),
    said(6, { server: "Cam/1" }, false),
    said(7, { server: "Cam/2" }),
  ]);
  assert.deepEqual(
    records.map((r) => [r.fields.says, r.fields.answers, r.fields.mac]),
    [
      [["server: Cam/1"], true, "3a:00:00:00:00:20"],
      [["server: Cam/1"], false, "3a:00:00:00:00:20"],
      [["server: Cam/2"], true, "3a:00:00:00:00:20"],
    ],
  );
});

test("more than the limit is told as lost", () => {
  function* many() {
    for (let i = 0; i < 20_004; i++) yield said(i, { host: `n${i}` });
  }
  const { records, problems } = parse(discovery, many());
  assert.equal(records.length, 20_000);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "4 more"]],
  );
});
