/** HTTP/2: frames and what HPACK packs. @module */
import { Http2Heads } from "@contraluz/formats/http2/index.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const utf8 = new TextEncoder();
const hex = (s: string): number[] => (s.match(/../g) ?? []).map((x) => Number.parseInt(x, 16));
const frame = (type: number, flags: number, body: readonly number[]): number[] => [
  ...[body.length >> 16, (body.length >> 8) & 255, body.length & 255, type, flags, 0, 0, 0, 1],
  ...body,
];
const PREFACE = [...utf8.encode("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")];
// RFC 7541, C.4 and C.6.
const ASKED = [
  "828684418cf1e3c2e5f23a6ba0ab90f4ff",
  "828684be5886a8eb10649cbf",
  "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
];
const ANSWERED = [
  "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
  "4883640effc1c0bf",
];
const seeds: readonly Parts[] = [
  [Uint8Array.from([...PREFACE, ...frame(4, 0, []), ...ASKED.flatMap((h) => frame(1, 4, hex(h)))])],
  [
    Uint8Array.from([
      ...frame(4, 0, [0, 1, 0, 0, 16, 0]),
      ...ANSWERED.flatMap((h) => [...frame(1, 0, hex(h).slice(0, 3)), ...frame(9, 4, hex(h).slice(3))]),
    ]),
  ],
];
const tokens = [Uint8Array.of(0x3f, 0xe1, 0x1f), Uint8Array.of(0xff, 0xff, 0xff), Uint8Array.from(frame(9, 4, []))];

const bombs: Readonly<Record<string, Bomb>> = {
  "a table that is filled and asked for again and again": () => [
    Uint8Array.from([
      ...frame(1, 4, [0x40, 1, 0x61, 0x7f, 0x81, 0x1e, ...new Array<number>(4000).fill(0x62)]),
      ...Array.from({ length: 2000 }, () => frame(1, 4, new Array<number>(15).fill(0xbe))).flat(),
    ]),
  ],
  "a block that never ends": () => [
    Uint8Array.from([
      ...frame(1, 0, [0x82]),
      ...Array.from({ length: 400 }, () => frame(9, 0, new Array<number>(1000).fill(0x82))).flat(),
    ]),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const heads = new Http2Heads((head) => {
      tally.values++;
      if (head.method === undefined && head.status === undefined) throw new Error("a head of nothing");
    });
    for (let at = 0; at < bytes!.length; at += 50) heads.take(bytes!.subarray(at, at + 50));
    if (heads.held > 1 << 18) throw new Error(`${heads.held} B wait`);
    if (heads.done) tally.report({ code: "capture-damaged", found: "frames", lost: "bytes" });
  },
  bombs,
};
