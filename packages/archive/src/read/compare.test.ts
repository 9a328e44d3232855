import assert from "node:assert/strict";
import { test } from "node:test";
import type { PdfWord } from "@contraluz/formats/pdf/index.ts";
import type { PageWord } from "../pages/index.ts";
import { alike, compareLayer } from "./compare.ts";
import type { Gray } from "./sheet.ts";

const TEXT =
  "El suscrito informa que Ramiro Covarrubias Tapia acudió a la reunión del sindicato en compañía de Elena Mondragón según consta en el expediente 48213 de esta oficina".split(
    " ",
  );

/** Words in rows of six, on a sheet with ink below each that is `seen`. */
function page(layer: readonly string[], read: readonly string[], seen: readonly boolean[] = read.map(() => true)) {
  const width = 700;
  const height = 40 + 30 * Math.ceil(Math.max(layer.length, read.length) / 6);
  const gray = new Uint8Array(width * height).fill(240);
  const box = (i: number) => {
    const [x, y] = [10 + (i % 6) * 112, 10 + Math.floor(i / 6) * 30];
    return [x, y, x + 104, y + 18] as const;
  };
  for (const [i, ink] of seen.entries()) {
    const [x0, y0, x1, y1] = box(i);
    if (ink) for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x += 4) gray[y * width + x] = 20;
  }
  const words = layer.map((text, i): PdfWord => ({ kind: "word", text, box: box(i), visible: false }));
  const ours = read.map((text, i): PageWord => ({ text, box: box(i), confidence: 95 })).filter((w) => w.text !== "");
  const sheet: Gray = { width, height, gray };
  return compareLayer(words, ours, sheet, 150);
}

const swap = (i: number, by: string): string[] => TEXT.map((w, k) => (k === i ? by : w));

test("likeness: accents, case and what is mixed up cost nothing, other letters do", () => {
  assert.equal(alike("MONDRAGÓN", "Mondragon,"), 1);
  assert.equal(alike("C0varrub1as", "Covarrubias"), 1);
  assert.ok(alike("Covarrubias", "Covarruhias") > 0.85);
  assert.ok(alike("Ramiro", "Elena") < 0.4);
});

test("a layer that says what the page shows has no finding", () => {
  const c = page(TEXT, TEXT);
  assert.deepEqual([c.agree, c.reach, c.findings], [1, 1, []]);
});

test("a name or a figure that the layer says otherwise is a finding, with both", () => {
  const name = page(swap(5, "Gutiérrez"), TEXT);
  assert.deepEqual(
    name.findings.map((f) => [f.how, f.seen, f.layer]),
    [["substituted", "Covarrubias", "Gutiérrez"]],
  );
  const figure = page(swap(TEXT.indexOf("48213"), "97706"), TEXT);
  assert.deepEqual(
    figure.findings.map((f) => f.how),
    ["substituted"],
  );
});

test("a layer that was only read badly is none", () => {
  const bad = TEXT.map((w, i) => (w.length < 4 || i % 3 === 0 ? w : `${w.slice(0, 1)}x${w.slice(2, -1)}k`));
  assert.deepEqual(page(bad, TEXT).findings, []);
  const few = page(TEXT.slice(0, 6), TEXT);
  assert.deepEqual(few.findings, []);
  assert.ok(few.reach < 0.5);
});

test("a layer of another page, and words where nothing stands", () => {
  const other =
    "Relación de gastos menores correspondientes al segundo trimestre con cargo a partida presupuestal autorizada por jefatura superior y pagos realizados durante dicho periodo".split(
      " ",
    );
  assert.deepEqual(
    page(other, TEXT).findings.map((f) => f.how),
    ["other-page"],
  );
  const more = [...TEXT, "Rosa", "Díaz", "624-3388"];
  const hidden = page(more, [...TEXT, "", "", ""], [...TEXT.map(() => true), false, false, false]);
  assert.deepEqual(
    hidden.findings.map((f) => [f.how, f.letters]),
    [["hidden-words", 15]],
  );
  assert.ok(!JSON.stringify(hidden.findings).includes("Rosa"), "they may have been whitened: which words is not said");
});
