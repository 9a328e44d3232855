/**
 * Forms of pictures that offices' scanners write and that need a decoder of pdf.js in WebAssembly: JBIG2 (made with jbig2enc 0.29, `-p`)
 * and JPEG 2000 (OpenJPEG 2.5, `opj_compress -r 50`), both black on the left half; and numbers of two bytes.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawPage, openPdf, type Sheet } from "@contraluz/formats/pdf/index.ts";
import { wrapPicture } from "@contraluz/formats/picture/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { makePdf, makeTiff } from "../../../../tools/fuzz/documents.ts";

const { support } = nodePlatform({ workers: 0 });

async function first(bytes: Uint8Array): Promise<Sheet> {
  const file = await openPdf(bytes, async (name) => support?.(`pdf/${name}`));
  const sheet = drawPage(await file.page(1));
  await file.close();
  return sheet;
}

/** A page that is one picture of 72 dots an inch. */
const pictured = (width: number, height: number, dict: string, base64: string): Uint8Array =>
  makePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>`,
    { head: "", data: new TextEncoder().encode(`q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q`) },
    {
      head: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${dict}`,
      data: new Uint8Array(Buffer.from(base64, "base64")),
    },
  ]);

const JBIG2 =
  "AAAAADAAAQAAABMAAABAAAAAEAAAAAAAAAAAAQAAAAAAASYAAQAAACgAAABAAAAAEAAAAAAAAAAAAAAD//3/Av7+/v9OFqGNJhYQGT//f/+s";

const JPX =
  "/0//UQApAAAAAAiYAAAAEAAAAAAAAAAAAAAImAAAABAAAAAAAAAAAAABBwEB/1IADAAAAAEAAAQEAAH/XAAEQED/ZAAlAAFDcmVhdGVkIGJ5IE" +
  "9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAAJPAAH/k/8/+8I/eEf7wj94R/7wj94R/vCP3hH/d4R+8I/3hH7wj/3hH7wj/eEfvCP/e8I/" +
  "Zau/SI/SI7+kR+kR/pEfpEe/0iP0iP8kR+kR/1Ij9Ij/JEfpEfv/JEfpEf6Q4BFQVK//f+83EVBUr/9/7zcRUFSv/3/vNxFQVK//f+83EVBUr/" +
  "9/7zcRUFSv/3/vNxFQVK//f+83EVBUr/9/7zcRUFSv/3/vNxFQVK//f+83EVBUr/9/7zcRUFSv/3/vNxFQVK//f+83EVBUr/9/7zcRUFSv/3/v" +
  "NxFQVK//f+83EVBUr/9/7zcRUFRN3n9oUJd9Gnrb/yc4rkAAAAGEhL/7RtAAAAAwkJfgnCAAAGEgtpxhIS/EacAAAMJBbTjCQl+I04AAAYSC2n" +
  "GEhL8RpwAAAwkFtOMJCX4jTgAABhILacYSEvxGnAAADCQW04wkJfiNOAAAGEgtpxhIS/EacAAAMJBbTjCQl+I04AAAYSC2nGEhL8RpwAAAwkFt" +
  "OMJCX4jTgAABhILacYSEvxGnAAADCQW04wkJfiNOAAAGEgtpxhIS/EacAAAMJBbTjCQl+I04AAAYSC2nGEhL8RoUAFyv/0auFxQAXK//Rq4XFA" +
  "Bcr/9GrhcUAFyv/0auFxQAXK//Rq4XFABcr/9GrhcUAFyv/0auFxQAXK//Rq4XFABcr/9GrhcUAFyv/0auFxQAXK//Rq4XFABcr/9GrhcUAFyv" +
  "/0auFxQAXK//Rq4XFABcr/9GrhcUAFyv/0auFxQAXK/5WW//2Q==";

test("JBIG2 is read dot for dot", async () => {
  const s = await first(pictured(64, 16, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", JBIG2));
  assert.deepEqual([s.width, s.height], [64, 16]);
  assert.deepEqual([s.gray[0], s.gray[31], s.gray[32], s.gray[16 * 64 - 1]], [0, 0, 255, 255]);
});

test("JPEG 2000 wider than a small canvas keeps all its dots", async () => {
  const s = await first(pictured(2200, 16, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode", JPX));
  assert.deepEqual([s.width, s.height], [2200, 16]);
  const row = s.gray.subarray(8 * 2200, 9 * 2200);
  assert.ok(row.subarray(0, 1080).every((v) => v < 40) && row.subarray(1120).every((v) => v > 215));
});

test("TIFF of numbers of two bytes, the smaller one first", async () => {
  const data = Uint8Array.from({ length: 80 * 30 }, (_, i) =>
    i % 2 === 0 ? 7 : Math.floor(i / 2) % 40 < 20 ? 10 : 200,
  );
  const { pdf, lost } = wrapPicture(makeTiff([{ width: 40, height: 30, data: [data], fields: { 258: 16 } }]));
  assert.deepEqual(lost, []);
  const s = await first(pdf!);
  assert.deepEqual([s.width, s.height, s.gray[0]], [40, 30, 10]);
  assert.ok(Math.abs(s.gray[39]! - 200) <= 1);
});
