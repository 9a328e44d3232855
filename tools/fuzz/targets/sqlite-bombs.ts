/** Databases whose cost is far from their size. @module */
import { makeDatabase } from "../../../samples/lib/sqlite.ts";
import type { Bomb } from "../target.ts";

/** A database in which the text of the table `x` is replaced: the schema is written as it is, whatever it says. */
function declared(sql: string): Uint8Array {
  return makeDatabase((db) => {
    db.enableDefensive(false);
    db.exec("CREATE TABLE x(a); INSERT INTO x VALUES (1); PRAGMA writable_schema = ON");
    db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'x'").run(sql);
  }).db;
}

const columns = (n: number, more: string): string => Array.from({ length: n }, (_, i) => `c${i}${more}`).join(",");

export const bombs: Readonly<Record<string, Bomb>> = {
  "every column is a key": () => [declared(`CREATE TABLE x(${columns(32_000, " PRIMARY KEY")})`)],
  "as many keys as columns": () => [
    declared(`CREATE TABLE x(${columns(32_000, "")},${"PRIMARY KEY(c31999),".repeat(35_000)}PRIMARY KEY(c1))`),
  ],
  "a key of all columns": () => [
    declared(`CREATE TABLE x(${columns(32_000, "")}, PRIMARY KEY(${columns(32_000, "")})) WITHOUT ROWID`),
  ],
  "brackets without end": () => [declared(`CREATE TABLE x(a DEFAULT ${"(".repeat(1_000_000)}`)],
  "a comment in every gap": () => [declared(`CREATE TABLE x(a${"/**/ b".repeat(160_000)})`)],
  "names without end": () => [declared(`CREATE TABLE x("${"a".repeat(1_000_000)}`)],
};
