import assert from "node:assert/strict";
import { test } from "node:test";
import { Lapdm } from "./lapdm.ts";

/** A frame: link, number of the part, whether more comes. */
const frame = (number: number, more: boolean, text: string, link = 0): Uint8Array =>
  Uint8Array.of(
    1 | (link << 2),
    number << 1,
    (text.length << 2) | (more ? 2 : 0) | 1,
    ...Buffer.from(text),
    0x2b,
    0x2b,
  );
const text = (b: Uint8Array | "part" | undefined): string | undefined =>
  b instanceof Uint8Array ? Buffer.from(b).toString() : b;

test("a message in three parts, with another link and a frame that came again between them", () => {
  const l = new Lapdm();
  assert.equal(l.take("a", frame(7, true, "first "), 0, 1), "part");
  assert.equal(text(l.take("a", frame(3, false, "whole", 3), 0, 1)), "whole");
  assert.equal(l.take("a", frame(7, true, "first "), 0, 2), "part");
  assert.equal(l.take("b", frame(0, true, "other "), 0, 2), "part");
  assert.equal(l.take("a", frame(0, true, "second "), 0, 2), "part");
  assert.equal(text(l.take("a", frame(1, false, "third"), 0, 3)), "first second third");
  assert.deepEqual([l.open, l.lost], [1, 0]);
});

test("on the slow channel the head begins later; frames without a message are none", () => {
  const l = new Lapdm();
  const slow = Uint8Array.of(5, 0, ...frame(0, false, "late"));
  assert.equal(text(l.take("a", slow, 2, 1)), "late");
  assert.equal(l.take("a", frame(0, false, ""), 0, 1), undefined);
  assert.equal(l.take("a", Uint8Array.of(1, 0), 0, 1), undefined);
  assert.equal(l.take("a", frame(0, false, "cut").subarray(0, 4), 0, 1), undefined);
  // A command that carries nothing (DISC), and one that does (UI).
  assert.equal(l.take("a", frame(0, false, "x").with(1, 0x43), 0, 1), undefined);
  assert.equal(text(l.take("a", frame(0, false, "hello").with(1, 0x03), 0, 1)), "hello");
});

test("a part that is missing loses the message, and says so; a new one begins after a while", () => {
  const l = new Lapdm();
  l.take("a", frame(0, true, "one"), 0, 1);
  assert.equal(l.take("a", frame(2, false, "three"), 0, 1), undefined);
  assert.equal(l.lost, 1);
  l.take("a", frame(0, true, "old"), 0, 1);
  assert.equal(text(l.take("a", frame(1, false, "new"), 0, 60)), "new");
  assert.deepEqual([l.lost, l.open], [2, 0]);
});

test("an endless message and endless channels are bounded", () => {
  const l = new Lapdm();
  for (let i = 0; i < 40; i++) l.take("a", frame(i & 7, true, "0123456789012345"), 0, 1);
  assert.equal(l.lost, 2);
  for (let i = 0; i < 500; i++) l.take(`c${i}`, frame(0, true, "x"), 0, 1);
  assert.ok(l.open <= 64);
});
