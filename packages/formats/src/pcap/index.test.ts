import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Problem } from "@contraluz/core";
import { type CaptureNote, CaptureReader, captureFormat } from "./index.ts";
import {
  block,
  describeInterface,
  enhanced,
  type Frame,
  joined,
  nameBlock,
  pcap,
  pcapng,
  section,
} from "./pcap.fixture.ts";

const FRAMES: readonly Frame[] = [
  { seconds: 1_772_000_000, nanos: 123_456_000, bytes: Uint8Array.of(1, 2, 3) },
  { seconds: 1_772_000_001, nanos: 999_999_000, bytes: new Uint8Array(1514).fill(7), length: 2000 },
  { seconds: 1_772_000_002, bytes: Uint8Array.of(9) },
];

interface Got {
  readonly packets: string[];
  readonly notes: CaptureNote[];
  readonly problems: Problem[];
  readonly ok: boolean;
}

function read(file: Uint8Array, step = file.length): Got {
  const got: Got = { packets: [], notes: [], problems: [], ok: true };
  const reader = new CaptureReader(
    {
      packet(p) {
        const body = [...p.bytes.subarray(p.start, p.end)];
        got.packets.push(
          `${p.number} ${p.seconds}.${String(p.nanos).padStart(9, "0")} ${p.link} ${body.length}/${p.length} ${body[0]} ${p.comment ?? ""}`.trim(),
        );
        assert.ok(p.offset < file.length);
      },
      note: (n) => void got.notes.push(n),
    },
    (p) => void got.problems.push(p),
  );
  for (let at = 0; at < file.length; at += step) reader.take(file.slice(at, at + step));
  return { ...got, ok: reader.end() };
}

const EXPECTED = [
  "1 1772000000.123456000 1 3/3 1",
  "2 1772000001.999999000 1 1514/2000 7",
  "3 1772000002.000000000 1 1/1 9",
];

describe("captures", () => {
  for (const format of ["pcap", "pcapng"] as const)
    for (const little of [true, false])
      for (const nanos of [true, false])
        test(`${format}, ${little ? "little" : "big"} endian, ${nanos ? "ns" : "us"}, in pieces of any size`, () => {
          const file = (format === "pcap" ? pcap : pcapng)(FRAMES, { little, nanos });
          assert.equal(captureFormat(file), format);
          for (const step of [file.length, 1, 7, 100, 1000]) {
            const got = read(file, step);
            assert.deepEqual(got.packets, EXPECTED, `pieces of ${step}`);
            assert.deepEqual([got.problems, got.ok], [[], true]);
          }
        });

  test("nanoseconds stay whole", () => {
    const frame = { seconds: 1_772_000_000, nanos: 123_456_789, bytes: Uint8Array.of(1) };
    for (const file of [pcap([frame], { nanos: true }), pcapng([frame], { nanos: true })])
      assert.deepEqual(read(file).packets, ["1 1772000000.123456789 1 1/1 1"]);
  });

  test("sections follow each other, each with its order and interfaces; comments, names, unknown blocks", () => {
    const file = joined(
      section(true, "hola"),
      describeInterface(1),
      enhanced({ ...FRAMES[0]!, comment: '{"lat":1}' }),
      nameBlock([192, 0, 2, 1], "camara.example"),
      block(0xbad, new Uint8Array(40)),
      block(10, new Uint8Array(16)),
      section(false),
      describeInterface(228, false),
      enhanced(FRAMES[2]!, false),
    );
    const got = read(file, 13);
    assert.deepEqual(got.packets, ['1 1772000000.123456000 1 3/3 1 {"lat":1}', "2 1772000002.000000000 228 1/1 9"]);
    const kinds = got.notes.map((n) => n.kind);
    assert.deepEqual(kinds, ["section", "interface", "name", "secrets", "section", "interface"]);
    assert.deepEqual(got.notes[2], { kind: "name", address: "192.0.2.1", name: "camara.example", offset: 136 });
    assert.deepEqual(got.problems, []);
  });

  test("a file that is cut tells so, and gives what it has", () => {
    for (const file of [pcap(FRAMES), pcapng(FRAMES)]) {
      const got = read(file.subarray(0, file.length - 3), 50);
      assert.deepEqual(got.packets, EXPECTED.slice(0, 2));
      assert.deepEqual(
        got.problems.map((p) => p.code),
        ["capture-damaged"],
      );
    }
  });

  test("after a frame whose length lies the next one is found", () => {
    const file = pcap(FRAMES);
    new DataView(file.buffer).setUint32(24 + 8, 0x7fffffff, true);
    const got = read(file);
    assert.deepEqual(got.packets, ["1 1772000001.999999000 1 1514/2000 7", "2 1772000002.000000000 1 1/1 9"]);
    assert.equal(got.problems.length, 1);
  });

  test("a block larger than any frame is passed over", () => {
    const file = joined(section(), describeInterface(1), enhanced(FRAMES[0]!));
    const large = block(6, new Uint8Array(2 << 20));
    const after = joined(enhanced(FRAMES[2]!));
    const all = new Uint8Array(file.length + large.length + after.length);
    all.set(file);
    all.set(large, file.length);
    all.set(after, file.length + large.length);
    const got = read(all, 100_000);
    assert.deepEqual(got.packets, [EXPECTED[0], "2 1772000002.000000000 1 1/1 9"]);
    assert.equal(got.problems.length, 1);
  });

  test("what is no capture", () => {
    for (const file of [
      new Uint8Array(100),
      new TextEncoder().encode("hola, esto no es una captura"),
      new Uint8Array(3),
    ])
      assert.deepEqual([read(file, 10).ok, read(file).packets], [false, []]);
  });
});

test("a wild time costs no frame; after damage, frames near the first one's time are found again", () => {
  const wild = [
    FRAMES[0]!,
    { seconds: 4_000_000_000, bytes: Uint8Array.of(2) },
    { seconds: 3, nanos: 3_000_000_000, bytes: Uint8Array.of(3) },
    FRAMES[2]!,
  ];
  const whole = read(pcap(wild));
  assert.deepEqual([whole.packets.length, whole.problems.length], [4, 0]);
  const file = pcap(wild.slice(0, 2));
  const junk = new Uint8Array(40).fill(0xff);
  const rest = pcap([FRAMES[2]!]).subarray(24);
  const { packets, problems } = read(joined(file, junk, rest));
  assert.deepEqual([packets.length, problems.map((p) => p.code)], [3, ["capture-damaged"]]);
});
