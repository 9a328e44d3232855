import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { MAX_ITERATIONS, readKeybag } from "./index.ts";

const u32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  return b;
};
const tlv = (tag: string, v: Uint8Array | number): Buffer => {
  const value = typeof v === "number" ? u32(v) : v;
  return Buffer.concat([Buffer.from(tag), u32(value.length), value]);
};
const fill = (n: number, x: number): Buffer => Buffer.alloc(n, x);

function bag(o: { iter?: number; dpic?: number; header?: Buffer[]; keys?: Buffer[] } = {}): Buffer {
  const header = o.header ?? [
    ...[tlv("VERS", 5), tlv("TYPE", 1), tlv("UUID", fill(16, 0xab)), tlv("HMCK", fill(40, 1)), tlv("WRAP", 0)],
    ...[
      tlv("SALT", fill(20, 2)),
      tlv("ITER", o.iter ?? 10_000),
      tlv("DPWT", 0),
      tlv("DPIC", o.dpic ?? 10_000_000),
      tlv("DPSL", fill(20, 3)),
    ],
  ];
  const key = (c: number, w: number): Buffer[] => [
    tlv("UUID", fill(16, c)),
    tlv("CLAS", c),
    tlv("WRAP", w),
    tlv("KTYP", 0),
    tlv("WPKY", fill(40, c)),
  ];
  return Buffer.concat([...header, ...(o.keys ?? [...key(1, 2), ...key(3, 2), ...key(11, 3)])]);
}

function read(bytes: Uint8Array): { bag: ReturnType<typeof readKeybag>; problems: Problem[] } {
  const problems: Problem[] = [];
  return { bag: readKeybag(bytes, (p) => problems.push(p)), problems };
}

test("reads header and class keys", () => {
  const { bag: b, problems } = read(bag());
  assert.deepEqual(problems, []);
  assert.equal(b?.version, 5);
  assert.equal(b?.type, 1);
  assert.equal(b?.uuid, "ab".repeat(16));
  assert.deepEqual([...b!.salt], [...fill(20, 2)]);
  assert.equal(b?.iterations, 10_000);
  assert.equal(b?.dpic, 10_000_000);
  assert.deepEqual([...b!.dpsl!], [...fill(20, 3)]);
  assert.deepEqual([...b!.classKeys.keys()], [1, 3, 11]);
  assert.equal(b?.classKeys.get(11)?.wrap, 3);
  assert.deepEqual([...b!.classKeys.get(3)!.wrapped], [...fill(40, 3)]);
});

test("values are copies", () => {
  const bytes = bag();
  const { bag: b } = read(bytes);
  bytes.fill(0);
  assert.equal(b?.classKeys.get(3)?.wrapped[0], 3);
});

test("a bag before iOS 10.2 has no first derivation", () => {
  const { bag: b, problems } = read(
    bag({
      header: [tlv("VERS", 3), tlv("TYPE", 1), tlv("UUID", fill(16, 1)), tlv("SALT", fill(20, 2)), tlv("ITER", 10_000)],
    }),
  );
  assert.deepEqual(problems, []);
  assert.ok(b);
  assert.equal("dpsl" in b || "dpic" in b, false);
});

test("refuses absurd rounds", () => {
  for (const o of [
    { iter: 0xffff_ffff },
    { dpic: 0xffff_ffff },
    { iter: 0 },
    { dpic: 0 },
    { dpic: MAX_ITERATIONS + 1 },
  ]) {
    const { bag: b, problems } = read(bag(o));
    assert.equal(b, undefined);
    assert.equal(problems.at(-1)?.code, "backup-keybag");
    assert.equal(problems.at(-1)?.expected, "1 to 100000000");
    assert.equal(problems.at(-1)?.lost, "evidence");
  }
  assert.ok(read(bag({ dpic: MAX_ITERATIONS })).bag);
});

test("damage costs what is damaged", () => {
  const cut = bag();
  const short = read(cut.subarray(0, cut.length - 10));
  assert.deepEqual([...short.bag!.classKeys.keys()], [1, 3]);
  assert.ok(short.problems.some((p) => p.found?.startsWith("WPKY")));

  const twice = read(
    Buffer.concat([bag(), tlv("UUID", fill(16, 9)), tlv("CLAS", 3), tlv("WRAP", 2), tlv("WPKY", fill(40, 77))]),
  );
  assert.equal(twice.bag?.classKeys.get(3)?.wrapped[0], 3);
  assert.equal(twice.problems[0]?.found, "class 3 twice");

  const wide = read(
    Buffer.concat([
      bag(),
      tlv("UUID", fill(16, 9)),
      tlv("CLAS", fill(8, 0)),
      tlv("WRAP", 2),
      tlv("WPKY", fill(40, 77)),
    ]),
  );
  assert.equal(wide.bag?.classKeys.size, 3);
  assert.equal(wide.problems.length, 2);

  const tail = read(Buffer.concat([bag(), Buffer.from("abc")]));
  assert.equal(tail.bag?.classKeys.size, 3);
  assert.equal(tail.problems[0]?.found, "3 B");
});

test("nothing to derive from", () => {
  assert.equal(read(new Uint8Array(0)).bag, undefined);
  assert.equal(read(bag({ keys: [] })).bag, undefined);
  assert.equal(read(new Uint8Array(2 << 20)).problems[0]?.lost, "evidence");
  const many = Array.from({ length: 1000 }, (_, i) =>
    Buffer.concat([tlv("UUID", fill(16, 1)), tlv("CLAS", i), tlv("WRAP", 2), tlv("WPKY", fill(40, 1))]),
  );
  assert.equal(read(bag({ keys: many })).bag?.classKeys.size, 64);
});

test("300 mutations: no throw, bounded", () => {
  let s = 0x2545f491;
  const next = (n: number): number => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) % n;
  };
  const whole = bag();
  let damaged = 0;
  for (let i = 0; i < 300; i++) {
    let bytes = Buffer.from(whole);
    for (let k = next(4); k >= 0; k--) bytes[next(bytes.length)] = next(256);
    if (next(4) === 0) bytes = bytes.subarray(0, next(bytes.length));
    const { bag: b, problems } = read(bytes);
    if (problems.length > 0) damaged++;
    assert.ok(problems.every((p) => p.code === "backup-keybag"));
    assert.ok(problems.length < 200);
    if (b) assert.ok(b.iterations >= 1 && b.iterations <= MAX_ITERATIONS && b.classKeys.size <= 64);
  }
  assert.ok(damaged > 50);
});
