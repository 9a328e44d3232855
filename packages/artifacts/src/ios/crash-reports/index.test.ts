import assert from "node:assert/strict";
import { test } from "node:test";
import { type Acquisition, isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { crashReports } from "./index.ts";
import { programIn } from "./summary.ts";

const path = "crashes_and_spins/x-2024-08-30-111854.ips";
const HEADER = {
  app_name: "powerd",
  timestamp: "2024-08-30 11:18:54.00 -0600",
  bug_type: "309",
  os_version: "iPhone OS 17.6.1 (21G93)",
  incident_id: "A1",
};
const BODY = {
  procName: "powerd",
  procPath: "/System/Library/CoreServices/powerd.bundle/powerd",
  pid: 73,
  parentProc: "launchd",
  captureTime: "2024-08-30 11:18:53.1234 -0600",
  procLaunch: "2024-08-30 11:00:00.0000 -0600",
  exception: { type: "EXC_CRASH", signal: "SIGABRT" },
  termination: { indicator: "Abort trap: 6" },
  usedImages: [
    { path: "/System/Library/CoreServices/powerd.bundle/powerd", uuid: "u0" },
    { path: "/private/var/tmp/upgrade.dylib", uuid: "u1" },
    { path: "/private/var/tmp/upgrade.dylib", uuid: "u1" },
    { path: "/usr/lib/dyld", uuid: "u2" },
    null,
  ],
};
const ips = (header: unknown, body: unknown): string => `${JSON.stringify(header)}\n${JSON.stringify(body, null, 2)}\n`;

test("a crash in JSON: the program, and what was loaded that is no part of the system", async () => {
  const { records, problems } = await parseLines(crashReports, ips(HEADER, BODY), { path });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => r.kind),
    ["report", "image"],
  );
  const [report, image] = records;
  const { launched: _, ...rest } = fieldsOf(report!);
  assert.deepEqual(rest, {
    type: "309",
    name: "powerd",
    path: BODY.procPath,
    pid: 73,
    parent: "launchd",
    exception: "EXC_CRASH (SIGABRT)",
    reason: "Abort trap: 6",
    os: HEADER.os_version,
    incident: "A1",
    images: 4,
  });
  assert.equal(isoUtc(report!.at!.utc!, "us"), "2024-08-30T17:18:53.123400Z");
  assert.deepEqual(seen(report!), [`process ran ${BODY.procPath}`, `file-path ran ${BODY.procPath}`]);
  assert.deepEqual(seen(image!), ["file-path ran /private/var/tmp/upgrade.dylib"]);
  assert.deepEqual(image!.origin.at, { key: "usedImages[1].path" });
});

test("memory reports and stackshots list what ran", async () => {
  const body = {
    date: "2024-08-30 11:18:54.32 -0600",
    processes: [{ name: "mptbd", pid: 5, reason: "per-process-limit" }, { pid: 6 }, 7],
    processByPid: { "9": { procname: "logd", pid: 9, userID: 272 } },
  };
  const { records } = await parseLines(crashReports, ips({ bug_type: "298" }, body), { path });
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.name, r.fields.pid, r.fields.uid, r.fields.reason]),
    [
      ["report", undefined, undefined, undefined, undefined],
      ["process", "mptbd", 5, undefined, "per-process-limit"],
      ["process", "logd", 9, 272, undefined],
    ],
  );
  assert.deepEqual(records[2]!.origin.at, { key: "processByPid.9.procname" });
});

const TEXT = `Incident Identifier: 5C32DF84
Process:             Una App [49028]
Path:                /private/var/containers/Bundle/Application/X/Una App.app/Una App
Identifier:          com.example.una
Parent Process:      launchd [1]

Date/Time:           2019-01-09 12:44:22.075 +0000
OS Version:          iPhone OS 12.1 (16B92)
Exception Type:  EXC_CRASH (SIGABRT)

Thread 0:
0   libdyld.dylib              0x00007fff61bc6c2a 0x7fff61bc6000 + 3114

Binary Images:
0x100a1c000 - 0x100a3bfff Una App arm64  <5c32df8431a043e787d0239f7f594940> /private/var/containers/Bundle/Application/X/Una App.app/Una App
0x1b6c63000 - 0x1b6c8ffff evil arm64  <5c32df8431a043e787d0239f7f594941> /private/var/tmp/evil.dylib
`;

test("a crash in text, with and without a header", async () => {
  for (const body of [TEXT, `${JSON.stringify({ bug_type: "109", app_name: "x" })}\n${TEXT}`]) {
    const { records, problems } = await parseLines(crashReports, body, { path });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      records.map((r) => [r.kind, r.fields.path]),
      [
        ["report", "/private/var/containers/Bundle/Application/X/Una App.app/Una App"],
        ["image", "/private/var/tmp/evil.dylib"],
      ],
    );
    assert.deepEqual(
      ["name", "pid", "app", "parent", "exception"].map((k) => records[0]!.fields[k]),
      ["Una App", 49028, "com.example.una", "launchd", "EXC_CRASH (SIGABRT)"],
    );
    assert.equal(isoUtc(records[0]!.at!.utc!, "ms"), "2019-01-09T12:44:22.075Z");
  }
});

test("a report about processor time samples several programs", async () => {
  const body = `{"bug_type":"202","app_name":"bird"}
Date/Time:        2024-08-30 11:18:54.620 +0200
Command:          bird
Path:             /usr/libexec/bird
PID:              77
Event:            cpu usage

Powerstats for:   bird [77]
Path:             /usr/libexec/bird
UID:              501
Powerstats for:   otro [78]
Path:             /private/var/tmp/otro
  Binary Images:
           0x104000000 -                ???  otro (1)  <BDBDD550-2B15-382C-BB61-1798AFD60460>  /private/var/tmp/otro
`;
  const { records } = await parseLines(crashReports, body, { path });
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.path, r.fields.pid]),
    [
      ["report", "/usr/libexec/bird", 77],
      ["process", "/usr/libexec/bird", 77],
      ["process", "/private/var/tmp/otro", 78],
    ],
  );
  assert.deepEqual([records[0]!.fields.reason, records[1]!.fields.uid], ["cpu usage", 501]);
});

test("a cut body leaves what the header says; what is no report is a problem", async () => {
  const cut = await parseLines(crashReports, ips(HEADER, BODY).slice(0, 400), { path });
  assert.deepEqual(
    [cut.records.length, cut.records[0]?.fields.name, cut.problems[0]?.code],
    [1, "powerd", "json-damaged"],
  );
  for (const body of ["", "x\n", "[1]\n"]) {
    const { records, problems } = await parseLines(crashReports, body, { path });
    assert.deepEqual([records.length, problems.length], [0, 1], body);
  }
  const plist = `{"bug_type":"187"}\n<?xml version="1.0"?><plist><dict><key>procName</key><string>x</string></dict></plist>`;
  assert.equal((await parseLines(crashReports, plist, { path })).records[0]?.fields.name, "x");
});

test("a report of use, with an object on each line, is a report and no damage", async () => {
  const { records, problems } = await parseLines(crashReports, '{"bug_type":"225"}\n{"a":1}\n{"b":2}\n', { path });
  assert.deepEqual([records.map((r) => r.fields.type), problems], [["225"], []]);
});

test("the list of reports: names of programs, times by the clock of the phone", async () => {
  const acquisition: Acquisition = { kind: "sysdiagnose", zone: "-06:00" };
  const lines = `Crashes and spins:
/private/var/mobile/Library/Logs/CrashReporter/mptbd-2024-07-15-101112.ips, 20111, 2024-07-15 10:11:12
/private/var/mobile/Library/Logs/CrashReporter/JetsamEvent-2024-07-15-101113.ips, 1
/private/var/mobile/Library/Logs/CrashReporter/sin fecha.ips
`;
  const { records } = await parseLines(crashReports, lines, { path: "summaries/crashes_and_spins.log", acquisition });
  assert.deepEqual(records.map(seen), [["process ran mptbd"], []]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-07-15T16:11:12Z");
  assert.equal(records[0]!.at!.zone?.from, "assumed");
  assert.deepEqual(["ExcUserFault_healthd", "Spotify.cpu_resource", "panic-full", "a-b"].map(programIn), [
    "healthd",
    "Spotify",
    undefined,
    "a-b",
  ]);
});
