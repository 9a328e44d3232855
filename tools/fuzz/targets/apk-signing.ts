/** Who signed an APK: its block, and messages of META-INF. @module */
import { blockSigners, jarSigners, type Signer } from "@contraluz/formats/apk-signing/index.ts";
import {
  block,
  certificate,
  message,
  V2,
  V3,
  V31,
  v2,
  v3,
} from "../../../packages/formats/src/apk-signing/apk-signing.fixture.ts";
import { sourceOf } from "../memory.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const [ana, eva] = [certificate("Ana", 7), certificate("Eva", 8, 1)];
const blocks = [
  block([
    [V2, v2(ana, eva)],
    [V3, v3(ana, [eva, ana])],
  ]),
  block([
    [0x42726577, new Uint8Array(500)],
    [V31, v3(eva)],
  ]),
];
const jar = message([ana, eva], [["Eva", 8]]);
const seeds: readonly Parts[] = blocks.map((b) => [b, jar]);
const tokens = [
  [0x30, 0x84],
  [0xa0, 0x82],
  [0xff, 0xff, 0xff, 0xff],
  [0, 0, 0, 0],
].map((b) => Uint8Array.from(b));

const bombs: Readonly<Record<string, Bomb>> = {
  "a hundred thousand signers of no bytes": () => [block([[V2, new Uint8Array(400_000)]]), jar],
  "a message of a million empty values": () => [blocks[0]!, new Uint8Array(2_000_000).fill(0x30)],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  async drive([bytes, der], tally) {
    const take = (list: readonly Signer[], size: number): void => {
      if (list.length > 200) throw new Error(`${list.length} signers`);
      for (const s of list) if (s.certificate.length > size) throw new Error("a certificate beyond its file");
      tally.values += list.length;
    };
    take(await blockSigners(sourceOf(bytes!), bytes!.length, tally.report), bytes!.length);
    take(jarSigners(der!, tally.report), der!.length);
  },
  bombs,
};
