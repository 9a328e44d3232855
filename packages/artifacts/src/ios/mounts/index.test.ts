import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { mounts } from "./index.ts";

test("what was mounted, with its options", async () => {
  const { records, problems } = await parseLines(
    mounts,
    "/dev/disk1s1 on / (apfs, sealed, local, read-only)\ndevfs on /dev (devfs)\n/dev/disk2 on /private/var/a on b (hfs, local)\nx\n",
  );
  assert.deepEqual(records.map(fieldsOf), [
    { device: "/dev/disk1s1", folder: "/", type: "apfs", options: ["sealed", "local", "read-only"] },
    { device: "devfs", folder: "/dev", type: "devfs", options: [] },
    { device: "/dev/disk2", folder: "/private/var/a on b", type: "hfs", options: ["local"] },
  ]);
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["1 other lines", "row"]],
  );
});
