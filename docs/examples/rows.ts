/**
 * A reader of `formats` alone: `node docs/examples/rows.ts FILE TABLE COLUMN…` prints the rows of a table of an SQLite
 * database, each with the page and cell where it stands. It opens nothing beside the file and writes nothing.
 * @module
 */
import type { Problem } from "@contraluz/core";
import { openSqlite, type Row } from "@contraluz/formats/sqlite/index.ts";
import { openFile } from "@contraluz/platform-node/file.ts";

const [path, table, ...columns] = process.argv.slice(2);
if (path === undefined || table === undefined) throw new TypeError("FILE and TABLE are needed");

const problems: Problem[] = [];
const source = await openFile(path);
const db = await openSqlite(source, { report: (p) => problems.push(p) });
await db?.scan(table, columns, (rows) => {
  // Values are text of the evidence: quoted, or codes in them would reach the terminal.
  const show = (r: Row): string => r.values.map((v) => JSON.stringify(String(v))).join(" | ");
  for (const r of rows) console.log(`page ${r.page} cell ${r.cell} row ${r.rowid}: ${show(r)}`);
  return undefined;
});
await source.close?.();
for (const p of problems) console.log(`problem ${p.code}: found ${p.found}, expected ${p.expected}, lost ${p.lost}`);
