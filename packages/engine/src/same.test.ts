/**
 * The same evidence gives the same bytes: twice, with any number of threads, in any time zone and locale; and in a zip or a
 * tar.gz the same but for what names the container.
 * @module
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { nodePlatform } from "@contraluz/platform-node";
import { type Amounts, bigBackup } from "./backups.fixture.ts";
import { CLI, type Container, fresh, pack, type Ran, run, SAMPLE, SIGNS, WORKER } from "./check.fixture.ts";

/** All that a run wrote, by name. */
function written(ran: Ran): { readonly [name: string]: string } {
  const files = [...ran.folder.files].map(([name, bytes]): [string, string] => [name, bytes.toString("latin1")]);
  return { ...Object.fromEntries(files), "result.json": ran.json };
}

function same(a: Ran, b: Ran, what: string): void {
  const [x, y] = [written(a), written(b)];
  assert.deepEqual(Object.keys(x).sort(), Object.keys(y).sort(), what);
  // Not deepEqual: a difference of megabytes is no message.
  for (const name of Object.keys(x)) assert.ok(x[name] === y[name], `${what}: ${name} differs`);
}

test("the sample: two runs, and 0, 1 and 4 threads", async () => {
  const platform = nodePlatform({ worker: WORKER });
  const first = await run([SAMPLE], { platform, workers: 0 });
  assert.ok(first.result.findings.length >= 7);
  same(first, await run([SAMPLE], { platform, workers: 0 }), "second run");
  for (const workers of [1, 4]) same(first, await run([SAMPLE], { platform, workers }), `${workers} threads`);
});

const LARGE: Amounts = { messages: 16_000, visits: 16_000, usages: 10_000, listed: 2000 };

test("tens of thousands of rows in several lanes: chunks interleave, bytes do not", async () => {
  const dir = bigBackup(LARGE);
  const platform = nodePlatform({ worker: WORKER });
  const first = await run([dir], { platform, workers: 0 });
  const { records, findings } = first.result;
  assert.equal(records["ios/sms"]?.count, LARGE.messages);
  assert.ok(records["ios/safari-history"]!.count >= (LARGE.visits * 4) / 3);
  assert.equal(records["ios/data-usage"]?.count, 300 + LARGE.usages);
  // A sign that shows in two lanes is one finding whose first records come in the order of the catalogue.
  const shared = findings.find((f) => f.subject === "aviso-paqueteria.example")!;
  assert.ok(shared.count > 8);
  assert.deepEqual([...new Set(shared.records.map((r) => r.artifact))], ["ios/sms", "ios/safari-history"]);
  for (const workers of [1, 4]) same(first, await run([dir], { platform, workers }), `${workers} threads`);
});

function cli(env: { readonly [name: string]: string }, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const out = fresh();
    const child = spawn(process.execPath, [CLI, "check", SAMPLE, "--out", out, ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (b) => (said += b));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(out) : reject(new Error(`exit ${code}: ${said}`))));
  });
}

test("time zone and locale do not show", async () => {
  const args = SIGNS.flatMap((s) => ["--indicators", s]);
  const [mexico, kathmandu] = await Promise.all([
    cli({ TZ: "America/Mexico_City", LANG: "es_MX.UTF-8" }, args),
    cli({ TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8" }, args),
  ]);
  const names = readdirSync(mexico, { recursive: true, encoding: "utf8" }).sort();
  assert.deepEqual(readdirSync(kathmandu, { recursive: true, encoding: "utf8" }).sort(), names);
  const bytes = names.filter((n) => /^(result\.json|records.*\.jsonl|index.*\.bin)$/.test(n));
  assert.ok(bytes.length >= 10);
  for (const n of bytes) assert.ok(readFileSync(join(mexico, n)).equals(readFileSync(join(kathmandu, n))), n);
});

for (const [kind, above] of [
  ["zip, stored", ""],
  ["zip, deflated", ""],
  ["zip, deflated", "00000000-MUESTRA"],
  ["tar", ""],
  ["tar.gz", ""],
  ["tar.gz", "00000000-MUESTRA"],
] as const satisfies readonly (readonly [Container, string])[]) {
  test(`as a ${kind}${above ? ", one folder above" : ""}: the same but for the names`, async () => {
    const folder = await run([SAMPLE]);
    const file = pack(SAMPLE, kind, above);
    const packed = await run([file]);
    const [a, b] = [written(folder), written(packed)];
    for (const name of Object.keys(a)) if (name !== "result.json") assert.ok(a[name] === b[name], `${name} differs`);
    const { evidence, files, ...rest } = JSON.parse(b["result.json"]!);
    const plain = JSON.parse(a["result.json"]!);
    const { evidence: evidenceOf, files: filesOf, ...restOf } = plain;
    assert.deepEqual(rest, restOf, "findings, coverage, problems and all the rest");
    const [{ id, name, hashed, bytes, ...about }] = evidence;
    const [{ id: idOf, name: nameOf, hashed: hashedOf, bytes: bytesOf, ...aboutOf }] = evidenceOf;
    assert.deepEqual(about, aboutOf);
    assert.deepEqual([hashed, hashedOf], ["all", "read"]);
    assert.notEqual(id, idOf);
    assert.notEqual(name, nameOf);
    assert.equal(bytes, readFileSync(file).length);
    const prefix = above === "" ? "" : `${above}/`;
    assert.deepEqual(
      files,
      filesOf.map((f: { path: string }) => ({ ...f, path: prefix + f.path })),
      "files: only the folder above",
    );
    assert.ok(bytesOf > 0);
  });
}
