import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, PHONE, parseDumpstate, parseSections, seen } from "../../artifacts.fixture.ts";
import { processes } from "./index.ts";

const OLD = `USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME
root             1     0   68696   2864 0                   0 S init
root             2     0       0      0 0                   0 S [kthreadd]
root          2211     1   68696   2864 0                   0 S /data/local/tmp/x/server`;

const NEW = `LABEL                          USER           PID   TID  PPID     VSZ    RSS WCHAN            ADDR S PRI  NI RTPRIO SCH PCY     TIME CMD
u:r:untrusted_app:s0:c1,c2     u10_a123      5000  5000   555 2359950 149982 0                   0 S  19   0      -   0  fg 00:00:07 com.ejemplo.app:remote
u:r:untrusted_app:s0:c1,c2     u10_a123      5000  5002   555 2359950 149982 0                   0 S  19   0      -   0  fg 00:00:00 Jit thread pool`;

const MIDDLE = `LABEL                          USER           PID   TID   PPID      VSZ    RSS WCHAN            STAT RTPRIO SCHED COMM             TIME NL
u:r:untrusted_app:s0:c1        u0_a12        3000  3000   878    10000  1000 0                   S    19   0 jemplo.app.larg 00:00:01  1
u:r:untrusted_app:s0:c1        u0_a12        3000  3001   878    10000  1000 0                   S    19   0 pool 3 thread   00:00:01  1`;

const TOP = `Threads: 5755 total,   4 running, 5751 sleeping,   0 stopped,   0 zombie
  Mem:      3.4G total,      3.2G used
  PID   TID USER         PR  NI[%CPU]S VIRT  RES PCY CMD             NAME
 3000  3000 u0_a12       10 -10 48.3 S  14G 137M  fg jemplo.app.larg com.ejemplo.app.largo
 3000  3001 u0_a12       10 -10 48.3 S  14G 137M  fg pool 3 thread   com.ejemplo.app.largo`;

test("columns of old and new reports; threads are no processes", async () => {
  const old = await parseSections(processes, { "PROCESSES AND THREADS": OLD });
  assert.deepEqual(old.problems, []);
  assert.deepEqual(old.records.map(fieldsOf), [
    { name: "init", user: "root", pid: 1, ppid: 0, source: "ps" },
    { name: "kthreadd", user: "root", pid: 2, ppid: 0, source: "ps" },
    {
      name: "/data/local/tmp/x/server",
      path: "/data/local/tmp/x/server",
      user: "root",
      pid: 2211,
      ppid: 1,
      source: "ps",
    },
  ]);
  assert.deepEqual(seen(old.records[2]!), [
    "process ran /data/local/tmp/x/server",
    "file-path ran /data/local/tmp/x/server",
  ]);
  assert.equal(old.records[0]!.at?.utc, PHONE.taken!.utc);
  const now = await parseSections(processes, { "PROCESSES AND THREADS": NEW });
  assert.deepEqual(now.records.map(fieldsOf), [
    {
      name: "com.ejemplo.app:remote",
      app: "com.ejemplo.app",
      user: "u10_a123",
      pid: 5000,
      ppid: 555,
      label: "u:r:untrusted_app:s0:c1,c2",
      source: "ps",
    },
  ]);
  assert.deepEqual(seen(now.records[0]!), ["process ran com.ejemplo.app:remote", "app-id ran com.ejemplo.app"]);
});

test("a name that is cut is no app; top says it whole", async () => {
  const { records, problems } = await parseSections(processes, { "PROCESSES AND THREADS": MIDDLE, "CPU INFO": TOP });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.name, r.fields.app, r.fields.cut, r.fields.source]),
    [
      ["jemplo.app.larg", undefined, true, "ps"],
      ["com.ejemplo.app.largo", "com.ejemplo.app.largo", undefined, "top"],
    ],
  );
});

test("the file of another tool; the same process is told once; lines that fit none", async () => {
  const { records } = await parseDumpstate(processes, `${OLD}\n`, { path: "processes.txt" });
  assert.equal(records.length, 3);
  assert.deepEqual(records[0]!.origin.at, { line: 2, offset: OLD.indexOf("\n") + 1 });
  const twice = await parseSections(processes, { "PROCESSES AND THREADS": `${OLD}\n${OLD.split("\n")[1]}\nroot x` });
  assert.deepEqual(
    [twice.records.length, twice.problems.map((p) => [p.found, p.lost])],
    [3, [["1 other lines", "row"]]],
  );
  const none = await parseSections(processes, { "PROCESSES AND THREADS": "hola" });
  assert.deepEqual(
    none.problems.map((p) => p.lost),
    ["file"],
  );
});
