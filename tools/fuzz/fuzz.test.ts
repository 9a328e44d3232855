import assert from "node:assert/strict";
import { test } from "node:test";
import { TARGETS } from "../fuzz-targets.ts";
import { makeDice } from "./dice.ts";
import { mutate, type Parts } from "./mutate.ts";
import { runCases } from "./runner.ts";

test("every way to fail is found, and the next case runs", async () => {
  const job = { target: "self-test", seed: 1 };
  // What hangs is cut off soon; what grows gets the time to do so.
  const hanging = await runCases({ ...job, from: 0, to: 5, clock: [1000, 1000] });
  const rest = await runCases({ ...job, from: 5, to: 12, clock: [30_000, 30_000] });
  const findings = [...hanging.findings, ...rest.findings];
  assert.deepEqual(
    findings.map((f) => [f.n, f.kind]),
    [
      [1, "thrown"],
      [2, "hang"],
      [3, "hang"],
      [4, "died"],
      [5, "memory"],
      [6, "died"],
      [7, "thrown"],
      [9, "thrown"],
    ],
  );
  assert.match(findings[0]!.text, /RangeError: thrown on purpose\n +at /);
  assert.match(findings[3]!.text, /never kept/);
  assert.deepEqual([hanging.cases, rest.cases, rest.refused], [5, 7, 1]);
  assert.deepEqual([...hanging.doubtful, ...rest.doubtful], []);
  assert.ok(rest.peak > 540 * 2 ** 20);
});

test("a case depends on its seed and number alone, and damages no seed", () => {
  const seeds: readonly Parts[] = [
    [Buffer.from("0123456789".repeat(300)), new Uint8Array(700)],
    [Buffer.from("x 42 y")],
  ];
  const before = JSON.stringify(seeds);
  const cases = Array.from({ length: 500 }, (_, n) => mutate({ seeds, tokens: [Buffer.from("<t>")] }, makeDice(3, n)));
  assert.equal(JSON.stringify(seeds), before);
  for (const n of [499, 250, 7, 0]) {
    assert.deepEqual(mutate({ seeds, tokens: [Buffer.from("<t>")] }, makeDice(3, n)), cases[n]);
  }
  const texts = new Set(cases.map((parts) => parts.map((p) => Buffer.from(p).toString("hex")).join()));
  assert.ok(texts.size > 400, `${texts.size} different ones`);
  for (const parts of cases) for (const p of parts) assert.ok(p.length <= 10 * 3000 + 65_536 * 10);
});

test("every target makes its cases again", async () => {
  for (const [name, entry] of Object.entries(TARGETS)) {
    if (name === "evidence") continue; // as backup, and takes long to make
    const { target } = await entry.load();
    const one = target.make(makeDice(5, 11));
    target.make(makeDice(5, 12));
    assert.deepEqual(target.make(makeDice(5, 11)), one, name);
    for (const bomb of target.exploded ?? []) assert.ok(target.bombs?.[bomb], `${name}: ${bomb}`);
  }
});
