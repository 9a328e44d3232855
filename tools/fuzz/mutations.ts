/** The part of fuzzing that belongs to every test run: 300 cases with a fixed seed, and the inputs that once broke a reader. @module */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TARGETS } from "../fuzz-targets.ts";
import { type Finding, runCases } from "./runner.ts";
import { MEMORY } from "./target.ts";

const SEED = 20_261_124;

/** What to type to see it again. */
const shown = (f: Finding): string =>
  `${f.kind}: npm run fuzz -- --target ${f.target} ${f.seed === "bombs" ? "--bombs" : `--seed ${f.seed} --case ${f.n}`}\n${f.text}`;

/**
 * Tests of one target. `read`: how many values (rows, entries, nodes) the cases must give at least, so that the test notices
 * if its inputs no longer get past the first check.
 * @example mutationTest("zip", { read: 1000 });
 */
export function mutationTest(target: string, o: { readonly read: number; readonly cases?: number }): void {
  const cases = o.cases ?? 300;
  test(`${target}: ${cases} mutations give values and problems, never a crash, a hang or 512 MB`, async () => {
    const run = await runCases({ target, seed: SEED, from: 0, to: cases });
    assert.deepEqual(run.findings.map(shown), []);
    assert.deepEqual(run.doubtful.map(shown), []);
    assert.equal(run.cases, cases);
    assert.ok(run.values >= o.read, `only ${run.values} values`);
    // Much of what was damaged must have been noticed; a changed letter of a text nobody can notice.
    assert.ok(run.problems + run.refused >= cases / 5, `only ${run.problems} problems`);
    assert.ok(run.peak > 0 && run.peak <= MEMORY);
  });
}

/** Runs the bombs of a target that once passed a limit. */
export async function explodedTest(target: string): Promise<void> {
  const { exploded = [] } = (await TARGETS[target]!.load()).target;
  test(`${target}: what once took too long or too much no longer does`, async () => {
    const run = await runCases({ target, seed: "bombs", of: "exploded", from: 0, to: exploded.length });
    assert.deepEqual(run.findings.map(shown), []);
    assert.equal(run.cases, exploded.length);
    assert.ok(exploded.length > 0);
  });
}
