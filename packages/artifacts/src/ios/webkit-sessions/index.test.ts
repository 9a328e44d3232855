import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { type Plain, Real } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { webkitSessions } from "./index.ts";

const PATH =
  "AppDomain-com.apple.mobilesafari/Library/WebKit/WebsiteData/ResourceLoadStatistics/full_browsing_session_resourceLog.plist";
const DAY = new Date("2024-05-06T07:08:09Z");
const parse = (browsingStatistics: Plain) => parsePlistFile(webkitSessions, { browsingStatistics }, { path: PATH });

test("sites with what led to them and where they led", async () => {
  const { records, problems } = await parse([
    {
      PrevalentResourceOrigin: "a.example",
      hadUserInteraction: true,
      lastSeen: DAY,
      mostRecentUserInteraction: new Real(1_714_979_289.25),
      topFrameUniqueRedirectsTo: [{ domain: "b.example", count: 1 }, { origin: "a.example" }],
      topFrameUniqueRedirectsFrom: [{ origin: "c.example" }],
    },
    {
      PrevalentResourceOrigin: "d.example",
      hadUserInteraction: false,
      subresourceUnderTopFrameOrigins: [{ origin: "e.example" }],
    },
  ]);
  assert.deepEqual(problems, []);
  const { last_touched, ...first } = fieldsOf(records[0]!);
  assert.deepEqual(first, {
    site: "a.example",
    app: "com.apple.mobilesafari",
    touched: true,
    from: ["c.example"],
    to: ["b.example", "a.example"],
  });
  assert.equal((last_touched as { seen: string }).seen, "1714979289.25");
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
  assert.deepEqual(records.map(seen), [
    ["domain visited a.example", "domain visited c.example", "domain visited b.example"],
    ["domain looked-up d.example", "domain visited e.example"],
  ]);
  assert.deepEqual(records[1]!.origin.at, { key: "browsingStatistics.1" });
});

test("odd entries, long lists, and a list of another kind", async () => {
  const many = Array.from({ length: 500 }, (_, i) => ({ origin: `n${i}.example` }));
  const { records } = await parse([
    1,
    "x",
    {},
    { PrevalentResourceOrigin: 5, topFrameUniqueRedirectsTo: many, lastSeen: "ayer" },
  ]);
  assert.deepEqual(
    records.map((r) => [r.observables.length, r.at]),
    [
      [0, undefined],
      [100, undefined],
    ],
  );
  const other = await parsePlistFile(webkitSessions, { version: 3 }, { path: PATH });
  assert.deepEqual([other.records, other.problems.map((p) => [p.code, p.lost])], [[], [["plist-damaged", "file"]]]);
});
