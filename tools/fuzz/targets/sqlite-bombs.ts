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

/** Leaves without cells, whose free space looks like the start of a cell at every byte. */
function lookalikes(pattern: readonly number[], block: boolean): Uint8Array {
  const { db } = makeDatabase((d) => {
    d.exec("CREATE TABLE t(a, b, c, d); CREATE TABLE u(a, b, c)");
    const put = d.prepare("INSERT INTO t VALUES (?, 1, 1, 1)");
    for (let i = 0; i < 10_000; i++) put.run("x".repeat(200));
  });
  for (let page = 4096; page < db.length; page += 4096) {
    if (db[page] !== 0x0d) continue;
    for (let i = 8; i < 4096; i++) db[page + i] = pattern[i % pattern.length]!;
    db.set([0x0d, 0, block ? 8 : 0, 0, 0, block ? 0 : 0x10, 0, 0], page);
    if (block) db.set([0, 0, 0x0f, 0xf8], page + 8);
  }
  return db;
}

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
  "free space of nulls": () => [lookalikes([5, 1, 5, 0, 0, 0, 0], false)],
  "a freeblock of nulls": () => [lookalikes([5, 1, 5, 0, 0, 0, 0], true)],
  "a freeblock of ones": () => [lookalikes([1], true)],
  "a freeblock of fives": () => [lookalikes([5], true)],
  "a freeblock of long headers": () => [lookalikes([0x87, 0x68, 1, 0x87, 0x60, 0], true)],
  "rowids that become one when rounded": () => [
    makeDatabase((d) => {
      d.exec("CREATE TABLE x(a INTEGER PRIMARY KEY, b TEXT, c, d)");
      const put = d.prepare("INSERT INTO x VALUES (?, 'texto', 1, 2)");
      for (let i = 0n; i < 200_000n; i++) put.run((1n << 62n) + i);
      d.exec("DELETE FROM x WHERE a % 7 = 0");
    }).db,
  ],
  "names without end": () => [declared(`CREATE TABLE x("${"a".repeat(1_000_000)}`)],
};
