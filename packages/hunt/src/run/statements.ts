/**
 * Statements of a hunt, the same for every engine. Names and numbers that stand in them are of our own making: hexadecimal names of cases
 * (`Place`), which only the engine writes, and whole numbers.
 * @module
 */
import type { HuntEngine, Place } from "../engine/types.ts";

/** Which checks have a key of the signs: (case_id, check_id, h), by all three. */
export function joinStatement(engine: HuntEngine, cases: readonly Place[], signs: string): string {
  return `select case_id, check_id, h from ${engine.from("keys", { cases })} where h in (select h from ${signs}) order by case_id, check_id, h`;
}

/** The rows that keys of one check name: (h, n, rows). */
export function rowsStatement(engine: HuntEngine, place: Place, keys: readonly bigint[]): string {
  return `select h, n, "rows" from ${engine.from("keys", { place })} where h in (${keys.join(", ")}) order by h`;
}

/** Records of one check: (row, artifact, ordinal, evidence, line), by row. `rows` ascend and are not empty. */
export function recordsStatement(engine: HuntEngine, place: Place, rows: readonly number[]): string {
  const [from, to] = [rows[0]!, rows.at(-1)!];
  const whole = to - from + 1 === rows.length;
  // The bounds let an engine leave parts of the file alone that a list alone might not.
  const which = `"row" between ${from} and ${to}${whole ? "" : ` and "row" in (${rows.join(", ")})`}`;
  return `select "row", artifact, ordinal, evidence, line from ${engine.from("records", { place })} where ${which} order by "row"`;
}

/**
 * Records of one check whose line holds this text, in any case of letters: (row, artifact, ordinal, evidence, line), by row. The one statement
 * with a function of text, for beginnings of values, which no key holds; whoever asks looks again. `text`: printable ASCII.
 */
export function scanStatement(engine: HuntEngine, place: Place, text: string): string {
  const like = text.toLowerCase().replace(/[!%_]/g, "!$&").replaceAll("'", "''");
  return `select "row", artifact, ordinal, evidence, line from ${engine.from("records", { place })} where lower(line) like '%${like}%' escape '!' order by "row"`;
}
