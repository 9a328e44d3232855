/** Binary XML of Android. @module */
import { abx, type Element } from "../../../packages/formats/src/abx/abx.fixture.ts";
import { readAbx } from "../../../packages/formats/src/abx/index.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const key = (n: number): Element => ({
  name: "adbKey",
  attributes: { key: `QAAAA${n} ana@casa`, lastConnection: BigInt(n), on: n % 2 === 0, none: null },
});
const seeds: readonly Parts[] = [
  [abx({ name: "keyStore", attributes: { version: 1 }, inner: Array.from({ length: 9 }, (_, n) => key(n)) })],
  [abx({ name: "a", inner: [{ name: "b", inner: ["uno", { name: "c", attributes: { raw: new Uint8Array(9) } }] }] })],
];
const tokens = [new Uint8Array([0xff, 0xff, 0xff, 0xff]), new Uint8Array([0x32, 0, 0]), new Uint8Array([0x33, 0, 0])];

const bombs: Readonly<Record<string, Bomb>> = {
  "a million elements, one in the other": () => {
    const bytes = new Uint8Array(3_000_008).fill(0);
    bytes.set([0x41, 0x42, 0x58, 0, 0x10, 0x32, 0xff, 0xff]);
    for (let at = 11; at < bytes.length; at += 3) bytes[at] = 0x32;
    return [bytes];
  },
  "a million attributes of one name": () => {
    const bytes = new Uint8Array(3_000_011).fill(0);
    bytes.set([0x41, 0x42, 0x58, 0, 0x10, 0x32, 0xff, 0xff, 0, 1, 0x61]);
    for (let at = 11; at < bytes.length; at += 3) bytes[at] = 0x1f;
    return [bytes];
  },
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    for (const e of readAbx(bytes!, tally.report)) {
      tally.values++;
      if (e.offset >= bytes!.length) throw new Error("a token beyond its file");
    }
  },
  bombs,
};
