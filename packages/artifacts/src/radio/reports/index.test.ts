import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { reports } from "./index.ts";

const line = (...of: readonly unknown[]): string => of.map((o) => `${JSON.stringify(o)}\n`).join("");
const AT = "2026-02-25T06:13:00.250+00:00";
const head = (more: object = {}) => ({
  analyzers: [{ name: "NAS Null Cipher Requested", description: "x", version: 1 }, { name: "Test Analyzer" }],
  rayhunter: { rayhunter_version: "0.8.0", system_os: "Linux", arch: "armv7l" },
  ...more,
});
const OLD = { type: "QualitativeWarning", severity: "High" };

test("reports of every version: the event with its test, level and time", async () => {
  const v2 = line(
    head({ report_version: 2 }),
    { packet_timestamp: AT, skipped_message_reason: null, events: [{ event_type: "High", message: "a" }, null] },
    { packet_timestamp: AT, skipped_message_reason: "why", events: [] },
  );
  const v1 = line(
    head({ report_version: 1 }),
    {
      timestamp: AT,
      skipped_message_reasons: [],
      analysis: [{ timestamp: AT, events: [{ event_type: OLD, message: "a" }, null] }],
    },
    { timestamp: AT, skipped_message_reasons: ["why"], analysis: [] },
  );
  for (const [version, text] of [
    [2, v2],
    [1, v1],
    [0, v1.replace(',"report_version":1', "")],
  ] as const) {
    const { records, problems, ok } = await parseLines(reports, text, { path: "report/a.ndjson" });
    assert.deepEqual(
      records.map((r) => [r.kind, r.at?.seen, fieldsOf(r)]),
      [
        ["event", AT, { analyzer: "NAS Null Cipher Requested", version: 1, level: "High", message: "a" }],
        [
          "report",
          undefined,
          {
            version,
            tool: "0.8.0",
            analyzers: ["NAS Null Cipher Requested", "Test Analyzer"],
            lines: 2,
            skipped: ["why: 1"],
          },
        ],
      ],
    );
    assert.deepEqual([problems, ok, (records[0]!.origin.at as { line: number }).line], [[], true, 2]);
  }
});

test("clocks that were not set, levels that nobody knows, lines that are damaged", async () => {
  const text = `${line(head({ report_version: 2 }), {
    packet_timestamp: "1980-01-06T00:00:31+00:00",
    events: [null, { event_type: "Severe", message: "x".repeat(5000) }, { event_type: { type: "Informational" } }],
  })}{"events":[\n[]\n"x"\n`;
  const { records, problems } = await parseLines(reports, text);
  assert.ok(records[0]!.at!.boot);
  assert.deepEqual(
    records.slice(0, 2).map((r) => [r.fields.analyzer, r.fields.level]),
    [
      ["Test Analyzer", "?"],
      ["?", "Informational"],
    ],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [
      ["artifact-value", "1 events"],
      ["json-damaged", "3 lines"],
    ],
  );
});
