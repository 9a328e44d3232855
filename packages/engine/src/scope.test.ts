/** What was not consented or not asked is not read; several evidences in one check stay apart. @module */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { nodePlatform } from "@contraluz/platform-node";
import { decodeRecord, readTimeline } from "@contraluz/store";
import { bigBackup, encryptedSample, stored, typed } from "./backups.fixture.ts";
import { countingPlatform, fresh, pack, type Ran, records, run, SAMPLE, WORKER } from "./check.fixture.ts";

const TCC = stored("HomeDomain", "Library/TCC/TCC.db");
const META = ["Info.plist", "Manifest.db", "Manifest.plist", "Status.plist"];

const states = (ran: Ran): { [artifact: string]: string } =>
  Object.fromEntries(ran.result.coverage.map((c) => [c.artifact, c.state]));

for (const [name, o, state] of [
  ["consented", { scope: { artifacts: ["ios/tcc"], content: false, evidenceCopies: false } }, "not-consented"],
  ["asked", { asked: (id: string) => id === "ios/tcc" }, "not-asked"],
] as const) {
  test(`what is not ${name} is not read`, async () => {
    const platform = countingPlatform();
    const ran = await run([SAMPLE], { ...o, platform });
    const opened = [...platform.counts.opened.keys()].map((p) => relative(SAMPLE, p)).sort();
    assert.deepEqual(opened, [...META, TCC].sort());
    const { "ios/tcc": tcc, ...rest } = states(ran);
    assert.equal(tcc, "read");
    assert.deepEqual([...new Set(Object.values(rest))], [state]);
    assert.deepEqual(Object.keys(ran.result.records), ["ios/tcc"]);
    assert.deepEqual(ran.result.files.map((f) => f.path).sort(), opened);
    assert.deepEqual(ran.result.findings, [], "no sign and no rule sees what was not read");
    assert.equal(ran.result.verdict.evidence, "none-found");
    assert.deepEqual(
      ran.result.verdict.gaps.filter((g) => g.state === state).map((g) => g.about),
      Object.keys(rest),
    );
    assert.ok(ran.result.applicability.every((a) => a.couldMatch <= a.total));
    const whole = await run([SAMPLE]);
    // The same but for the number of the file.
    const rows = (of: Ran): string | undefined =>
      records(of)["records/ios.tcc.jsonl"]?.replaceAll(/"origin":\[\d+/g, '"origin":[');
    assert.equal(rows(ran), rows(whole));
  });
}

test("what is neither consented nor asked is not consented; the result says what was allowed", async () => {
  const scope = { artifacts: ["ios/tcc", "ios/sms"], content: false, evidenceCopies: false };
  const ran = await run([SAMPLE], { scope, asked: (id) => id === "ios/tcc" || id === "ios/data-usage" });
  const s = states(ran);
  assert.deepEqual([s["ios/tcc"], s["ios/sms"], s["ios/data-usage"]], ["read", "not-asked", "not-consented"]);
  assert.deepEqual(ran.result.scope, scope);
});

test("message content is kept only where the scope says so", async () => {
  const without = await run([SAMPLE]);
  const scope = { artifacts: "all", content: true, evidenceCopies: false } as const;
  const content = await run([SAMPLE], { scope });
  const texts = (ran: Ran): number =>
    records(ran)
      ["records/ios.sms.jsonl"]!.split("\n")
      .filter((l) => l.includes('"text":')).length;
  assert.deepEqual([texts(without), texts(content) > 100], [0, true]);
  assert.deepEqual(content.result.findings, without.result.findings);
});

/** Records of several runs one after the other, with the numbers of files that follow. */
function following(runs: readonly Ran[]): { [name: string]: string } {
  const out: { [name: string]: string } = {};
  let first = 0;
  for (const ran of runs) {
    for (const [name, lines] of Object.entries(records(ran)))
      out[name] =
        (out[name] ?? "") +
        lines.replaceAll(/"origin":(\{"file":|\[)(\d+)/g, (_, head, n) => `"origin":${head}${Number(n) + first}`);
    first += ran.result.files.length;
  }
  return out;
}

test("several evidences with the same names: each its own files, ordinals go on", async () => {
  const copy = fresh();
  cpSync(SAMPLE, copy, { recursive: true });
  const big = bigBackup({ messages: 3000, visits: 3000, usages: 1500, listed: 300 });
  const inputs = [SAMPLE, big, pack(encryptedSample(), "tar.gz"), copy];
  const platform = nodePlatform({ worker: WORKER });
  for (const workers of [0, 2]) {
    let asked = 0;
    const secret = (): Promise<Uint8Array> => {
      asked++;
      return typed();
    };
    const ran = await run(inputs, { platform, workers, secret });
    assert.equal(asked, 1, "only the encrypted one");
    const alone: Ran[] = [];
    for (const i of inputs) alone.push(await run([i], { secret: typed }));
    assert.deepEqual(records(ran), following(alone));
    const { result } = ran;
    assert.deepEqual(
      result.evidence,
      alone.map((a) => a.result.evidence[0]),
    );
    assert.deepEqual(
      result.files,
      alone.flatMap((a, evidence) => a.result.files.map((f) => ({ ...f, evidence }))),
    );
    // The damaged history is in three of them: told three times, each for its own.
    assert.deepEqual(
      result.problems.map((p) => [p.code, p.evidence]),
      [
        ["sqlite-page", 0],
        ["sqlite-page", 2],
        ["sqlite-page", 3],
      ],
    );
    for (const c of result.coverage) {
      const sum = alone.reduce((n, a) => n + a.result.coverage.find((x) => x.artifact === c.artifact)!.records, 0);
      assert.equal(c.records, sum, c.artifact);
      assert.equal(result.records[c.artifact]?.count ?? 0, sum);
      if (sum > 0)
        assert.equal(ran.folder.files.get(result.records[c.artifact]!.file)!.toString().split("\n").length, sum + 1);
    }
    // A finding points to the very lines.
    for (const f of result.findings) {
      for (const r of f.records) {
        const lines = ran.folder.files.get(result.records[r.artifact]!.file)!.toString().split("\n");
        const record = decodeRecord(lines[r.ordinal]!);
        assert.equal(record.origin.file, r.origin.file);
        assert.deepEqual(record.origin.at, r.origin.at);
      }
    }
    const trace = result.findings.find((f) => f.subject === "roleaboutd")!;
    assert.equal(trace.count, 4);
    assert.deepEqual(
      trace.records.map((r) => result.files[r.origin.file]?.evidence),
      [0, 1, 2, 3],
    );
    const bytes = ran.folder.files.get("index/timeline.bin")!;
    const seen = new Map<number, Set<number>>();
    let dated = 0;
    const source = {
      size: bytes.length,
      read: async (at: number, n: number) => new Uint8Array(bytes.subarray(at, at + n)),
    };
    for await (const { entries } of readTimeline(source)) {
      for (const e of entries) {
        dated++;
        seen.set(e.artifact, (seen.get(e.artifact) ?? new Set()).add(e.ordinal));
      }
    }
    assert.equal(
      [...seen.values()].reduce((n, s) => n + s.size, 0),
      dated,
      "each record once",
    );
    assert.equal(
      dated,
      result.coverage.reduce((n, c) => n + c.records - c.undated, 0),
    );
  }
});

test("nothing to check, and evidence that is none", async () => {
  await assert.rejects(run([]), { code: "usage" });
  const junk = fresh();
  cpSync(join(SAMPLE, TCC), junk);
  await assert.rejects(run([junk]), { code: "evidence-unknown" });
  await assert.rejects(run([SAMPLE, junk]), { code: "evidence-unknown" });
});
