/** A hunt over a lab says of every check what a re-check of it says, to the last letter. */
import assert from "node:assert/strict";
import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import { recheck } from "@contraluz/engine";
import { compile, run, SAMPLE } from "@contraluz/engine/check.fixture.ts";
import {
  type Cell,
  type HuntEngine,
  type HuntReport,
  hunt,
  huntText,
  keyedBy,
  parseHunt,
  placeFile,
  readCases,
  search,
  withCustody,
  writeCase,
} from "@contraluz/hunt";
import type { StoredFolder } from "@contraluz/store";
import { type PhoneLab, phone, phoneLab, signs } from "./phones.fixture.ts";
import { gapLines } from "./text.ts";

const AS_OF = "2025-03-01";
const SECRET = new TextEncoder().encode("un secreto inventado para esta prueba, largo");
const PHONES = 12;

let plain: PhoneLab;
let keyed: PhoneLab;
/** By case and check. */
const folders = new Map<string, StoredFolder>();

/** One record that stands 5,000 times: more than one statement asks for, and more than a finding keeps. */
const often = (n: number): ArtifactRecord => ({
  kind: "row",
  fields: { n },
  observables: [{ type: "domain", value: `n${n % 50}.evil.example`, contact: n % 2 ? "visited" : "resolved" }],
  origin: { file: 0, at: { table: "t", row: n, page: 1, cell: 1 } },
});

before(async () => {
  plain = await phoneLab();
  keyed = await phoneLab(SECRET);
  for (let n = 0; n < PHONES; n++) {
    const more = n === 3 ? Array.from({ length: 5000 }, (_, i) => often(i)) : [];
    const { folder } = await phone(n + 1, n % 7 === 6 ? 4 : 120, more);
    const check = `000${1 + (n & 1)}`;
    for (const lab of [plain, keyed]) folders.set(`${(await lab.take(n >> 1, folder, check)).id} ${check}`, folder);
  }
  // As the command line stores a real check.
  const sample = await run([SAMPLE]);
  await sample.folder.append("result.json", Buffer.from(sample.json));
  folders.set(`${(await plain.take(99, sample.folder)).id} 0001`, sample.folder);
});
after(async () => {
  await plain.end();
  await keyed.end();
});

async function hunted(l: PhoneLab, compiled: CompiledIndicators, engine: HuntEngine = l.engine): Promise<HuntReport> {
  const { cases } = await readCases(l.lab);
  const keying = l === keyed ? keyedBy(SECRET) : (h: bigint) => h;
  const input = { engine, lab: l.lab.head.id, cases, compiled, keying, hunt: "0001", asOf: AS_OF, version: "0.0.0" };
  return (await hunt(input)).report;
}

/** Each check that was searched against its re-check; how many findings there were. */
async function same(l: PhoneLab, report: HuntReport, compiled: CompiledIndicators): Promise<number> {
  let n = 0;
  for (const { caseId, checkId } of report.searched) {
    const found = report.cases.find((c) => c.caseId === caseId && c.checkId === checkId);
    const folder = folders.get(`${caseId} ${checkId}`)!;
    const { findings } = await recheck(folder, { compiled, version: "0.0.0", context: { asOf: AS_OF } });
    const expected = findings.filter((f) => f.rule === null);
    assert.deepEqual(found?.findings ?? [], expected, `${caseId} ${checkId}`);
    n += expected.length;
  }
  assert.equal(
    report.searched.length,
    (await readCases(l.lab)).cases.reduce((sum, c) => sum + c.checks.length, 0),
  );
  return n;
}

test("random phones and signs of every kind: findings are those of a re-check, with a secret and without", async () => {
  let [findings, refused, types] = [0, 0, new Set<string>()];
  for (const [seed, count, labs] of [
    [1, 5, [plain]],
    [2, 40, [plain]],
    [3, 200, [plain, keyed]],
    [4, 1000, [plain]],
  ] as const) {
    const compiled = await signs(seed, count);
    for (const lab of labs) {
      const report = await hunted(lab, compiled);
      findings += await same(lab, report, compiled);
      refused += report.refused;
      assert.ok(report.candidates >= report.refused);
      assert.deepEqual(report.gaps, []);
      for (const c of report.cases) for (const f of c.findings) types.add(f.indicator!.type);
    }
  }
  assert.ok(findings > 500, `${findings} findings`);
  assert.ok(refused > 0);
  assert.ok(types.size >= 10, [...types].join(" "));
});

test("the sample of the project: its own lists, and none", async () => {
  for (const compiled of [await compile(), await compile([])]) {
    const report = await hunted(plain, compiled);
    assert.ok((await same(plain, report, compiled)) > 0);
  }
});

test("windows that are told after the check mark what a re-check marks", async () => {
  const compiled = await signs(3, 200);
  const l = await phoneLab();
  try {
    const { folder } = await phone(3, 120);
    const of = await l.take(0, folder);
    let marked = 0;
    for (const custody of [
      [],
      [["2024-02-01", "2024-05-01"]],
      [["2024-01-01T06:00:00-06:00", "2024-12-31"]],
    ] as const) {
      await writeCase(l.lab, { ...of, checks: withCustody(of.checks, custody) });
      const context = { asOf: AS_OF, custody };
      const { findings } = await recheck(folder, { compiled, version: "0.0.0", context });
      const expected = findings.filter((f) => f.rule === null);
      assert.deepEqual((await hunted(l, compiled)).cases[0]!.findings, expected);
      marked += expected.filter((f) => f.window === "custody").length;
    }
    assert.ok(marked > 0);
  } finally {
    await l.end();
  }
});

test("a case whose own file is damaged is a gap, of which nobody knows the checks", async () => {
  const compiled = await signs(3, 50);
  const l = await phoneLab();
  try {
    for (const n of [0, 1]) await l.take(n, (await phone(n + 1, 60)).folder);
    const { cases } = await readCases(l.lab);
    const [one, two] = cases.map((c) => c.id);
    writeFileSync(join(l.path, "cases", `${one}.json`), "{}");
    const { damaged, cases: left } = await readCases(l.lab);
    const o = { engine: l.engine, cases: left, damaged };
    const { report } = await hunt({ ...o, lab: "x", compiled, hunt: "0001", asOf: AS_OF, version: "0.0.0" });
    assert.deepEqual(report.gaps, [{ caseId: one, why: "case-damaged" }]);
    assert.deepEqual(report.searched, [{ caseId: two, checkId: "0001" }]);
    assert.deepEqual(parseHunt(huntText(report)), report);
    assert.deepEqual((await search(o, "evil.example")).gaps, report.gaps);
    assert.match(
      gapLines(report.gaps, "es").join("\n"),
      /1 caso no se pudo buscar:\n {2}Caso [0-9a-f]{16}: está dañado/,
    );
  } finally {
    await l.end();
  }
});

test("one sign that thousands of records meet is counted whole; first and last are of all of them", async () => {
  const compiled = await signs(4, 1000);
  const report = await hunted(plain, compiled);
  const most = Math.max(...report.cases.flatMap((c) => c.findings.map((f) => f.count)));
  assert.ok(most >= 5000, String(most));
  for (const c of report.cases) {
    const times = c.findings.flatMap((f) => f.records.flatMap((r) => r.at?.utc ?? []));
    if (times.length === 0) continue;
    assert.ok(c.first !== undefined && c.last !== undefined && c.first <= c.last);
  }
});

test("a report is read back as it was", async () => {
  const report = await hunted(plain, await signs(3, 200));
  const text = huntText(report);
  assert.deepEqual(parseHunt(text), report);
  assert.equal(huntText(parseHunt(text)), text);
  for (const bad of [
    "",
    "{}",
    text.slice(0, -9),
    text.replace("contraluz/hunt@1", "contraluz/hunt@2"),
    "[".repeat(99_999),
  ])
    assert.throws(() => parseHunt(bad), { code: "usage" });
});

/** The same engine, in which one answer is another. */
const faked = (engine: HuntEngine, change: (sql: string, row: readonly Cell[]) => readonly Cell[]): HuntEngine => ({
  ...engine,
  async *query(sql) {
    for await (const batch of engine.query(sql)) yield batch.map((row) => change(sql, row));
  },
});

test("a file that does not hold what it should is a gap; the other cases are searched", async () => {
  const compiled = await signs(2, 40);
  const whole = await hunted(plain, compiled);
  const one = whole.cases[0]!;
  const of = placeFile("records", one.caseId, one.checkId);
  const changes: readonly ((sql: string, row: readonly Cell[]) => readonly Cell[])[] = [
    (sql, row) => (sql.includes(of) ? [row[0]!, row[1]!, row[2]!, row[3]!, "{}"] : row),
    (sql, row) => (sql.includes(of) ? [(row[0] as number) + 1, ...row.slice(1)] : row),
    (sql, row) => (sql.includes(of) ? [row[0]!, 7, ...row.slice(2)] : row),
    (sql, row) =>
      sql.includes(of.replaceAll("records", "keys")) && row.length === 3 && typeof row[1] === "number"
        ? [row[0]!, row[1] + 1, row[2]!]
        : row,
  ];
  for (const [i, change] of changes.entries()) {
    const report = await hunted(plain, compiled, faked(plain.engine, change));
    assert.deepEqual(report.gaps, [{ caseId: one.caseId, checkId: one.checkId, why: "damaged" }], `change ${i}`);
    assert.deepEqual(report.cases, whole.cases.slice(1));
    assert.equal(report.searched.length, whole.searched.length - 1);
  }
});

test("files that were damaged on the disk, or are of other keys", async () => {
  const compiled = await signs(3, 200);
  const l = await phoneLab();
  try {
    for (let n = 0; n < 6; n++) {
      const { folder } = await phone(n + 1, 120);
      folders.set(`${(await l.take(n, folder)).id} 0001`, folder);
    }
    const { cases } = await readCases(l.lab);
    const whole = await hunted(l, compiled);
    const [a, b, c, d] = whole.cases.map((x) => x.caseId);
    truncateSync(join(l.path, placeFile("keys", a!, "0001")), 100);
    writeFileSync(join(l.path, placeFile("records", b!, "0001")), "PAR1 and nothing else PAR1");
    rmSync(join(l.path, placeFile("records", c!, "0001")));
    const input = { engine: l.engine, lab: "x", compiled, hunt: "0001", asOf: AS_OF, version: "0.0.0" };
    const changed = cases.map((x) =>
      x.id === d ? { ...x, checks: x.checks.map((k) => ({ ...k, keysVersion: 1 })) } : x,
    );
    const missing = [{ caseId: c!, checkId: "0001" }];
    const { report } = await hunt({ ...input, cases: changed, missing });
    assert.deepEqual(
      report.gaps.map((g) => [g.caseId, g.why, g.found]).sort(),
      [
        [a, "damaged", undefined],
        [b, "damaged", undefined],
        [c, "missing", undefined],
        [d, "keys-version", "1"],
      ].sort(),
    );
    assert.deepEqual(report.cases, whole.cases.slice(4));
    assert.equal(report.searched.length, 2);
  } finally {
    await l.end();
  }
});

test("nothing to look through, nothing to look for", async () => {
  const none = await hunted(plain, await signs(1, 0));
  assert.deepEqual([none.cases, none.candidates], [[], 0]);
  const input = { engine: plain.engine, lab: "x", cases: [], hunt: "0001", asOf: AS_OF, version: "0.0.0" };
  const { report } = await hunt({ ...input, compiled: await signs(3, 50) });
  assert.deepEqual([report.searched, report.cases, report.gaps], [[], [], []]);
});
