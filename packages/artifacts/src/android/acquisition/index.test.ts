import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { qfAcquisition } from "./index.ts";

const about = {
  uuid: "66f42637-e08d-413f-9103-b2e425f0376c",
  androidqf_version: "v1.8.3",
  started: "2026-03-14T16:15:20.204117Z",
  completed: "2026-03-14T16:29:30.090322Z",
  collector: { ExePath: "/data/local/tmp/collector", Installed: true },
  tmp_dir: "/data/local/tmp/",
  cpu: "arm64-v8a",
};

test("when the copy was made, with what", async () => {
  for (const text of [JSON.stringify(about), JSON.stringify(about, undefined, 1)]) {
    const { records, problems } = await parseLines(qfAcquisition, text, { path: "acquisition.json" });
    assert.deepEqual(problems, []);
    const [r] = records;
    assert.equal(records.length, 1);
    assert.equal(isoUtc(r!.at!.utc!, "us"), "2026-03-14T16:15:20.204117Z");
    const { started, completed, ...rest } = fieldsOf(r!);
    assert.deepEqual(rest, {
      tool: "AndroidQF",
      version: "v1.8.3",
      uuid: about.uuid,
      collector: "/data/local/tmp/collector",
      folder: "/data/local/tmp/",
      cpu: "arm64-v8a",
    });
    assert.deepEqual(
      [started, completed].map((m) => (m as { seen: string }).seen),
      [about.started, about.completed],
    );
  }
});

test("our own copy, in the same layout", async () => {
  const own = {
    ...about,
    tool: "contraluz",
    tool_version: "0.1.0",
    androidqf_version: "",
    collector: null,
    resumed: true,
    shortfalls: [{ code: "changed", what: "apks/x.apk" }, { code: "x" }, 7],
  };
  const { records, problems } = await parseLines(qfAcquisition, JSON.stringify(own), { path: "acquisition.json" });
  assert.deepEqual(problems, []);
  const { tool, version, resumed, collector } = records[0]!.fields;
  assert.deepEqual([tool, version, resumed, collector], ["contraluz", "0.1.0", true, undefined]);
  assert.deepEqual(
    records.slice(1).map((r) => [r.kind, fieldsOf(r)]),
    [["shortfall", { what: "apks/x.apk", reason: "changed" }]],
  );
});

test("steps of both forms of the log, over lines", async () => {
  const log = `algo antes
2026-03-14T10:15:20-06:00 [DEBUG] Starting module packages
2026-03-14T10:15:21-06:00 [ERROR] failed:
 exit status 1

2026-03-14T16:15:51.001000Z INFO Done
`;
  const { records, problems } = await parseLines(qfAcquisition, log, { path: "command.log" });
  assert.deepEqual(
    problems.map((p) => p.found),
    ["1 lines without a time"],
  );
  assert.deepEqual(
    records.map((r) => [isoUtc(r.at!.utc!, "s"), r.fields.level, r.fields.command, r.origin.at]),
    [
      ["2026-03-14T16:15:20Z", "debug", "Starting module packages", { line: 2, offset: 11 }],
      ["2026-03-14T16:15:21Z", "error", "failed:\n exit status 1", { line: 3, offset: 70 }],
      ["2026-03-14T16:15:51Z", "info", "Done", { line: 6, offset: 128 }],
    ],
  );
});

test("what is no description", async () => {
  for (const text of ["", "[]", "{", '{"uuid":7,"started":"ayer"}', `{"x":"${"y".repeat(2_000_000)}"}`]) {
    const { records, problems } = await parseLines(qfAcquisition, text, { path: "acquisition.json" });
    assert.equal(records.length, 0);
    assert.ok(problems.some((p) => p.code === "artifact-value" && p.lost === "file"));
  }
});
