import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { binaryLocations } from "./index.ts";

test("paths of binaries were there; other values are passed over", async () => {
  const { records, problems } = await parsePlistFile(binaryLocations, {
    "BDBDD550-2B15-382C-BB61-1798AFD60460": "/private/var/tmp/x",
    other: 5,
    relative: "x/y",
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { path: "/private/var/tmp/x", uuid: "BDBDD550-2B15-382C-BB61-1798AFD60460" },
  ]);
  assert.deepEqual(seen(records[0]!), ["process present /private/var/tmp/x", "file-path present /private/var/tmp/x"]);
  assert.equal((await parsePlistFile(binaryLocations, "x")).problems[0]?.code, "plist-damaged");
});
