import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { dbinfo } from "./index.ts";

const PATH = "/data/user/10/com.ejemplo.app/databases/x.db";
const BODY = `Applications Database Info:

** Database info for pid 8817 [com.ejemplo.app:remote] **

  Attached db: false
Connection pool for ${PATH}:
  Open: true
      Most recently executed operations:
        0: [2026-03-13 12:21:44.097] [Pid:(0)]executeForCursorWindow took 2ms - succeeded, sql="SELECT a FROM b WHERE (c = 'd')", path=${PATH}
        1: [12-27 12:21:44.096] [Pid:(8817)]prepare took 0ms - succeeded, sql="PRAGMA x;", path=${PATH}
        2: [2020-06-18 10:00:00.001] executeForLong took 0ms - succeeded, sql="PRAGMA y;"
        3: [nada]
Connection pool for :memory::
        0: [2026-03-13 12:21:44.097] execute took 2ms - succeeded`;

test("operations with their database; what was asked only with content", async () => {
  const { records, problems } = await parseSections(dbinfo, { dbinfo: BODY });
  assert.deepEqual(
    records.map((r) => [fieldsOf(r), r.at?.utc && new Date(Number(r.at.utc / 1_000_000n)).toISOString()]),
    [
      [{ app: "com.ejemplo.app", path: PATH, action: "executeForCursorWindow" }, "2026-03-13T18:21:44.097Z"],
      [{ app: "com.ejemplo.app", path: PATH, action: "prepare", pid: 8817 }, "2025-12-27T18:21:44.096Z"],
      [{ app: "com.ejemplo.app", path: PATH, action: "executeForLong" }, "2020-06-18T16:00:00.001Z"],
      [{ app: "com.ejemplo.app", path: ":memory:", action: "execute" }, "2026-03-13T18:21:44.097Z"],
    ],
  );
  assert.deepEqual(seen(records[0]!), ["app-id ran com.ejemplo.app"]);
  assert.deepEqual(
    problems.map((p) => [p.found, p.lost]),
    [["1 other lines", "row"]],
  );
  const open = await parseSections(dbinfo, { dbinfo: BODY }, { content: true });
  assert.deepEqual(
    open.records.map((r) => r.fields.sql),
    ["SELECT a FROM b WHERE (c = 'd')", "PRAGMA x;", "PRAGMA y;", undefined],
  );
});
