/** Places of deleted rows in words, and as code. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Origin } from "@contraluz/core";
import { placeCode, placeWords, rowCommand } from "./origin.ts";

const live: Origin = { file: 0, at: { table: "message", row: 7, page: 3, cell: 2 } };
const freed: Origin = {
  file: 0,
  state: "deleted",
  at: { table: "message", page: 3, in: "free", offset: 12_345, torn: true },
};
const older: Origin = {
  file: 0,
  state: "superseded",
  at: { table: "message", row: 7, page: 3, in: "wal", offset: 900, frame: 4 },
};
const replaced: Origin = { file: 0, state: "deleted", at: { table: "message", row: 7, page: 3, offset: 8192 } };

test("a deleted row says that it is deleted and not certain, where its bytes start, and that it is incomplete", () => {
  assert.deepEqual(placeWords(freed, "es"), {
    place: "tabla message, fila sin número",
    exact: "página 3, en espacio libre, byte 12,345, fila borrada: no hay certeza, está incompleta",
  });
  assert.deepEqual(placeWords(older, "en"), {
    place: "table message, row 7",
    exact:
      "page 3, in the write-ahead log (-wal), frame 4, byte 900, earlier version of a row that changed: not certain",
  });
  assert.doesNotMatch(placeWords(live, "es").exact!, /borrada|byte/);
});

test("as code, without words of any language", () => {
  assert.equal(placeCode(live.at), "message row 7 page 3 cell 2");
  assert.equal(placeCode(freed.at), "message page 3 in free offset 12345 torn");
  assert.equal(placeCode(older.at), "message row 7 page 3 in wal frame 4 offset 900");
});

test("no command is offered that would show another row, or none", () => {
  assert.match(rowCommand(live.at)!, /rowid = 7/);
  for (const o of [freed, older, replaced]) assert.equal(rowCommand(o.at), undefined);
});
