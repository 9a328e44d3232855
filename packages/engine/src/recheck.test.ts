/** A re-check of a stored result says what a check with the same signs and context says, byte for byte. @module */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Context, Problem, Result } from "@contraluz/core";
import { type AnyRule, type CompiledIndicators, RULES } from "@contraluz/detection";
import { encodeStructure } from "@contraluz/store";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { backupOf, bigBackup, encryptedSample, fileOf, typed } from "./backups.fixture.ts";
import { CATALOGUE, type Catalogue } from "./catalogue.ts";
import { compile, type Ran, type RunOptions, run, SAMPLE, SIGNS } from "./check.fixture.ts";
import { recheck } from "./recheck.ts";

/** Stores a run as the command line does, and checks it again. */
async function again(
  ran: Ran,
  compiled: CompiledIndicators,
  o: { context?: Partial<Context>; catalogue?: Catalogue } = {},
): Promise<Result> {
  const { folder } = ran;
  await folder.remove("result.json");
  await folder.append("result.json", Buffer.from(ran.json));
  return recheck(folder, { compiled, version: "0.0.0", ...o });
}

const same = (found: Result, expected: Ran): void => {
  // Parts first: a difference of the whole is no message.
  assert.deepEqual(found.findings, expected.result.findings);
  assert.deepEqual(found.verdict, expected.result.verdict);
  assert.deepEqual(found.applicability, expected.result.applicability);
  assert.deepEqual(found.problems, expected.result.problems);
  assert.equal(encodeStructure(found), expected.json);
};

const signs = await compile();
const builtIn = await compile([]);
const one = await compile([SIGNS[0]!]);

const large = bigBackup({ messages: 6000, visits: 6000, usages: 3000, listed: 500 });
const CASES: readonly (readonly [string, () => readonly string[], RunOptions])[] = [
  ["the sample", () => [SAMPLE], {}],
  ["several chunks of records", () => [large], {}],
  // iOS 16 and 17: a rule weighs one of them only.
  ["two evidences, one of which a rule passes over", () => [large, SAMPLE], {}],
  ["an encrypted one", () => [encryptedSample()], { secret: typed }],
  ["part of the places", () => [SAMPLE], { asked: (id) => id !== "ios/manifest" && id !== "ios/tcc" }],
  [
    "part of the places, by consent",
    () => [large],
    { scope: { artifacts: ["ios/sms", "ios/backup-info"], content: true, evidenceCopies: false } },
  ],
];
for (const [name, evidence, o] of CASES) {
  test(`${name}: the same signs, and others`, async () => {
    const inputs = evidence();
    const ran = await run(inputs, { ...o, compiled: signs });
    same(await again(ran, signs), ran);
    for (const compiled of [builtIn, one]) {
      const fresh = await run(inputs, { ...o, compiled });
      assert.notEqual(fresh.json, ran.json);
      same(await again(ran, compiled), fresh);
      same(await again(fresh, signs), ran);
    }
  });
}

test("context: what the person knows, when the phone was out of her hands, and now", async () => {
  const ran = await run([SAMPLE]);
  const wifi = "5A17E0C4-0B2D-4C1E-9F00-00000000B001";
  const given: readonly Partial<Context>[] = [
    { known: [wifi] },
    { custody: [["2024-03-19", "2024-03-21"]] },
    { asOf: "2031-01-01T00:00:00Z" },
    { asOf: "2031-01-01T00:00:00Z", known: [wifi], custody: [["2024-05-14", "2024-05-15"]] },
  ];
  for (const context of given) {
    const whole = { asOf: "", custody: [], known: [], ...context };
    const fresh = await run([SAMPLE], { context: whole });
    const found = await again(ran, signs, { context });
    same(found, fresh);
    assert.notEqual(fresh.json, ran.json);
    if (context.known) assert.ok(!found.findings.some((f) => f.subject === wifi));
    if (context.custody) assert.ok(found.findings.some((f) => f.window === "custody"));
  }
  // What is not given stays as it was stored.
  const told = await run([SAMPLE], { context: { asOf: "2025-01-01", custody: [], known: [wifi], home: "MX" } });
  const found = await again(told, signs, { context: { custody: [["2024-03-19", "2024-03-21"]] } });
  assert.deepEqual(found.context, {
    asOf: "2025-01-01",
    custody: [["2024-03-19", "2024-03-21"]],
    known: [wifi],
    home: "MX",
  });
  assert.equal(found.asOf, "2025-01-01");
});

test("integers beyond 2^53 keep their digits", async () => {
  const base = 2n ** 53n;
  const { db } = makeDatabase((d) => {
    d.exec(`CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, ZFIRSTTIMESTAMP TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZPROCNAME VARCHAR, ZBUNDLENAME VARCHAR);
      CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, ZHASPROCESS INTEGER, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN FLOAT, ZWWANOUT FLOAT)`);
    const process = d.prepare("INSERT INTO ZPROCESS VALUES (?, 700000000, 700000001, ?, NULL)");
    process.run(1n, "timed");
    process.run(base + 1n, "roleaboutd");
    const use = d.prepare("INSERT INTO ZLIVEUSAGE VALUES (?, ?, 700000002, 1, 2, 3, 4)");
    use.run(base + 5n, base + 1n);
    use.run(base + 7n, base + 3n);
  });
  const dir = backupOf([fileOf("WirelessDomain:Library/Databases/DataUsage.sqlite", db)]);
  const ran = await run([dir]);
  const rows = ran.result.findings.flatMap((f) => f.records.map((r) => ("row" in r.origin.at ? r.origin.at.row : 0)));
  assert.deepEqual(rows, [base + 1n, base + 7n]);
  assert.ok(ran.json.includes("9007199254740999"));
  same(await again(ran, signs), ran);
});

test("rows that were deleted are compared and weighed as in a check", async () => {
  const { db } = makeDatabase((d) => {
    d.exec(`PRAGMA secure_delete = OFF;
      CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, service TEXT, date INTEGER,
        is_from_me INTEGER, attributedBody BLOB);
      INSERT INTO handle VALUES (1, '+525500000142', 'SMS')`);
    const add = d.prepare("INSERT INTO message VALUES (?, ?, ?, 1, 'SMS', ?, 0, NULL)");
    for (let n = 1; n < 300; n++)
      add.run(
        n,
        `guid-${n}`,
        `https://aviso-${n}.example/x`,
        700_000_000_000_000_000n + BigInt(n) * 86_400_000_000_000n,
      );
    d.exec("DELETE FROM message WHERE ROWID % 7 = 0");
  });
  const dir = backupOf([fileOf("HomeDomain:Library/SMS/sms.db", db)]);
  const ran = await run([dir]);
  const deleted = ran.result.coverage.find((c) => c.artifact === "ios/sms")!.deleted;
  assert.ok(deleted > 5, String(deleted));
  same(await again(ran, signs), ran);
  const fresh = await run([dir], { compiled: one });
  same(await again(ran, one), fresh);
});

/** Sees every message; keeps three facts. */
const spendthrift: AnyRule = {
  id: "test/spendthrift",
  version: 1,
  level: "info",
  words: { ...RULES[0]!.words },
  needs: ["ios/sms", "ios/safari-history"],
  baseRate: { fired: 0, samples: 0, what: "" },
  sources: [],
  budget: 3,
  fact: (r, ref) => (r.at ? ref() : undefined),
  *judge(facts) {
    yield { subject: "all", records: facts };
  },
};

test("a rule whose budget is spent, and one that does not apply: the same gaps and problems, once", async () => {
  const catalogue: Catalogue = { ...CATALOGUE, rules: [spendthrift, ...CATALOGUE.rules] };
  const ran = await run([large], { catalogue });
  const told = ran.result.problems.filter((p) => p.code === "rule-budget");
  assert.deepEqual(told, [{ code: "rule-budget", found: "test/spendthrift", lost: "nothing" }]);
  assert.deepEqual(
    ran.result.verdict.gaps.filter((g) => g.state.startsWith("rule")),
    [
      { about: "test/spendthrift", state: "rule-partly" },
      { about: "ios/triangulation-window", state: "rule-gated" },
    ],
  );
  const all = ran.result.findings.find((f) => f.rule === "test/spendthrift")!;
  assert.deepEqual(
    all.records.map((r) => [r.artifact, r.ordinal]),
    [
      ["ios/sms", 0],
      ["ios/sms", 1],
      ["ios/sms", 2],
    ],
  );
  same(await again(ran, signs, { catalogue }), ran);
});

test("problems with the old signs go with them; those of the evidence stay", async () => {
  const ran = await run([SAMPLE]);
  const old: Problem[] = [
    { code: "stix-pattern", path: "old.stix2", found: "x", lost: "row" },
    { code: "problems-limit", path: "old.stix2", found: "7", lost: "nothing" },
  ];
  const stored = { ...ran, json: encodeStructure({ ...ran.result, problems: [...old, ...ran.result.problems] }) };
  same(await again(stored, signs), ran);
});

test("given up", async () => {
  const ran = await run([SAMPLE]);
  await ran.folder.append("result.json", Buffer.from(ran.json));
  const o = { compiled: signs, version: "0.0.0", cancel: AbortSignal.abort() };
  await assert.rejects(recheck(ran.folder, o), { code: "cancelled" });
});

test("a rule that throws costs itself, in a check and again in a re-check", async () => {
  const fact: AnyRule = {
    ...spendthrift,
    id: "test/fact",
    fact: () => {
      throw new Error("a bug");
    },
  };
  const judging: AnyRule = {
    ...spendthrift,
    id: "test/judge",
    *judge(facts) {
      yield { subject: "first", records: facts };
      throw new Error("a bug");
    },
  };
  const catalogue: Catalogue = { ...CATALOGUE, rules: [fact, judging, ...CATALOGUE.rules] };
  const ran = await run([large], { catalogue });
  const told = ran.result.problems.filter((p) => p.code === "rule-failed").map((p) => p.found);
  assert.deepEqual(told, ["test/fact", "test/judge"]);
  const partly = ran.result.verdict.gaps.filter((g) => g.state === "rule-partly").map((g) => g.about);
  assert.deepEqual(partly, ["test/fact", "test/judge"]);
  assert.equal(ran.result.findings.filter((f) => f.rule === "test/judge").length, 1);
  assert.ok(ran.result.coverage.every((c) => c.state !== "unreadable"));
  assert.ok(ran.result.findings.some((f) => f.rule === "ios/orphan-usage"));
});
