import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDumpstate, parseSections } from "../../artifacts.fixture.ts";
import { tombstoneText } from "../../tombstone/tombstone.fixture.ts";
import { tombstoneSections } from "./index.ts";

const section = (n: number, text: string): string =>
  `------ TOMBSTONE (/data/tombstones/tombstone_0${n}: 2026-03-03 10:19:1${n}) ------\n${text}\n------ 0.001s was the duration of 'TOMBSTONE' ------\n`;

test("each section is one crash; the head says when it was written", async () => {
  const old = tombstoneText({ old: true });
  const text = section(2, old) + section(3, old.slice(0, old.indexOf("--------- tail"))) + section(4, "hola");
  const { records, problems } = await parseDumpstate(tombstoneSections, text);
  assert.deepEqual(
    records.map((r) => [r.fields.process, r.at?.seen, (r.fields.frames as string[]).length]),
    [
      ["com.ejemplo.fotos", "03-03 10:19:12.750", 3],
      ["com.ejemplo.fotos", "2026-03-03 10:19:13", 3],
    ],
  );
  assert.deepEqual(
    problems.map((p) => p.lost),
    ["row"],
  );
});

test("a report without crashes says so", async () => {
  const { ok, records, problems } = await parseSections(tombstoneSections, { UPTIME: " 10:20:30 up 3 days" });
  assert.deepEqual([ok, records, problems], [true, [], []]);
});
