import assert from "node:assert/strict";
import { test } from "node:test";
import type { LabCase, LabCheck } from "../lab/types.ts";
import { heldOf } from "../pack/manifest.ts";
import { PACK_SCHEMA, type PackManifest, type PackPart } from "../pack/types.ts";
import { joinStatement } from "../run/statements.ts";
import { openTrino } from "./trino.ts";
import type { TrinoClient } from "./trino-client.ts";
import { only } from "./trino-places.ts";
import { makeTables, putKeys, schemaOf } from "./trino-tables.ts";
import type { Cell, LabTable, Place } from "./types.ts";

const SCHEMA = { catalog: "hive", schema: "lab" } as const;
const id = (n: number): string => n.toString(16).padStart(16, "0");

function labCase(n: number, ...checks: readonly string[]): Pick<LabCase, "id" | "checks"> {
  const check = (name: string): LabCheck =>
    ({ check: name, resultSha256: String(n).repeat(64), records: 5, keys: 10, keysVersion: 1 }) as unknown as LabCheck;
  return { id: id(n), checks: checks.map(check) };
}

interface World {
  /** What lies in the folders, and what Trino knows of it. */
  readonly folders: Readonly<Record<string, readonly string[]>>;
  readonly known: Record<string, readonly string[]>;
  /** Rows of checks that are not what the lab says. */
  readonly rows?: Readonly<Record<string, bigint>>;
  readonly asked: string[];
}

/** Answers what the engine asks of its tables. */
function fake(w: World): TrinoClient {
  const answer = (sql: string): (readonly Cell[])[] => {
    w.asked.push(sql);
    const table = /"(\w+)\$partitions"/.exec(sql)?.[1];
    if (table !== undefined) return (w.known[table] ?? []).map((p) => p.split("/"));
    const [, synced, mode] = /sync_partition_metadata\('lab', '(\w+)', '(\w+)', true\)/.exec(sql) ?? [];
    if (synced !== undefined) {
      const [known, lie] = [w.known[synced] ?? [], w.folders[synced] ?? []];
      const kept = mode === "ADD" ? known : known.filter((p) => lie.includes(p));
      w.known[synced] = mode === "DROP" ? kept : [...new Set([...kept, ...lie])];
      return [];
    }
    if (!sql.startsWith("select case_id, check_id, count(*)")) return [];
    const of: LabTable = sql.includes("line") ? "records" : "keys";
    const all = [...(w.known[of] ?? []), ...(sql.includes("packed_") ? (w.known[`held_${of}`] ?? []) : [])];
    return all.map((p): readonly Cell[] => [...p.split("/"), w.rows?.[`${of} ${p}`] ?? (of === "keys" ? 10n : 5n)]);
  };
  return {
    url: "http://127.0.0.1:1",
    version: async () => "476",
    async *rows(sql) {
      yield answer(sql);
    },
    all: async (sql) => answer(sql),
  };
}

const both = (...places: readonly string[]): Record<string, readonly string[]> => ({ keys: places, records: places });
const open = (w: World, cases: readonly Pick<LabCase, "id" | "checks">[], packed?: PackManifest) =>
  openTrino({ client: fake(w), schema: SCHEMA, cases, name: "n", ...(packed ? { packed } : {}) });

const [ONE, TWO, THREE] = [1, 2, 3].map((n) => `${id(n)}/0001`) as [string, string, string];
const place = (text: string): Place => ({ caseId: text.split("/")[0]!, checkId: text.split("/")[1]! });

test("a table that holds just the lab's checks is read whole, without looking at its folders again", async () => {
  const w: World = { folders: both(ONE, TWO), known: both(ONE, TWO), asked: [] };
  const engine = await open(w, [labCase(1, "0001"), labCase(2, "0001")]);
  assert.deepEqual([engine.name, engine.version, engine.missing], ["trino", "476", []]);
  assert.ok(!w.asked.some((sql) => sql.includes("sync_partition_metadata")));
  const from = engine.from("keys", { cases: [place(ONE), place(TWO)] });
  assert.equal(from, '(select h, letter, n, "rows", first_at, last_at, case_id, check_id from hive.lab.keys) t');
  assert.match(
    engine.from("records", { place: place(TWO) }),
    /from hive\.lab\.records where case_id in \('0{15}2'\)\) t$/,
  );
});

test("what no case names is not read, what Trino did not know is looked for, what it does not find is missing", async () => {
  const w: World = { folders: both(ONE, THREE), known: both(ONE), asked: [] };
  const engine = await open(w, [labCase(1, "0001"), labCase(2, "0001")]);
  assert.equal(w.asked.filter((sql) => sql.includes("sync_partition_metadata")).length, 2);
  assert.deepEqual(engine.missing, [place(TWO)]);
  const from = engine.from("keys", { cases: [place(ONE), place(TWO)] });
  assert.match(from, /where case_id in \('0{15}1'\)\) t$/);
  assert.match(engine.from("keys", { place: place(TWO) }), /where false\) t$/);
});

test("a case that is gone is in no list of Trino, also where nothing else has to be looked for", async () => {
  const packed = { packed_keys: ["000001"], packed_records: ["000001"], held_keys: [ONE], held_records: [ONE] };
  const w: World = { folders: { ...packed, ...both(ONE) }, known: { ...packed, ...both(ONE, TWO) }, asked: [] };
  await open(w, [labCase(1, "0001")], manifest({ "000001": [[1, "0001"]] }));
  assert.deepEqual([w.known.keys, w.known.records], [[ONE], [ONE]]);
  assert.deepEqual(
    w.asked.filter((sql) => sql.startsWith("call")).map((sql) => /'(\w+)', true/.exec(sql)![1]),
    ["DROP", "DROP"],
  );
  w.asked.length = 0;
  await open(w, [labCase(1, "0001")], manifest({ "000001": [[1, "0001"]] }));
  assert.ok(
    !w.asked.some((sql) => sql.startsWith("call")),
    "files that are packed and also lie there are no reason to look again",
  );
});

test("a check with other numbers of keys or records than the lab says is missing", async () => {
  for (const table of ["keys", "records"]) {
    const w: World = { folders: {}, known: both(ONE, TWO), rows: { [`${table} ${ONE}`]: 4n }, asked: [] };
    const engine = await open(w, [labCase(1, "0001"), labCase(2, "0001")]);
    assert.deepEqual(engine.missing, [place(ONE)]);
    assert.match(joinStatement(engine, [place(ONE), place(TWO)], "s"), /case_id in \('0{15}2'\)/);
  }
});

function manifest(parts: Readonly<Record<string, readonly [number, string][]>>, stale?: string): PackManifest {
  const of = (table: LabTable): PackPart[] =>
    Object.entries(parts).map(([part, held]) => ({
      part,
      bytes: 1,
      checks: held.map(([n, check]) => {
        const now = heldOf(id(n), labCase(n, check).checks[0]!, table);
        return stale === `${id(n)}/${check}` ? { ...now, keysVersion: 0 } : now;
      }),
    }));
  return { schema: PACK_SCHEMA, next: 9, parts: { keys: of("keys"), records: of("records") } };
}

test("packed parts are read first, single files for the rest, and old copies not at all", async () => {
  const known = {
    packed_keys: ["000001"],
    packed_records: ["000001"],
    held_keys: [ONE],
    held_records: [ONE],
    ...both(TWO, THREE),
  };
  const w: World = { folders: { ...known }, known: { ...known }, asked: [] };
  const packed = manifest(
    {
      "000001": [
        [1, "0001"],
        [2, "0001"],
      ],
    },
    TWO,
  );
  const engine = await open(w, [labCase(1, "0001"), labCase(2, "0001"), labCase(3, "0001")], packed);
  assert.deepEqual(engine.missing, []);
  const from = engine.from("keys", { cases: [ONE, TWO, THREE].map(place) });
  const [inParts, alone] = from.split(" union all ");
  assert.match(inParts!, /from hive\.lab\.packed_keys where case_id in \('0{15}1'\)$/);
  assert.match(alone!, /from hive\.lab\.keys\) t$/);
  assert.match(engine.from("records", { place: place(ONE) }), /packed_records where case_id in \('0{15}1'\)\) t$/);
});

test("of several parts only those are read that the manifest names, and that hold what is asked for", async () => {
  const known = {
    packed_keys: ["000001", "000002", "000099"],
    packed_records: ["000001", "000002"],
    held_keys: [ONE, TWO],
    held_records: [ONE, TWO],
  };
  const w: World = { folders: { ...known }, known: { ...known }, asked: [] };
  const engine = await open(
    w,
    [labCase(1, "0001"), labCase(2, "0001")],
    manifest({ "000001": [[1, "0001"]], "000002": [[2, "0001"]] }),
  );
  const all = engine.from("keys", { cases: [ONE, TWO].map(place) });
  assert.match(all, /packed_keys where part in \('000001', '000002'\)\) t$/);
  assert.match(
    engine.from("keys", { place: place(TWO) }),
    /where part in \('000002'\) and case_id in \('0{15}2'\)\) t$/,
  );
  assert.match(engine.from("records", { cases: [ONE, TWO].map(place) }), /from hive\.lab\.packed_records\) t$/);
});

test("conditions are as short as they can be", () => {
  const many = Array.from({ length: 9 }, (_, i) => ({ caseId: id(i), checkId: "0001" }));
  assert.deepEqual(only(many, many), []);
  assert.deepEqual(only(many.slice(1), many), [`case_id not in ('${id(0)}')`]);
  assert.deepEqual(only(many.slice(0, 1), many), [`case_id in ('${id(0)}')`]);
  const old = { caseId: id(0), checkId: "0002" };
  assert.deepEqual(only(many, [...many, old]), [`not (case_id = '${id(0)}' and check_id in ('0002'))`]);
});

test("folders that somebody else named end no text of SQL", () => {
  const one = { caseId: id(1), checkId: "0001" };
  const two = { caseId: id(2), checkId: "0001" };
  assert.deepEqual(only([one, two], [one, two, { caseId: "x') or (1=1", checkId: "0001" }]), [
    "case_id not in ('x'') or (1=1')",
  ]);
  assert.deepEqual(only([one], [one, { caseId: id(1), checkId: "') or true --" }]), [
    `not (case_id = '${id(1)}' and check_id in (''') or true --'))`,
  ]);
});

/** Keys that stand in a statement as bytes. */
function keysIn(sql: string): bigint[] {
  const bytes = Buffer.from(/from_base64\('([^']*)'\)/.exec(sql)![1]!, "base64");
  return Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readBigInt64BE(8 * i));
}

test("keys of signs stand in the statement, or in a table if they are many; the table goes, also after an error", async () => {
  const asked: string[] = [];
  const count = { n: 130_000n };
  const client = fake({ folders: {}, known: {}, asked });
  const counting: TrinoClient = {
    ...client,
    all: async (sql) => (sql.startsWith("select count(*)") ? [[count.n]] : client.all(sql)),
  };
  const few = await putKeys(counting, SCHEMA, BigInt64Array.of(-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n), "x");
  assert.deepEqual(keysIn(few.from), [-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n]);
  assert.match(few.from, /sequence\(0, 3\)\) a \(i\) cross join unnest\(sequence\(0, 0\)\) b \(j\) where .* < 4\)$/);
  assert.equal(asked.length, 0);
  const h = BigInt64Array.from({ length: 130_000 }, (_, i) => BigInt(i) - 65_000n);
  const many = await putKeys(counting, SCHEMA, h, "x");
  assert.equal(many.from, "hive.lab.signs_x");
  const inserts = asked.filter((sql) => sql.startsWith("insert into hive.lab.signs_x"));
  assert.deepEqual(inserts.flatMap(keysIn), [...h]);
  assert.ok(inserts.every((sql) => sql.length < 1_000_000));
  await many.drop();
  assert.equal(asked.at(-1), "drop table if exists hive.lab.signs_x");
  count.n = 129_999n;
  asked.length = 0;
  await assert.rejects(putKeys(counting, SCHEMA, h, "x"), { code: "lab-engine" });
  assert.equal(asked.at(-1), "drop table if exists hive.lab.signs_x");
  assert.match((await putKeys(counting, SCHEMA, new BigInt64Array(0), "x")).from, /where false/);
});

test("names that would end a text of SQL are refused", async () => {
  const client = fake({ folders: {}, known: {}, asked: [] });
  assert.deepEqual(schemaOf("hive.lab_2"), { catalog: "hive", schema: "lab_2" });
  for (const bad of ["hive", "hive.lab.x", "hive.la'b", "Hive.lab", "hive.", "1.2", "hive.lab; drop"])
    assert.throws(() => schemaOf(bad), { code: "usage" }, bad);
  for (const bad of ["s3://a'b", "/lab", "http://x/y", "s3://a/../b", "s3://", "local:///a b"])
    await assert.rejects(makeTables(client, SCHEMA, bad), { code: "usage" }, bad);
});
