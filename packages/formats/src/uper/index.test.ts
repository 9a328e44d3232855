import assert from "node:assert/strict";
import { test } from "node:test";
import { Choice, type Decoded, decode, readTable } from "./index.ts";

/** Bits as they are written by hand, by the standard. */
function bits(text: string): Uint8Array {
  const plain = text.replace(/[^01]/g, "").padEnd(Math.ceil(text.replace(/[^01]/g, "").length / 8) * 8, "0");
  return Uint8Array.from(plain.match(/.{8}/g) ?? [], (b) => Number.parseInt(b, 2));
}

const read = (types: readonly unknown[], text: string): Decoded =>
  decode(readTable(types.map((t) => JSON.stringify(t)).join("\n")), types.length - 1, bits(text));
const value = (types: readonly unknown[], text: string): unknown => {
  const d = read(types, text);
  assert.equal(d.damage, undefined);
  return d.value;
};

test("integers: constrained, half open, unbounded, extensible", () => {
  assert.equal(value([["i", -5, 5, 0]], "1010"), 5);
  assert.equal(value([["i", 3, 3, 0]], ""), 3);
  assert.equal(value([["i", 0, 4_294_967_295, 0]], "1".repeat(32)), 4_294_967_295);
  assert.equal(value([["i", 10, null, 0]], "00000010 00000001 00000000"), 266);
  assert.equal(value([["i", null, null, 0]], "00000001 11111111"), -1);
  assert.equal(value([["i", 0, 3, 1]], "0 10"), 2);
  assert.equal(value([["i", 0, 3, 1]], "1 00000001 00000111"), 7);
});

test("enumerations, booleans, nothing", () => {
  assert.equal(value([["e", ["a", "b", "c"], null]], "10"), "c");
  assert.equal(value([["e", ["a"], null]], ""), "a");
  assert.equal(value([["e", ["a", "b"], ["c"]]], "1 0 000000"), "c");
  const strange = read([["e", ["a", "b"], ["c"]]], "1 0 000011");
  assert.deepEqual([strange.value, strange.unknown], ["?3", 1]);
  assert.equal(read([["e", ["a", "b", "c"], null]], "11").damage, "unknown");
  assert.deepEqual([value([["b"]], "1"), value([["n"]], "")], [true, null]);
});

test("bits and bytes: of a fixed size, of a range, without a bound, wherever they begin", () => {
  assert.equal(value([["s", 4, 4, 0, null]], "1010"), "1010");
  assert.equal(value([["s", 1, 8, 0, null]], "010 101"), "101");
  assert.deepEqual(value([["o", 2, 2, 0, null]], "00000001 00000010"), Uint8Array.of(1, 2));
  assert.deepEqual(value([["o", 0, null, 0, null]], "00000001 11111111"), Uint8Array.of(255));
  const shifted = value(
    [
      ["o", 1, 1, 0, null],
      ["b"],
      [
        "q",
        [
          ["x", 1, 0],
          ["y", 0, 0],
        ],
        null,
      ],
    ],
    "1 00000011",
  );
  assert.deepEqual(shifted, { x: true, y: Uint8Array.of(3) });
});

test("lists; one of texts is no choice", () => {
  assert.deepEqual(
    value(
      [
        ["e", ["a", "b"], null],
        ["l", 1, 4, 0, 0],
      ],
      "01 0 1",
    ),
    ["a", "b"],
  );
  assert.deepEqual(value([["b"], ["l", 0, null, 0, 0]], "00000010 1 0"), [true, false]);
});

test("choices: the one of the root, an addition, one that nobody knows", () => {
  const types = [
    ["b"],
    ["i", 0, 7, 0],
    [
      "c",
      [
        ["x", 0],
        ["y", 1],
      ],
      [["z", 1]],
    ],
  ];
  assert.deepEqual(value(types, "0 1 101"), new Choice("y", 5));
  assert.deepEqual(value(types, "1 0 000000 00000001 11000000"), new Choice("z", 6));
  const strange = read(types, "1 0 000101 00000001 11000000");
  assert.deepEqual(
    [strange.value, strange.unknown, strange.damage],
    [new Choice("?5", Uint8Array.of(0xc0)), 1, undefined],
  );
});

test("sequences: what may be left out, additions, groups of them, those that are newer than the table", () => {
  const group = [
    "q",
    [
      ["g", 0, 1],
      ["h", 0, 0],
    ],
    null,
  ];
  const types = [
    ["b"],
    group,
    [
      "q",
      [
        ["a", 0, 1],
        ["b", 0, 0],
      ],
      [
        ["c", 0],
        [null, 1],
      ],
    ],
  ];
  assert.deepEqual(value(types, "0 1 1 0"), { a: true, b: false });
  assert.deepEqual(value(types, "0 0 1"), { b: true });
  // Two additions are told of; both are there: c, and a group with h alone.
  assert.deepEqual(value(types, "1 0 1  0 000001 11  00000001 10000000  00000001 01000000"), {
    b: true,
    c: true,
    h: true,
  });
  const newer = read(types, "1 0 1  0 000010 001  00000010 11111111 11111111");
  assert.deepEqual([newer.value, newer.unknown, newer.damage], [{ b: true }, 1, undefined]);
});

test("bytes that contain a type are that, as far as they go", () => {
  const types = [
    ["i", 0, 255, 0],
    [
      "q",
      [
        ["n", 0, 0],
        ["m", 0, 0],
      ],
      null,
    ],
    ["o", 0, null, 0, 1],
  ];
  assert.deepEqual(value(types, "00000010 00000001 00000010"), { n: 1, m: 2 });
  assert.deepEqual(value(types, "00000001 00000001"), { n: 1 });
  assert.deepEqual(value([["n"], ["i", 0, 255, 0], ["o", 0, null, 0, 1]], "00000000"), new Uint8Array(0));
});

test("a message that is too short gives what could be read", () => {
  const types = [
    ["i", 0, 255, 0],
    ["c", [["one", 0]], null],
    [
      "q",
      [
        ["a", 0, 0],
        ["b", 1, 0],
        ["c", 0, 0],
      ],
      null,
    ],
  ];
  const cut = read(types, "00000001 00000010");
  assert.deepEqual([cut.damage, cut.value], ["short", { a: 1, b: new Choice("one", 2) }]);
  assert.equal(read([["b"]], "").value, undefined);
});

test("lengths that lie, lists of nothing, and types without an end have bounds", () => {
  // A length of 64 Ki, again and again.
  assert.equal(read([["n"], ["l", 0, null, 0, 0]], "11000100".repeat(200)).damage, "limit");
  assert.equal(read([["o", 0, null, 0, null]], "11000100").damage, "short");
  assert.equal(read([["l", 1, 1, 0, 0]], "").damage, "limit");
});
