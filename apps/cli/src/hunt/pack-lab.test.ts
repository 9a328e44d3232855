import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type LabCase, type LabTable, packLab, placeFile, readManifest, removeCase, sweep } from "@contraluz/hunt";
import { caseName, type MadeLab, makeLab, placesOfCases, textOf } from "./lab.fixture.ts";

let made: MadeLab;
const cases: LabCase[] = [];
before(async () => {
  made = await makeLab();
  for (let n = 1; n <= 5; n++) cases.push(await made.add(n));
});
after(() => made.end());

const COLUMNS: Readonly<Record<LabTable, string>> = {
  keys: 'h, letter, n, "rows", first_at, last_at, case_id, check_id',
  records: '"row", artifact, ordinal, evidence, "at", line, case_id, check_id',
};

async function rows(sql: string): Promise<unknown[]> {
  const out: unknown[] = [];
  for await (const b of made.engine.query(sql)) out.push(...b);
  return out;
}

const packedFiles = (table: LabTable): string[] => {
  const at = join(made.path, "packed", table);
  return existsSync(at) ? readdirSync(at).map((p) => join(at, p, `${table}.parquet`)) : [];
};
const ofFiles = (table: LabTable, files: readonly string[]): string =>
  `select ${COLUMNS[table]} from read_parquet([${files.map((f) => `'${f}'`).join(", ")}], hive_partitioning = false)`;

/** All bytes below the folder, and all columns of all Parquet files there: what a search for a case's values must not find. */
async function everything(): Promise<string> {
  const texts: string[] = [];
  for (const name of readdirSync(made.path, { recursive: true, encoding: "utf8" })) {
    const path = join(made.path, name);
    if (!statSync(path).isFile()) continue;
    texts.push(name, readFileSync(path, "latin1"));
    if (name.endsWith(".parquet"))
      texts.push(JSON.stringify(await rows(`select * from '${path}'`), (_, v) => String(v)));
  }
  return texts.join("\n");
}

test("packed files hold what the files of the checks hold, in order, and a second time there is nothing to do", async () => {
  const packed = await packLab({ lab: made.lab, cases, engine: made.engine });
  assert.deepEqual([packed.made, packed.kept, packed.dropped, packed.checks, packed.left], [2, 0, 0, 5, 0]);
  for (const table of ["keys", "records"] as const) {
    const [file, ...more] = packedFiles(table);
    assert.deepEqual(more, []);
    assert.equal(statSync(file!).mode & 0o777, 0o600);
    const own = `select ${COLUMNS[table]} from ${made.engine.from(table, { cases: placesOfCases(cases) })}`;
    const order = table === "keys" ? "h" : '"row"';
    assert.deepEqual(await rows(ofFiles(table, [file!])), await rows(`${own} order by case_id, check_id, ${order}`));
  }
  const again = await packLab({ lab: made.lab, cases, engine: made.engine });
  assert.deepEqual([again.made, again.kept, again.dropped], [0, 2, 0]);
});

test("small parts are packed anew with what came, large ones stay, and one check never lies in two parts", async () => {
  const bytes = statSync(packedFiles("keys")[0]!).size;
  cases.push(await made.add(6));
  const more = await packLab({ lab: made.lab, cases, engine: made.engine, size: bytes * 100 });
  assert.deepEqual([more.made, more.kept, more.dropped], [2, 0, 2]);
  const split = await packLab({ lab: made.lab, cases: [...cases, await made.add(7)], engine: made.engine, size: 1 });
  assert.equal(split.kept, 2);
  const manifest = await readManifest(made.lab);
  for (const table of ["keys", "records"] as const) {
    const held = manifest!.parts[table].flatMap((p) => p.checks.map((c) => c.caseId));
    assert.deepEqual([...held].sort(), [1, 2, 3, 4, 5, 6, 7].map(caseName));
    assert.equal(packedFiles(table).length, 2);
  }
});

test("a check whose file is damaged stays out of the parts; the others are packed", async () => {
  const bad = await made.add(8);
  const file = join(made.path, placeFile("keys", bad.id, "0001"));
  writeFileSync(file, readFileSync(file).subarray(0, 200));
  const all = [...cases, await made.add(7), bad];
  const packed = await packLab({ lab: made.lab, cases: all, engine: made.engine, size: 1 << 20 });
  assert.equal(packed.left, 1);
  const manifest = await readManifest(made.lab);
  const held = (t: LabTable): string[] => manifest!.parts[t].flatMap((p) => p.checks.map((c) => c.caseId)).sort();
  assert.deepEqual(held("keys"), [1, 2, 3, 4, 5, 6, 7].map(caseName));
  assert.deepEqual(held("records"), [1, 2, 3, 4, 5, 6, 7, 8].map(caseName));
  assert.equal(await removeCase(made.lab, bad.id), true);
});

test("a case that goes is in no packed file afterwards", async () => {
  assert.ok((await everything()).includes(textOf(3)));
  await removeCase(made.lab, caseName(3));
  const left = await everything();
  assert.ok(!left.includes(textOf(3)) && !left.includes(caseName(3)));
  assert.ok(left.includes(textOf(4)), "others are still in their own files");
  assert.deepEqual((await readManifest(made.lab))!.parts.keys, []);
});

test("what a crash left, and a manifest that somebody wrote, count for nothing and go", async () => {
  const rest = cases.filter((c) => c.id !== caseName(3));
  await packLab({ lab: made.lab, cases: rest, engine: made.engine });
  const stray = join(made.path, "packed/keys/part=000999");
  mkdirSync(stray, { recursive: true });
  writeFileSync(join(stray, "keys.parquet"), textOf(99));
  writeFileSync(join(made.path, "packed/manifest.json.new"), "{");
  await sweep(made.lab);
  assert.ok(!existsSync(stray));
  assert.equal(packedFiles("keys").length, 1);
  writeFileSync(
    join(made.path, "packed/manifest.json"),
    '{"schema":"contraluz/lab-pack@1","next":3,"parts":{"keys":[]}}',
  );
  await assert.rejects(readManifest(made.lab), { code: "lab-damaged" });
  await sweep(made.lab);
  assert.deepEqual([packedFiles("keys"), packedFiles("records")], [[], []]);
  assert.equal(await readManifest(made.lab), undefined);
});

test("a check that was made again is read from its own file, and its old copy goes", async () => {
  const rest = cases.filter((c) => c.id !== caseName(3));
  await packLab({ lab: made.lab, cases: rest, engine: made.engine });
  await made.add(1, 60);
  await sweep(made.lab);
  assert.deepEqual((await readManifest(made.lab))!.parts.keys, []);
});
