import assert from "node:assert/strict";
import { test } from "node:test";
import { inked, makePdf, pdfOf } from "../../../../tools/fuzz/documents.ts";
import { drawPage, looksLikePdf, openPdf, PdfError, type PdfPage } from "./index.ts";

async function pages(bytes: Uint8Array): Promise<PdfPage[]> {
  const file = await openPdf(bytes);
  const out: PdfPage[] = [];
  for (let i = 1; i <= file.pages; i++) out.push(await file.page(i));
  await file.close();
  return out;
}

const words = (p: PdfPage): string[] => p.parts.flatMap((x) => (x.kind === "word" ? [x.text] : []));

test("words with their places, in pixels from above", async () => {
  const [p] = await pages(pdfOf([{ content: "BT /F1 10 Tf 20 80 Td (Rosa Nava) Tj 0 -20 Td (en L\\351on) Tj ET" }]));
  assert.deepEqual(words(p!), ["Rosa", "Nava", "en", "Léon"]);
  assert.equal(p!.dpi, 150);
  const k = 150 / 72;
  const first = p!.parts[0]!;
  assert.ok(first.kind === "word" && first.visible);
  // Courier is 0.6 of its size wide; the line lies 20 points from above.
  assert.ok(Math.abs(first.box[0] - 20 * k) < 1 && Math.abs(first.box[2] - 44 * k) < 1, String(first.box));
  assert.ok(first.box[1] < 20 * k && first.box[3] > 20 * k);
});

test("letters that are set one by one are joined to words by their distance", async () => {
  const content = "BT /F1 10 Tf 20 80 Td (R) Tj 6 0 Td (o) Tj 6 0 Td (s) Tj 6 0 Td (a) Tj 14 0 Td (N) Tj ET";
  assert.deepEqual(words((await pages(pdfOf([{ content }])))[0]!), ["Rosa", "N"]);
});

test("text that is not painted is told as such", async () => {
  const [p] = await pages(pdfOf([{ content: "BT 3 Tr /F1 10 Tf 20 80 Td (oculto) Tj 0 Tr ( a la vista) Tj ET" }]));
  const seen = p!.parts.flatMap((x) => (x.kind === "word" ? [[x.text, x.visible]] : []));
  assert.deepEqual(seen[0], ["oculto", false]);
  assert.deepEqual(seen.at(-1), ["vista", true]);
});

test("pictures and bars are drawn where they lie, also on a turned page", async () => {
  const content = "q 200 0 0 100 0 0 cm /Im0 Do Q 0 g 100 50 40 20 re f";
  for (const rotate of [0, 90, 180, 270]) {
    const [p] = await pages(pdfOf([{ content, picture: inked(10, 10, 60, 40), rotate }]));
    const s = drawPage(p!);
    const turned = rotate === 90 || rotate === 270;
    assert.deepEqual([s.width, s.height], turned ? [100, 200] : [200, 100], `size at ${rotate}`);
    /** A place of the page as it was written. */
    const at = (x: number, y: number): number => {
      const [u, v] = { 0: [x, y], 90: [99 - y, x], 180: [199 - x, 99 - y], 270: [y, 199 - x] }[rotate] as [
        number,
        number,
      ];
      return s.gray[v * s.width + u]!;
    };
    assert.equal(at(120, 40), 0, `the bar at ${rotate}`);
    assert.equal(at(20, 12), 20, `ink at ${rotate}`);
    assert.equal(at(150, 80), 250, `paper at ${rotate}`);
  }
});

test("a bar that is a note is told from one that is drawn", async () => {
  const annots =
    "<< /Type /Annot /Subtype /Square /F 4 /Rect [20 20 80 40] /C [0 0 0] /IC [0 0 0] /AP << /N 7 0 R >> >>";
  const bytes = makePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [6 0 R] >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    { head: "", data: new TextEncoder().encode("0 g 100 50 40 20 re f") },
    "null",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << >> /Contents 4 0 R /Annots [${annots}] >>`,
    {
      head: "/Type /XObject /Subtype /Form /BBox [0 0 60 20]",
      data: new TextEncoder().encode("0 g 0 0 60 20 re f"),
    },
  ]);
  const fills = (await pages(bytes))[0]!.parts.flatMap((x) => (x.kind === "fill" ? [x] : []));
  assert.deepEqual(
    fills.map((f) => f.annotation),
    [false, true],
  );
  assert.deepEqual(
    fills[1]!.box.map((v) => Math.round((v / 150) * 72)),
    [20, 60, 80, 80],
  );
});

test("what is no PDF, or a part of one, is refused with a reason", async () => {
  assert.ok(looksLikePdf(new TextEncoder().encode("\n%PDF-1.4")));
  assert.ok(!looksLikePdf(new TextEncoder().encode("%PD-1.4")));
  await assert.rejects(
    openPdf(new TextEncoder().encode("%PDF-1.4\nnada")),
    (e) => e instanceof PdfError && e.why === "damaged",
  );
});
