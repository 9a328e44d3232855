/** `contraluz export --format stix|misp|case`: documents that leave the case. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { contraluz, folder, type Ran, SAMPLE } from "./cli.fixture.ts";

const dir = folder();
const cwd = dir.path;
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd });
const ok = (r: Ran): Ran => {
  assert.equal(r.code, 0, r.err);
  return r;
};

before(async () => void ok(await run("demo", "--out", "r")));
after(() => dir[Symbol.dispose]());

test("to standard output and to a new file for this user alone; how many signs is said", async () => {
  const [stix, misp, graph] = await Promise.all([
    run("export", "r", "--format", "stix", "--by", "Línea", "--tlp", "green"),
    run("export", "r", "--format", "misp", "--output", "m.json", "--lang", "en"),
    run("export", "r", "--format", "case"),
  ]);
  const { objects } = JSON.parse(ok(stix!).out) as { objects: { type: string; name?: string }[] };
  const signs = objects.filter((o) => o.type === "sighting").length;
  assert.ok(signs >= 2);
  assert.equal(stix!.err, `${signs} señales escritas.\n`);
  assert.ok(objects.some((o) => o.type === "identity" && o.name === "Línea"));
  assert.ok(objects.some((o) => o.name === "TLP:GREEN"));
  assert.equal(ok(misp!).err, `${signs} signs written.\n`);
  assert.ok("Event" in (JSON.parse(readFileSync(join(cwd, "m.json"), "utf8")) as object));
  if (process.platform !== "win32") assert.equal(statSync(join(cwd, "m.json")).mode & 0o777, 0o600);
  assert.equal(ok(graph!).err, "1 paso escrito.\n");
  // Twice the same bytes; nothing of the phone's owner.
  const again = ok(await run("export", "r", "--format", "stix", "--by", "Línea", "--tlp", "green"));
  assert.equal(again.out, stix!.out);
  const info = JSON.parse(readFileSync(join(cwd, "r/result.json"), "utf8")) as { acquisition: { device?: object } };
  const about = Object.values(info.acquisition.device ?? {}).filter((v) => typeof v === "string" && v.length > 5);
  assert.ok(about.length > 0, SAMPLE);
  for (const v of about) assert.ok(!stix!.out.includes(String(v)), String(v));
});

test("an option that would do nothing is a mistake, not silence; a file that is there stays", async () => {
  for (const args of [
    ["--by", "x"],
    ["--tlp", "red", "--format", "case"],
  ]) {
    const bare = await run("export", "r", ...args);
    assert.equal(bare.code, 2, args.join(" "));
    assert.match(bare.err, /sirve con --format stix, misp/);
  }
  const there = await run("export", "r", "--format", "stix", "--output", "r/result.json");
  assert.equal(there.code, 2);
  assert.ok(existsSync(join(cwd, "r/result.json")));
  const wrong = await run("export", "r", "--format", "stix", "--tlp", "white");
  assert.equal(wrong.code, 2);
});
