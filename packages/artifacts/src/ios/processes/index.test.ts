import assert from "node:assert/strict";
import { test } from "node:test";
import type { Acquisition } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { processes } from "./index.ts";

const NEW = `USER               UID PRSNA   PID  PPID        F  %CPU %MEM PRI NI      VSZ    RSS WCHAN    TT  STAT STARTED      TIME COMMAND
root                 0     -     1     0     4004   0.0  0.0   0  0        0      0 -        ??  ?s   Mon11PM   0:00.00 /sbin/launchd
_logd              272  1000    37     1  4004004   0.0  0.0   0  0        0      0 -        ??  ?s   Mon11PM   0:00.00 /usr/libexec/logd
mobile             501  1000   900     1  4004004   0.0  0.0   0  0        0      0 -        ??  ?s   12Sep24   1:02.03 /private/var/containers/Bundle/Application/0A/Mi App.app/Mi App --x
`;
const OLD = `USER             UID   PID  PPID  %CPU %MEM PRI NI      VSZ    RSS WCHAN    TT  STAT STARTED      TIME COMMAND
root               0     1     0   0.0  0.2  37  0  4204016   9000 -        ??  Ss   11:31PM   0:09.87 /sbin/launchd
                                   0.0         S             0:00.00
                                   0.0         ?s            0:00.00
root               0  2143     1   3.2  0.1  31  0  4204016   1200 -        ??  Ss    1:02PM   0:01.00 /private/var/tmp/UserEventAgent
`;
const SYSDIAGNOSE: Acquisition = {
  kind: "sysdiagnose",
  taken: { utc: 1_726_174_491_000_000_000n, seen: "x", zone: { name: "-06:00", from: "stated" }, precision: "s" },
};
const parse = (text: string, path = "ps.txt") => parseLines(processes, text, { path, acquisition: SYSDIAGNOSE });

test("columns are found by their names; the last one holds spaces", async () => {
  const { records, problems } = await parse(NEW);
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      source: "ps.txt",
      path: "/sbin/launchd",
      pid: 1,
      ppid: 0,
      user: "root",
      uid: 0,
      started: "Mon11PM",
      cpu: "0:00.00",
    },
    {
      source: "ps.txt",
      path: "/usr/libexec/logd",
      pid: 37,
      ppid: 1,
      user: "_logd",
      uid: 272,
      started: "Mon11PM",
      cpu: "0:00.00",
    },
    {
      source: "ps.txt",
      path: "/private/var/containers/Bundle/Application/0A/Mi App.app/Mi App",
      args: "--x",
      pid: 900,
      ppid: 1,
      user: "mobile",
      uid: 501,
      started: "12Sep24",
      cpu: "1:02.03",
    },
  ]);
  // They ran when the diagnosis was made. Its zone is told once, by the evidence.
  assert.deepEqual(records[0]!.at, { utc: 1_726_174_491_000_000_000n, seen: "x", precision: "s" });
  assert.deepEqual(records[1]!.origin.at, { line: 3, offset: NEW.indexOf("_logd") });
});

test("older columns; threads are no processes", async () => {
  const { records, problems } = await parse(OLD, "ps_thread.txt");
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.source, r.fields.pid, r.fields.path]),
    [
      ["ps_thread.txt", 1, "/sbin/launchd"],
      ["ps_thread.txt", 2143, "/private/var/tmp/UserEventAgent"],
    ],
  );
  assert.deepEqual(seen(records[1]!), [
    "process ran /private/var/tmp/UserEventAgent",
    "file-path ran /private/var/tmp/UserEventAgent",
  ]);
});

test("a table without names of columns, and lines that fit none", async () => {
  const none = await parse("hola\nroot 0 1\n");
  assert.deepEqual(
    [none.records.length, none.problems.map((p) => [p.code, p.lost])],
    [0, [["artifact-value", "file"]]],
  );
  const empty = await parse("");
  assert.equal(empty.problems.length, 1);
  const some = await parse(`${NEW}root x\nroot 0 - x 0 1 1 1 1 1 1 1 1 1 1 1 1 cmd\n`);
  assert.deepEqual([some.records.length, some.problems.map((p) => [p.found, p.lost])], [3, [["2 other lines", "row"]]]);
});
