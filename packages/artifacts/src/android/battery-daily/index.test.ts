import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { batteryDaily } from "./index.ts";

const BODY = `Battery History (1% used):
  Update com.example.no vers=1
Daily stats:
  Current start time: 2026-03-14-01-15-45
  Next min deadline: 2026-03-15-01-00-00
    Package changes:
      Update com.example.correo vers=5
  Daily from 2026-03-13-01-00-00 to 2026-03-14-01-15-45:
    Charge step durations:
      #0: +5m15s53ms to 100 (screen-off)
    Package changes:
      Update com.example.oculta vers=9
      Update com.example.oculta vers=9
      Uninstall com.example.vieja
  Daily from 2026-03-12-01-00-00 to 2026-03-13-01-00-00:
    Package changes:
      Update com.example.correo vers=7
      Update com.example.oculta vers=0
`;

test("updates, removals of both forms, what came back, what was set back; the oldest day first", async () => {
  const { records, problems } = await parseSections(batteryDaily, { batterystats: BODY });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => {
      const { from, to, ...rest } = fieldsOf(r);
      return [rest, isoUtc((from as Moment).utc!, "s"), to === undefined];
    }),
    [
      [{ app: "com.example.correo", version: 7, type: "update", times: 1 }, "2026-03-12T07:00:00Z", false],
      [{ app: "com.example.oculta", type: "uninstall", times: 1 }, "2026-03-12T07:00:00Z", false],
      [{ app: "com.example.oculta", version: 9, type: "install", times: 2 }, "2026-03-13T07:00:00Z", false],
      [{ app: "com.example.vieja", type: "uninstall", times: 1 }, "2026-03-13T07:00:00Z", false],
      [{ app: "com.example.correo", version: 5, type: "downgrade", before: 7, times: 1 }, "2026-03-14T07:15:45Z", true],
    ],
  );
  assert.equal(records[0]!.at!.precision, "day");
  assert.deepEqual(seen(records[3]!), ["app-id listed com.example.vieja"]);
});

test("no changes is no problem, another form is one", async () => {
  const none = await parseSections(batteryDaily, {
    batterystats: "Daily stats:\n  Current start time: 2026-03-14-01-15-45",
  });
  assert.deepEqual([none.records, none.problems], [[], []]);
  const other = await parseSections(batteryDaily, { batterystats: "x" });
  assert.deepEqual([other.records.length, other.problems[0]?.lost], [0, "artifact"]);
});

test("more days than a phone keeps are told", async () => {
  const day = "  Daily from 2026-03-13-01-00-00 to 2026-03-14-01-15-45:\n";
  const { problems } = await parseSections(batteryDaily, { batterystats: `Daily stats:\n${day.repeat(1200)}` });
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["record-limit", "200 more days"]],
  );
});
