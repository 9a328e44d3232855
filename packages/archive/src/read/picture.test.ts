import assert from "node:assert/strict";
import { test } from "node:test";
import type { Input } from "@contraluz/core";
import { openDocuments } from "@contraluz/evidence/documents/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../../../../tools/fuzz/archives.ts";
import { inked, JPEG, makePng, pdfOf, utf8 } from "../../../../tools/fuzz/documents.ts";
import type { Page } from "../pages/types.ts";
import { type PagePicture, type PictureFault, pictureSource, smaller } from "./picture.ts";

const platform = nodePlatform({ workers: 0 });

const sha = (bytes: Uint8Array): string => {
  const h = platform.sha256();
  h.update(bytes);
  return h.hex();
};

const file = (name: string, bytes: Uint8Array): Input => ({
  name,
  file: {
    kind: "host",
    size: bytes.length,
    handle: { size: bytes.length, read: async (at: number, n: number) => bytes.slice(at, at + n) },
  },
});

const memory = { ...platform, open: async (handle: unknown) => handle as Awaited<ReturnType<typeof platform.open>> };

async function asked(
  input: Input,
  pages: readonly Pick<Page, "doc" | "path" | "page">[],
): Promise<(PagePicture | PictureFault)[]> {
  const source = pictureSource(await openDocuments(input, { platform: memory, report: () => {} }), memory);
  try {
    const out: (PagePicture | PictureFault)[] = [];
    for (const p of pages) out.push(await source.of(p));
    return out;
  } finally {
    await source.close();
  }
}

const SCAN = "q 200 0 0 100 0 0 cm /Im0 Do Q";
/** What came of each, without its dots: a difference of those is told at length. */
const said = (list: readonly (PagePicture | PictureFault)[]): string[] =>
  list.map((p) => (typeof p === "string" ? p : `${p.width} by ${p.height}`));
const sheet = (p: PagePicture | PictureFault | undefined): PagePicture => {
  assert.ok(typeof p === "object", String(p));
  return p;
};

test("pages of a zip are drawn again, in any order, and so is what lies in a zip within", async () => {
  const pdf = pdfOf([
    { content: SCAN, picture: inked(10, 10, 190, 60) },
    { content: "BT /F1 10 Tf 20 70 Td (Oficio 12) Tj ET" },
  ]);
  const png = makePng(40, 20, 0, 8, new Uint8Array(800).fill(200));
  const zip = makeZip([
    { name: "CAJA/a.pdf", bytes: pdf },
    { name: "b.zip", bytes: makeZip([{ name: "hoja.png", bytes: png }]) },
    { name: "nota.txt", bytes: utf8("Nada que ver") },
  ]);
  const [inner, second, first, again, text] = await asked(file("todo.zip", zip), [
    { doc: sha(png), path: "b.zip!/hoja.png", page: 1 },
    { doc: sha(pdf), path: "CAJA/a.pdf", page: 2 },
    { doc: sha(pdf), path: "CAJA/a.pdf", page: 1 },
    { doc: sha(png), path: "b.zip!/hoja.png", page: 1 },
    { doc: sha(utf8("Nada que ver")), path: "nota.txt", page: 1 },
  ]);
  assert.deepEqual([sheet(inner).width, sheet(inner).height, sheet(inner).gray[5]], [40, 20, 200]);
  assert.ok(Buffer.from(sheet(again).gray).equals(sheet(inner).gray));
  assert.equal(sheet(first).pictures, 1);
  assert.equal(sheet(first).gray[30 * 200 + 100], 20);
  assert.equal(sheet(second).pictures, 0);
  assert.deepEqual(
    sheet(second).words.map((w) => w.text),
    ["Oficio", "12"],
  );
  assert.equal(text, "none");
});

test("another file at the path, a page that is not there and a damaged file are told, not shown", async () => {
  const pdf = pdfOf([{ content: "" }]);
  const doc = sha(pdf);
  const cut = JPEG.slice(0, 20);
  const zip = makeZip([
    { name: "a.pdf", bytes: pdf },
    { name: "roto.jpg", bytes: cut },
  ]);
  const found = await asked(file("todo.zip", zip), [
    { doc: "0".repeat(64), path: "a.pdf", page: 1 },
    { doc, path: "a.pdf", page: 2 },
    { doc, path: "otra.pdf", page: 1 },
    { doc, path: "a.pdf!/dentro.pdf", page: 1 },
    { doc: sha(cut), path: "roto.jpg", page: 1 },
  ]);
  assert.deepEqual(said(found), ["changed", "missing", "missing", "missing", "unreadable"]);
});

test("what is attached to a message is drawn, the right one of two with one name", async () => {
  const part = (bytes: Uint8Array): string =>
    `--X\r\nContent-Type: image/png; name="hoja.png"\r\nContent-Disposition: attachment; filename="hoja.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n`;
  const [dark, light] = [30, 220].map((v) => makePng(8, 4, 0, 8, new Uint8Array(32).fill(v)));
  const mail = utf8(
    `From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nDate: Thu, 1 Jan 1998 00:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="X"\r\n\r\n${part(dark!)}${part(light!)}--X--\r\n`,
  );
  const [found, other, none] = await asked(file("carta.eml", mail), [
    { doc: sha(light!), path: "carta.eml!/hoja.png", page: 1 },
    { doc: sha(dark!), path: "carta.eml!/hoja.png", page: 1 },
    { doc: sha(dark!), path: "carta.eml!/otra.png", page: 1 },
  ]);
  assert.deepEqual([sheet(found).gray[0], sheet(other).gray[0], ...said([none!])], [220, 30, "missing"]);
});

test("what lies in a zip that a message carries is drawn, too", async () => {
  const [dark, light] = [30, 220].map((v) => makePng(8, 4, 0, 8, new Uint8Array(32).fill(v)));
  const inner = makeZip([{ name: "hojas/b.png", bytes: light! }]);
  const zip = makeZip([
    { name: "a.png", bytes: dark! },
    { name: "mas.zip", bytes: inner },
  ]);
  const mail = utf8(
    `From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: application/zip; name="p.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(zip).toString("base64")}\r\n`,
  );
  const [a, b, none] = await asked(file("carta.eml", mail), [
    { doc: sha(dark!), path: "carta.eml!/p.zip!/a.png", page: 1 },
    { doc: sha(light!), path: "carta.eml!/p.zip!/mas.zip!/hojas/b.png", page: 1 },
    { doc: sha(light!), path: "carta.eml!/p.zip!/a.png", page: 1 },
  ]);
  assert.deepEqual([sheet(a).gray[0], sheet(b).gray[0], ...said([none!])], [30, 220, "missing"]);
});

test("words below a bar and words that nobody sees are not given beside the picture", async () => {
  const pdf = pdfOf([
    {
      content:
        "BT /F1 10 Tf 20 70 Td (Vigila a Rosa Ibarra hoy) Tj ET 0 g 72 66 66 12 re f BT 3 Tr /F1 10 Tf 20 20 Td (Oculta) Tj ET",
    },
  ]);
  const [p] = await asked(file("a.pdf", pdf), [{ doc: sha(pdf), path: "a.pdf", page: 1 }]);
  assert.deepEqual(
    sheet(p).words.map((w) => w.text),
    ["Vigila", "a", "hoy"],
  );
  const { width, height, gray } = sheet(p);
  assert.equal(gray[Math.round(height * 0.28) * width + Math.floor(width / 2)], 0);
});

test("a smaller sheet has the mean of its dots and says by how much", () => {
  const gray = Uint8Array.of(0, 100, 200, 100, 200, 0);
  assert.deepEqual(smaller({ width: 3, height: 2, gray }, 6), { width: 3, height: 2, gray, by: 1 });
  assert.deepEqual(smaller({ width: 3, height: 2, gray }, 2), {
    width: 2,
    height: 1,
    gray: Uint8Array.of(100, 100),
    by: 2,
  });
});
