import assert from "node:assert/strict";
import { test } from "node:test";
import type { Acquisition, ArtifactRecord, Params, Problem } from "@contraluz/core";
import { checkRecords, FILE, memory } from "../../artifacts.fixture.ts";
import { runJson } from "../../feeds/json.ts";
import { reported } from "./index.ts";

const NEW: Params = { tool: "MVT", version: "2026.1.1", times: "utc", alerts: "alerts.json" };

async function parse(
  path: string,
  value: unknown,
  o: { readonly device?: Params; readonly content?: boolean } = {},
): Promise<{ records: ArtifactRecord[]; problems: Problem[] }> {
  const records: ArtifactRecord[] = [];
  const problems: Problem[] = [];
  const acquisition: Acquisition = { kind: "mvt-result", device: o.device ?? NEW };
  const problem = (p: Problem): void => void problems.push(p);
  const parser = reported.parse({ acquisition, file: FILE, path, content: o.content === true, problem });
  const emit = (r: ArtifactRecord): void => void records.push(r);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const source = memory(new TextEncoder().encode(text));
  await runJson(source, [{ take: (i) => parser.take(i, emit) }], { file: FILE, report: problem });
  parser.end?.(emit);
  checkRecords(reported, records, o.content === true);
  assert.ok(records.every((r) => r.observables.length === 0));
  return { records, problems };
}

const ALERT = {
  level: "CRITICAL",
  module: "sms",
  message: 'Found a known suspicious domain https://a.example/x matching indicator "a.example"',
  event_time: "",
  event: { isodate: "2024-05-06 07:08:09.123456", text: "hola, entra aquí", links: ["https://a.example/x"], ROWID: 3 },
  matched_indicator: { value: "a.example", type: "domains", name: "MadeUp", stix2_file_name: "made-up.stix2" },
};

test("alerts: as MVT words them, with their time, and how many of each level", async () => {
  const low = { level: "low", module: "datausage", message: "gap", event_time: "2024-01-01 00:00:00", event: {} };
  const { records, problems } = await parse("alerts.json", [ALERT, low, ALERT, 7, { level: "TERRIBLE" }]);
  assert.deepEqual(problems, []);
  assert.deepEqual(records[0]!.fields, {
    version: "2026.1.1",
    module: "sms",
    level: "CRITICAL",
    message: ALERT.message,
    indicator: "a.example",
    indicator_type: "domains",
    campaign: "MadeUp",
    list: "made-up.stix2",
    what: "links: https://a.example/x",
  });
  assert.equal(records[0]!.at!.utc, BigInt(Date.UTC(2024, 4, 6, 7, 8, 9)) * 1_000_000n + 123_456_000n);
  assert.deepEqual(records[0]!.origin, { file: FILE, at: { key: "[0]" } });
  assert.equal(records[1]!.at!.seen, "2024-01-01 00:00:00");
  assert.deepEqual(
    records.filter((r) => r.kind === "alerts").map((r) => [r.fields.level, r.fields.count]),
    [
      ["CRITICAL", 2],
      ["LOW", 1],
      ["UNKNOWN", 1],
    ],
  );
});

test("the same alerts stand in *_detected.json: counted once; in an old folder they stand nowhere else", async () => {
  assert.deepEqual((await parse("sms_detected.json", [ALERT])).records, []);
  const row = { ...ALERT.event, matched_indicator: ALERT.matched_indicator };
  const old = await parse("sms_detected.json", [row], { device: { times: "utc", alerts: "" } });
  assert.deepEqual(
    old.records.map((r) => [r.kind, r.fields.module, r.fields.level, r.fields.indicator, r.at !== undefined]),
    [
      ["alert", "sms", "UNKNOWN", "a.example", true],
      ["alerts", undefined, "UNKNOWN", undefined, false],
    ],
  );
});

test("rows: time and main values; text with consent alone; how many the module read", async () => {
  const rows = [
    { url: "https://a.example/", isodate: "2024-05-06 07:08:09.000000", title: "Título", visit_id: 9 },
    { nothing: 1 },
    "no row",
  ];
  const { records } = await parse("safari_history.json", rows);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields]),
    [
      ["reported", { module: "safari_history", what: "url: https://a.example/", text: undefined }],
      ["module", { module: "safari_history", count: 3 }],
    ],
  );
  const told = await parse("safari_history.json", rows, { content: true });
  assert.equal(told.records[0]!.fields.text, "title: Título");
});

test("a time is an instant where the timeline says UTC, else a clock on a wall", async () => {
  const rows = [{ package_name: "a.b", timestamp: "2024-05-06 07:08:09" }];
  const wall = await parse("dumpsys_appops.json", rows, { device: { times: "local", alerts: "" } });
  assert.deepEqual(wall.records[0]!.at, { wall: "2024-05-06T07:08:09", seen: rows[0]!.timestamp, precision: "s" });
  const zone = await parse("x.json", [{ path: "/a", isodate: "2024-05-06T07:08:09+02:00" }], {
    device: { times: "unknown", alerts: "" },
  });
  assert.equal(zone.records[0]!.at!.utc, BigInt(Date.UTC(2024, 4, 6, 5, 8, 9)) * 1_000_000n);
  for (const t of ["2024-13-01 00:00:00", "0000-00-00 00:00:00", "9999-01-01 00:00:00", "yesterday", "1".repeat(50)])
    assert.equal((await parse("x.json", [{ path: "/a", isodate: t }])).records[0]!.at, undefined, t);
});

test("objects: of one phone, and of lists by file", async () => {
  const info = await parse("backup_info.json", {
    "Product Type": "iPhone12,1",
    "Phone Number": "+525500000000",
    "Serial Number": "F00",
    "Last Backup Date": "2025-12-01 01:02:03",
  });
  assert.equal(info.records[0]!.fields.what, "Product Type: iPhone12,1");
  assert.ok(!JSON.stringify(info.records[0]!.fields).includes("+5255"));
  const log = await parse("webkit_session_resource_log.json", { "/a/b": [{ origin: "a.example" }], "/c": [{}, {}] });
  assert.deepEqual(
    log.records.map((r) => [r.kind, r.fields.what ?? r.fields.count]),
    [
      ["reported", "origin: a.example"],
      ["module", 3],
    ],
  );
});

test("of info.json the version and the names of lists, and no path of a computer", async () => {
  const { records } = await parse("info.json", {
    target_path: "/home/ana/backup",
    mvt_version: "2026.1.1",
    date: "2026-01-02 03:04:05",
    ioc_files: ["/home/ana/iocs/pegasus.stix2", "C:\\Users\\ana\\b.stix2", 3],
    hashes: [],
  });
  assert.deepEqual(records[0]!.fields, {
    version: "2026.1.1",
    date: "2026-01-02 03:04:05",
    lists: ["pegasus.stix2", "b.stix2"],
  });
});

test("hostile: long texts, wrong types, keys that mean something to JavaScript", async () => {
  const long = "x".repeat(600_000);
  const { records } = await parse("alerts.json", [
    { level: long, module: long, message: long, event: { url: long }, matched_indicator: { value: long, name: [1] } },
    { level: ["CRITICAL"], module: {}, message: 5, event_time: {}, event: [], matched_indicator: "x" },
    JSON.parse('{"__proto__":{"level":"CRITICAL"},"constructor":1,"level":"HIGH"}') as unknown,
  ]);
  assert.deepEqual(
    records.map((r) => r.fields.level),
    ["UNKNOWN", "UNKNOWN", "HIGH", "UNKNOWN", "HIGH"],
  );
  for (const r of records) assert.ok(JSON.stringify(r).length < 10_000);
  const half = await parse("x.json", [{ url: `${"y".repeat(199)}\ud83d\ude00`, isodate: "2024-05-06 07:08:09" }]);
  assert.ok(String(half.records[0]!.fields.what).length <= 205);
});
