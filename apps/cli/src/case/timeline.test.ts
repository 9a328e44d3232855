/** A case on the command line, in one order of time. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CONTROL, folder, SAMPLE } from "../cli.fixture.ts";
import { CONSENT, inside } from "./inside.fixture.ts";

test("case timeline: pages, filters, what has no date; what is not understood is said", async () => {
  using dir = folder();
  const at = (name: string): string => join(dir.path, name);
  const run = (...args: string[]) => inside(dir.path, ["case", ...args, "--lang", "es"]);
  writeFileSync(at("consent.json"), JSON.stringify(CONSENT));
  assert.equal((await run("new", "c")).code, 0);
  assert.equal((await run("consent", "c", "consent.json")).code, 0);
  const none = await run("timeline", "c");
  assert.match(none.out, /Caso · log/, "a case without a check has its log");
  assert.equal((await run("check", "c", join(SAMPLE, "backup"), "--no-installed", "--json")).code, 0);
  assert.equal((await run("note", "c", "Llamó hoy")).code, 0);

  const first = await run("timeline", "c", "--limit", "4", "--artifact", "ios/sms");
  assert.equal(first.code, 0, first.err);
  assert.ok(!CONTROL.test(first.out));
  const next = /Siguen más: \S+ contraluz (.*)/.exec(first.out)?.[1]?.split(" ") ?? [];
  assert.deepEqual(next.slice(0, 3), ["case", "timeline", "c"]);
  const json = async (...more: string[]) => JSON.parse((await run("timeline", "c", "--json", ...more)).out);
  const [one, two, both] = [
    await json("--limit", "4", "--artifact", "ios/sms"),
    await json(...next.slice(3)),
    await json("--limit", "8", "--artifact", "ios/sms"),
  ];
  const names = (p: { rows: { artifact: string; ordinal: number }[] }): string[] =>
    p.rows.map((r) => `${r.artifact}/${r.ordinal}`);
  assert.deepEqual([...names(one), ...names(two)], names(both));
  assert.equal(both.count.exact, true);

  assert.match((await run("timeline", "c", "--text", "llamo")).out, /r1: Llamó hoy/);
  const level = await json("--level", "match");
  assert.ok(
    level.rows.length > 0 &&
      level.rows.every((r: { findings: { level: string }[] }) => r.findings.some((f) => f.level === "match")),
  );
  const day = await json("--since", "2024-03-20", "--until", "20 de marzo de 2024", "--limit", "1000");
  assert.ok(day.rows.length > 0);
  for (const r of day.rows) assert.ok(r.ns >= 1_710_892_800e9 && r.ns < 1_710_979_200e9);
  const undated = await run("timeline", "c", "--undated", "--limit", "3");
  assert.match(undated.out, /Sin lugar en el tiempo/);
  for (const [option, value, words] of [
    ["--since", "anteayer quizá", /No entendimos la fecha/],
    ["--value", "algo", /No sabemos qué es/],
    ["--after", "x", /No es un lugar/],
    ["--finding", "x", /No es un lugar/],
    ["--limit", "muchos", /No es un número/],
    ["--check", "9", /0001/],
  ] as const) {
    const wrong = await run("timeline", "c", option, value);
    assert.equal(wrong.code, 2, option);
    assert.match(wrong.err, words, option);
  }
});
