/** Files that are made to cost: deep tilings, crowded tables, shared chains, lists of pages that are not there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import type { Cell } from "./cell.ts";
import { readFreelist } from "./freelist.ts";
import { Giver, type Target } from "./giver.ts";
import { LiveRows, slot } from "./live.ts";
import type { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";
import { recover } from "./planted.fixture.ts";
import { build, open } from "./sqlite.fixture.ts";

test("thousands of rows deleted on one page of 65,536 bytes: the stack has room, and none is made up", async () => {
  const n = 1000;
  const { bytes } = build((db) => {
    db.exec("PRAGMA page_size = 65536; CREATE TABLE t(a TEXT, b INTEGER, c INTEGER, d INTEGER); BEGIN");
    for (let i = 1; i <= n; i++)
      db.exec(`INSERT INTO t(rowid, a, b, c, d) VALUES(${i + 1000}, 'texto ${i}', ${i}, ${(i % 90) + 2}, 6)`);
    db.exec(`COMMIT; DELETE FROM t WHERE rowid > 1003 AND rowid < ${n + 997}`);
  });
  const { file, problems } = await open(bytes);
  const rows = (await recover(file)).get("t") ?? [];
  assert.deepEqual(problems, []);
  assert.ok(rows.length > n * 0.9, String(rows.length));
  for (const { values } of rows) {
    const i = Number(values[1]);
    assert.deepEqual(values.slice(0, 4), [`texto ${i}`, i, (i % 90) + 2, 6]);
  }
});

test("neighbours that were deleted in turn: each but the last has the head of a block before it, which begins with zeros", async () => {
  const { bytes } = build((db) => {
    db.exec("CREATE TABLE t(a TEXT, b INTEGER, c INTEGER, d INTEGER)");
    for (let i = 1; i <= 20; i++) db.exec(`INSERT INTO t(rowid, a, b, c, d) VALUES(${i + 1000}, 'x ${i}', ${i}, 5, 6)`);
    db.exec("DELETE FROM t WHERE rowid > 1003 AND rowid < 1017");
  });
  const { file } = await open(bytes);
  const texts = ((await recover(file)).get("t") ?? []).map((r) => r.values[0]);
  assert.deepEqual(texts.sort(), Array.from({ length: 13 }, (_, i) => `x ${i + 4}`).sort());
});

test("rowids chosen to stand side by side in the index do not make each search walk all of it", () => {
  const n = 100_000;
  const size = n * 2 + 1;
  const rowids = new Array<number>(n).fill(-1);
  for (let r = 1, left = n; left > 0; r++) {
    const at = slot(r, size);
    if (at >= n || rowids[at]! >= 0) continue;
    rowids[at] = r;
    left--;
  }
  const live = new LiveRows({ left: n });
  for (const r of rowids) live.add(r, r, r);
  for (const r of rowids.slice(0, 1000)) assert.equal(live.find(r, r), 2);
  const strangers: number[] = [];
  for (let r = 1e9; strangers.length < 200; r++) if (slot(r, size) < 100 && !rowids.includes(r)) strangers.push(r);
  const spent = cpu();
  for (let i = 0; i < 100; i++) for (const r of strangers) assert.equal(live.find(r, 0), 0);
  // 20,000 walks over 100,000 places take seconds.
  assert.ok(spent() < 3000);
  assert.equal(live.over, false);
});

const PAGE = 65_536;

test("rows that all name one long chain: a batch holds a few, and there is an end of reading", async () => {
  const step = PAGE - 4;
  const pages = 250;
  const pager = {
    pageSize: PAGE,
    usable: PAGE,
    get(page: number) {
      const data = new Uint8Array(PAGE);
      new DataView(data.buffer).setUint32(0, page === pages + 1 ? 0 : page + 1);
      return data;
    },
  } as unknown as Pager;
  const all = new PageSet();
  for (let p = 2; p <= pages + 1; p++) all.add(p);
  const sizes: number[] = [];
  const free = { pages: new Uint32Array(0), leaves: all, trunks: new Map() };
  const giver = new Giver(
    pager,
    () => "",
    free,
    (_, rows) => void sizes.push(rows.length),
  );
  const target: Target = {
    name: "t",
    plan: {
      slots: Int32Array.of(0, 1),
      real: new Uint8Array(2),
      blank: [null, null],
      rowids: [],
      copies: [],
      text: () => "",
    },
    shape: { table: "t", allowed: new Uint8Array(2), affinity: [], alias: -1 },
    live: new LiveRows({ left: 1 }),
    seen: new Set(),
    seenRows: new Set(),
    rowids: new Set(),
  };
  for (let i = 0; i < 40; i++) {
    const rest = pages * step;
    const data = Uint8Array.of(i);
    // One byte here, and a blob that stands in the chain alone.
    const cell: Cell = {
      start: 0,
      end: 1,
      rowid: i,
      types: [1, 12 + 2 * rest],
      body: 0,
      bodyEnd: 1,
      rest,
      overflow: 2,
      unknown: -1,
      torn: false,
    };
    await giver.give({ target, data, cell, past: { offset: 0 }, page: 1, gap: false });
  }
  await giver.flush();
  assert.equal(
    sizes.reduce((a, b) => a + b),
    40,
  );
  assert.ok(giver.short);
  // Those whose chain was read come alone.
  assert.deepEqual(new Set(sizes.slice(0, 15)), new Set([1]));
});

test("a list of free pages that are nowhere: a log may call the database larger than it is", async () => {
  const trunk = new Uint8Array(4096);
  const view = new DataView(trunk.buffer);
  view.setUint32(4, 3);
  for (const [i, page] of [3, 0x7000_0000, 0xffff_fff0].entries()) view.setUint32(8 + 4 * i, page);
  const head = new Uint8Array(100);
  new DataView(head.buffer).setUint32(32, 2);
  const pager = {
    pageSize: 4096,
    usable: 4096,
    pageCount: 0xffff_fffe,
    has: (page: number) => page <= 3,
    get: () => trunk,
  } as unknown as Pager;
  const { pages } = await readFreelist(pager, head, undefined);
  assert.deepEqual([...pages], [2, 3]);
});
