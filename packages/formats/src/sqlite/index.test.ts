import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { ContraluzError } from "@contraluz/core";
import { looksLikeSqlite, openSqlite } from "./index.ts";
import {
  assertSame,
  build,
  filled,
  fillMixed,
  memory,
  open,
  oracle,
  rowsOf,
  tempPath,
  xorshift,
} from "./sqlite.fixture.ts";

for (const encoding of ["UTF-8", "UTF-16le", "UTF-16be"]) {
  test(`every page size reads as node:sqlite does, ${encoding}`, async () => {
    for (let size = 512; size <= 65_536; size *= 2) {
      const { path, bytes } = build((db) => {
        db.exec(`PRAGMA page_size = ${size}; PRAGMA encoding = '${encoding}'`);
        fillMixed(db);
      });
      const { file } = await assertSame(path, bytes);
      assert.equal(file.pageSize, size);
      assert.equal(file.pageCount, bytes.length / size);
      assert.equal(file.encoding, encoding.toLowerCase());
    }
  });
}

test("reserved bytes at the end of every page", async () => {
  const path = tempPath();
  const { bytes } = build((db) => db.exec("PRAGMA page_size = 1024; CREATE TABLE x(a); DROP TABLE x; VACUUM"), path);
  bytes[20] = 40;
  // The content area of the empty page 1 now starts before the reserved bytes.
  bytes[105] = (1024 - 40) >> 8;
  bytes[106] = (1024 - 40) & 0xff;
  writeFileSync(path, bytes);
  const again = build(fillMixed, path);
  assert.equal(again.bytes[20], 40);
  await assertSame(path, again.bytes);
});

test("where a row comes from", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(a TEXT)");
    for (let i = 0; i < 3; i++) db.exec(`INSERT INTO t VALUES('v${i}')`);
  });
  const { file } = await open(bytes);
  const rows = await rowsOf(file, "t");
  assert.deepEqual(
    rows,
    [0, 1, 2].map((i) => ({ rowid: i + 1, page: 2, cell: i, wal: false, values: [`v${i}`] })),
  );
});

test("columns in the order asked, twice, unknown, the rowid by all its names", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(Id INTEGER PRIMARY KEY, b TEXT, c REAL); INSERT INTO t VALUES(7, 'x', 3)");
    db.exec("CREATE TABLE u(rowid TEXT, a); INSERT INTO u VALUES('mine', 1)");
    db.exec("CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO w VALUES('k', 2)");
  });
  const { file, problems } = await open(bytes);
  const values = async (t: string, c: string[]) => (await rowsOf(file, t, c)).map((r) => r.values);
  assert.deepEqual(await values("T", ["c", "none", "B", "id", "rowid", "OID", "_rowid_", "b"]), [
    [3, null, "x", 7, 7, 7, 7, "x"],
  ]);
  assert.deepEqual(await values("u", ["rowid", "oid"]), [["mine", 1]]);
  assert.deepEqual(await values("w", ["v", "rowid", "k"]), [[2, null, "k"]]);
  assert.deepEqual(await values("t", []), [[]]);
  assert.equal(problems.length, 0);
  assert.deepEqual(await values("absent", ["a"]), []);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["sqlite-table-missing"],
  );
});

test("declarations of every kind", async () => {
  const declarations = [
    `"quoted ""name"" (x)"("a ""b""" INTEGER PRIMARY KEY, [c d] TEXT, \`e\`\`f\` REAL, 'g' BLOB)`,
    "comments(a /* , b */ INT, -- , c INT\n d TEXT DEFAULT ')', e CHECK (e <> ',(' OR e IN (1, 2)))",
    "descending(a INTEGER PRIMARY KEY DESC, b)",
    "tabledesc(b, a INTEGER, PRIMARY KEY(a DESC))",
    "aliasless(a INT PRIMARY KEY, b)",
    "typed(a VARCHAR(10, 2) NOT NULL, b UNSIGNED BIG INT UNIQUE, c DOUBLE PRECISION DEFAULT -1.5, d)",
    "named(a INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT, b TEXT CONSTRAINT u UNIQUE CONSTRAINT c CHECK (length(b) < 99), UNIQUE(a, b) CHECK (1) CONSTRAINT z UNIQUE(b))",
    "linked(a INTEGER, b REFERENCES empty(a) ON DELETE SET DEFAULT ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY (a) REFERENCES empty(a) ON DELETE CASCADE)",
    "generated(a INTEGER PRIMARY KEY, v INT GENERATED ALWAYS AS (a * 2) VIRTUAL, s TEXT AS ('s' || a) STORED, w AS (a), z TEXT)",
    "keyed(a TEXT, b INT, c TEXT COLLATE NOCASE, PRIMARY KEY(c, b, c)) WITHOUT ROWID",
    "inline(v TEXT, k INTEGER PRIMARY KEY, x) WITHOUT ROWID",
    "strict(a INT, b ANY, c REAL, PRIMARY KEY(b)) STRICT, WITHOUT ROWID",
    '"table"("primary" INT, "unique", [check] REAL DEFAULT (1 + 1))',
    'ñandú(año INT, "日本" TEXT)',
    "collated(a TEXT, b TEXT, PRIMARY KEY(a, a COLLATE NOCASE, b)) WITHOUT ROWID",
  ];
  const { path, bytes } = build((db) => {
    db.exec("PRAGMA foreign_keys = OFF");
    for (const d of declarations) {
      db.exec(`CREATE TABLE ${d}`);
      const name = (
        db
          .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY rowid DESC",
          )
          .get() as { name: string }
      ).name;
      const table = `"${name.replaceAll('"', '""')}"`;
      const columns = db
        .prepare(`SELECT name, type FROM pragma_table_xinfo('${name.replaceAll("'", "''")}') WHERE hidden = 0`)
        .all() as { name: string; type: string }[];
      const names = columns.map((c) => `"${c.name.replaceAll('"', '""')}"`).join();
      const insert = db.prepare(`INSERT INTO ${table}(${names}) VALUES(${columns.map(() => "?").join()})`);
      for (let k = 1; k <= 3; k++)
        insert.run(...columns.map((c, i) => (/INT|REAL|DOUB/.test(c.type) ? 10 * k + i : `t${k}${i}`)));
    }
  });
  const { file } = await open(bytes);
  const virtual = (await rowsOf(file, "generated")).map((r) => r.values);
  assert.deepEqual(
    virtual[0],
    [10, null, "s10", null, "t11"].map((v, i) => (i === 4 ? virtual[0]![4]! : v)),
  );
  // The oracle computes virtual columns, which are not stored: compare the other tables.
  const { path: rest, bytes: restBytes } = build((db) => {
    db.exec(`PRAGMA foreign_keys = OFF; ATTACH '${path}' AS old`);
    for (const d of declarations) if (!d.startsWith("generated")) db.exec(`CREATE TABLE ${d}`);
    const tables = db
      .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'")
      .all() as { name: string }[];
    for (const { name } of tables) {
      const t = `"${name.replaceAll('"', '""')}"`;
      db.exec(`INSERT INTO main.${t} SELECT * FROM old.${t}`);
    }
    db.exec("DETACH old");
  });
  await assertSame(rest, restBytes);
});

test("columns added later give their defaults for older rows", async () => {
  const additions = [
    "a INT DEFAULT 5",
    "b TEXT DEFAULT 5",
    "c REAL DEFAULT 5",
    "d DEFAULT -7.25",
    "e TEXT DEFAULT 'it''s'",
    "f BLOB DEFAULT x'00ff'",
    "g INT DEFAULT '12'",
    "h DEFAULT NULL",
    "i INT DEFAULT 9223372036854775807",
    "j INT NOT NULL DEFAULT -9223372036854775808",
    "kk DEFAULT TRUE",
    "l INT DEFAULT 0x10",
    "m TEXT DEFAULT 1.5",
    "n NUMERIC DEFAULT '1e3'",
    "o",
    "p INT DEFAULT 'abc'",
    'q TEXT DEFAULT "dq"',
    "r INT DEFAULT +3",
    "s TEXT DEFAULT -2.0",
  ];
  const { path, bytes } = build((db) => {
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, first TEXT); INSERT INTO t VALUES(1, 'old')");
    db.exec("CREATE TABLE w(k TEXT PRIMARY KEY) WITHOUT ROWID; INSERT INTO w VALUES('old')");
    for (const a of additions) {
      db.exec(`ALTER TABLE t ADD COLUMN ${a}; ALTER TABLE w ADD COLUMN ${a}`);
      db.exec("INSERT INTO t(first) VALUES('newer')");
    }
    db.exec('ALTER TABLE t RENAME COLUMN a TO "re named"; ALTER TABLE t DROP COLUMN d');
  });
  await assertSame(path, bytes);
});

test("deleted rows, free pages, auto-vacuum, large values, 100,000 rows", async () => {
  for (const vacuum of [0, 1, 2]) {
    const { path, bytes } = build((db) => {
      db.exec(
        `PRAGMA auto_vacuum = ${vacuum}; PRAGMA page_size = 1024; CREATE TABLE t(id INTEGER PRIMARY KEY, v); BEGIN`,
      );
      const insert = db.prepare("INSERT INTO t(v) VALUES(?)");
      for (let k = 0; k < 2000; k++) insert.run(filled((k % 9) * 400, k));
      db.exec("COMMIT; DELETE FROM t WHERE id % 3 = 0 OR id BETWEEN 500 AND 900; PRAGMA incremental_vacuum(20)");
    });
    await assertSame(path, bytes);
  }
  const { path, bytes } = build((db) => {
    db.exec("CREATE TABLE big(v, after TEXT); CREATE TABLE many(id INTEGER PRIMARY KEY, guid TEXT, n INT); BEGIN");
    db.prepare("INSERT INTO big VALUES(?, 'behind')").run(filled(1_048_576, 5));
    db.prepare("INSERT INTO big VALUES(?, 'behind too')").run("ñ".repeat(300_000));
    const insert = db.prepare("INSERT INTO many(guid, n) VALUES(?, ?)");
    for (let k = 0; k < 100_000; k++) insert.run(`guid-${k}`, k * 1e9);
    db.exec("COMMIT");
  });
  await assertSame(path, bytes, undefined, { cacheBytes: 1 });
});

test("headers of 1,990 columns that go on in overflow pages", async () => {
  const { path, bytes } = build((db) => {
    const names = Array.from({ length: 1990 }, (_, i) => `c${i} TEXT`);
    db.exec(`PRAGMA page_size = 512; CREATE TABLE wide(${names.join()})`);
    db.exec(`INSERT INTO wide VALUES(${names.map((_, i) => `'v${i}${i === 3 ? "w".repeat(5000) : ""}'`).join()})`);
  });
  await assertSame(path, bytes);
});

test("virtual tables of unknown modules do not sink the file", async () => {
  const { bytes } = build((db) => {
    db.exec(
      "CREATE VIRTUAL TABLE notes USING fts5(body, tokenize = 'unicode61'); INSERT INTO notes VALUES('hola mundo')",
    );
    db.exec("CREATE TABLE plain(a); INSERT INTO plain VALUES(1)");
  });
  // As if another program's tokenizer and module had made it.
  const text = Buffer.from(bytes.buffer);
  text.write("zzz9(", text.indexOf("fts5("));
  text.write("nonesuch1", text.indexOf("unicode61"));
  const { file, problems } = await open(bytes);
  assert.deepEqual(problems, []);
  assert.ok(!file.tables.has("notes"));
  assert.deepEqual(
    (await rowsOf(file, "notes_content")).map((r) => r.values),
    [[1, "hola mundo"]],
  );
  assert.deepEqual(
    (await rowsOf(file, "plain")).map((r) => r.values),
    [[1]],
  );
});

test("a table written in order is read in order, each byte once", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB); BEGIN");
    const insert = db.prepare("INSERT INTO t(v) VALUES(?)");
    for (let k = 0; k < 30_000; k++) insert.run(filled(150 + (k % 90), k));
    db.exec("COMMIT");
  });
  const source = memory(bytes);
  const order: number[] = [];
  const read = source.read.bind(source);
  source.read = (offset, length) => {
    order.push(offset >> 20);
    return read(offset, length);
  };
  const { file } = await open(source);
  assert.equal((await rowsOf(file, "t")).length, 30_000);
  assert.ok(bytes.length > 5 << 20);
  // An interior page may stand a little ahead of its first leaves.
  for (let i = 1; i < order.length; i++) assert.ok(order[i]! >= order[i - 1]! - 4, order.join());
  assert.equal(source.bytesRead, bytes.length);
});

test("a fragmented table does not read the file over and over", async () => {
  const { path, bytes } = build((db) => {
    db.exec(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB, w TEXT); CREATE TABLE k(id TEXT PRIMARY KEY, v) WITHOUT ROWID; BEGIN",
    );
    const insert = db.prepare("INSERT OR IGNORE INTO t VALUES(?, ?, ?)");
    const keyed = db.prepare("INSERT OR IGNORE INTO k VALUES(?, ?)");
    const next = xorshift(7);
    for (let n = 0; n < 25_000; n++) {
      insert.run(next() % 1_000_000, filled(400, n), n % 100 === 0 ? "o".repeat(6000) : "");
      keyed.run(`${next() % 1_000_000}`, filled(300, n));
    }
    db.exec("COMMIT");
  });
  assert.ok(bytes.length > 20 << 20);
  for (const table of ["t", "k"]) {
    const source = memory(bytes);
    const { file, problems } = await open(source, undefined, { cacheBytes: 3 << 20 });
    const rows = await rowsOf(file, table);
    assert.deepEqual(problems, []);
    const expected = oracle(path, table, table === "k");
    const key = (v: readonly unknown[]) => String(v[0]);
    const byKey = new Map(rows.map((r) => [key(r.values), r.values]));
    assert.equal(rows.length, expected.length);
    for (const e of expected)
      assert.deepEqual(byKey.get(key(table === "k" ? e : e.slice(1)))?.length, table === "k" ? 2 : 3);
    assert.ok(source.bytesRead < 4 * bytes.length, `${source.bytesRead} of ${bytes.length}`);
  }
});

test("cancelling stops a scan", async () => {
  const { bytes } = build((db) => db.exec("CREATE TABLE t(a); INSERT INTO t VALUES(zeroblob(9000)), (zeroblob(9000))"));
  const cancel = { aborted: false };
  const { file } = await open(bytes, undefined, { cancel });
  cancel.aborted = true;
  await assert.rejects(rowsOf(file, "t"), (e: unknown) => e instanceof ContraluzError && e.code === "cancelled");
});

test("two scans at once", async () => {
  const { bytes } = build(fillMixed);
  const { file } = await open(bytes);
  const [a, b, c] = await Promise.all([rowsOf(file, "mixed"), rowsOf(file, "pairs"), rowsOf(file, "mixed")]);
  assert.deepEqual(a, c);
  assert.equal(b.length, 300);
});

test("what is no database", async () => {
  assert.equal(looksLikeSqlite(new TextEncoder().encode("SQLite format 3\0")), true);
  assert.equal(looksLikeSqlite(new TextEncoder().encode("SQLite format 2\0")), false);
  assert.equal(looksLikeSqlite(new Uint8Array(3)), false);
  const { bytes } = build((db) => db.exec("CREATE TABLE t(a)"));
  const odd = bytes.slice();
  odd[16] = 3;
  for (const bad of [new Uint8Array(0), new Uint8Array(5000), bytes.slice(0, 60), odd]) {
    const codes: string[] = [];
    assert.equal(await openSqlite(memory(bad), { report: (p) => codes.push(p.code) }), undefined);
    assert.deepEqual(codes, ["sqlite-header"]);
  }
});
