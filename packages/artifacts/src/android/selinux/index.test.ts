import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, PHONE, parseLines } from "../../artifacts.fixture.ts";
import { selinux } from "./index.ts";

test("one word", async () => {
  const { records, problems } = await parseLines(selinux, "Permissive\r\n", { acquisition: PHONE });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [{ mode: "Permissive" }]);
  assert.equal(records[0]!.at?.utc, PHONE.taken!.utc);
});

test("another word, or none, is a problem", async () => {
  for (const text of ["sh: getenforce: not found\n", ""]) {
    const { records, problems } = await parseLines(selinux, text);
    assert.deepEqual([records.length, problems.map((p) => p.lost)], [0, ["file"]]);
  }
});
