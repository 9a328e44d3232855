/** A hunt and a re-check keep the same number of signs, and say the same of those for which there was no room. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { compileIndicators } from "@contraluz/detection";
import { recheck } from "@contraluz/engine";
import { hunt, huntText, parseHunt, readCases } from "@contraluz/hunt";
import { phone, phoneLab } from "./phones.fixture.ts";
import { lostLines } from "./text.ts";

const AS_OF = "2025-03-01";

test("a check that more signs meet than it keeps says so, as its re-check does", async () => {
  const MORE = 37;
  const seen = Array.from({ length: 20_000 + MORE }, (_, i): ArtifactRecord => {
    const value = `n${i}.many.example`;
    return {
      kind: "row",
      fields: { n: i },
      observables: [{ type: "domain", value, contact: "resolved" }],
      origin: { file: 0, at: { table: "t", row: i, page: 1, cell: 1 } },
    };
  });
  const compiled = await compileIndicators([
    {
      meta: { name: "many", source: "", licence: "", date: "" },
      async read(sink) {
        for (const r of seen)
          sink.add({ type: "domain", value: r.observables[0]!.value, grade: "spyware", role: "server" });
        return undefined;
      },
    },
  ]);
  const l = await phoneLab();
  try {
    const { folder } = await phone(5, 8, seen);
    await l.take(0, folder);
    const { cases } = await readCases(l.lab);
    const input = { engine: l.engine, lab: "x", cases, compiled, hunt: "0001", asOf: AS_OF, version: "0.0.0" };
    const { report } = await hunt(input);
    const again = await recheck(folder, { compiled, version: "0.0.0", context: { asOf: AS_OF } });
    const lost = again.problems.find((p) => p.code === "findings-limit");
    assert.equal(lost?.found, String(MORE));
    assert.equal(report.cases[0]!.lost, MORE);
    assert.deepEqual(
      report.cases[0]!.findings,
      again.findings.filter((f) => f.rule === null),
    );
    assert.deepEqual(parseHunt(huntText(report)), report);
    assert.match(lostLines(report.cases[0]!, "es").join(), /37 coincidencias/);
  } finally {
    await l.end();
  }
});
