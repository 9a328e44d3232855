/** Documents of every kind, opened and read as `archive read` does it; letters in pictures are read by nobody here. @module */
import { openDocument } from "@contraluz/archive/read/index.ts";
import { documentKind } from "@contraluz/evidence/documents/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../archives.ts";
import { DOCX, HTML, inked, JPEG, MAIL, MBOX, makePng, makeTiff, ODT, pdfOf, utf8 } from "../documents.ts";
import { mutate, type Parts } from "../mutate.ts";
import type { Bomb, Target } from "../target.ts";

const node = nodePlatform({ workers: 0 });
const words = [{ text: "Rosa Nava", x: 10, y: 10, w: 60, h: 10, confidence: 90, line: 0 }];
const platform = { ...node, ocr: async () => ({ engine: "none", words }) };
const gray = Uint8Array.from({ length: 1200 }, (_, i) => i & 255);
const scan = "q 200 0 0 100 0 0 cm /Im0 Do Q BT 3 Tr /F1 10 Tf 20 80 Td (Rosa Nava) Tj ET 0 g 20 50 60 20 re f";

/** A message whose two texts differ. */
const alternative = utf8(
  "From: a@b\r\nTo: c@d\r\nSubject: x\r\nContent-Type: multipart/alternative; boundary=--=_x\r\n\r\n----=_x\r\nContent-Type: text/plain\r\n\r\nEl 12 con Rosa\r\n----=_x\r\nContent-Type: text/html\r\n\r\n<p>El 21 con Nava</p>\r\n----=_x--\r\n",
);

const seeds: readonly Parts[] = [
  [
    pdfOf([
      { content: "BT /F1 10 Tf 20 80 Td (Rosa Nava) Tj ET 0 g 18 76 60 12 re f" },
      { content: scan, picture: inked(5, 5, 90, 60) },
    ]),
  ],
  [JPEG],
  [makePng(40, 30, 0, 8, gray)],
  [
    makePng(
      40,
      30,
      3,
      8,
      gray,
      Uint8Array.from({ length: 768 }, (_, i) => i & 255),
    ),
  ],
  [
    makeTiff([
      { width: 40, height: 30, data: [gray.subarray(0, 600), gray.subarray(600)] },
      { width: 40, height: 30, data: [gray], fields: { 259: 32_773 } },
    ]),
  ],
  [makeTiff([{ width: 40, height: 30, data: [gray], fields: { 258: 1, 259: 4 } }])],
  [DOCX],
  [ODT],
  [HTML],
  [MAIL],
  [MBOX],
  [
    makeZip([
      { name: "a/carta.eml", bytes: MAIL },
      { name: "mas.zip", bytes: makeZip([{ name: "b.txt", bytes: utf8("b") }]) },
    ]),
  ],
  [alternative],
  [utf8("Oficio\fanexo")],
];
const tokens = [
  "/Rotate 90",
  "/Filter /JBIG2Decode",
  "/Filter /JPXDecode",
  '<w:br w:type="page"/>',
  "--=_x",
  "endobj",
  "9999999999",
].map(utf8);

const bombs: Readonly<Record<string, Bomb>> = {
  "a PNG that says it has four thousand million dots": () => {
    const png = makePng(40, 30, 0, 8, gray);
    new DataView(png.buffer, png.byteOffset).setUint32(16, 65_000);
    new DataView(png.buffer, png.byteOffset).setUint32(20, 65_000);
    return [png];
  },
  "a document of office programs that opens to a hundred megabytes of page breaks": () => [
    makeZip(
      [{ name: "word/document.xml", bytes: utf8('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'.repeat(500_000)) }],
      { deflate: true },
    ),
  ],
  "a zip on a message with zips in zips in zips, eighty in each": () => {
    let zip = makeZip([{ name: "fin.txt", bytes: utf8("fin") }]);
    for (let depth = 0; depth < 3; depth++) {
      const inner = zip;
      zip = makeZip(
        Array.from({ length: 80 }, (_, i) => ({ name: `${i}.zip`, bytes: inner })),
        { deflate: true },
      );
    }
    return [zip];
  },
  "a page of half a million bars over half a million words": () => [
    pdfOf([{ content: "BT /F1 1 Tf 1 1 Td (Rosa Nava) Tj ET 0 g 0 0 9 9 re f ".repeat(20_000) }]),
  ],
};

export const target: Target = {
  make: (dice) => mutate({ seeds, tokens }, dice),
  async drive([bytes], tally) {
    const kind = documentKind(bytes!.subarray(0, 8192), bytes!.length <= 8192);
    for (const k of kind === "zip" ? (["docx", "odt", "zip"] as const) : [kind]) {
      const d = await openDocument(new Uint8Array(bytes!), k, "x", { platform, lang: "spa", ocr: true });
      for await (const p of d.pages(0, 50)) {
        tally.values++;
        for (const problem of p.problems ?? []) tally.report(problem);
        if (JSON.stringify(p).length > 1 << 24) throw new Error("a page that is too long");
      }
      await d.close();
    }
  },
  bombs,
};
