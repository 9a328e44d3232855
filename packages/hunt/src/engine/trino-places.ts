/** Which files of a lab a statement of Trino reads: packed parts first, then the files of single checks, and no other. @module */
import type { LabCase, LabCheck } from "../lab/types.ts";
import { heldOf, isCurrent } from "../pack/manifest.ts";
import type { PackManifest } from "../pack/types.ts";
import type { TrinoClient } from "./trino-client.ts";
import { knownPartitions, type TrinoSchema, tableName } from "./trino-tables.ts";
import type { LabTable, Place } from "./types.ts";

export const keyOf = (p: Place): string => `${p.caseId}/${p.checkId}`;
/** Names of partitions come from Trino, which has them from folders: anybody may have named one. */
const text = (t: string): string => `'${t.replaceAll("'", "''")}'`;
const quoted = (texts: Iterable<string>): string => [...texts].map(text).join(", ");

/** Checks of cases by name. */
export function checksOf(cases: readonly Pick<LabCase, "id" | "checks">[]): Map<string, LabCheck> {
  return new Map(cases.flatMap((c) => c.checks.map((k): [string, LabCheck] => [`${c.id}/${k.check}`, k])));
}

/** What of one table lies where, as far as Trino knows. */
export interface Layout {
  readonly table: LabTable;
  /** Part of each check that is read from one. */
  readonly packed: ReadonlyMap<string, string>;
  /** All checks that lie in parts of the manifest, also those that do not count any more. */
  readonly inParts: readonly Place[];
  readonly parts: ReadonlySet<string>;
  readonly single: ReadonlySet<string>;
  readonly singles: readonly Place[];
}

/** Looks at what Trino knows, and makes it look at the folders again where that is not what the lab says. */
export async function layoutOf(
  client: TrinoClient,
  schema: TrinoSchema,
  table: LabTable,
  checks: ReadonlyMap<string, LabCheck>,
  manifest?: PackManifest,
): Promise<Layout> {
  const named = manifest?.parts[table] ?? [];
  const names = new Set(named.map((p) => p.part));
  const parts = await knownPartitions(client, schema, `packed_${table}`, names, names);
  const packed = new Map<string, string>();
  const inParts: Place[] = [];
  for (const { part, checks: held } of named)
    for (const p of parts.has(part) ? held : []) {
      inParts.push(p);
      const c = checks.get(keyOf(p));
      if (c && isCurrent(p, heldOf(p.caseId, c, table))) packed.set(keyOf(p), part);
    }
  const alone = new Set([...checks.keys()].filter((k) => !packed.has(k)));
  const single = await knownPartitions(client, schema, table, alone, checks);
  const singles = [...single].map((k): Place => {
    const [caseId = "", checkId = ""] = k.split("/");
    return { caseId, checkId };
  });
  return { table, packed, inParts, parts, single, singles };
}

/** Conditions for just these checks, where `there` is all that a table holds; none where they are all. */
export function only(wanted: readonly Place[], there: readonly Place[]): string[] {
  const want = new Set(wanted.map(keyOf));
  const extra = there.filter((p) => !want.has(keyOf(p)));
  if (extra.length === 0) return [];
  const cases = new Set(wanted.map((p) => p.caseId));
  const strangers = new Set(extra.filter((p) => !cases.has(p.caseId)).map((p) => p.caseId));
  const out: string[] = [];
  if (strangers.size > 0)
    out.push(cases.size <= strangers.size ? `case_id in (${quoted(cases)})` : `case_id not in (${quoted(strangers)})`);
  // Other checks of cases that are wanted: few.
  const checks = new Map<string, string[]>();
  for (const p of extra) {
    const some = checks.get(p.caseId);
    if (some) some.push(p.checkId);
    else if (cases.has(p.caseId)) checks.set(p.caseId, [p.checkId]);
  }
  for (const [id, some] of checks) out.push(`not (case_id = ${text(id)} and check_id in (${quoted(some)}))`);
  return out;
}

const COLUMNS: Readonly<Record<LabTable, string>> = {
  keys: 'h, letter, n, "rows", first_at, last_at, case_id, check_id',
  records: '"row", artifact, ordinal, evidence, at, line, case_id, check_id',
};

/** What to select from for these checks. Those that Trino does not see are left out: they are `missing` of the engine. */
export function fromOf(schema: TrinoSchema, layout: Layout, wanted: readonly Place[]): string {
  const { table, packed, parts, single } = layout;
  const select = (name: string, conditions: readonly string[]): string =>
    `select ${COLUMNS[table]} from ${tableName(schema, name)}${conditions.length > 0 ? ` where ${conditions.join(" and ")}` : ""}`;
  const inParts = wanted.filter((p) => packed.has(keyOf(p)));
  const alone = wanted.filter((p) => !packed.has(keyOf(p)) && single.has(keyOf(p)));
  const both: string[] = [];
  if (inParts.length > 0) {
    const which = new Set(inParts.map((p) => packed.get(keyOf(p))!));
    const beside = layout.inParts;
    const all = which.size === parts.size;
    both.push(select(`packed_${table}`, [...(all ? [] : [`part in (${quoted(which)})`]), ...only(inParts, beside)]));
  }
  if (alone.length > 0) both.push(select(table, only(alone, layout.singles)));
  if (both.length === 0) both.push(select(table, ["false"]));
  return `(${both.join(" union all ")}) t`;
}
