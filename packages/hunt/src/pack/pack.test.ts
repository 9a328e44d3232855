import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { dropParts } from "./drop.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { type Packable, planTable } from "./plan.ts";
import { PACK_SCHEMA, type PackedCheck, type PackManifest, type PackPart } from "./types.ts";

const id = (n: number): string => n.toString(16).padStart(16, "0");
const check = (n: number, more: Partial<PackedCheck> = {}): PackedCheck => ({
  ...{ caseId: id(n), checkId: "0001", resultSha256: "0".repeat(64), keysVersion: 1, rows: 10 },
  ...more,
});
const part = (name: string, bytes: number, ...checks: readonly PackedCheck[]): PackPart => ({
  part: name,
  bytes,
  checks,
});
const files = (bytes: number, ...ns: readonly number[]): Packable[] => ns.map((n) => ({ check: check(n), bytes }));
const made = (p: ReturnType<typeof planTable>): string[] =>
  p.make.map((some) => some.map((c) => Number.parseInt(c.caseId, 16)).join(" "));

test("checks go together up to the size, by case; one that is larger stands alone", () => {
  assert.deepEqual(made(planTable([], files(40, 3, 1, 2, 5, 4), 100)), ["1 2", "3 4", "5"]);
  assert.deepEqual(made(planTable([], [...files(40, 1), ...files(500, 2), ...files(40, 3)], 100)), ["1", "2", "3"]);
  assert.deepEqual(planTable([], [], 100), { keep: [], make: [] });
});

test("large parts stay; small ones are made again with what is new; one that holds something old goes", () => {
  const large = part("000001", 90, check(1), check(2));
  const small = part("000002", 30, check(3));
  const plan = planTable([large, small], files(30, 1, 2, 3, 4), 100);
  assert.deepEqual([plan.keep, made(plan)], [[large], ["3 4"]]);
  const nothing = planTable([large, small], files(30, 1, 2, 3), 100);
  assert.deepEqual(nothing, { keep: [large, small], make: [] });
  const old = part("000003", 90, check(1), check(2, { rows: 9 }));
  const again = planTable([old, small], files(30, 1, 2, 3), 100);
  assert.deepEqual([again.keep, made(again)], [[], ["1 2 3"]]);
  const gone = planTable([large], files(30, 1), 100);
  assert.deepEqual([gone.keep, made(gone)], [[], ["1"]]);
});

const GOOD: PackManifest = {
  schema: PACK_SCHEMA,
  next: 3,
  parts: { keys: [part("000001", 5, check(1), check(2))], records: [part("000002", 5, check(1))] },
};

test("a manifest that a lab does not write is damaged, and then no part counts", async () => {
  const lab = { folder: memoryFolder() };
  assert.equal(await readManifest(lab), undefined);
  await writeManifest(lab, GOOD);
  assert.deepEqual(await readManifest(lab), GOOD);
  const [keys, records] = [GOOD.parts.keys, GOOD.parts.records];
  const bad: readonly unknown[] = [
    { ...GOOD, schema: "contraluz/lab-pack@2" },
    { ...GOOD, next: -1 },
    { ...GOOD, next: 1 },
    { ...GOOD, parts: { keys } },
    { ...GOOD, parts: { keys, records: "x" } },
    { ...GOOD, parts: { keys: [...keys, ...keys], records } },
    { ...GOOD, parts: { keys: [...keys, part("000002", 5, check(2))], records } },
    { ...GOOD, parts: { keys: [part("../../x", 5, check(1))], records } },
    { ...GOOD, parts: { keys: [part("000001", 5)], records } },
    { ...GOOD, parts: { keys: [part("000001", 5, check(1, { caseId: "' or '1'='1" }))], records } },
    { ...GOOD, parts: { keys: [part("000001", 5, check(1, { checkId: "1" }))], records } },
    { ...GOOD, parts: { keys: [part("000001", 1.5, check(1))], records } },
    [],
    null,
  ];
  for (const v of bad) {
    await writeManifest(lab, v as PackManifest);
    await assert.rejects(readManifest(lab), { code: "lab-damaged" }, JSON.stringify(v));
  }
  lab.folder.files.set("packed/keys/part=000001/keys.parquet", Uint8Array.of(1));
  await dropParts(lab, () => true);
  assert.deepEqual([...lab.folder.files.keys()], []);
});

test("wherever the power is cut while a case goes: what holds it is named until it is gone, or goes the next time", async () => {
  const file = (name: string): [string, Uint8Array] => [name, Uint8Array.of(1)];
  for (let left = 0; left < 12; left++) {
    const folder = memoryFolder(
      new Map([file("packed/keys/part=000001/keys.parquet"), file("packed/records/part=000002/records.parquet")]),
    );
    const lab = { folder };
    await writeManifest(lab, GOOD);
    folder.left = left;
    const cut = await dropParts(lab, (c) => c.caseId !== id(1)).then(
      () => false,
      () => true,
    );
    folder.left = Number.POSITIVE_INFINITY;
    for (const [table, name] of [
      ["keys", "000001"],
      ["records", "000002"],
    ] as const) {
      const named = (await readManifest(lab))!.parts[table].length > 0;
      if (named)
        assert.ok(folder.files.has(`packed/${table}/part=${name}/${table}.parquet`), `named, and gone: ${left}`);
    }
    await dropParts(lab, (c) => c.caseId !== id(1));
    assert.deepEqual([...folder.files.keys()], ["packed/manifest.json"]);
    if (!cut) return;
  }
  assert.fail("it was always cut");
});
