/** Footers of Parquet: what is not changed stays as it was, and what is cut or long is refused. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Footers, footerLength, PARQUET_MAGIC } from "./parquet-footer.ts";
import { Reader, T, type ThriftField, type ThriftStruct, type ThriftValue, Writer } from "./thrift.ts";

const struct = (...fields: readonly (readonly [id: number, kind: number, value: ThriftValue])[]): ThriftStruct => ({
  fields: fields.map(([id, kind, value]): ThriftField => ({ id, kind, value })),
});
const bytesOf = (s: ThriftStruct): Uint8Array => {
  const w = new Writer();
  w.struct(s);
  return w.bytes.slice();
};
const text = (t: string): Uint8Array => new TextEncoder().encode(t);

const EVERY = struct(
  [1, T.true, T.true],
  [2, T.false, T.false],
  [3, T.byte, 255],
  [4, T.i16, -32_768],
  [40, T.i32, 2_147_483_647],
  [41, T.i64, Number.MAX_SAFE_INTEGER >> 1],
  [3, T.double, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
  [300, T.binary, text("año")],
  [301, T.list, { of: T.i32, items: Array.from({ length: 20 }, (_, i) => i - 10) }],
  [302, T.set, { of: T.true, items: [1, 2] }],
  [303, T.list, { of: T.struct, items: [struct(), struct([1, T.binary, text("")])] }],
  [304, T.struct, struct([16, T.i64, -1])],
);

test("every kind of value is written as it was read", () => {
  const bytes = bytesOf(EVERY);
  const reader = new Reader(bytes);
  const read = reader.struct();
  assert.ok(reader.ended);
  assert.deepEqual(read, EVERY);
  assert.deepEqual(bytesOf(read), bytes);
});

test("what is cut anywhere, nested deep or a number too long is refused, at once", () => {
  const bytes = bytesOf(EVERY);
  for (let n = 0; n < bytes.length; n++) assert.throws(() => new Reader(bytes.subarray(0, n)).struct(), SyntaxError);
  const bad: readonly Uint8Array[] = [
    new Uint8Array(9999).fill(0x1c),
    Uint8Array.of(0x16, ...Array<number>(9).fill(0xff), 1, 0),
    Uint8Array.of(0x19, 0xf5, 0xff, 0xff, 0xff, 0x0f, 0),
    Uint8Array.of(0x18, 0xff, 0xff, 0xff, 0xff, 0x0f, 0),
    Uint8Array.of(0x1b, 1, 0x11, 0),
    Uint8Array.of(0x1e, 0),
  ];
  for (const b of bad) assert.throws(() => new Reader(b).struct(), SyntaxError);
});

/** A footer of groups of these rows, each with one column of which all offsets are set. */
const footer = (rows: readonly number[], groups = rows.map((r, i) => group(r, 4 + 100 * i, i))): ThriftStruct =>
  struct(
    [1, T.i32, 1],
    [3, T.i64, rows.reduce((a, b) => a + b, 0)],
    [4, T.list, { of: T.struct, items: groups }],
    [6, T.binary, text("whoever made it")],
  );
const group = (rows: number, at: number, n: number): ThriftStruct => {
  const meta = struct([9, T.i64, at], [10, T.i64, 0], [11, T.i64, at + 1], [14, T.i64, at + 2]);
  const chunk = struct([2, T.i64, 0], [3, T.struct, meta], [4, T.i64, at + 3], [6, T.i64, at + 4]);
  const columns = { of: T.struct, items: [chunk] };
  return struct([1, T.list, columns], [3, T.i64, rows], [5, T.i64, at], [7, T.i16, n]);
};

test("row groups of parts lie one behind the other, and nothing else changes", () => {
  const f = new Footers();
  f.add(bytesOf(footer([10, 20])), 0);
  f.add(bytesOf(footer([5])), 1000);
  const end = f.end();
  const length = footerLength(end.subarray(-8));
  assert.equal(length, end.length - 8);
  const groups = [group(10, 4, 0), group(20, 104, 1), group(5, 1004, 2)];
  assert.deepEqual(new Reader(end.subarray(0, length)).struct(), footer([10, 20, 5], groups));
});

test("a group beyond those that have a number says none", () => {
  const f = new Footers();
  for (let i = 0; i < 3; i++) f.add(bytesOf(footer(Array.from({ length: 11_000 }, () => 1))), i * 2_000_000);
  const end = f.end();
  const groups = new Reader(end.subarray(0, -8)).struct().fields.find((x) => x.id === 4)!.value;
  const { items } = groups as { readonly items: readonly ThriftStruct[] };
  const ordinal = (s: ThriftStruct): unknown => s.fields.find((x) => x.id === 7)?.value;
  assert.deepEqual([items.length, ordinal(items[32_767]!), ordinal(items[32_768]!)], [33_000, 32_767, undefined]);
});

test("what is no footer", () => {
  const f = new Footers();
  assert.throws(() => f.end(), SyntaxError);
  assert.throws(() => f.add(Uint8Array.of(...bytesOf(footer([1])), 0), 0), SyntaxError);
  assert.throws(() => f.add(bytesOf(struct([1, T.i32, 1])), 0), SyntaxError);
  assert.throws(() => f.add(bytesOf(struct([3, T.i64, 1], [4, T.i32, 1])), 0), SyntaxError);
  assert.throws(() => footerLength(new Uint8Array(8)), SyntaxError);
  assert.throws(() => footerLength(PARQUET_MAGIC), SyntaxError);
});
