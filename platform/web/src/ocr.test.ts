/** The browser's reader of letters: its table is read as the command's is, and it reads, here with the core's own files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nodePlatform } from "@contraluz/platform-node";
import { wordsOf } from "@contraluz/platform-node/ocr/tsv.ts";
import { supportFile } from "@contraluz/platform-node/support.ts";
import { tsvWords, webOcr } from "./ocr.ts";

test("the table of tesseract gives the same words here and in the command", () => {
  const row = (line: number, word: number, text: string, sure = "91.5"): string =>
    `5\t1\t1\t1\t${line}\t${word}\t10\t20\t30\t12\t${sure}\t${text}`;
  const tsv = [
    "level\tpage_num",
    "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t",
    row(1, 1, "Rosa"),
    row(1, 2, " "),
    row(1, 3, "Nava", "-3"),
    row(2, 1, "a\tb", "101"),
    "5\t1\t1\t1\t2\t2\tx\t0\t0\t0\t5\tno",
    "5\t1",
    row(3, 1, "x".repeat(500)),
  ].join("\n");
  assert.deepEqual(tsvWords(tsv), wordsOf(tsv));
  assert.deepEqual(
    tsvWords(tsv).map((w) => [w.text.slice(0, 4), w.line, w.confidence]),
    [
      ["Rosa", 0, 91.5],
      ["Nava", 0, 0],
      ["a b", 1, 100],
      ["xxxx", 2, 91.5],
    ],
  );
});

test("a language that was not brought is said, and the next one is tried anew", async () => {
  const asked: string[] = [];
  const ocr = webOcr(nodePlatform({ workers: 0 }), async (name) => {
    asked.push(name);
    return name.startsWith("ocr/spa") ? undefined : supportFile(name);
  });
  const image = { width: 40, height: 40, gray: new Uint8Array(1600).fill(255) };
  await assert.rejects(ocr(image, "spa"), { code: "ocr-missing" });
  assert.deepEqual(asked.sort(), ["ocr/spa.traineddata.gz", "ocr/tesseract-core-simd-lstm.wasm"]);
  await assert.rejects(ocr(image, "spa"), { code: "ocr-missing" });
});
