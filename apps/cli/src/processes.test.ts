/** The programs of a stored result, as a person and a script ask for them. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Programs } from "@contraluz/report";
import { CONTROL, contraluz, folder, type Ran } from "./cli.fixture.ts";

const dir = folder();
const cwd = dir.path;
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd });

before(async () => {
  assert.equal((await run("demo", "--out", "r", "--workers", "0")).code, 0);
});
after(() => dir[Symbol.dispose]());

test("in words and as data, under both names of the command", async () => {
  const [es, en, json] = await Promise.all([
    run("procesos", "r"),
    run("processes", "r", "--lang", "en"),
    run("processes", "r", "--json"),
  ]);
  for (const r of [es!, en!, json!]) assert.deepEqual([r.code, r.err], [0, ""]);
  for (const r of [es!, en!]) assert.ok(!CONTROL.test(r.out));
  const seen = JSON.parse(json!.out) as Programs;
  assert.ok(seen.sources.some((s) => s.artifact === "ios/data-usage"));
  // What the demo's phone holds of Pegasus.
  const planted = seen.programs.find((p) => p.name === "roleaboutd");
  assert.ok(planted?.ran && planted.sights[0]!.artifact === "ios/data-usage");
  for (const r of [es!, en!]) assert.ok(r.out.includes("roleaboutd"));
  assert.match(es!.out, /Dónde se vieron/);
  assert.match(en!.out, /Where they were seen/);
});

test("without a result it says what is missing", async () => {
  for (const args of [["processes"], ["processes", "nada"]]) {
    const { code, out } = await run(...args);
    assert.deepEqual([code, out], [2, ""], args.join(" "));
  }
});
