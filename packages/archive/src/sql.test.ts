import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import { wasmSql } from "@contraluz/platform-web/sql.ts";
import { memoryShelf, sqls } from "./sqls.fixture.ts";

for (const [name, sql] of await sqls()) {
  test(`${name}: values come back as they were put in, rows one by one, statements again`, async () => {
    const db = await sql.open();
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); CREATE INDEX i ON t(a)");
    const put = db.prepare("INSERT INTO t(a, b) VALUES (?, ?)");
    assert.deepEqual(put.run("ñandú", new Uint8Array([0, 255])), { changes: 1, row: 1 });
    assert.equal(put.run(1.5, null).row, 2);
    const get = db.prepare("SELECT a, b FROM t WHERE id >= ? ORDER BY id");
    const rows = get.all(1).map((r) => ({ ...r }));
    assert.equal(rows[0]!.a, "ñandú");
    assert.deepEqual([...(rows[0]!.b as Uint8Array)], [0, 255]);
    assert.deepEqual({ ...rows[1]! }, { a: 1.5, b: null });
    for (const r of get.iterate(1)) {
      assert.equal(r.a, "ñandú");
      break;
    }
    assert.equal(get.all(2).length, 1, "again after a loop that was left");
    assert.throws(() => db.exec("SELECT nothing FROM nowhere"));
    await db.close();
  });

  test(`${name}: FTS5 with tables that keep no text, and words of them`, async () => {
    const db = await sql.open();
    db.exec(`CREATE VIRTUAL TABLE f USING fts5(a, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
      CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row');
      CREATE VIRTUAL TABLE g USING fts5(a, content='', detail=none, tokenize="trigram case_sensitive 1")`);
    const put = db.prepare("INSERT INTO f(rowid, a) VALUES (?, ?)");
    put.run(7, "el año pasado");
    put.run(8, "el ano pasado");
    assert.deepEqual(
      db
        .prepare("SELECT rowid FROM f WHERE f MATCH ?")
        .all('"año"')
        .map((r) => r.rowid),
      [7],
    );
    assert.equal(db.prepare("SELECT doc FROM v WHERE term = ?").all("pasado")[0]!.doc, 2);
    db.exec("DELETE FROM f WHERE rowid = 7");
    assert.equal(db.prepare("SELECT count(*) AS n FROM f WHERE f MATCH ?").all('"el"')[0]!.n, 1);
    await db.close();
  });
}

test("a database is there again after it was closed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "contraluz-sql-"));
  try {
    const shelf = memoryShelf();
    const own = await nodeSql();
    for (const [sql, name] of [
      [await wasmSql({ shelf }), "a"] as const,
      ...(own ? [[own, join(folder, "a.sqlite")] as const] : []),
    ]) {
      const db = await sql.open(name);
      db.exec("CREATE TABLE t(a); INSERT INTO t VALUES ('stays')");
      await db.close();
      const again = await sql.open(name);
      assert.equal(again.prepare("SELECT a FROM t").all()[0]!.a, "stays");
      again.exec("INSERT INTO t VALUES ('grows')");
      await again.close();
      // Bytes of Node are a Buffer.
      if (shelf.files.has(name)) shelf.files.set(name, Buffer.from(shelf.files.get(name)!));
      const third = await sql.open(name);
      assert.equal(third.prepare("SELECT count(*) AS n FROM t").all()[0]!.n, 2);
      await third.close();
    }
    assert.equal(shelf.files.size, 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
