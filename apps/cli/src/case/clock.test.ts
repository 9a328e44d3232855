/** Corrections of clocks on the command line: what they do to the timeline, and that they are taken back. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, SAMPLE } from "../cli.fixture.ts";
import { CONSENT, inside } from "./inside.fixture.ts";

test("case clock: a clock is corrected for a place, both times are shown, and it is taken back", async () => {
  using dir = folder();
  const at = (name: string): string => join(dir.path, name);
  const run = (...args: string[]) => inside(dir.path, ["case", ...args, "--lang", "es"]);
  writeFileSync(at("consent.json"), JSON.stringify(CONSENT));
  assert.equal((await run("new", "c")).code, 0);
  assert.equal((await run("consent", "c", "consent.json")).code, 0);
  assert.equal((await run("check", "c", join(SAMPLE, "backup"), "--no-installed", "--json")).code, 0);
  assert.match((await run("clock", "c")).out, /ningún reloj/);
  const rows = async (artifact: string): Promise<{ ns: string }[]> =>
    JSON.parse((await run("timeline", "c", "--json", "--limit", "3", "--artifact", artifact)).out).rows;
  const [sms, calls] = [await rows("ios/sms"), await rows("ios/calls")];

  for (const [words, why] of [
    [["1"], /CASO/],
    [["9", "fast", "5", "x"], /9/],
    [["1/ios/nada", "fast", "5", "x"], /no leyó ese lugar/],
    [["1/ios/sms", "fast", "cinco", "x"], /Falta cuánto/],
  ] as const) {
    const bad = await run("clock", "c", ...words);
    assert.equal(bad.code, 2, words.join(" "));
    assert.match(bad.err, why);
  }
  const made = await run("clock", "c", "1/ios/sms", "fast", "1:30", "Se", "comparó", "--as", "r2");
  assert.equal(made.code, 0, made.err);
  const list = (await run("clock", "c")).out;
  assert.match(list, /0001\/ios\/sms.*-5400.*r2.*Se comparó/);
  assert.match(
    (await run("timeline", "c", "--artifact", "ios/sms", "--limit", "1")).out,
    /reloj\s+corregido: Se comparó/,
  );
  assert.notDeepEqual(await rows("ios/sms"), sms);
  assert.deepEqual(await rows("ios/calls"), calls, "of other places nothing changes");

  const seq = /^(\d+)/.exec(list)![1]!;
  assert.match((await run("clock", "c", "--revoke", "99", "porque sí")).err, /ya no vale/);
  assert.match((await run("clock", "c", "--revoke", seq)).err, /Falta la razón/);
  assert.equal((await run("clock", "c", "--revoke", seq, "Era otro teléfono")).code, 0);
  assert.match((await run("clock", "c")).out, /ningún reloj/);
  assert.deepEqual(await rows("ios/sms"), sms);
});
