/** Which pages are looked at: by path, date, and how well they could be read. As SQL over `pages p JOIN docs d`. @module */

import { fold } from "@contraluz/case/timeline/fold.ts";
import type { SqlDatabase, SqlValue } from "@contraluz/core";
import { PAGE_STATES, type PageState } from "../pages/types.ts";

export interface PageFilter {
  /** A piece of the path; accents and capitals do not count where the path has none. */
  readonly path?: string;
  /** First and last day, `1974-09-14`, also month or year: pages whose date can lie between. A page without date is not among them. */
  readonly since?: string;
  readonly until?: string;
  readonly states?: readonly PageState[];
}

export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** How many pages were looked through, and how many of them nobody could read: always told beside the hits. */
export interface Coverage {
  readonly pages: number;
  readonly read: number;
  readonly poor: number;
  readonly unreadable: number;
  readonly blank: number;
  /** Pages that a filter by date leaves out since they bear none. */
  readonly undated: number;
}

const pathCondition = (f: PageFilter): Condition =>
  f.path === undefined || f.path === ""
    ? { sql: "1", values: [] }
    : { sql: "(instr(d.path, ?) > 0 OR instr(lower(d.path), ?) > 0)", values: [f.path, fold(f.path)] };

const dateCondition = (f: PageFilter): Condition => ({
  sql: `${f.since === undefined ? "1" : "p.until >= ?"} AND ${f.until === undefined ? "1" : "p.since <= ?"}`,
  values: [...(f.since === undefined ? [] : [f.since]), ...(f.until === undefined ? [] : [`${f.until}~`])],
});

export function conditionOf(f: PageFilter): Condition {
  const parts = [pathCondition(f), dateCondition(f)];
  if (f.states && f.states.length > 0) {
    const numbers = f.states.map((s) => PAGE_STATES.indexOf(s));
    parts.push({ sql: `p.state IN (${numbers.map(() => "?").join(",")})`, values: numbers });
  }
  return { sql: parts.map((p) => p.sql).join(" AND "), values: parts.flatMap((p) => p.values) };
}

/** Counts of what a search looks through. A page that could not be read may lack its date: it is counted whatever the dates asked. */
export function coverageOf(db: SqlDatabase, f: PageFilter): Coverage {
  const path = pathCondition(f);
  const date = dateCondition(f);
  const dated = f.since !== undefined || f.until !== undefined;
  const rows = db
    .prepare(
      `SELECT p.state AS state, p.since IS NULL AS undated, count(*) AS n FROM pages p JOIN docs d ON d.id = p.doc
       WHERE ${path.sql} AND (p.since IS NULL OR (${date.sql})) GROUP BY 1, 2`,
    )
    .all(...path.values, ...date.values);
  const count = { pages: 0, read: 0, poor: 0, unreadable: 0, blank: 0, undated: 0 };
  for (const r of rows) {
    const [state, n] = [PAGE_STATES[r.state as number]!, r.n as number];
    const out = dated && r.undated === 1 && state !== "unreadable";
    if (dated && r.undated === 1) count.undated += n;
    if (out) continue;
    count.pages += n;
    count[state] += n;
  }
  return count;
}
