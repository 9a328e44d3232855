import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, PHONE, parseJsonFile, seen } from "../../artifacts.fixture.ts";
import { processDetails } from "./index.ts";

const LIST = [
  {
    pid: 2,
    uid: 0,
    ppid: 0,
    filename: "(kthreadd)",
    path: "",
    context: "u:r:kernel:s0",
    command_line: [],
    env: [],
    cwd: "/",
  },
  {
    pid: 2211,
    uid: 1010123,
    ppid: 1,
    filename: "(x)",
    path: "/data/local/tmp/x (deleted)",
    context: "u:r:shell:s0",
    command_line: ["com.ejemplo.app:remote", "--clave=1234"],
    env: ["TOKEN=secreto"],
    cwd: "/data",
  },
  { uid: 1 },
  7,
];

test("programs with their file; arguments and environment are not kept", async () => {
  const { records, problems } = await parseJsonFile(processDetails, LIST, {
    acquisition: { ...PHONE, kind: "androidqf" },
  });
  assert.deepEqual(records.map(fieldsOf), [
    { name: "kthreadd", uid: 0, user: 0, pid: 2, ppid: 0, label: "u:r:kernel:s0", folder: "/" },
    {
      name: "com.ejemplo.app:remote",
      app: "com.ejemplo.app",
      path: "/data/local/tmp/x",
      gone: true,
      uid: 1010123,
      user: 10,
      pid: 2211,
      ppid: 1,
      label: "u:r:shell:s0",
      folder: "/data",
    },
  ]);
  assert.deepEqual(seen(records[1]!), [
    "process ran com.ejemplo.app:remote",
    "file-path ran /data/local/tmp/x",
    "app-id ran com.ejemplo.app",
  ]);
  assert.ok(!/1234|secreto/.test(JSON.stringify(records.map(fieldsOf))));
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["2 other elements", "row"]],
  );
});
