/** Streams, parts of packets, the table of connections, the shape of an upload. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { newIp } from "@contraluz/formats/ip/index.ts";
import { createRandom } from "../../../../../samples/lib/random.ts";
import { FlowKey, FlowTable } from "./flows.ts";
import { Fragments } from "./fragments.ts";
import { ShapeMeter } from "./shape.ts";
import { Stream } from "./stream.ts";

const TEXT = new TextEncoder().encode("abcdefghijklmnopqrstuvwxyz");

function streamed(
  segments: readonly (readonly [sequence: number, from: number, to: number])[],
  begin?: number,
): string {
  let text = "";
  const s = new Stream((b) => {
    text += new TextDecoder().decode(b);
    return true;
  });
  if (begin !== undefined) s.begin(begin);
  for (const [sequence, from, to] of segments) s.push(sequence, TEXT.subarray(from, to));
  return text;
}

test("segments in any order, twice, overlapping, around the end of the numbers", () => {
  assert.equal(
    streamed([
      [0, 0, 3],
      [3, 3, 6],
      [6, 6, 9],
    ]),
    "abcdefghi",
  );
  assert.equal(
    streamed(
      [
        [6, 6, 9],
        [0, 0, 3],
        [3, 3, 6],
        [0, 0, 3],
      ],
      0,
    ),
    "abcdefghi",
  );
  assert.equal(
    streamed(
      [
        [0, 0, 5],
        [3, 3, 9],
        [0, 0, 9],
      ],
      0,
    ),
    "abcdefghi",
  );
  const top = 2 ** 32 - 2;
  assert.equal(
    streamed(
      [
        [4, 6, 9],
        [1, 3, 6],
        [top, 0, 3],
      ],
      top,
    ),
    "abcdefghi",
  );
});

test("bytes that were sent once are not replaced by what comes later with the same number", () => {
  let text = "";
  const s = new Stream((b) => {
    text += new TextDecoder().decode(b);
    return true;
  });
  s.push(0, TEXT.subarray(0, 4));
  s.push(2, TEXT.subarray(20, 26));
  assert.equal(text, "abcdwxyz");
});

test("a hole that does not close ends the reading; a reader that has enough, too", () => {
  const s = new Stream(() => true);
  s.begin(0);
  for (let i = 1; i < 200; i++) s.push(i * 2000, new Uint8Array(1000));
  assert.deepEqual([s.done, s.hole], [true, true]);
  let calls = 0;
  const once = new Stream(() => ++calls < 2);
  for (let i = 0; i < 5; i++) once.push(i, TEXT.subarray(i, i + 1));
  assert.deepEqual([calls, once.done, once.hole], [2, true, false]);
});

test("parts of a packet in any order; overlapping ones make none; old ones are given up", () => {
  const b = new Uint8Array(100).map((_, i) => i);
  const part = (start: number, end: number, offset: number, more: boolean) => ({
    ...newIp(),
    id: 7,
    protocol: 17,
    fragment: true,
    start,
    end,
    offset,
    more,
  });
  const all = [part(0, 8, 0, true), part(8, 16, 8, true), part(16, 20, 16, false)];
  for (const order of [
    [0, 1, 2],
    [2, 0, 1],
    [1, 2, 0],
  ]) {
    const f = new Fragments();
    const got = order.map((i) => f.take(b, all[i]!, 0));
    assert.deepEqual(got.slice(0, 2), [undefined, undefined]);
    assert.deepEqual([...got[2]!], [...b.subarray(0, 20)]);
    assert.equal(f.lost, 0);
  }
  const evil = new Fragments();
  evil.take(b, part(0, 8, 0, true), 0);
  evil.take(b, part(4, 12, 4, true), 0);
  assert.equal(evil.lost, 1);
  const old = new Fragments();
  old.take(b, all[0]!, 0);
  old.take(b, all[1]!, 100);
  assert.equal(old.take(b, all[2]!, 101), undefined);
  const many = new Fragments();
  for (let i = 0; i < 1000; i++) many.take(b, { ...all[0]!, id: i }, 0);
  assert.equal(many.lost, 1000 - 256);
});

test("both directions are one flow; what is swept is gone, and the rest is found", () => {
  const r = createRandom(7);
  const table = new FlowTable(2048);
  const key = new FlowKey();
  const made = Array.from({ length: 1800 }, () => Uint8Array.from({ length: 12 }, () => r.below(4)));
  const set = (b: Uint8Array, back: boolean): void =>
    back ? key.set(b, 4, 0, 4, 6, (b[9]! << 8) | b[10]!, b[8]!) : key.set(b, 0, 4, 4, 6, b[8]!, (b[9]! << 8) | b[10]!);
  const known = new Map<string, number>();
  for (const b of made) {
    set(b, false);
    const at = table.get(key);
    const name = [...key.words].join(" ");
    assert.equal(at, known.get(name) ?? -1);
    if (at < 0) known.set(name, table.add(key));
    const swapped = key.swapped;
    set(b, true);
    assert.equal(table.get(key), known.get(name));
    if (key.words[1] !== key.words[5] || key.words[9]! >>> 16 !== (key.words[9]! & 0xffff))
      assert.notEqual(key.swapped, swapped);
  }
  assert.equal(table.size, known.size);
  assert.ok(table.size > 1024);
  table.sweep((n) => n % 2 === 0);
  for (const [i, b] of made.entries()) {
    set(b, i % 3 === 0);
    const n = known.get([...key.words].join(" "))!;
    assert.equal(table.get(key), n % 2 === 0 ? -1 : n);
  }
});

test("a video's bursts have one pace; a download's have none", () => {
  const video = new ShapeMeter();
  for (let tenth = 0; tenth < 600; tenth++)
    for (let i = 0; i < (tenth % 20 === 0 ? 12 : 3); i++) video.add(Math.floor(tenth / 10), (tenth % 10) * 1e8, 1400);
  const { burstPeriod, burstAlike, longestBusy, large } = video.end();
  assert.deepEqual([burstPeriod, burstAlike, large], [2, 1, 1]);
  assert.ok(longestBusy >= 59);
  const r = createRandom(3);
  const other = new ShapeMeter();
  for (let tenth = 0; tenth < 600; tenth++) other.add(Math.floor(tenth / 10), (tenth % 10) * 1e8, 1000 + r.below(400));
  assert.equal(other.end().burstPeriod, undefined);
  // A file that goes in pieces, at one pace, and rests between them.
  const pieces = new ShapeMeter();
  for (let tenth = 0; tenth < 600; tenth++)
    for (let i = 0; i < (tenth % 20 < 4 ? 30 : 0); i++) pieces.add(Math.floor(tenth / 10), (tenth % 10) * 1e8, 1400);
  assert.equal(pieces.end().burstPeriod, undefined);
  // Something else went up long before: the video counts all the same.
  const late = new ShapeMeter();
  for (let i = 0; i < 200; i++) late.add(0, 0, 1400);
  for (let tenth = 3000; tenth < 3600; tenth++)
    for (let i = 0; i < (tenth % 30 === 0 ? 16 : 3); i++) late.add(Math.floor(tenth / 10), (tenth % 10) * 1e8, 1100);
  const found = late.end();
  assert.deepEqual([found.burstPeriod, found.burstAlike], [3, 1]);
  const quiet = new ShapeMeter();
  quiet.add(0, 0, 100);
  assert.deepEqual(quiet.end(), { busySeconds: 0, longestBusy: 0, large: 0 });
});

test("memory of a packet in parts that is used again holds nothing of the one before", () => {
  const b = new Uint8Array(100).fill(7);
  const part = (id: number, offset: number, size: number, more: boolean) => ({
    ...newIp(),
    ...{ id, offset, more, fragment: true, start: 20, end: 20 + size },
  });
  const f = new Fragments();
  f.take(b, part(1, 0, 64, true), 0);
  assert.deepEqual(f.take(b, part(1, 64, 8, false), 0)?.length, 72);
  // Two last parts: a hole stays empty.
  f.take(b, part(2, 16, 8, false), 0);
  assert.deepEqual([...f.take(b, part(2, 8, 8, false), 0)!], [...new Uint8Array(8), ...new Uint8Array(8).fill(7)]);
});
