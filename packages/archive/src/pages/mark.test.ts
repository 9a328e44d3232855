import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { jsonl } from "../pages.fixture.ts";
import { markLine, markOf, NOTE, type PageMark, readMarks } from "./mark.ts";

const MARK: PageMark = {
  doc: "a".repeat(64),
  path: "CAJA/1.png",
  page: 3,
  mark: "keep",
  note: "habla de la huelga",
  at: "2026-11-26T04:35:00Z",
};

test("a mark is a line that is read again; one that was taken back is one, too", () => {
  assert.deepEqual(markOf(JSON.parse(markLine(MARK))), MARK);
  const { note: _, ...plain } = MARK;
  assert.deepEqual(markOf({ ...plain, mark: "none" }), { ...plain, mark: "none" });
  assert.equal(markOf({ ...MARK, note: "x".repeat(NOTE + 5) })?.note?.length, NOTE);
});

test("what is no mark is none", () => {
  for (const change of [
    { doc: "A".repeat(64) },
    { doc: 1 },
    { path: "" },
    { path: "x".repeat(5000) },
    { page: 0 },
    { page: 1.5 },
    { mark: "guilty" },
    { at: "yesterday" },
    { at: undefined },
  ])
    assert.equal(markOf({ ...MARK, ...change }), undefined, JSON.stringify(change));
  for (const v of [null, 3, "keep", []]) assert.equal(markOf(v), undefined);
});

test("marks of a file: damaged lines are told, the others are read", async () => {
  const problems: Problem[] = [];
  const found: PageMark[] = [];
  const lines = [MARK, "{", { ...MARK, mark: "no" }, { ...MARK, page: 4 }];
  for await (const some of readMarks(jsonl(lines), (p) => void problems.push(p))) found.push(...some);
  assert.deepEqual(
    found.map((m) => m.page),
    [3, 4],
  );
  assert.deepEqual(
    problems.map((p) => p.code),
    ["json-damaged", "json-damaged"],
  );
});
