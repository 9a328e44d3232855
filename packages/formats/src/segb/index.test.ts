import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { readSegb, segbVersion } from "./index.ts";
import { type Made, segb1, segb2 } from "./segb.fixture.ts";

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const ENTRIES: readonly Made[] = [
  { data: text("uno"), time: 700_000_000.5 },
  { data: text(""), time: 700_000_001 },
  { data: new Uint8Array(5), time: 700_000_002, state: 3, crc: 7 },
  { data: text("cuatro y más"), time: 700_000_003 },
];

function read(bytes: Uint8Array) {
  const problems: Problem[] = [];
  const entries = [...readSegb(bytes, (p) => problems.push(p))];
  return { problems, entries, texts: entries.map((e) => new TextDecoder().decode(e.data)) };
}

for (const [version, write] of [
  [1, segb1],
  [2, segb2],
] as const) {
  test(`version ${version}: time, state, bytes, where they lie`, () => {
    const bytes = write(ENTRIES);
    assert.equal(segbVersion(bytes), version);
    const { entries, problems } = read(bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      entries.map((e) => [e.state, e.time, e.whole, [...e.data]]),
      ENTRIES.map((e) => [e.state === 3 ? "deleted" : "written", e.time, e.state !== 3, [...e.data]]),
    );
    for (const e of entries) assert.deepEqual(bytes.subarray(e.offset, e.offset + e.data.length), e.data);
  });

  test(`version ${version}: every cut is a problem or costs nothing, and no entry lies beyond`, () => {
    const bytes = write(ENTRIES);
    for (let n = 0; n < bytes.length; n++) {
      const { entries } = read(bytes.subarray(0, n));
      for (const e of entries) assert.ok(e.offset + e.data.length <= n);
    }
  });
}

test("free places, deleted ones of the same bytes, and such as were written over", () => {
  const { texts, problems, entries } = read(
    segb2(
      [
        { data: text("uno"), time: 1 },
        { data: text("dos"), time: 2 },
      ],
      [
        [0, 0],
        [11, 3],
        [13, 1],
        [9999, 4],
      ],
    ),
  );
  assert.deepEqual(problems, []);
  // 11 is where the first one ends; 13 lies within the second one.
  assert.deepEqual(texts, ["uno", "uno", "dos"]);
  assert.deepEqual(
    entries.map((e) => e.state),
    ["written", "deleted", "written"],
  );
});

test("any number of places of the same bytes: they come twice at most", () => {
  const more = Array.from({ length: 100 }, (_, i) => [11, i % 2 === 0 ? 1 : 3] as const);
  const { entries, problems } = read(segb2([{ data: text("uno"), time: 1 }], more));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    entries.map((e) => e.state),
    ["written", "deleted"],
  );
});

test("lengths and counts as an attacker writes them", () => {
  const one = segb1(ENTRIES);
  new DataView(one.buffer).setInt32(56, -1, true);
  assert.deepEqual(read(one).entries, []);
  assert.equal(read(one).problems[0]!.code, "segb-damaged");
  const long = segb1(ENTRIES, { end: 0xffffffff });
  assert.equal(read(long).problems[0]!.code, "segb-damaged");
  assert.equal(read(long).entries.length, 4);
  const two = segb2(ENTRIES);
  new DataView(two.buffer).setUint32(4, 0xffffffff, true);
  assert.deepEqual(read(two).entries, []);
  assert.equal(read(two).problems[0]!.lost, "file");
  assert.deepEqual(
    read(
      segb2(
        [],
        [
          [2_000_000_000, 1],
          [-5, 1],
        ],
      ),
    ).problems.map((p) => p.found),
    ["2 places beyond the data"],
  );
  assert.deepEqual(
    read(text("no")).problems.map((p) => p.lost),
    ["file"],
  );
});
