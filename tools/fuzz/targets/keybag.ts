/** The keybag of an encrypted backup. @module */
import { readKeybag } from "@contraluz/formats/keybag/index.ts";
import { makeKeybag } from "../../../packages/evidence/src/ios-backup/backup.fixture.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const seeds: readonly Parts[] = [
  [new Uint8Array(makeKeybag("x", { dpic: 1, iter: 1 }).bag)],
  [new Uint8Array(makeKeybag("x", { dpic: 1, iter: 1, singleDerivation: true }).bag)],
];
const tokens = "UUID CLAS WRAP KTYP WPKY SALT ITER DPIC DPSL".split(" ").map((w) => new TextEncoder().encode(w));

const bombs: Readonly<Record<string, Bomb>> = {
  "a megabyte of empty tags": () => [Uint8Array.from({ length: 1 << 20 }, (_, i) => "UUID\0\0\0\0".charCodeAt(i & 7))],
  "a megabyte of classes": () => [
    new Uint8Array(Buffer.from("UUID\0\0\0\0CLAS\0\0\0\x04\0\0\0\x01".repeat(50_000), "latin1")),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const bag = readKeybag(bytes!, tally.report);
    if (!bag) return;
    tally.values += bag.classKeys.size;
    if (bag.salt.length > 1024 || !(bag.iterations >= 1)) throw new Error("a bag that cannot be");
  },
  bombs,
};
