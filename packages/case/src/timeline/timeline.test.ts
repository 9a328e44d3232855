import assert from "node:assert/strict";
import { test } from "node:test";
import { check, Indexes, naive, type Plain, platform, Seeded } from "./timeline.fixture.ts";
import { Timeline } from "./timeline.ts";
import type { ClockCorrection, TagMark, TimelineCursor, TimelineFilter, TimelinePage } from "./types.ts";

const T = 1_700_000_000_000_000_000n;

function filterOf(r: Seeded): TimelineFilter {
  const f: { -readonly [k in keyof TimelineFilter]: TimelineFilter[k] } = {};
  if (r.n(3) === 0) f.from = r.n(8) === 0 ? -(2n ** 70n) : T + BigInt(r.n(400)) * 250_000_000_000n;
  if (r.n(3) === 0) f.to = r.n(8) === 0 ? 2n ** 70n : T + BigInt(r.n(400)) * 250_000_000_000n;
  if (r.n(5) === 0) f.checks = [r.of(["0001", "0002", "0009"])];
  if (r.n(4) === 0) f.artifacts = ["ios/a", "ios/b"].slice(r.n(2));
  if (r.n(4) === 0) f.kinds = [r.of(["visit", "message", "tab", "none"])];
  if (r.n(5) === 0) f.levels = r.n(2) === 0 ? ["match"] : ["lead", "info"];
  if (r.n(12) === 0) f.finding = { check: "0001", finding: "0001ios/amatch" };
  if (r.n(5) === 0) f.tag = r.of(["raro", "preguntar", "nada"]);
  if (r.n(4) === 0)
    f.observable = r.of([
      { type: "domain", value: "evil.example" },
      { type: "domain", value: "A.Evil.example." },
      { type: "phone", value: "0052 55 12345678" },
      { type: "process", value: "bh" },
      { type: "hash", value: "no hash" },
      { type: "domain", value: "münchen.example" },
    ] as const);
  if (r.n(3) === 0)
    f.text = r.of([
      "accion",
      "ACCIÓN plaza",
      "ñandu",
      "strasse",
      "ΣΊΣΥΦΟΣ",
      '"cita"',
      '""cita""',
      "a\\b",
      "x",
      "ab",
      "李四",
      "nadie",
      "bh",
      "evil.example/",
      "caravanaplaza",
      "nueva",
      '"a b" caravana',
      "4",
    ]);
  return f;
}

const plain = (p: TimelinePage): Plain[] =>
  p.rows.map(({ check: c, artifact, ordinal, ns }) => ({
    check: c,
    artifact,
    ordinal,
    ...(ns === undefined ? {} : { ns }),
  }));

/** All pages one after the other, from the beginning or from the end. */
async function paged(t: Timeline, f: TimelineFilter, limit: number, undated: boolean, back: boolean): Promise<Plain[]> {
  const out: Plain[] = [];
  let at: TimelineCursor | undefined;
  for (let i = 0; i < 10_000; i++) {
    const o = { limit, back, ...(at ? (back ? { before: at } : { after: at }) : {}) };
    const p = await (undated ? t.undated(f, o) : t.page(f, o));
    if (back) out.unshift(...plain(p));
    else out.push(...plain(p));
    if (p.end) return out;
    at = back ? p.first : p.last;
  }
  assert.fail("no end");
}

test("what the timeline shows is what reading everything shows: 80 filters over 5 cases, both ways, dated and undated", async () => {
  const r = new Seeded(20261126);
  let some = 0;
  for (let k = 0; k < 5; k++) {
    const rows = (): Record<string, number> => ({
      "ios/b": r.n(600),
      "ios/a": r.n(60),
      "ios/zero": 0,
      "android/c": k % 2 ? 1500 : 5,
    });
    const checks = [check(r, "0002", rows(), true), check(r, "0001", rows(), k % 3 === 0)];
    const clocks: ClockCorrection[] =
      k % 2
        ? []
        : [
            { check: "0001", seconds: -3600.5, why: "w" },
            { check: "0001", artifact: "ios/a", seconds: 86_400, why: "w" },
          ];
    const tags: TagMark[] = Array.from({ length: 40 }, () => ({
      cite: { check: r.of(["0001", "0002", "0003"]), artifact: r.of(["ios/a", "ios/b", "ios/q"]), ordinal: r.n(500) },
      tag: r.of(["raro", "preguntar"]),
    }));
    const t = await Timeline.open({ checks, indexes: new Indexes(), platform, clocks, tags });
    assert.deepEqual(t.trouble, []);
    for (let i = 0; i < 16; i++) {
      const f = i === 0 ? {} : filterOf(r);
      const undated = i % 4 === 3;
      const expected = naive(checks, f, { clocks, tags, undated });
      some += expected.length > 0 ? 1 : 0;
      const what = JSON.stringify(f, (_, v) => (typeof v === "bigint" ? String(v) : v));
      const limit = 1 + r.n(4) + Math.floor(expected.length / (1 + r.n(6)));
      assert.deepEqual(await paged(t, f, limit, undated, false), expected, what);
      assert.deepEqual(await paged(t, f, limit, undated, true), expected, `${what} back`);
      const found: Plain[] = [];
      for await (const batch of t.find(f, { undated })) found.push(...plain({ rows: batch, end: true }));
      assert.deepEqual(found, expected, `${what} find`);
      const n = await t.count(f, { undated });
      assert.ok(n.exact && n.n === expected.length, what);
      const few = await t.count(f, { undated, budget: 100 });
      assert.ok(few.exact ? few.n === expected.length : few.n <= expected.length, what);
      if (undated) continue;
      for (const [bin, width] of [
        ["hour", 3_600_000_000_000n],
        ["day", 86_400_000_000_000n],
      ] as const) {
        const bars = new Map<bigint, number>();
        for (const e of expected) {
          const begins = ((e.ns! % width) + width) % width;
          bars.set(e.ns! - begins, (bars.get(e.ns! - begins) ?? 0) + 1);
        }
        const h = await t.histogram(f, bin);
        assert.ok(h.exact);
        assert.deepEqual(
          h.bars,
          [...bars].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([ns, m]) => ({ ns, n: m })),
          what,
        );
      }
    }
    await t.close();
  }
  assert.ok(some > 40, `${some} filters found something`);
});
