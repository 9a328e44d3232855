/**
 * The tables under which Trino finds a lab: its folders as they lie, read through the connector `hive`. Nothing is copied. `keys` and
 * `records` have a partition for each check, `packed_keys` and `packed_records` one for each large file.
 *
 * Sources: https://trino.io/docs/476/connector/hive.html (`external_location`, `partitioned_by`, `sync_partition_metadata`, `$partitions`).
 * @module
 */
import { base64, ContraluzError } from "@contraluz/core";
import type { TrinoClient } from "./trino-client.ts";
import type { LabTable } from "./types.ts";

/** Where the tables of one lab are: a schema that holds nothing else. */
export interface TrinoSchema {
  readonly catalog: string;
  readonly schema: string;
}

export type TrinoTable = LabTable | `packed_${LabTable}`;

const COLUMNS: Readonly<Record<LabTable, string>> = {
  keys: 'h bigint, letter varchar, n integer, "rows" varbinary, first_at bigint, last_at bigint',
  records: '"row" integer, artifact varchar, ordinal integer, evidence integer, at bigint, line varchar',
};
const TABLES: readonly LabTable[] = ["keys", "records"];
/** Tables that hold keys of signs for one hunt. */
const SIGNS = "signs_";

const NAME = /^[a-z][a-z0-9_]{0,63}$/;
/** A folder as Trino names it: nothing in it ends a text of SQL. */
const LOCATION = /^(?:local:\/\/|file:\/\/|s3:\/\/|gs:\/\/|abfss?:\/\/|hdfs:\/\/)[A-Za-z0-9._@:/=-]{1,400}$/;

/** `hive.lab` → catalog and schema. Throws ContraluzError ("usage"). */
export function schemaOf(text: string): TrinoSchema {
  const [catalog = "", schema = "", ...more] = text.split(".");
  if (more.length > 0 || !NAME.test(catalog) || !NAME.test(schema))
    throw new ContraluzError("usage", `not a catalog and a schema (hive.lab): ${text.slice(0, 80)}`);
  return { catalog, schema };
}

export const tableName = (s: TrinoSchema, table: string): string => `${s.catalog}.${s.schema}.${table}`;

/** Makes the schema and its tables over the lab that Trino sees at `location`, and takes away what a hunt that broke off left. */
export async function makeTables(client: TrinoClient, s: TrinoSchema, location: string): Promise<void> {
  const at = location.replace(/\/+$/, "");
  if (!LOCATION.test(at) || at.includes(".."))
    throw new ContraluzError("usage", `not a folder as Trino names it (s3://…): ${location.slice(0, 80)}`);
  await client.all(`create schema if not exists ${s.catalog}.${s.schema}`);
  await dropTables(client, s);
  const make = (
    table: TrinoTable,
    of: LabTable,
    folder: string,
    parts: readonly string[],
    more = "",
  ): Promise<unknown> =>
    client.all(
      `create table ${tableName(s, table)} (${COLUMNS[of]}${more}, ${parts.map((p) => `${p} varchar`).join(", ")}) with (` +
        `format = 'PARQUET', external_location = '${at}/${folder}', partitioned_by = array[${parts.map((p) => `'${p}'`).join(", ")}])`,
    );
  for (const of of TABLES) {
    await make(of, of, of, ["case_id", "check_id"]);
    await make(`packed_${of}`, of, `packed/${of}`, ["part"], ", case_id varchar, check_id varchar");
  }
}

/** Takes the tables away; the files of the lab stay, since Trino does not own them. */
export async function dropTables(client: TrinoClient, s: TrinoSchema): Promise<void> {
  const there = await client.all(`show tables from ${s.catalog}.${s.schema}`);
  const ours = (name: string): boolean =>
    TABLES.some((t) => name === t || name === `packed_${t}`) || (name.startsWith(SIGNS) && NAME.test(name));
  for (const [name] of there)
    if (typeof name === "string" && ours(name)) await client.all(`drop table if exists ${tableName(s, name)}`);
}

/** Partitions that Trino knows of, one text each (`case/check`, or the part). */
async function partitions(client: TrinoClient, s: TrinoSchema, table: TrinoTable): Promise<Set<string>> {
  const columns = table.startsWith("packed_") ? "part" : "case_id, check_id";
  const rows = await client.all(`select ${columns} from ${s.catalog}.${s.schema}."${table}$partitions"`);
  return new Set(rows.map((r) => r.join("/")));
}

/**
 * What Trino knows of, after it has looked at the folder again where it does not know what is `needed`, or knows what is not `named` any
 * more: a case that is gone is then in no list of Trino either.
 */
export async function knownPartitions(
  client: TrinoClient,
  s: TrinoSchema,
  table: TrinoTable,
  needed: ReadonlySet<string>,
  named: { has(partition: string): boolean },
): Promise<ReadonlySet<string>> {
  const before = await partitions(client, s, table);
  const missing = [...needed].some((p) => !before.has(p));
  const stale = [...before].some((p) => !named.has(p));
  if (!missing && !stale) return before;
  const mode = missing ? (stale ? "FULL" : "ADD") : "DROP";
  await client.all(`call ${s.catalog}.system.sync_partition_metadata('${s.schema}', '${table}', '${mode}', true)`);
  return partitions(client, s, table);
}

/** Keys in one statement: its text has to stay below 1,000,000 characters (`query.max-length`), and more stands in it. */
const INLINE = 60_000;
const STEP = 10_000;

/** Signed 64-bit numbers as rows of `h`, in plain text: their bytes, cut in eights. */
function inline(h: BigInt64Array): string {
  const bytes = new Uint8Array(h.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, v] of h.entries()) view.setBigInt64(8 * i, v);
  // A sequence has at most 10,000 steps: two of them, and what is beyond the end falls away.
  const tens = Math.max(0, Math.ceil(h.length / STEP) - 1);
  const at = `a.i + ${STEP} * b.j`;
  return (
    `(select from_big_endian_64(substr(x.keys, cast(8 * (${at}) + 1 as bigint), 8)) as h ` +
    `from (values from_base64('${base64(bytes)}')) x (keys) cross join unnest(sequence(0, ${Math.min(h.length, STEP) - 1})) a (i) ` +
    `cross join unnest(sequence(0, ${tens})) b (j) where ${at} < ${h.length})`
  );
}

/** Keys of signs as something to select `h` from, and what takes it away again. Many go to a table, in steps. */
export async function putKeys(
  client: TrinoClient,
  s: TrinoSchema,
  h: BigInt64Array,
  name: string,
): Promise<{ readonly from: string; drop(): Promise<void> }> {
  if (h.length === 0) return { from: "(select cast(null as bigint) as h where false)", drop: async () => {} };
  if (h.length <= INLINE) return { from: inline(h), drop: async () => {} };
  const table = tableName(s, `${SIGNS}${name}`);
  const drop = async (): Promise<void> => void (await client.all(`drop table if exists ${table}`));
  await drop();
  try {
    await client.all(`create table ${table} (h bigint) with (format = 'PARQUET')`);
    for (let i = 0; i < h.length; i += INLINE)
      await client.all(`insert into ${table} select h from ${inline(h.subarray(i, i + INLINE))}`);
    const [[n] = []] = await client.all(`select count(*) from ${table}`);
    if (n !== BigInt(h.length)) throw new ContraluzError("lab-engine", `${String(n)} keys of signs of ${h.length}`);
  } catch (e) {
    await drop().catch(() => undefined);
    throw e;
  }
  return { from: table, drop };
}
