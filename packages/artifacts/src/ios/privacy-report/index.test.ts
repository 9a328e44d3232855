import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { privacyReport } from "./index.ts";

const use = (kind: string, id: string, time: string, app = "com.example.app", category = "microphone"): object => ({
  accessor: { identifier: app, identifierType: "bundleID" },
  category,
  identifier: id,
  kind,
  timeStamp: `2024-09-05T${time}.336-06:00`,
  type: "access",
});
const net = (o: object): object => ({
  timeStamp: "2024-09-06T03:23:58.339-06:00",
  firstTimeStamp: "2024-09-06T03:04:20.938-06:00",
  initiatedType: "AppInitiated",
  context: "",
  domain: "www.sitio.example",
  domainType: 2,
  bundleID: "com.example.app",
  domainOwner: "",
  hits: 5,
  type: "networkActivity",
  ...o,
});
const parse = (...rows: readonly (object | string)[]) =>
  parseLines(privacyReport, rows.map((r) => (typeof r === "string" ? r : JSON.stringify(r))).join("\n"));

const times = (r: ArtifactRecord) => {
  const { until } = r.fields as { until?: { utc: bigint } };
  return [r.at?.utc && isoUtc(r.at.utc, "s"), until && isoUtc(until.utc, "s")];
};

test("both ends of a use are one record, at the place of its beginning", async () => {
  const { records, problems } = await parse(
    use("intervalBegin", "A", "15:35:46"),
    use("intervalBegin", "B", "15:36:00", "com.other.app", "location"),
    use("intervalEnd", "A", "15:37:24"),
    use("intervalEnd", "B", "15:38:00", "com.other.app", "location"),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.app, r.fields.category, ...times(r), (r.origin.at as { line: number }).line]),
    [
      ["com.example.app", "microphone", "2024-09-05T21:35:46Z", "2024-09-05T21:37:24Z", 1],
      ["com.other.app", "location", "2024-09-05T21:36:00Z", "2024-09-05T21:38:00Z", 2],
    ],
  );
  assert.deepEqual(seen(records[0]!), ["app-id ran com.example.app"]);
});

test("an end without a beginning, a beginning without an end, an event", async () => {
  const { records } = await parse(
    use("intervalEnd", "A", "01:00:00"),
    use("intervalBegin", "B", "02:00:00"),
    use("event", "C", "03:00:00"),
    use("intervalBegin", "B", "04:00:00"),
  );
  assert.deepEqual(records.map(times), [
    ["2024-09-05T07:00:00Z", "2024-09-05T07:00:00Z"],
    ["2024-09-05T09:00:00Z", undefined],
    ["2024-09-05T08:00:00Z", undefined],
    ["2024-09-05T10:00:00Z", undefined],
  ]);
});

test("what an app asks for by itself, and what a page asks for", async () => {
  const { records } = await parse(
    net({}),
    net({ bundleID: "com.apple.mobilesafari", domain: "evil.example" }),
    net({ domain: "cdn.example", context: "evil.example", initiatedType: "NonAppInitiated" }),
    net({ domain: "evil.example", context: "evil.example", initiatedType: "NonAppInitiated", domainOwner: "X" }),
    net({ domain: "calendars.example", initiatedType: "NonAppInitiated" }),
  );
  assert.deepEqual(
    records.map((r) => seen(r).slice(1)),
    [
      ["domain resolved www.sitio.example"],
      ["domain visited evil.example"],
      ["domain visited cdn.example", "domain visited evil.example"],
      ["domain visited evil.example"],
      ["domain resolved calendars.example"],
    ],
  );
  const { first, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, { app: "com.example.app", domain: "www.sitio.example", hits: 5, by: "app" });
  assert.equal(isoUtc((first as { utc: bigint }).utc, "ms"), "2024-09-06T09:04:20.938Z");
  assert.deepEqual(records[3]!.fields.owner, "X");
});

test("lines of any other kind are counted, and cost themselves", async () => {
  const { records, problems } = await parse(
    "{",
    "[]",
    '"x"',
    '{"type":"other"}',
    '{"__proto__":{"type":"access"},"constructor":1}',
    '{"type":"access"}',
    '{"type":"access","accessor":[1],"timeStamp":5,"category":{},"kind":"intervalBegin"}',
    '{"type":"networkActivity","bundleID":7,"domain":null,"hits":1e999,"timeStamp":"2024-02-31T00:00:00Z"}',
    "",
  );
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r), r.at, r.observables.length]),
    [
      ["access", {}, undefined, 0],
      ["network", {}, undefined, 0],
      ["access", {}, undefined, 0],
    ],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.found, p.lost]),
    [["json-damaged", "5 other lines", "row"]],
  );
});
