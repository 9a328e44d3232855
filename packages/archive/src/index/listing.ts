/** Pages of an index in the order in which documents lie: lists of them, and what stands before and behind one. @module */
import type { SqlDatabase } from "@contraluz/core";
import { PAGE_STATES, type PageState } from "../pages/types.ts";
import type { StoredPage } from "./pages.ts";

const FROM = "FROM pages p JOIN docs d ON d.id = p.doc";

/** Numbers of pages by path and page; `state`: of those that were read so. */
export function pageIds(
  db: SqlDatabase,
  o: { readonly state?: PageState; readonly from: number; readonly limit: number },
): readonly number[] {
  const [where, values] = o.state === undefined ? ["1", []] : ["p.state = ?", [PAGE_STATES.indexOf(o.state)]];
  return db
    .prepare(`SELECT p.id AS id ${FROM} WHERE ${where} ORDER BY d.path, p.page, p.id LIMIT ? OFFSET ?`)
    .all(...values, o.limit, o.from)
    .map((r) => r.id as number);
}

/** Numbers of the pages right before and right behind a page. */
export function pagesBeside(
  db: SqlDatabase,
  p: Pick<StoredPage, "id" | "path" | "page">,
): { readonly before?: number; readonly after?: number } {
  const one = (sign: "<" | ">", order: "DESC" | "ASC"): number | undefined =>
    db
      .prepare(
        `SELECT p.id AS id ${FROM} WHERE (d.path, p.page, p.id) ${sign} (?, ?, ?)
         ORDER BY d.path ${order}, p.page ${order}, p.id ${order} LIMIT 1`,
      )
      .all(p.path, p.page, p.id)[0]?.id as number | undefined;
  const [before, after] = [one("<", "DESC"), one(">", "ASC")];
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
