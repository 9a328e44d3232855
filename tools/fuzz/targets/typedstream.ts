/** The archived text of a message. @module */
import { attributedText } from "@contraluz/formats/typedstream/index.ts";
import { Archiver } from "../../../packages/formats/src/typedstream/archiver.fixture.ts";
import { attributedBody } from "../../../samples/lib/typedstream.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const ATTRIBUTED = ["NSAttributedString", "NSObject"];

function linked(little: boolean): Uint8Array {
  const a = new Archiver(little);
  return a
    .object("all", ATTRIBUTED, () => {
      a.string("mira esto ñandú").shared("iI").int(1).int(9);
      a.dictionary([
        ["__kIMLinkAttributeName", () => a.url("b?c", "https://a.example/x/")],
        ["NSLinkAttributeName", () => a.string("https://otra.example")],
        ["__kIMMessagePartAttributeName", () => a.number(0)],
        ["data", () => a.data(Uint8Array.from({ length: 30 }, (_, i) => i))],
      ]);
    })
    .done();
}

const seeds: readonly Parts[] = [
  [attributedBody("Hola, ¿ya llegaste?")],
  [attributedBody("largo ".repeat(60))],
  [linked(true)],
  [linked(false)],
  [linked(true)],
];
const tokens = [[0x84], [0x84, 0x84, 0x84], [0x85], [0x86], [0x81, 0xff, 0x7f], [0x82, 0xff, 0xff, 0xff, 0x7f], [0x92]]
  .map((b) => Uint8Array.from(b))
  .concat(
    ["NSURL", "NSString", "LinkAttributeName", "[9@]", "{a=@@}", "+", "@", "*", "#", ":"].map((s) =>
      new TextEncoder().encode(s),
    ),
  );

const SIZE = 16 << 20;
const from = (text: string, fill: (a: Archiver) => void): Uint8Array => {
  const a = new Archiver();
  a.object("all", ATTRIBUTED, () => {
    a.string(text);
    fill(a);
  });
  return a.done();
};

const bombs: Readonly<Record<string, Bomb>> = {
  "URLs on URLs on URLs": () => [
    from("x", (a) => {
      a.url(`https://a.example/${"y/".repeat(3000)}`);
      for (let i = 0; i < 3000; i++) a.url(`z${i}`, `https://a.example/${"y/".repeat(3000)}`);
    }),
  ],
  "texts that might begin, everywhere": () => [
    Uint8Array.from({ length: SIZE }, (_, i) =>
      i < 13 ? "\x04\x0bstreamtyped".charCodeAt(i) : [0x84, 1, 0x2b, 0x81][i & 3]!,
    ),
  ],
  "mentions of links without end": () => [
    new Uint8Array(Buffer.concat([attributedBody("x"), Buffer.from("NSURLinkAttribute".repeat(SIZE / 17))])),
  ],
  "a text of 16 MB": () => {
    const b = new Uint8Array(SIZE).fill(0x61);
    b.set(attributedBody("x").subarray(0, 79));
    b.set([0x82, 0, 0, 0xff, 0], 79);
    return [b];
  },
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  drive([bytes], tally) {
    const found = attributedText(bytes!);
    if (!found) tally.problems++;
    else tally.values += 1 + found.links.length;
  },
  bombs,
};
