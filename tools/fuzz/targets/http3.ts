/** HTTP/3: packets of QUIC that were opened, their frames, the streams in them, and what QPACK packs. The first byte of a part says from whom it comes. @module */
import { Http3Heads } from "@contraluz/formats/http3/index.ts";
import { eachFrame } from "@contraluz/formats/quic/frames.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const hex = (s: string): number[] => (s.replace(/\s/g, "").match(/../g) ?? []).map((x) => Number.parseInt(x, 16));
/** A part of a stream, with its place and its length. */
const stream = (id: number, offset: number, body: readonly number[]): number[] => [
  ...[0x0e, id, 0x40 | (offset >> 8), offset & 255, 0x40 | (body.length >> 8), body.length & 255],
  ...body,
];
// RFC 9204, appendix B.
const ENCODER = hex("02 3fbd01 c00f7777772e6578616d706c652e636f6d c10c2f73616d706c652f70617468");
const SETTINGS = hex("00 04 03 01 40dc");
const HEAD = hex("01 06 0381 d1 d7 10 11");
const PLAIN = hex("01 15 0000 d1 d7 500f7777772e6578616d706c652e636f6d c1");
const ANSWER = hex("21 02 6161 01 03 0000 d8 01 03 0000 d9 00 02 6162");

const packet = (up: boolean, ...frames: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([up ? 1 : 0, ...frames.flat()]);
const seeds: readonly Parts[] = [
  [
    packet(true, stream(0, 0, HEAD.slice(0, 3)), [0, 0, 1]),
    packet(false, [2, 5, 0, 0, 1], stream(3, 0, SETTINGS)),
    packet(true, stream(2, 0, ENCODER.slice(0, 9)), stream(0, 3, HEAD.slice(3))),
    packet(true, stream(2, 9, ENCODER.slice(9))),
    packet(false, stream(0, 4, ANSWER.slice(4)), stream(0, 0, ANSWER.slice(0, 4))),
  ],
  [packet(true, stream(4, 0, PLAIN), stream(8, 0, PLAIN)), packet(false, stream(8, 0, ANSWER), [0x1c, 0, 0, 0])],
];
const tokens = [Uint8Array.of(0x3f, 0xe1, 0x1f), Uint8Array.of(0xff, 0xff, 0xff), Uint8Array.from(HEAD)];

const bombs: Readonly<Record<string, Bomb>> = {
  "streams that all wait for their beginning": () =>
    Array.from({ length: 3000 }, (_, i) =>
      Uint8Array.from([1, 0x0e, 0x80, 0, (i * 4) >> 8, (i * 4) & 255, 0x41, 0, 0x43, 0xe8, ...new Array<number>(1000)]),
    ),
  "a table that is filled and asked for again and again": () => [
    packet(
      true,
      stream(2, 0, [2, ...hex("3fe1ff03"), 0x40 | 1, 0x61, 0x7f, 0x81, 0x1e, ...new Array<number>(4000).fill(0x62)]),
    ),
    ...Array.from({ length: 1000 }, (_, i) =>
      packet(true, [0x0c, 2, 0x50, 0, ...new Array<number>(1000).fill(i & 31)]),
    ),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive(parts, tally) {
    const heads = new Http3Heads((_, head) => {
      tally.values++;
      if (head.method === undefined && head.status === undefined) throw new Error("a head of nothing");
    });
    for (const p of parts) {
      const up = (p[0] ?? 0) % 2 === 1;
      const whole = eachFrame(p.subarray(1), {
        part(id, offset, bytes) {
          if (id >= 0) heads.part(up, { stream: id, offset, bytes });
        },
      });
      if (!whole) tally.report({ code: "capture-damaged", found: "frames", lost: "bytes" });
    }
    if (heads.held > 1 << 23) throw new Error(`${heads.held} B wait`);
    if (heads.lost > 0) tally.report({ code: "capture-damaged", found: "heads", lost: "bytes" });
  },
  bombs,
};
