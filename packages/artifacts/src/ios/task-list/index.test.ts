import assert from "node:assert/strict";
import { test } from "node:test";
import { type Acquisition, isoUtc, type Moment, parseIso } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { taskList } from "./index.ts";

const acquisition: Acquisition = {
  kind: "sysdiagnose",
  zone: "-06:00",
  taken: { utc: parseIso("2024-09-12T20:54:51Z")!, seen: "2024.09.12_14-54-51-0600", precision: "s" },
};

const TASKS = `num tasks: 2

process: "logd" [73] [unique ID: 74]
architecture: arm64
run time: 3600 s
ios-appledaemon: YES
ios-application: NO
threads:
\tthread ID: 0x300 / 768
run time: 1 s

process: "Un nombre "raro" [1]" [900] [unique ID: 901]
run time: 99999999999 s
ios-application: YES
threads:
`;

test("tasks with their start; what a thread says is left alone", async () => {
  const { records, problems } = await parseLines(taskList, TASKS, { acquisition });
  assert.deepEqual(problems, []);
  assert.equal(records.length, 2);
  assert.deepEqual(seen(records[0]!), ["process ran logd"]);
  const { started, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, { name: "logd", pid: 73, daemon: true });
  assert.equal(isoUtc((started as Moment).utc!, "s"), "2024-09-12T19:54:51Z");
  assert.equal(records[0]!.at?.utc, acquisition.taken?.utc);
  assert.deepEqual(records[0]!.origin.at, { line: 3, offset: 14 });
  assert.deepEqual(fieldsOf(records[1]!), { name: 'Un nombre "raro" [1]', pid: 900, app: true });
});

test("fewer tasks than the file says, and a file without any, are problems", async () => {
  const cut = await parseLines(taskList, TASKS.slice(0, TASKS.indexOf('process: "Un')), { acquisition });
  assert.deepEqual([cut.records.length, cut.problems[0]?.found], [1, "1 tasks"]);
  const none = await parseLines(taskList, "x\n");
  assert.deepEqual([none.records.length, none.problems[0]?.lost], [0, "file"]);
});
