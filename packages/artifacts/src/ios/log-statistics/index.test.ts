import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLines } from "../../artifacts.fixture.ts";
import { logStatistics } from "./index.ts";

const TEXT = `--- !logd statistics record
type  : File Rotate
file  : /private/var/db/diagnostics/Persist/0000000000001f80.tracev3
time  : 2024-09-11 01:16:51-0600
total : 48748251
procs :
    - [   37418051,  76.8, /usr/libexec/atc ]
    - [     246000,   0.5, /private/var/db/com.apple.xpc.roleaccountd.staging/bh ]

--- !logd snapshot record
client : /usr/libexec/signpost_reporter
time   : 2022-11-20 03:04:48+0000
flags  : 0x3
--- !logd statistics record
type  : Memory Rollover
time  : 2025-04-07 07:42:54-0700
procs :
    - [         12,   0.0, /Applications/Mi App.app/Mi App ]
`;

test("text records: every program with the time of its record, in the zone that it states", async () => {
  const { records, problems } = await parseLines(logStatistics, TEXT);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.at!.utc! / 1_000_000_000n, r.fields.path, r.fields.bytes, r.fields.why, r.fields.log]),
    [
      [1_726_039_011n, "/usr/libexec/atc", 37_418_051, "File Rotate", "0000000000001f80.tracev3"],
      [
        1_726_039_011n,
        "/private/var/db/com.apple.xpc.roleaccountd.staging/bh",
        246_000,
        "File Rotate",
        "0000000000001f80.tracev3",
      ],
      [1_744_036_974n, "/Applications/Mi App.app/Mi App", 12, "Memory Rollover", undefined],
    ],
  );
  assert.deepEqual(records[1]!.observables, [
    { type: "process", value: "/private/var/db/com.apple.xpc.roleaccountd.staging/bh", contact: "ran" },
    { type: "file-path", value: "/private/var/db/com.apple.xpc.roleaccountd.staging/bh", contact: "ran" },
  ]);
  assert.deepEqual(records[1]!.origin.at, { line: 8, offset: TEXT.indexOf("    - [     246000") });
});

test("JSON lines: every program of the list, and whom logd holds back", async () => {
  const lines = [
    {
      file: "/private/var/db/diagnostics/Persist/0000000000001f81.tracev3",
      processList: [
        { sizeBytes: 500, process: "/kernel" },
        { sizeBytes: 20, process: "/usr/libexec/locationd" },
      ],
      record: "logd statistics",
      totalBytes: 520,
      type: "File Rotate",
      unixTime: 1_726_039_011,
    },
    { record: "logd quarantine", client: "/usr/libexec/atc", unixTime: 1_726_039_012, sizeBytes: 9 },
    { record: "logd something new", unixTime: 1 },
  ];
  const text = lines.map((l) => JSON.stringify(l).replaceAll("/", "\\/")).join("\n");
  const { records, problems } = await parseLines(logStatistics, text);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.at!.utc! / 1_000_000_000n, r.fields.path, r.fields.bytes, r.fields.why]),
    [
      [1_726_039_011n, "/kernel", 500, "File Rotate"],
      [1_726_039_011n, "/usr/libexec/locationd", 20, "File Rotate"],
      [1_726_039_012n, "/usr/libexec/atc", 9, "logd quarantine"],
    ],
  );
});

test("odd lines are told, and the rest is read", async () => {
  const odd = [
    "{broken",
    `{"processList":[1,null,{"process":7},{"process":"/bin/ps","sizeBytes":"x"}],"unixTime":"soon"}`,
    `{"client":{}}`,
    "--- !logd statistics record",
    "time  : yesterday",
    "    - [ many, /bin/x ]",
    "    - [ 5, 0.1, /bin/y ]",
  ].join("\n");
  const { records, problems } = await parseLines(logStatistics, odd);
  assert.deepEqual(
    records.map((r) => [r.fields.path, r.fields.bytes, r.at]),
    [
      ["/bin/ps", undefined, undefined],
      ["/bin/y", 5, undefined],
    ],
  );
  assert.deepEqual(
    problems.map((p) => [p.code, p.found, p.lost]),
    [["artifact-value", "8 other lines", "row"]],
  );
  const { problems: none } = await parseLines(logStatistics, "hola\n");
  assert.deepEqual(
    none.map((p) => p.lost),
    ["file"],
  );
});
