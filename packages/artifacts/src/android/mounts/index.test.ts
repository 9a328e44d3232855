import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, PHONE, parseLines } from "../../artifacts.fixture.ts";
import { mounts } from "./index.ts";

const QF = { path: "mounts.json", acquisition: { ...PHONE, kind: "androidqf" } };
const rows = (o: { readonly records: Parameters<typeof fieldsOf>[0][] }) => o.records.map(fieldsOf);

test("both grammars of mounts.json, on lines or on one line", async () => {
  const list = ["/dev/block/dm-4 on / type ext4 (ro,seclabel)", "/dev/block/dm-1 /system ext4 rw,seclabel 0 0"];
  const expected = [
    { device: "/dev/block/dm-4", folder: "/", type: "ext4", options: ["ro", "seclabel"] },
    { device: "/dev/block/dm-1", folder: "/system", type: "ext4", options: ["rw", "seclabel"] },
  ];
  for (const text of [JSON.stringify(list, null, 4), JSON.stringify(list)]) {
    const out = await parseLines(mounts, text, QF);
    assert.deepEqual(out.problems, []);
    assert.deepEqual(rows(out), expected);
  }
});

test("mountinfo of a process: with tags and without", async () => {
  const text = `20 1 253:0 / / ro,relatime shared:1 - ext4 /dev/block/dm-4 rw,seclabel
21 20 0:1 / /mnt/a\\040b rw,nosuid - tmpfs tmpfs rw
`;
  const out = await parseLines(mounts, text, { path: "bugreport/FS/proc/555/mountinfo", acquisition: PHONE });
  assert.deepEqual(out.problems, []);
  assert.deepEqual(rows(out), [
    { device: "/dev/block/dm-4", folder: "/", type: "ext4", options: ["ro", "relatime"], pid: 555 },
    { device: "tmpfs", folder: "/mnt/a b", type: "tmpfs", options: ["rw", "nosuid"], pid: 555 },
  ]);
  assert.deepEqual(out.records[1]!.origin.at, { line: 2, offset: text.indexOf("21 20") });
});

test("what is no mount is told", async () => {
  const out = await parseLines(mounts, '[\n"x",\n7,\n"/dev/a on /b type c (rw)"\n', QF);
  assert.equal(out.records.length, 1);
  assert.deepEqual(
    out.problems.map((p) => [p.found, p.lost]),
    [["2 other lines", "row"]],
  );
});
