import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { shutdownLog } from "./index.ts";

const UUID = "0D568245-890B-3FB3-B7E9-AD26B2A7BB75";
const CLASSIC = `After 0.79s, these clients are still here:
\t\tremaining client pid: 73 (/usr/sbin/wifid/${UUID})
\t\tremaining client pid: 2143 (/private/var/db/com.apple.xpc.roleaccountd.staging/mptbd/${UUID})
\t\tremaining client pid: 0 (/kernel/${UUID})
After 1.29s, these clients are still here:
\t\tremaining client pid: 2143 (/private/var/db/com.apple.xpc.roleaccountd.staging/mptbd/${UUID})
\t\tremaining client pid: 0 (/kernel/${UUID})
SIGTERM: [1710236053] All buffers flushed
After 0.40s, these clients are still here:
\t\tremaining client pid: 856 (/usr/libexec/nfcd/${UUID})
`;

const LOG = { path: "system_logs.logarchive/Extra/shutdown.log" };
const parse = (text: string | Uint8Array) => parseLines(shutdownLog, text, LOG);

/** Of a line of CLASSIC. */
const place = (line: number) => ({
  line,
  offset:
    CLASSIC.split("\n")
      .slice(0, line - 1)
      .join("\n").length + (line > 1 ? 1 : 0),
});

test("processes of each shutdown, how long they held it up, and when it was", async () => {
  const { records, problems } = await parse(CLASSIC);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, r.at?.utc === undefined ? undefined : isoUtc(r.at.utc, "s"), r.origin.at]),
    [
      ["shutdown", "2024-03-12T09:34:13Z", place(1)],
      ["client", "2024-03-12T09:34:13Z", place(2)],
      ["client", "2024-03-12T09:34:13Z", place(3)],
      ["client", "2024-03-12T09:34:13Z", place(4)],
      ["shutdown", undefined, place(9)],
      ["client", undefined, place(10)],
      ["log", undefined, place(1)],
    ],
  );
  assert.deepEqual(fieldsOf(records[0]!), { shutdown: 1, notices: 2, longest: 1.29, processes: 3 });
  assert.deepEqual(fieldsOf(records[2]!), {
    shutdown: 1,
    path: "/private/var/db/com.apple.xpc.roleaccountd.staging/mptbd",
    pid: 2143,
    notices: 2,
    longest: 1.29,
    uuid: UUID,
  });
  assert.deepEqual(seen(records[2]!), [
    "process ran /private/var/db/com.apple.xpc.roleaccountd.staging/mptbd",
    "file-path ran /private/var/db/com.apple.xpc.roleaccountd.staging/mptbd",
  ]);
  assert.deepEqual(fieldsOf(records.at(-1)!), { name: "shutdown.log", shutdowns: 2, keeps: "all" });
});

test("offsets are those of the bytes: grep -b says the same", async () => {
  const { records } = await parse(CLASSIC);
  for (const r of records.filter((x) => x.kind === "client")) {
    const { offset } = r.origin.at as { offset: number };
    assert.ok(CLASSIC.slice(offset).startsWith(`\t\tremaining client pid: ${r.fields.pid} `));
  }
});

test("other forms of the time, and of the notice", async () => {
  const at = await parse(CLASSIC.replace("[1710236053]", "[logd] @1710236053"));
  assert.equal(isoUtc(at.records[1]!.at!.utc!, "s"), "2024-03-12T09:34:13Z");
  const line = await parse(`%%%%% Entering phase: Waiting for apps to exit

After 0.5s, remaining client pid: 73 (/usr/sbin/wifid)
After 0.5s, remaining client pid: 74 (/private/var/tmp/x)
After 1.0s, remaining client pid: 74 (/private/var/tmp/x)
SIGTERM: [0x1deadbeef] Sent SIGTERM to remaining client pid: 73 (/usr/sbin/wifid)

%%%%% Entering phase: Waiting for apps to exit
After 0.2s, remaining client pid: 75 (/usr/sbin/a)
`);
  assert.deepEqual(line.problems, []);
  assert.deepEqual(
    line.records.map((r) => [r.kind, r.fields.shutdown, r.fields.path ?? r.fields.notices, r.fields.notices, r.at]),
    [
      ["shutdown", 1, 2, 2, undefined],
      ["client", 1, "/usr/sbin/wifid", 1, undefined],
      ["client", 1, "/private/var/tmp/x", 2, undefined],
      ["shutdown", 2, 1, 1, undefined],
      ["client", 2, "/usr/sbin/a", 1, undefined],
      ["log", undefined, undefined, undefined, undefined],
    ],
  );
});

test("a shutdown whose end is lost does not run into the next one", async () => {
  const { records } = await parse(
    `After 1.79s, these clients are still here:\n\t\tremaining client pid: 1 (/a)\n${CLASSIC}`,
  );
  assert.deepEqual(
    records.filter((r) => r.kind === "shutdown").map((r) => r.at === undefined),
    [true, false, true],
  );
});

test("an empty log is a log; another file is none", async () => {
  const empty = await parse("");
  assert.deepEqual(
    [empty.records.map(fieldsOf), empty.problems],
    [[{ name: "shutdown.log", shutdowns: 0, keeps: "all" }], []],
  );
  const other = await parse("hola\nqué tal\n");
  assert.deepEqual(
    other.problems.map((p) => [p.code, p.found]),
    [["artifact-value", "2 other lines"]],
  );
});

test("a time that is none gives none; ten thousand processes and no more", async () => {
  const odd = await parse(
    "After 1.0s, these clients are still here:\n\t\tremaining client pid: 1 ()\nSIGTERM: [9999999999] x\n",
  );
  assert.deepEqual(
    odd.records.map((r) => [r.kind, r.at, r.observables.length]),
    [
      ["shutdown", undefined, 0],
      ["client", undefined, 0],
      ["log", undefined, 0],
    ],
  );
  const many = await parse(
    Array.from({ length: 20_000 }, (_, i) => `\t\tremaining client pid: ${i} (/x/${i})`).join("\n"),
  );
  assert.equal(many.records.filter((r) => r.kind === "client").length, 10_000);
  assert.deepEqual(
    many.problems.map((p) => p.code),
    ["lookup-limit"],
  );
});
