import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { platformCompat } from "./index.ts";

test("apps with overrides: one that is asked for and not in force seems to be gone", async () => {
  const { records, problems } = await parseSections(platformCompat, {
    platform_compat: `ChangeId(180326845; name=OVERRIDE_MIN; disabled; overridable)
ChangeId(168419799; name=DOWNSCALED; disabled; packageOverrides={com.example.juego=false}; rawOverrides={com.example.juego=false, com.example.borrada=false}; overridable)
ChangeId(189969744; name=OTHER; packageOverrides={com.example.juego=true}; rawOverrides={com.example.juego=true, nada=true})`,
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { app: "com.example.juego", gone: false, changes: ["DOWNSCALED", "OTHER"] },
    { app: "com.example.borrada", gone: true, changes: ["DOWNSCALED"] },
  ]);
  assert.deepEqual(seen(records[1]!), ["app-id listed com.example.borrada"]);
});

test("no overrides is no problem, another form is one", async () => {
  const none = await parseSections(platformCompat, { platform_compat: "ChangeId(1; name=A; disabled)" });
  assert.deepEqual([none.records, none.problems], [[], []]);
  const other = await parseSections(platformCompat, { platform_compat: "x" });
  assert.deepEqual([other.records.length, other.problems[0]?.lost], [0, "artifact"]);
});
