import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { spindump } from "./index.ts";

const UUID = "BDBDD550-2B15-382C-BB61-1798AFD60460";
const HEAD = `Date/Time:        2024-09-12 14:54:53.759 -0600
OS Version:       iPhone OS 17.6.1 (Build 21G93)

------------------------------------------------------------
Heavy format: stacks are sorted by count

`;
const BLOCK = (name: string, path: string | undefined, more = ""): string => `Process:          ${name} [176]
UUID:             ${UUID}
${path === undefined ? "" : `Path:             ${path}\n`}Parent:           launchd [1]
UID:              501
Time Since Fork:  201s
  Thread 0x8b6    DispatchQueue "com.apple.main-thread"(1)    8 samples (1-8)    priority 31 (base 31)
  8  ??? (dyld + 99536) [0x102c504d0]
  Binary Images:
           0x1027f4000 -                ???  ${name}             <${UUID}>  ${path ?? "/x"}
           0x102c38000 -        0x102ca3fff  dyld (1.0)             <58AB16CE-D7E0-32D3-946D-4F68FB1A4A17>  /usr/lib/dyld
${more}
`;

test("processes and the files that were loaded, each once", async () => {
  const odd =
    "           0x10a2c4000 -        0x10a31ffff  x y.dylib <58AB16CE-D7E0-32D3-946D-4F68FB1A4A17>  /private/var/tmp/x y.dylib";
  const body = HEAD + BLOCK("accessoryd", "/usr/libexec/accessoryd") + BLOCK("powerd", "/usr/libexec/powerd", odd);
  const { records, problems } = await parseLines(spindump, body);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.path, r.fields.programs, r.fields.program]),
    [
      ["process", "/usr/libexec/accessoryd", undefined, undefined],
      ["process", "/usr/libexec/powerd", undefined, undefined],
      ["image", "/usr/libexec/accessoryd", 1, "accessoryd"],
      ["image", "/usr/lib/dyld", 2, "accessoryd"],
      ["image", "/usr/libexec/powerd", 1, "powerd"],
      ["image", "/private/var/tmp/x y.dylib", 1, "powerd"],
    ],
  );
  const { started, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, {
    path: "/usr/libexec/accessoryd",
    name: "accessoryd",
    pid: 176,
    parent: "launchd",
    ppid: 1,
    uid: 501,
    uuid: UUID,
  });
  assert.equal(isoUtc(records[0]!.at!.utc!, "ms"), "2024-09-12T20:54:53.759Z");
  assert.equal(isoUtc((started as Moment).utc!, "s"), "2024-09-12T20:51:32Z");
  assert.deepEqual(seen(records[0]!), ["process ran /usr/libexec/accessoryd", "file-path ran /usr/libexec/accessoryd"]);
  assert.deepEqual(seen(records[5]!), ["file-path ran /private/var/tmp/x y.dylib"]);
  const offset = body.indexOf("Process:          powerd");
  assert.deepEqual(records[1]!.origin.at, { line: body.slice(0, offset).split("\n").length, offset });
});

test("a process that is ending has a name only", async () => {
  const { records } = await parseLines(spindump, HEAD + BLOCK("zombi", undefined));
  assert.deepEqual(seen(records[0]!), ["process ran zombi"]);
});

test("an empty sample, and what follows in binary form", async () => {
  const none = await parseLines(spindump, `${HEAD}No samples\nSpindump binary format\n${BLOCK("x", "/x")}`);
  assert.deepEqual([none.records.length, none.problems[0]?.found], [0, "No samples"]);
  const binary = await parseLines(spindump, `${HEAD}${BLOCK("x", "/x")}Spindump binary format\n${BLOCK("y", "/y")}`);
  assert.equal(binary.records.filter((r) => r.kind === "process").length, 1);
});

test("a line of an attacker does not cost minutes", async () => {
  const line = `           0x1027f4000 - ???${" ".repeat(200_000)}x`;
  const spent = cpu();
  const { records } = await parseLines(spindump, HEAD + BLOCK("powerd", "/usr/libexec/powerd", line));
  assert.ok(spent() < 2000);
  assert.equal(records.length, 3);
});
