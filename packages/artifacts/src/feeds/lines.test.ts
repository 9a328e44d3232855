import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem, RandomAccess } from "@contraluz/core";
import type { Line } from "../artifact.ts";
import { MAX_LINE, runLines } from "./lines.ts";

/** Hands out at most `step` bytes a read, as a slow host may. */
function source(bytes: Uint8Array, step: number): RandomAccess {
  return { size: bytes.length, read: async (at, n) => bytes.slice(at, at + Math.min(n, step)) };
}

async function feed(value: string | Uint8Array, step = 1 << 18): Promise<{ lines: Line[]; problems: Problem[] }> {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const lines: Line[] = [];
  const problems: Problem[] = [];
  const subs = [{ take: (i: { readonly lines: readonly Line[] }) => void lines.push(...i.lines) }];
  assert.equal(await runLines(source(bytes, step), subs, { file: 3, report: (p) => void problems.push(p) }), true);
  return { lines, problems };
}

test("lines, numbers and offsets are the same however the bytes come", async () => {
  const text = "\uFEFFuno\r\n\r\nañ€😀\ncuatro\n\nlast";
  const expected = [
    [1, 0, "uno"],
    [2, 8, ""],
    [3, 10, "añ€😀"],
    [4, 21, "cuatro"],
    [5, 28, ""],
    [6, 29, "last"],
  ];
  for (let step = 1; step < 40; step++) {
    const { lines, problems } = await feed(text, step);
    assert.deepEqual(
      lines.map((l) => [l.number, l.offset, l.text]),
      expected,
      `${step}`,
    );
    assert.deepEqual(problems, []);
  }
});

test("an empty file has no lines; an end of line adds none", async () => {
  assert.deepEqual((await feed("")).lines, []);
  assert.equal((await feed("a\n")).lines.length, 1);
  assert.equal((await feed("\n\n")).lines.length, 2);
});

test("bytes that are no UTF-8 cost their letters, and are told once", async () => {
  const bytes = new Uint8Array([0x61, 0xff, 0x62, 0x0a, 0xc3, 0x0a, 0xe2, 0x82, 0x0a, 0x63]);
  for (const step of [1, 3, 100]) {
    const { lines, problems } = await feed(bytes, step);
    assert.deepEqual(
      lines.map((l) => [l.offset, l.text]),
      [
        [0, "a\ufffdb"],
        [4, "\ufffd"],
        [6, "\ufffd"],
        [9, "c"],
      ],
      `${step}`,
    );
    assert.deepEqual(
      problems.map((p) => [p.code, p.offset]),
      [["text-damaged", 1]],
    );
  }
});

test("a line without an end is cut, and the next ones come", async () => {
  const long = "x".repeat(MAX_LINE * 5 + 77);
  for (const step of [1 << 18, 100_003]) {
    const { lines, problems } = await feed(`a\n${long}\nb\nc`, step);
    assert.deepEqual(
      lines.map((l) => [l.number, l.offset, l.text.length]),
      [
        [1, 0, 1],
        [2, 2, MAX_LINE],
        [3, 3 + long.length, 1],
        [4, 5 + long.length, 1],
      ],
    );
    assert.deepEqual(
      problems.map((p) => [p.code, p.offset]),
      [["record-limit", 2]],
    );
  }
  const open = await feed(long);
  assert.deepEqual(
    open.lines.map((l) => l.text.length),
    [MAX_LINE],
  );
});
