/** Reading letters with the core that comes along, offline: a word drawn from dots, and the table of both readers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { supportFile } from "../support.ts";
import { readWithCore } from "./core.ts";
import { wordsOf } from "./tsv.ts";

/** Capital letters on a grid of 5 by 7. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "01110 10001 10001 11111 10001 10001 10001",
  E: "11111 10000 10000 11110 10000 10000 11111",
  H: "10001 10001 10001 11111 10001 10001 10001",
  L: "10000 10000 10000 10000 10000 10000 11111",
  T: "11111 00100 00100 00100 00100 00100 00100",
};

function drawn(text: string, dot: number): { width: number; height: number; gray: Uint8Array } {
  const width = (text.length * 6 + 12) * dot;
  const height = 21 * dot;
  const gray = new Uint8Array(width * height).fill(255);
  for (const [i, letter] of [...text].entries())
    for (const [r, row] of (LETTERS[letter] ?? "").split(" ").entries())
      for (const [c, on] of [...row].entries())
        if (on === "1")
          for (let y = 0; y < dot; y++)
            gray.fill(
              0,
              ((7 + r) * dot + y) * width + (6 + i * 6 + c) * dot,
              ((7 + r) * dot + y) * width + (7 + i * 6 + c) * dot,
            );
  return { width, height, gray };
}

test("letters are read without a network, with their place and how sure the reader is", async () => {
  const image = drawn("LA TELA HALLE", 6);
  const { engine, words } = await readWithCore({ ...image, dpi: 200 }, "spa");
  assert.match(engine, /^tesseract\.js-core \d/);
  assert.match(words.map((w) => w.text).join(" "), /TELA/);
  for (const w of words) {
    assert.ok(w.x >= 0 && w.y >= 0 && w.x + w.w <= image.width && w.y + w.h <= image.height);
    assert.ok(w.confidence >= 0 && w.confidence <= 100);
  }
});

test("as one block, what stands on one height is one line; the next page is parted again by what is on it", async () => {
  const [left, right] = [drawn("HE", 4), drawn("LATE", 4)];
  const [width, height] = [900, 6 * left.height];
  const gray = new Uint8Array(width * height).fill(255);
  const put = (s: typeof left, x: number, y: number): void => {
    for (let r = 0; r < s.height; r++) gray.set(s.gray.subarray(r * s.width, (r + 1) * s.width), (y + r) * width + x);
  };
  for (let i = 0; i < 6; i++) {
    put(left, 0, i * left.height);
    put(right, 600, i * left.height);
  }
  const lines = async (layout?: "block"): Promise<number> => {
    const { words } = await readWithCore({ width, height, gray, dpi: 200, ...(layout && { layout }) }, "spa");
    return new Set(words.map((w) => w.line)).size;
  };
  assert.deepEqual([await lines("block"), await lines(), await lines("block")], [6, 12, 6]);
});

test("the table: words of one line share a number; rows that are none are passed over", () => {
  const row = (line: number, word: number, text: string): string =>
    `5\t1\t1\t1\t${line}\t${word}\t10\t20\t30\t12\t91.5\t${text}`;
  const tsv = [
    "level\tpage_num",
    "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t",
    row(1, 1, "Rosa"),
    row(1, 2, " "),
    row(1, 3, "Nava"),
    row(2, 1, "hoy"),
    "5\t1\t1\t1\t2\t2\tx\t0\t0\t0\t5\tno",
    "5\t1",
  ];
  assert.deepEqual(
    wordsOf(tsv.join("\n")).map((w) => [w.text, w.line, w.confidence]),
    [
      ["Rosa", 0, 91.5],
      ["Nava", 0, 91.5],
      ["hoy", 1, 91.5],
    ],
  );
});

test("files that libraries bring along: by names of ours alone", async () => {
  assert.ok((await supportFile("pdf/wasm/jbig2.wasm"))?.subarray(0, 4).every((v, i) => v === [0, 0x61, 0x73, 0x6d][i]));
  assert.ok(await supportFile("ocr/eng.traineddata.gz"));
  for (const name of [
    "pdf/../package.json",
    "ocr//etc/passwd",
    "/etc/passwd",
    "other/x",
    "ocr/deu.traineddata.gz",
    "pdf/.hidden",
  ])
    assert.equal(await supportFile(name), undefined, name);
});
