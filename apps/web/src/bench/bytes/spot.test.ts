import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import type { Origin } from "@contraluz/core";
import { hexLines, litOf } from "./paint.ts";
import { findText, type ReadAt, spotOf } from "./spot.ts";

/** A database of one table with 40 rows on pages of 512 bytes, one of them longer than a page. */
function database(pragma = ""): Uint8Array {
  const path = join(tmpdir(), `contraluz-spot-${process.pid}.db`);
  const db = new DatabaseSync(path);
  try {
    db.exec(`PRAGMA page_size=512; ${pragma}; CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n INTEGER)`);
    const put = db.prepare("INSERT INTO t VALUES (?, ?, ?)");
    for (let i = 1; i <= 40; i++) put.run(i, i === 20 ? "long ".repeat(400) : `name-of-${i}`, i * 1000);
    db.close();
    return readFileSync(path);
  } finally {
    rmSync(path, { force: true });
  }
}

const reader =
  (bytes: Uint8Array): ReadAt =>
  async (offset, length) =>
    bytes.slice(offset, offset + length);
const at = (a: Origin["at"]): Origin => ({ file: 0, at: a });

/** Pages that are leaves of tables, with their cells: found by looking at every page, not by following the tree. */
function leaves(bytes: Uint8Array): { page: number; cells: number }[] {
  const out: { page: number; cells: number }[] = [];
  for (let p = 1; p * 512 <= bytes.length; p++) {
    const head = (p - 1) * 512 + (p === 1 ? 100 : 0);
    if (bytes[head] === 0x0d) out.push({ page: p, cells: (bytes[head + 3]! << 8) | bytes[head + 4]! });
  }
  return out;
}

test("cells of a SQLite page: each holds its own row, they do not overlap, and every row has one", async () => {
  const bytes = database();
  const seen = new Set<string>();
  for (const { page, cells } of leaves(bytes)) {
    const spans: [number, number][] = [];
    for (let cell = 0; cell < cells; cell++) {
      const spot = await spotOf(at({ table: "t", row: 1, page, cell }), [], reader(bytes));
      assert.equal(spot.doubt, undefined);
      assert.ok(spot.head && spot.head.from === spot.from && spot.head.to > spot.from && spot.head.to <= spot.to);
      spans.push([spot.from, spot.to]);
      const text = new TextDecoder().decode(bytes.subarray(spot.from, spot.to));
      const name = /name-of-\d+|long long/.exec(text)?.[0];
      if (name) seen.add(name);
    }
    spans.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < spans.length; i++) assert.ok(spans[i]![0] >= spans[i - 1]![1]);
  }
  assert.equal(seen.size, 40);
});

test("what is not exact is said: no cell, no database, a cell that is not there, another file", async () => {
  const bytes = database();
  const page = leaves(bytes).find((l) => l.page > 1)!.page;
  const read = reader(bytes);
  const of = async (a: Origin["at"]) => (await spotOf(at(a), [], read)).doubt;
  assert.equal(await of({ table: "t", row: 1, page }), "page");
  assert.equal(await of({ table: "t", row: 1, page, cell: 999 }), "damaged");
  assert.equal(await of({ table: "t", row: 1, page: 0, cell: 0 }), "damaged");
  assert.equal(await of({ table: "t", row: 1, page: 1e9, cell: 0 }), "damaged");
  assert.equal(await of({ table: "t", row: 1, page, cell: 0, in: "wal" }), "other-file");
  assert.equal(await of({ table: "t", row: 1, page, in: "free", offset: 1000 }), "start");
  assert.equal(await of({ table: "t", row: 1 }), "page");
  const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff);
  assert.equal((await spotOf(at({ table: "t", row: 1, page: 1, cell: 0 }), [], reader(noise))).doubt, "damaged");
  // Every byte of the page may be an attacker's.
  for (let i = 0; i < 300; i++) {
    const hostile = bytes.slice();
    for (let k = 0; k < 12; k++) hostile[(page - 1) * 512 + ((i * 31 + k * 97) % 512)] = (i * 13 + k * 57) & 0xff;
    const spot = await spotOf(at({ table: "t", row: 1, page, cell: i % 9 }), [], reader(hostile));
    assert.ok(spot.from >= 0 && spot.to >= spot.from && spot.to <= page * 512, `mutation ${i}`);
  }
});

test("lines, pieces and packets are where they say; values of a key are looked for in both widths", async () => {
  const text = new TextEncoder().encode('{"a":1}\n{"b":"wanted value"}\n');
  assert.deepEqual(await spotOf(at({ line: 2, offset: 8 }), [], reader(text)), { from: 8, to: 28 });
  assert.deepEqual(await spotOf(at({ offset: 3, length: 4 }), [], reader(text)), { from: 3, to: 7 });
  const key = await spotOf(at({ key: "b" }), ["no", "wanted value"], reader(text));
  assert.deepEqual(key, { from: 14, to: 26, doubt: "key" });
  assert.equal((await spotOf(at({ key: "b" }), ["not there"], reader(text))).doubt, "key-not-found");
  const far = new Uint8Array(300_000);
  far.set(new TextEncoder().encode("across the edge"), 65_536 - 7);
  assert.equal((await spotOf(at({ key: "b" }), ["across the edge"], reader(far))).from, 65_529);
  const wide = Buffer.from("ñandú", "utf16le");
  assert.deepEqual(findText(wide, "ñandú"), [{ from: 0, to: 10 }]);
  assert.deepEqual(findText(wide.swap16(), "ñandú"), [{ from: 0, to: 10 }]);
});

test("lines of the view: the same bytes in 16 columns and in 8, values in the light inside the record alone", () => {
  const bytes = new TextEncoder().encode("xx name name xx");
  const lit = litOf(bytes, 100, { from: 108, to: 115, head: { from: 108, to: 109 } }, ["name"]);
  assert.deepEqual(lit.slice(0, 8), new Array(8).fill(undefined));
  assert.deepEqual(
    lit.slice(8),
    ["head", "cell", "cell", "cell", "cell", "cell", "cell"],
    "a value that the header cuts",
  );
  const inside = litOf(bytes, 100, { from: 103, to: 112 }, ["name"]);
  assert.deepEqual(inside.slice(3, 12), [...new Array(4).fill("value"), "cell", ...new Array(4).fill("value")]);
  const plain = (width: number): string =>
    hexLines(bytes, 100, inside, width)
      .map((l) => l.runs.map((r) => r.hex).join(""))
      .join(" ")
      .replace(/\s+/g, " ")
      .trim();
  assert.equal(plain(16), plain(8));
  assert.equal(plain(16), [...bytes].map((b) => b.toString(16).padStart(2, "0")).join(" "));
  const [long] = hexLines(bytes, 100, inside, 16);
  assert.equal(long!.runs.map((r) => r.hex).join("").length, 16 * 3, "text stays in its column");
  assert.equal(long!.text.map((t) => t.chars).join(""), "xx name name xx");
});
