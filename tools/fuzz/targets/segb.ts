/** Files of small events (Biome), in both forms. @module */
import { readSegb } from "@contraluz/formats/segb/index.ts";
import { type Made, segb1, segb2 } from "../../../packages/formats/src/segb/segb.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const entries: readonly Made[] = Array.from({ length: 12 }, (_, i) => ({
  data: new Uint8Array(i * 3).fill(i),
  time: 700_000_000 + i,
  state: i % 5 === 4 ? 3 : 1,
}));
const seeds: readonly Parts[] = [[segb1(entries)], [segb2(entries)], [segb2(entries, [[11, 3]])]];
const tokens = [new TextEncoder().encode("SEGB"), new Uint8Array([0xff, 0xff, 0xff, 0x7f])];

const bombs: Readonly<Record<string, Bomb>> = {
  "a list that says two thousand million entries": () => {
    const bytes = segb2(entries);
    new DataView(bytes.buffer).setInt32(4, 0x7fffffff, true);
    return [bytes];
  },
  "sixty thousand places of the same bytes": () => [
    segb2(
      [{ data: new Uint8Array(65_536), time: 1 }],
      Array.from({ length: 60_000 }, () => [65_544, 1] as const),
    ),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    for (const e of readSegb(bytes!, tally.report)) {
      tally.values++;
      if (e.offset + e.data.length > bytes!.length) throw new Error("an entry beyond its file");
    }
  },
  bombs,
};
