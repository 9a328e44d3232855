/** The sample phone holds what its script makes, and a check of it says row by row what `expected.json` says. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Expected } from "../../../samples/journalist/expected.ts";
import { makeSample } from "../../../samples/journalist/make.ts";
import { fresh, type Ran, records, run, SAMPLE } from "./check.fixture.ts";

const JOURNALIST = fileURLToPath(new URL("../../../samples/journalist/", import.meta.url));
const expected: Expected = JSON.parse(readFileSync(join(JOURNALIST, "expected.json"), "utf8"));

/** Records of one place, as stored. */
function linesOf(ran: Ran, artifact: string): string[] {
  const text = records(ran)[`records/${artifact.replace("/", ".")}.jsonl`] ?? "";
  return text.split("\n");
}

test("the script makes the sample again, to the byte", () => {
  const again = fresh();
  makeSample(again);
  for (const part of ["backup", "expected.json", "indicators.stix2", "vendors.yaml"]) {
    const [made, kept] = [join(again, part), join(JOURNALIST, part)];
    const names = statSync(made).isDirectory() ? readdirSync(made, { recursive: true, encoding: "utf8" }).sort() : [""];
    if (names[0] !== "") assert.deepEqual(readdirSync(kept, { recursive: true, encoding: "utf8" }).sort(), names);
    for (const name of names)
      if (!statSync(join(made, name)).isDirectory())
        assert.ok(readFileSync(join(made, name)).equals(readFileSync(join(kept, name))), `${part}/${name}`);
  }
});

test("findings, records, rows and what must not be found", async () => {
  const ran = await run([SAMPLE]);
  const { result } = ran;
  const gaps = result.verdict.gaps.filter((g) => g.state !== "absent");
  assert.deepEqual({ ...result.verdict, gaps }, expected.verdict);
  const absent = result.verdict.gaps.flatMap((g) => (g.state === "absent" ? [g.about] : []));
  for (const a of expected.absent) assert.ok(absent.includes(a), a);
  const cause = (f: { rule?: string | null; indicator?: { value: string } | null }): string =>
    f.rule ?? f.indicator?.value ?? "";
  const said = (list: readonly (Parameters<typeof cause>[0] & { level: string; subject: string })[]): string[] =>
    list.map((f) => `${f.level} ${cause(f)} ${f.subject}`).sort();
  assert.deepEqual(said(result.findings), said(expected.findings));
  for (const not of expected.mustNot)
    assert.ok(!result.findings.some((f) => f.subject === not.subject || f.rule === not.subject), not.why);
  for (const wanted of expected.findings) {
    const found = result.findings.find((f) => f.subject === wanted.subject)!;
    assert.ok(
      found.records.every((r) => r.artifact === wanted.artifact),
      wanted.subject,
    );
    const rows = found.records.map((r) => ("row" in r.origin.at ? r.origin.at.row : undefined));
    if (wanted.rows.length > 0) assert.deepEqual(rows, wanted.rows, wanted.subject);
  }
  const read = result.coverage.filter((c) => c.state === "read" || c.state === "partly");
  assert.deepEqual(Object.fromEntries(read.map((c) => [c.artifact, c.records])), expected.records);
  const deleted = read.filter((c) => c.deleted > 0).map((c) => c.artifact);
  assert.deepEqual(deleted.sort(), Object.keys(expected.deleted).sort());
  for (const [artifact, values] of Object.entries(expected.deleted)) {
    const lines = linesOf(ran, artifact).filter((l) => l.includes('"state":"deleted"'));
    assert.equal(lines.length, values.length, artifact);
    for (const v of values)
      assert.ok(
        lines.some((l) => l.includes(JSON.stringify(v))),
        `${artifact} ${v}`,
      );
  }
});
