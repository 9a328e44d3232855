/** Corrections of a page: history, and taking back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextCorrection } from "../open/write.ts";
import { type Correction, correctionLine, correctionOf, correctionsOf, standing } from "./correction.ts";

const PAGE = { doc: "ab".repeat(32), path: "caja/1.png", page: 2 };
const by = (n: number) => ({ by: "r1", at: `2026-11-26T05:00:0${n}.000Z` });

/** Writes texts (undefined: takes the last one back) one after the other; what the page shows after each. */
function write(texts: readonly (string | undefined)[]): { readonly all: Correction[]; readonly shown: string[] } {
  const [all, shown]: [Correction[], string[]] = [[], []];
  for (const [i, text] of texts.entries()) {
    const made = nextCorrection(all, { ...PAGE, read: "leído", shown: shown.at(-1) ?? "leído" }, text, by(i));
    if (typeof made === "string") shown.push(`${made}!`);
    else {
      const read = correctionOf(JSON.parse(correctionLine(made)));
      assert.deepEqual(read, made);
      all.push(made);
      shown.push(made.text);
    }
  }
  return { all, shown };
}

test("taking back goes step by step to what was read; nothing is lost of what was written", () => {
  const { all, shown } = write(["uno", "dos", undefined, undefined, undefined, "tres", undefined]);
  assert.deepEqual(shown, ["uno", "dos", "uno", "leído", "none!", "tres", "leído"]);
  assert.deepEqual(
    all.map((c) => [c.n, c.undoes]),
    [
      [1, undefined],
      [2, undefined],
      [3, 2],
      [4, 1],
      [5, undefined],
      [6, 5],
    ],
  );
  assert.deepEqual(standing(all), []);
});

test("a correction that says what stands there is none; those of other pages do not count", () => {
  assert.deepEqual(write(["uno", "uno"]).shown, ["uno", "same!"]);
  const other = { ...PAGE, page: 3, n: 1, text: "x", ...by(0) };
  assert.deepEqual(correctionsOf([other], PAGE), []);
  assert.equal(nextCorrection([other], { ...PAGE, read: "a", shown: "a" }, undefined, by(0)), "none");
});

test("a line with a wrong number of what it takes back is a correction without it", () => {
  const c = { ...PAGE, n: 1, text: "x", ...by(0) };
  for (const undoes of [0, -1, 1.5, "1", null, 1e9]) assert.deepEqual(correctionOf({ ...c, undoes }), c);
});
