import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { networkApps } from "./index.ts";

test("apps of both lists", async () => {
  const { records, problems } = await parsePlistFile(networkApps, {
    "uuid-mappings": { "com.example.app": [new Uint8Array(16)], "": [] },
    "synthesized-uuid-mappings": { "com.gone": 5 },
    other: { x: 1 },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { app: "com.example.app", list: "uuid-mappings" },
    { app: "com.gone", list: "synthesized-uuid-mappings" },
  ]);
  assert.deepEqual(seen(records[1]!), ["app-id installed com.gone"]);
  assert.equal((await parsePlistFile(networkApps, 5)).problems[0]?.code, "plist-damaged");
});
