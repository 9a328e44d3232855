import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { systemVersions } from "./index.ts";

const HEAD = { bug_type: "211", timestamp: "2024-05-06 01:08:09.00 -0600", os_version: "iPhone OS 17.6.1 (21G93)" };

test("the version and its time, from the first line alone", async () => {
  const { records, problems } = await parseLines(
    systemVersions,
    `${JSON.stringify(HEAD)}\n{"os_version":"x 1.0 (2A2)"}\n`,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => fieldsOf(r)),
    [{ system: "iPhone OS", version: "17.6.1", build: "21G93" }],
  );
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:08:09Z");
});

test("a time of another form costs the time, another file is a problem", async () => {
  const { records } = await parseLines(systemVersions, JSON.stringify({ ...HEAD, timestamp: 5 }));
  assert.deepEqual([records.length, records[0]!.at], [1, undefined]);
  for (const line of ["{", "[]", "null", '{"os_version":"17"}', '{"__proto__":{"os_version":"iPhone OS 1.0 (1A1)"}}'])
    assert.deepEqual(
      (await parseLines(systemVersions, line)).problems.map((p) => p.code),
      ["artifact-value"],
      line,
    );
});
