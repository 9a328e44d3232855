/**
 * Trino as the engine of a hunt: the statements of DuckDB over the same files, on as many machines as it has. It reads what its tables
 * name (`trino-tables.ts`); which of that belongs to the lab's cases is said here, and checked: what Trino does not see whole is a
 * gap of the hunt, never silently less.
 * @module
 */
import { ContraluzError } from "@contraluz/core";
import type { LabCase, LabCheck } from "../lab/types.ts";
import type { PackManifest } from "../pack/types.ts";
import type { TrinoClient } from "./trino-client.ts";
import { checksOf, fromOf, keyOf, type Layout, layoutOf } from "./trino-places.ts";
import { putKeys, type TrinoSchema } from "./trino-tables.ts";
import type { HuntEngine, Place } from "./types.ts";

export interface TrinoInput {
  readonly client: TrinoClient;
  readonly schema: TrinoSchema;
  readonly cases: readonly Pick<LabCase, "id" | "checks">[];
  readonly packed?: PackManifest;
  /** Names the table of signs, where one is made: letters and digits, its own for each hunt. */
  readonly name: string;
}

export interface TrinoEngine extends HuntEngine {
  readonly name: "trino";
  /** Checks that Trino does not see, or not with as many keys and records as the lab has of them. */
  readonly missing: readonly Place[];
}

/** What Trino says of a file that it cannot read; when a worker is gone it says other things. */
const UNREADABLE =
  /^Trino: HIVE_(BAD_DATA|CANNOT_OPEN_SPLIT|CURSOR_ERROR|FILESYSTEM_ERROR|FILE_NOT_FOUND|INVALID_METADATA)\b/;

/** Rows of each check. Trino counts without reading what it counts. */
async function counts(o: TrinoInput, layout: Layout, places: readonly Place[]): Promise<Map<string, bigint>> {
  const from = fromOf(o.schema, layout, places);
  const out = new Map<string, bigint>();
  for await (const batch of o.client.rows(`select case_id, check_id, count(*) from ${from} group by 1, 2`))
    for (const [caseId, checkId, n] of batch) if (typeof n === "bigint") out.set(`${caseId}/${checkId}`, n);
  return out;
}

/** Checks of which a table holds another number of rows than the lab says, or of which a file cannot be read. */
async function notWhole(
  o: TrinoInput,
  layout: Layout,
  checks: ReadonlyMap<string, LabCheck>,
  places: readonly Place[],
): Promise<readonly Place[]> {
  if (places.length === 0) return [];
  try {
    const counted = await counts(o, layout, places);
    return places.filter((p) => (counted.get(keyOf(p)) ?? 0n) !== BigInt(checks.get(keyOf(p))?.[layout.table] ?? 0));
  } catch (e) {
    if (!(e instanceof ContraluzError) || !UNREADABLE.test(e.message)) throw e;
    if (places.length === 1) return places;
    const half = places.length >> 1;
    return [
      ...(await notWhole(o, layout, checks, places.slice(0, half))),
      ...(await notWhole(o, layout, checks, places.slice(half))),
    ];
  }
}

/**
 * Opens it over the cases of a lab, whose tables are there (`makeTables`). Throws ContraluzError ("lab-engine", "cancelled").
 * @example const engine = await openTrino({ client, schema: schemaOf("hive.lab"), cases, name: "0007" });
 */
export async function openTrino(o: TrinoInput): Promise<TrinoEngine> {
  const { client, schema } = o;
  const version = await client.version();
  const checks = checksOf(o.cases);
  const places = o.cases.flatMap((c) => c.checks.map((k): Place => ({ caseId: c.id, checkId: k.check })));
  const missing = new Map<string, Place>();
  const layouts = {
    keys: await layoutOf(client, schema, "keys", checks, o.packed),
    records: await layoutOf(client, schema, "records", checks, o.packed),
  };
  for (const table of ["keys", "records"] as const)
    for (const p of await notWhole(o, layouts[table], checks, places)) missing.set(keyOf(p), p);
  const drops: (() => Promise<void>)[] = [];
  return {
    name: "trino",
    version,
    missing: places.filter((p) => missing.has(keyOf(p))),
    from(table, of) {
      const wanted = "place" in of ? [of.place] : of.cases;
      return fromOf(
        schema,
        layouts[table],
        wanted.filter((p) => !missing.has(keyOf(p))),
      );
    },
    async putSigns(h) {
      const { from, drop } = await putKeys(client, schema, h, `${o.name}_${drops.length}`);
      drops.push(drop);
      return from;
    },
    query: (sql) => client.rows(sql),
    async close() {
      for (const drop of drops.splice(0)) await drop();
    },
  };
}
