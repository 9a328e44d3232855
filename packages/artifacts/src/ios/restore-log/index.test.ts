import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { parseLines } from "../../artifacts.fixture.ts";
import { restoreLog } from "./index.ts";

test("lines with their time; others are passed over", async () => {
  const { records, problems } = await parseLines(
    restoreLog,
    "2023-01-19 10:00:00 -0600: restore started\n  more\nat 2023-01-19 10:00:01 -0600 no\n2023-01-19 10:14:00 -0600\n",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [isoUtc(r.at!.utc!, "s"), r.fields.said]),
    [
      ["2023-01-19T16:00:00Z", "restore started"],
      ["2023-01-19T16:14:00Z", undefined],
    ],
  );
});

test("a log without end is cut, and says so", async () => {
  const line = `2023-01-19 10:00:00 -0600: ${"x".repeat(1000)}\n`;
  const { records, problems } = await parseLines(restoreLog, line.repeat(5002));
  assert.equal(records.length, 5000);
  assert.equal(String(records[0]!.fields.said).length, 300);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["record-limit"],
  );
});

test("a log of another form says so; an empty one says nothing", async () => {
  const { problems } = await parseLines(restoreLog, "restore started\n\nrestore ended\n");
  assert.deepEqual(
    problems.map((p) => [p.code, p.found, p.lost]),
    [["artifact-value", "2 lines without a time", "file"]],
  );
  assert.deepEqual((await parseLines(restoreLog, "\n")).problems, []);
});
