import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseDumpstate } from "../../artifacts.fixture.ts";
import { header } from "./index.ts";

const HEAD = `========================================================
== dumpstate: 2026-03-14 10:20:30
========================================================

Build: BP2A.250605.031
Build fingerprint: 'ejemplo/e/e:16/BP2A/1:user/release-keys'
Bootloader: S921BXXU
Kernel: Linux version 6.1.134 (build@host.invalid) #1 SMP PREEMPT
Command line: console=null androidboot.serialno=R58N0000ABC androidboot.verifiedbootstate=orange androidboot.vbmeta.device_state=unlocked androidboot.selinux=permissive
Bootconfig: androidboot.verifiedbootstate = "green"
androidboot.veritymode = "enforcing"
`;
const REST = "------ UPTIME (uptime) ------\nBuild: otra\n------ 0.1s was the duration of 'UPTIME' ------\n";

test("how the phone was started, by what the kernel was told first; no number of the phone", async () => {
  const { records, problems } = await parseDumpstate(header, `${HEAD}\n${REST}== dumpstate: done\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      build: "BP2A.250605.031",
      fingerprint: "ejemplo/e/e:16/BP2A/1:user/release-keys",
      bootloader: "S921BXXU",
      kernel: "Linux version 6.1.134 (build@host.invalid) #1 SMP PREEMPT",
      verified: "orange",
      device: "unlocked",
      selinux: "permissive",
      verity: "enforcing",
    },
  ]);
  assert.deepEqual(records[0]!.origin.at, { line: 9, offset: HEAD.indexOf("Command line") });
});

test("other texts have no head", async () => {
  for (const text of [REST, "Currently running services:\n  adb\n"]) {
    const { records, problems } = await parseDumpstate(header, text, { path: "dumpsys.txt" });
    assert.deepEqual([records, problems], [[], []]);
  }
});
