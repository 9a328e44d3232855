import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { type PlistValue, parsePlist } from "./index.ts";
import {
  assemble,
  be,
  bplist,
  bytes,
  collector,
  head,
  int,
  mutate,
  random,
  type Source,
  trailer,
} from "./plist.fixture.ts";

function read(b: Uint8Array): { value: PlistValue | undefined; problems: Problem[] } {
  const { problems, report } = collector<Problem>();
  return { value: parsePlist(b, report), problems };
}

function clean(b: Uint8Array): PlistValue | undefined {
  const { value, problems } = read(b);
  assert.deepEqual(problems, []);
  return value;
}

const codes = (problems: readonly Problem[]): string[] => [...new Set(problems.map((p) => p.code))];

test("scalars of every kind", () => {
  const long = "x".repeat(300);
  const source: [Source, PlistValue][] = [
    [null, null],
    [true, true],
    [false, false],
    ["", ""],
    ["RelativePath", "RelativePath"],
    [long, long],
    ["ñandú 😀 \ufeffx", "ñandú 😀 \ufeffx"],
    ["\ufeffmark first", "\ufeffmark first"],
    [{ real: 2.5 }, 2.5],
    [{ real: Number.NEGATIVE_INFINITY }, Number.NEGATIVE_INFINITY],
    [{ float: 0.25 }, 0.25],
    [{ uid: 7 }, { uid: 7 }],
    [{ uid: 300 }, { uid: 300 }],
    [{ mac: 0 }, { date: 978_307_200_000_000_000n, seen: "0" }],
    [{ mac: 694_224_000.25 }, { date: 1_672_531_200_250_000_000n, seen: "694224000.25" }],
    [{ mac: -978_307_201 }, { date: -1_000_000_000n, seen: "-978307201" }],
    [bytes(0, 1, 255), bytes(0, 1, 255)],
    [new Uint8Array(500).fill(7), new Uint8Array(500).fill(7)],
  ];
  for (const [s, expected] of source) assert.deepEqual(clean(bplist(s)), expected);
  assert.equal(clean(assemble([bytes(0x0f)])), null);
});

test("integers of every width, exact", () => {
  const cases: [Uint8Array, number | bigint][] = [
    [int(255, 1), 255],
    [int(0xffff, 2), 65_535],
    [int(0xffff_ffff, 4), 4_294_967_295],
    [int(-1, 8), -1],
    [int(-2, 8), -2],
    [int(-4_294_967_296, 8), -4_294_967_296],
    [int(2n ** 53n - 1n, 8), 2 ** 53 - 1],
    [int(2n ** 53n, 8), 2n ** 53n],
    [int(-(2n ** 53n) + 1n, 8), -(2 ** 53) + 1],
    [int(-(2n ** 53n), 8), -(2n ** 53n)],
    [int(-(2n ** 63n), 8), -(2n ** 63n)],
    [int(2n ** 63n - 1n, 8), 2n ** 63n - 1n],
    [int(2n ** 64n - 1n, 16), 2n ** 64n - 1n],
    [int(5, 16), 5],
    [int(-5, 16), -5],
  ];
  for (const [object, expected] of cases) assert.equal(clean(assemble([object])), expected);
});

test("UIDs of 1 to 8 bytes", () => {
  for (let n = 1; n <= 8; n++) assert.deepEqual(clean(assemble([bytes(0x80 | (n - 1), be(9, n))])), { uid: 9 });
});

test("containers, with every size of offset and reference", () => {
  const source = new Map<string, Source>([
    ["list", [1, "dos", [true, new Map()], []]],
    ["set", { set: ["a", "b"] }],
    ["__proto__", 5],
    ["", "empty key"],
    ["more", Array.from({ length: 20 }, (_, i) => i * 1000)],
  ]);
  const expected = new Map<string, PlistValue>([
    ["list", [1, "dos", [true, new Map()], []]],
    ["set", ["a", "b"]],
    ["__proto__", 5],
    ["", "empty key"],
    ["more", Array.from({ length: 20 }, (_, i) => i * 1000)],
  ]);
  for (const offsetSize of [2, 3, 4, 8]) {
    for (const refSize of [1, 2, 3, 8]) assert.deepEqual(clean(bplist(source, { offsetSize, refSize })), expected);
  }
});

test("keys that fall on one slot of the cache do not mix", () => {
  const keys = Array.from({ length: 5000 }, (_, i) => `k${i % 7}_${i}`);
  const source = new Map<string, Source>(keys.map((k, i) => [k, i]));
  assert.deepEqual(clean(bplist(source)), new Map(keys.map((k, i) => [k, i])));
});

test("text in 8 bits is UTF-8; what is none is told", () => {
  assert.equal(clean(assemble([bytes(head(5, 6), 0xc3, 0xb1, "andu")])), "ñandu");
  const { value, problems } = read(assemble([bytes(head(5, 3), "a", 0xff, "b")]));
  assert.equal(value, "a\ufffdb");
  assert.deepEqual(codes(problems), ["plist-damaged"]);
});

test("the values are copies: they do not keep the file", () => {
  const b = bplist(bytes(1, 2, 3));
  const value = clean(b) as Uint8Array;
  assert.notEqual(value.buffer, b.buffer);
});

test("damage costs one value and the rest is read", () => {
  const bad: [string, Uint8Array][] = [
    ["unknown kind", bytes(0x70)],
    ["unknown simple value", bytes(0x01)],
    ["integer of 32 bytes", bytes(0x15, new Uint8Array(32))],
    ["real of 2 bytes", bytes(0x21, 0, 0)],
    ["UID of 16 bytes", bytes(0x8f, new Uint8Array(16))],
    ["length that is no integer", bytes(0x5f, 0x51, 0x41)],
    ["length of 2^63", bytes(0x4f, 0x13, 0x7f, new Uint8Array(7).fill(255))],
    ["list of 2^32", bytes(0xaf, 0x12, 0xff, 0xff, 0xff, 0xff)],
    ["reference past the objects", bytes(0xa1, 200)],
    ["date that is no number", bytes(0x33, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0)],
  ];
  for (const [name, object] of bad) {
    const { value, problems } = read(assemble([bytes(0xa3, 1, 2, 3), bytes(0x51, "a"), object, bytes(0x51, "b")]));
    assert.deepEqual(value, ["a", name.startsWith("reference") ? [null] : null, "b"], name);
    assert.deepEqual(codes(problems), ["plist-damaged"], name);
  }
});

test("a key that is no text costs its entry", () => {
  const { value, problems } = read(
    assemble([bytes(0xd2, 1, 2, 3, 4), int(5, 1), bytes(0x51, "k"), bytes(0x51, "a"), bytes(0x51, "b")]),
  );
  assert.deepEqual(value, new Map([["k", "b"]]));
  assert.equal(problems.length, 1);
});

test("cycles are cut", () => {
  for (const file of [
    assemble([bytes(0xa2, 0, 1), bytes(0x09)]),
    assemble([bytes(0xd1, 2, 1), bytes(0xa1, 0), bytes(0x51, "k")]),
  ]) {
    const { value, problems } = read(file);
    assert.notEqual(value, undefined);
    assert.deepEqual(codes(problems), ["plist-damaged"]);
  }
});

test("a graph that doubles 40 times stops at the limit, soon", () => {
  const objects = Array.from({ length: 40 }, (_, i) => bytes(0xa2, i + 1, i + 1));
  const started = process.cpuUsage();
  const file = assemble([...objects, bytes(0x51, "x")]);
  const { value, problems } = read(file);
  // Small lists stand in each row of a database: a bound for each of them alone would be none.
  for (let i = 0; i < 500; i++) read(file);
  assert.ok(process.cpuUsage(started).user < 5_000_000);
  assert.ok(Array.isArray(value));
  assert.deepEqual(codes(problems), ["plist-limit"]);
});

test("a million references to one large text share it; texts that overlap are refused", () => {
  const n = 300_000;
  const refs = new Uint8Array(2 * n);
  for (let i = 1; i < refs.length; i += 2) refs[i] = 1;
  const shared = read(joined([bytes(head(10, n), refs), bytes(head(4, 200_000), new Uint8Array(200_000))], 2));
  const list = shared.value as Uint8Array[];
  assert.equal(list.length, n);
  assert.equal(list[0], list[n - 1]);
  assert.deepEqual(shared.problems, []);

  // Each text starts inside the one before and runs to the same end.
  const inner = new Uint8Array(60_000).fill(0x41);
  for (let i = 0; i < 50_000; i += 10) inner.set(bytes(0x4f, 0x12, be(50_000 - i, 4)), i);
  const starts = Array.from({ length: 5000 }, (_, i) => i * 10);
  const list2 = bytes(head(10, starts.length), ...starts.map((_, i) => be(i + 1, 2)));
  const table = [8, ...starts.map((s) => 8 + list2.length + s)].map((o) => be(o, 4));
  const body = [bytes("bplist00"), list2, inner];
  const file = bytes(...body, ...table, trailer(4, 2, table.length, 0, 8 + list2.length + inner.length));
  assert.deepEqual(codes(read(file).problems), ["plist-limit"]);
});

/** As `assemble`, for objects too large to spread. */
function joined(objects: readonly Uint8Array[], refSize: number): Uint8Array {
  const size = objects.reduce((n, o) => n + o.length, 8);
  const out = new Uint8Array(size + 4 * objects.length + 32);
  out.set(bytes("bplist00"));
  let at = 8;
  objects.forEach((o, i) => {
    out.set(o, at);
    out.set(be(at, 4), size + 4 * i);
    at += o.length;
  });
  out.set(trailer(4, refSize, objects.length, 0, size), size + 4 * objects.length);
  return out;
}

test("depth: 64 levels are read, the 65th is cut", () => {
  const nest = (n: number): Uint8Array =>
    assemble([...Array.from({ length: n }, (_, i) => bytes(0xa1, i + 1)), bytes(0x09)]);
  clean(nest(64));
  const { value, problems } = read(nest(65));
  assert.ok(Array.isArray(value));
  assert.deepEqual(codes(problems), ["plist-limit"]);
});

test("trailers that do not fit give no value and one problem", () => {
  const body = bytes("bplist00", 0x09, 8);
  const files = [
    bytes(),
    bytes("bplist00"),
    bytes(body, trailer(0, 1, 1, 0, 9)),
    bytes(body, trailer(9, 1, 1, 0, 9)),
    bytes(body, trailer(1, 0, 1, 0, 9)),
    bytes(body, trailer(1, 1, 0, 0, 9)),
    bytes(body, trailer(1, 1, 2, 0, 9)),
    bytes(body, trailer(1, 1, 2n ** 63n, 0, 9)),
    bytes(body, trailer(8, 1, 2n ** 61n, 0, 9)),
    bytes(body, trailer(1, 1, 1, 1, 9)),
    bytes(body, trailer(1, 1, 1, 0, 8)),
    bytes(body, trailer(1, 1, 1, 0, 11)),
    bytes(body, trailer(1, 1, 1, 0, 2n ** 64n - 1n)),
  ];
  assert.equal(clean(bytes(body, trailer(1, 1, 1, 0, 9))), true);
  for (const file of files) {
    const { value, problems } = read(file);
    assert.equal(value, undefined);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]!.lost, "file");
  }
});

test("an offset outside the objects costs that object", () => {
  const file = bytes("bplist00", 0xa2, 1, 2, 0x09, 0x51, "a", 8, 250, 12, trailer(1, 1, 3, 0, 14));
  const { value, problems } = read(file);
  assert.deepEqual(value, [null, "a"]);
  assert.deepEqual(codes(problems), ["plist-damaged"]);
});

test("cut short anywhere: a problem, never a throw", () => {
  const whole = bplist(
    new Map<string, Source>([
      ["a", [1, "dos", { mac: 5 }]],
      ["b", bytes(1, 2, 3)],
    ]),
  );
  for (let n = 0; n < whole.length; n++) assert.ok(read(whole.slice(0, n)).problems.length > 0, String(n));
});

test("300 mutations end soon, with problems only", () => {
  const whole = bplist(
    new Map<string, Source>([
      ["a", [1, "dos", { mac: 5 }, "ñ", { real: 1 }]],
      ["b", bytes(1, 2, 3)],
      ["c", new Map([["d", { uid: 1 }]])],
    ]),
  );
  const next = random(20260401);
  for (let i = 0; i < 300; i++) {
    const { value, problems } = read(mutate(whole, next));
    assert.ok(value !== undefined || problems.length > 0);
    assert.ok(problems.length <= 12);
  }
});
