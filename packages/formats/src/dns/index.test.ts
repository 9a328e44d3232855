import assert from "node:assert/strict";
import { test } from "node:test";
import { DNS_TYPE, readDns } from "./index.ts";

const name = (text: string): number[] => [
  ...text.split(".").flatMap((l) => [l.length, ...Array.from(l, (c) => c.charCodeAt(0))]),
  0,
];
const u16 = (n: number): number[] => [n >> 8, n & 255];
const head = (flags: number, ...counts: number[]): number[] => [...u16(7), ...u16(flags), ...counts.flatMap(u16)];
const rr = (of: number[], type: number, data: number[]): number[] => [
  ...of,
  ...u16(type),
  ...u16(1),
  ...[0, 0, 1, 44],
  ...u16(data.length),
  ...data,
];
const read = (...parts: readonly number[][]) => {
  const b = Uint8Array.from(parts.flat());
  // Not at the start of its memory: pointers count from the message.
  const moved = new Uint8Array(b.length + 9);
  moved.set(b, 5);
  return readDns(moved, 5, 5 + b.length);
};

test("a question as it was sent, in its case", () => {
  const m = read(head(0x0100, 1, 0, 0, 0), name("wWw.Example.org"), u16(28), u16(0x8001))!;
  assert.deepEqual(m.questions, [{ name: "wWw.Example.org", type: DNS_TYPE.aaaa, unicast: true }]);
  assert.deepEqual([m.response, m.rcode, m.records], [false, 0, []]);
});

test("answers with names that point back; addresses, names, texts, ECH", () => {
  const m = read(
    head(0x8183, 1, 4, 1, 0),
    name("example.org"),
    u16(1),
    u16(1),
    rr([0xc0, 12], 5, [3, 99, 100, 110, 0xc0, 12]),
    rr([0xc0, 41], 1, [192, 0, 2, 7]),
    rr([0xc0, 12], 16, [4, 104, 111, 108, 97]),
    rr([0xc0, 12], 65, [0, 1, 0, 0, 5, 0, 1, 9]),
    rr([0xc0, 12], 33, [0, 0, 0, 0, 0x1f, 0x90, 1, 120, 0]),
  )!;
  assert.deepEqual([m.response, m.rcode, m.answers, m.records.length], [true, 3, 4, 5]);
  const [cname, a, txt, https, srv] = m.records;
  assert.deepEqual(
    [cname?.target, a?.name, a?.address?.join("."), a?.ttl],
    ["cdn.example.org", "cdn.example.org", "192.0.2.7", 300],
  );
  assert.deepEqual([txt?.texts, https?.ech, https?.target, srv?.port, srv?.target], [["hola"], true, "", 8080, "x"]);
});

test("letters that are none, and the dot within a label", () => {
  const m = read(head(0, 1, 0, 0, 0), [4, 0x61, 0x2e, 0xff, 0x20, 0], u16(1), u16(1))!;
  assert.equal(m.questions[0]?.name, "a\\.\\255\\032");
});

test("names that go round, point on, or are too long are no names", () => {
  assert.equal(read(head(0, 1, 0, 0, 0), [0xc0, 12], u16(1), u16(1)), undefined);
  assert.equal(read(head(0, 1, 0, 0, 0), [1, 97, 0xc0, 12], u16(1), u16(1)), undefined);
  assert.equal(read(head(0, 1, 0, 0, 0), [0xc0, 40], u16(1), u16(1)), undefined);
  assert.equal(read(head(0, 1, 0, 0, 0), name(Array(5).fill("x".repeat(60)).join(".")), u16(1), u16(1)), undefined);
});

test("cut anywhere: what stands before, or nothing; what is no DNS", () => {
  const whole = Uint8Array.from([
    ...head(0x8180, 1, 1, 0, 0),
    ...name("a.example"),
    ...u16(1),
    ...u16(1),
    ...rr([0xc0, 12], 1, [1, 2, 3, 4]),
  ]);
  for (let n = 0; n < whole.length; n++) {
    const m = readDns(whole.subarray(0, n), 0, n);
    if (m) assert.ok(m.questions.length === 1 && m.records.length === 0);
  }
  assert.equal(readDns(whole, 0, whole.length)?.records.length, 1);
  assert.equal(readDns(new Uint8Array(512).fill(255), 0, 512), undefined);
  assert.equal(readDns(new Uint8Array(512), 0, 512), undefined);
});
