/**
 * Faults that were measured in another tool (MVT of 2026-08, numbers as in the list of them): those of a whole check. Faults
 * of matching and of reading sets are in `packages/detection/src/indicators/defects.test.ts`.
 * @module
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compileIndicators } from "@contraluz/detection";
import { nodePlatform } from "@contraluz/platform-node";
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import { attributedBody } from "../../../samples/lib/typedstream.ts";
import { backupOf, encryptedSample, fileOf, LOCK, PASSWORD, plainDatabase, stored, typed } from "./backups.fixture.ts";
import { compile, countingPlatform, fresh, run, SAMPLE } from "./check.fixture.ts";
import { recheck } from "./recheck.ts";

/** A file of signs with one of each pattern. */
function signsOf(...patterns: readonly string[]): string {
  const path = `${fresh()}.stix2`;
  const objects = patterns.map((p, i) => ({
    type: "indicator",
    id: `indicator--00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
    pattern: `[${p}]`,
  }));
  writeFileSync(path, JSON.stringify({ type: "bundle", objects }));
  return path;
}

const link = (host: string): string => `Vea la nota https://${host}/a`;

/** An sms.db of rows (text, attributedBody, handle). */
function messages(rows: readonly (readonly [string | null, Uint8Array | null, number])[]): Uint8Array {
  return makeDatabase((d) => {
    d.exec(`CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT, text TEXT, handle_id INTEGER, attributedBody BLOB, service TEXT, date INTEGER, date_read INTEGER, is_from_me INTEGER);
      INSERT INTO handle VALUES (1, '+525555501234')`);
    const insert = d.prepare("INSERT INTO message VALUES (?, ?, ?, ?, ?, 'iMessage', 700000000000000000, 0, 0)");
    rows.forEach(([text, body, handle], i) => void insert.run(i + 1, `guid-${i + 1}`, text, handle, body));
  }).db;
}

test("MVT defect 1: words that stand in attributedBody alone, and messages without a handle", async () => {
  const db = messages([
    [null, attributedBody(link("uno.example")), 1],
    ["", attributedBody(link("dos.example")), 1],
    [null, attributedBody(link("tres.example")), 0],
    [link("cuatro.example"), null, 0],
  ]);
  const hosts = ["uno", "dos", "tres", "cuatro"].map((h) => `${h}.example`);
  const compiled = await compile([signsOf(...hosts.map((h) => `domain-name:value='${h}'`))]);
  const { result } = await run([backupOf([fileOf("Library/SMS/sms.db", db)])], { compiled });
  assert.deepEqual(
    result.findings.map((f) => [f.level, f.subject, f.count]).sort(),
    hosts.map((h) => ["targeted", h, 1]).sort(),
  );
});

test("MVT defect 10: rules need no signs", async () => {
  const of = async (files: readonly string[] | undefined) => {
    const compiled = files ? await compile(files) : await compileIndicators([]);
    return (await run([SAMPLE], { compiled })).result.findings.flatMap((f) => (f.rule ? [[f.rule, f.subject]] : []));
  };
  const without = await of(undefined);
  assert.ok(without.length > 0);
  assert.deepEqual(without, await of([]));
});

test("MVT defect 11: a re-check counts what it finds, and the verdict follows", async () => {
  const bare = await run([SAMPLE], { compiled: await compileIndicators([]) });
  assert.ok(bare.result.findings.every((f) => f.indicator === null));
  await bare.folder.append("result.json", Buffer.from(bare.json));
  const again = await recheck(bare.folder, { compiled: await compile(), version: "0.0.0" });
  const whole = await run([SAMPLE]);
  assert.ok(whole.result.findings.some((f) => f.level === "match"));
  assert.deepEqual(again.findings, whole.result.findings);
  assert.deepEqual(again.verdict, { ...whole.result.verdict, evidence: "match" });
});

test("MVT defects 12 and 13: the same bytes in two runs, wherever the clock of the analyst stands", async () => {
  const before = process.env.TZ;
  const runs = [];
  try {
    for (const zone of ["America/Mexico_City", "Asia/Kathmandu"]) {
      process.env.TZ = zone;
      runs.push(await run([SAMPLE]));
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  const [a, b] = runs as [(typeof runs)[0], (typeof runs)[0]];
  assert.equal(a.json, b.json);
  const names = [...a.folder.files.keys()];
  assert.ok(names.includes("index/timeline.bin") && names.some((n) => n.startsWith("records/")));
  assert.deepEqual([...b.folder.files.keys()], names);
  for (const n of names) assert.ok(a.folder.files.get(n)!.equals(b.folder.files.get(n)!), n);
});

test("MVT defects 14 and 15: no secret and no decrypted copy stays anywhere", async () => {
  const scratchFolder = fresh();
  const platform = countingPlatform(nodePlatform({ scratchFolder }));
  const { folder, json } = await run([encryptedSample()], { secret: typed, platform });
  for (const [name, bytes] of [...folder.files, ["result.json", Buffer.from(json)] as const])
    assert.ok(!bytes.includes(PASSWORD), name);
  assert.equal(platform.counts.live, 0, "files and scratch that are still open");
  assert.throws(() => readdirSync(scratchFolder), { code: "ENOENT" }, "scratch without need");
});

test("MVT defect 16: what cannot be decrypted is a Problem and a gap, the rest is read, nothing is cut in silence", async () => {
  const taken = "Library/SMS/sms.db";
  const files = [
    fileOf(taken, messages([[link("uno.example"), null, 1]])),
    fileOf("Library/TCC/TCC.db", plainDatabase(9000)),
  ];
  const dir = backupOf(files, { encrypt: LOCK });
  const body = join(dir, stored("HomeDomain", taken));
  const whole = readFileSync(body);
  for (const [name, bytes] of [
    ["half of it", whole.subarray(0, whole.length / 2)],
    ["other bytes", Buffer.alloc(whole.length, 7)],
    ["nothing", Buffer.alloc(0)],
  ] as const) {
    writeFileSync(body, bytes);
    const { result } = await run([dir], { secret: typed, compiled: await compile([]) });
    const of = Object.fromEntries(result.coverage.map((c) => [c.artifact, c]));
    assert.ok(["partly", "unreadable"].includes(of["ios/sms"]!.state), `${name}: ${of["ios/sms"]!.state}`);
    assert.ok(of["ios/sms"]!.problems > 0, name);
    assert.ok(
      result.problems.some((p) => p.path === `HomeDomain/${taken}`),
      `${name}: ${JSON.stringify(result.problems)}`,
    );
    assert.equal(of["ios/manifest"]!.state, "read", name);
    assert.equal(result.verdict.complete, false);
    assert.ok(result.verdict.gaps.some((g) => g.about === "ios/sms"));
  }
});

test("every fault of the list has its test", () => {
  const here = ["defects.test.ts", "../../detection/src/indicators/defects.test.ts"];
  const named = here
    .flatMap((f) => readFileSync(new URL(f, import.meta.url), "utf8").match(/^test\("MVT defects? [^:]+/gm) ?? [])
    .flatMap((t) => t.match(/\d+/g)!.map(Number));
  assert.deepEqual(
    named.sort((a, b) => a - b),
    Array.from({ length: 19 }, (_, i) => i + 1),
  );
});
