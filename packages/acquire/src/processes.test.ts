import assert from "node:assert/strict";
import { test } from "node:test";
import { linksOf, runningOf } from "./processes.ts";

test("lines of ps, with files and folders where the shell may see them", () => {
  const links = linksOf(`lrwxrwxrwx 1 shell shell 0 2026-03-14 10:20 /proc/77/exe -> /data/local/tmp/wd/x y (deleted)
lrwxrwxrwx 1 shell shell 0 2026-03-14 10:20 /proc/77/cwd -> /
lrwxrwxrwx 1 shell shell 0 2026-03-14 10:20 /proc/self/exe -> /x
/proc/9/exe
`);
  assert.deepEqual(
    [...links],
    [
      ["77/exe", "/data/local/tmp/wd/x y (deleted)"],
      ["77/cwd", "/"],
    ],
  );
  assert.deepEqual(runningOf("   77     1  2000 S u:r:shell:s0   /data/local/tmp/wd/x --port 1", links), {
    pid: 77,
    ppid: 1,
    uid: 2000,
    filename: "(x)",
    path: "/data/local/tmp/wd/x y (deleted)",
    context: "u:r:shell:s0",
    command_line: ["/data/local/tmp/wd/x", "--port", "1"],
    cwd: "/",
  });
  const kernel = runningOf("2 0 0 S u:r:kernel:s0 [kthreadd]", links);
  assert.deepEqual([kernel?.filename, kernel?.command_line, kernel?.path], ["(kthreadd)", [], ""]);
  for (const line of [
    "",
    "PID PPID UID S LABEL CMDLINE",
    "1 2",
    "x 0 0 S l c",
    "1 2 99999999999 S l c",
    "ps: bad -o CMDLINE",
  ])
    assert.equal(runningOf(line, links), undefined, line);
});
