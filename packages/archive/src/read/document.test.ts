import assert from "node:assert/strict";
import { test } from "node:test";
import type { OcrImage, Platform } from "@contraluz/core";
import { documentKind } from "@contraluz/evidence/documents/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../../../../tools/fuzz/archives.ts";
import { DOCX, HTML, inked, JPEG, MAIL, MBOX, ODT, pdfOf, utf8 } from "../../../../tools/fuzz/documents.ts";
import { openDocument } from "./document.ts";
import type { ReadPage } from "./types.ts";

const node = nodePlatform({ workers: 0 });
const { ocr: _, ...rest } = node;
/** Reads the same words on every sheet; remembers the sheets. */
function reader(words: readonly [string, number, number, number, number, number][], seen: OcrImage[] = []): Platform {
  return {
    ...rest,
    async ocr(image) {
      seen.push(image);
      return {
        engine: "made up",
        words: words.map(([text, x, y, w, h, confidence], line) => ({ text, x, y, w, h, confidence, line })),
      };
    },
  };
}

async function read(bytes: Uint8Array, platform: Platform = rest, ocr = true): Promise<ReadPage[]> {
  const kind = documentKind(bytes.subarray(0, 8192), true);
  const real = kind === "zip" ? "docx" : kind;
  const d = await openDocument(new Uint8Array(bytes), real, "x", { platform, lang: "spa", ocr });
  const out: ReadPage[] = [];
  for await (const p of d.pages(0, 1000)) out.push(p);
  await d.close();
  return out;
}

test("documents are known by their bytes", () => {
  const kinds = [
    pdfOf([{ content: "" }]),
    JPEG,
    DOCX,
    ODT,
    HTML,
    MAIL,
    MBOX,
    utf8("Oficio núm. 3"),
    Uint8Array.of(0, 1, 2, 3),
  ];
  assert.deepEqual(
    kinds.map((b) => documentKind(b.subarray(0, 8192), true)),
    ["pdf", "jpeg", "zip", "odt", "html", "mail", "mbox", "text", undefined],
  );
  assert.equal(
    documentKind(
      Uint8Array.from("Informe del a\u00f1o", (c) => c.charCodeAt(0)),
      true,
    ),
    "text",
  );
});

test("text documents: pages, and what was blackened without being taken out", async () => {
  const [one, two] = await read(DOCX);
  assert.deepEqual(
    [one!.text, two!.text, one!.of, one!.state, one!.from],
    ["Oficio 12 & anexo de ████ ██████", "Segunda hoja\tfin", 2, "read", "text"],
  );
  assert.deepEqual(one!.findings, [{ kind: "redaction", how: "highlight", letters: 10 }]);
  assert.ok(!JSON.stringify([one, two]).includes("Ibáñez"));
  assert.deepEqual(
    (await read(ODT)).map((p) => p.text),
    ["Uno   dos ████ ████", "Hoja dos"],
  );
  assert.deepEqual(
    (await read(HTML)).map((p) => p.text),
    ["Asunto: la\u00a0marcha\nVa ███ ████ sola", "a\n  b"],
  );
  assert.deepEqual(
    (await read(utf8("uno\fdos\f"))).map((p) => [p.page, p.text]),
    [
      [1, "uno"],
      [2, "dos"],
    ],
  );
});

test("a message, and what is attached to it, under paths of their own; pages can be asked for from the middle", async () => {
  const pages = await read(MAIL);
  assert.deepEqual(
    pages.map((p) => [p.path, p.page]),
    [
      ["x", 1],
      ["x!/nota.txt", 1],
      ["x!/nota.txt", 2],
    ],
  );
  assert.match(pages[0]!.text, /^From: Jefatura de Año/);
  const d = await openDocument(MAIL, "mail", "x", { platform: rest, lang: "spa", ocr: true });
  const from: string[] = [];
  for await (const p of d.pages(2, 1)) from.push(p.text);
  assert.deepEqual(from, ["Nota dos"]);
  assert.equal((await read(MBOX)).length, 2);
});

const SCAN = "q 200 0 0 100 0 0 cm /Im0 Do Q";

test("a scan without a layer is read from its picture, and says how well", async () => {
  const seen: OcrImage[] = [];
  const bytes = pdfOf([{ content: SCAN, picture: inked(10, 10, 190, 60) }]);
  const [p] = await read(
    bytes,
    reader(
      [
        ["ACTIVIDADES", 10, 10, 90, 12, 95],
        ["sospechosas", 10, 30, 90, 12, 93],
      ],
      seen,
    ),
  );
  assert.deepEqual(
    [p!.state, p!.from, p!.confidence, p!.text, p!.w, p!.h, p!.dpi],
    ["read", "ocr", 94, "ACTIVIDADES\nsospechosas", 200, 100, 72],
  );
  assert.deepEqual(p!.lines![1]!.box, [10, 30, 100, 42]);
  assert.equal(seen.length, 1);
  const [poor] = await read(bytes, reader([["ACTlVlDADE5 s0sp3", 10, 10, 90, 12, 65]]));
  assert.equal(poor!.state, "poor");
  const [bad] = await read(bytes, reader([["q|;:", 10, 10, 90, 12, 20]]));
  assert.equal(bad!.state, "unreadable");
});

test("a page that lies on its side is tried in other ways up, and boxes are those of the page as it lies", async () => {
  const seen: OcrImage[] = [];
  const base = reader(
    [
      ["vuelta", 10, 20, 60, 12, 96],
      ["completa", 10, 40, 60, 12, 96],
    ],
    seen,
  );
  const platform: Platform = {
    ...base,
    // Nothing can be read but with the page turned once.
    ocr: async (image, lang) => (image.width === 100 ? base.ocr!(image, lang) : { engine: "made up", words: [] }),
  };
  const [p] = await read(pdfOf([{ content: SCAN, picture: inked(10, 10, 190, 60) }]), platform);
  assert.equal(p!.text, "vuelta\ncompleta");
  const [x0, y0, x1, y1] = p!.lines![0]!.box!;
  assert.ok(x0 >= 0 && y0 >= 0 && x1 <= 200 && y1 <= 100 && y1 - y0 === 60, String(p!.lines![0]!.box));
});

test("a table that the reader took apart is read again row by row, and what is better is kept", async () => {
  const bytes = pdfOf([{ content: SCAN, picture: inked(10, 10, 190, 60) }]);
  const at = (text: string, x: number, row: number, line: number) => {
    return { text, x, y: 10 + row * 16, w: text.length * 5, h: 10, confidence: 93, line };
  };
  const times = ["09:17", "09:37", "09:57"].map((t, i) => at(t, 10, i, i));
  const events = ["Salió de la casa", "Entró al café", "Regresó a la casa", "Descansó"];
  const apart = [...times, ...events.map((t, i) => at(t, 60, i, 3 + i))];
  const whole = ["09:17", "09:37", "09:57", "10:30"].flatMap((t, i) => [at(t, 10, i, i), at(events[i]!, 60, i, i)]);
  const layouts: (string | undefined)[] = [];
  const seeing = (second: typeof whole): Platform => ({
    ...rest,
    async ocr(image) {
      layouts.push(image.layout);
      return { engine: "made up", words: image.layout === "block" ? second : apart };
    },
  });
  const [p] = await read(bytes, seeing(whole));
  assert.equal(p!.text, "09:17  Salió de la casa\n09:37  Entró al café\n09:57  Regresó a la casa\n10:30  Descansó");
  assert.deepEqual(layouts, [undefined, "block"]);
  // A second look that saw less, or is much less sure of itself, is not taken.
  for (const worse of [whole.slice(2), whole.map((w) => ({ ...w, confidence: 60 }))])
    assert.equal((await read(bytes, seeing(worse)))[0]!.text.split("\n").at(-1), "Descansó");
});

test("blank paper is blank, and nobody reads it; without a reader a scan is unreadable", async () => {
  const picture = new Uint8Array(20_000).fill(245);
  const seen: OcrImage[] = [];
  const [p] = await read(pdfOf([{ content: SCAN, picture }]), reader([], seen));
  assert.deepEqual([p!.state, seen.length], ["blank", 0]);
  const scan = pdfOf([{ content: SCAN, picture: inked(10, 10, 190, 60) }]);
  assert.equal((await read(scan))[0]!.state, "unreadable");
  assert.equal((await read(scan, rest, false))[0]!.state, "unreadable");
});

test("bars that hide nothing: over words, over a picture, as a note; burned into the picture with the words below", async () => {
  const words = "BT /F1 10 Tf 20 70 Td (Vigila a Rosa Ibarra hoy) Tj ET 0 g 72 66 66 12 re f";
  const [under] = await read(pdfOf([{ content: words }]));
  assert.deepEqual(
    under!.findings?.map((f) => [f.how, f.letters]),
    [["text-under-bar", 10]],
  );
  assert.equal(under!.text, "Vigila a ████ ██████ hoy");
  const drawn = `${SCAN} 0 g 20 50 60 20 re f`;
  const seen: OcrImage[] = [];
  const [vector] = await read(pdfOf([{ content: drawn, picture: inked(10, 10, 190, 60) }]), reader([], seen));
  assert.deepEqual(
    vector!.findings?.map((f) => [f.how, f.box]),
    [["vector-bar", [20, 30, 80, 50]]],
  );
  // What the bar covers is not read either.
  assert.equal(seen[0]!.gray[40 * 200 + 50], 0);
  const burned = inked(10, 10, 190, 60);
  for (let y = 30; y < 50; y++) burned.fill(0, y * 200 + 20, y * 200 + 100);
  const layer = `${SCAN} BT 3 Tr /F1 10 Tf 30 57 Td (Rosa Ibarra) Tj ET`;
  const [kept] = await read(pdfOf([{ content: layer, picture: burned }]), reader([]));
  assert.deepEqual(
    kept!.findings?.map((f) => [f.how, f.letters]),
    [["text-under-bar", 10]],
  );
  for (const p of [under, vector, kept]) assert.ok(!JSON.stringify(p).includes("Ibarra"));
});

test("bars over nothing, bars below the words, light shapes and properly burned ones are no findings", async () => {
  const text = "BT /F1 10 Tf 20 70 Td (Rosa Ibarra) Tj ET";
  for (const content of [
    `${text} 0 g 20 20 60 12 re f`,
    `0 g 18 66 80 12 re f 1 g ${text}`,
    `${text} 0.9 g 18 66 80 12 re f`,
    `${text} 0 g 18 66 80 1 re f`,
  ])
    assert.equal((await read(pdfOf([{ content }])))[0]!.findings, undefined, content);
  const burned = inked(10, 10, 190, 60);
  for (let y = 30; y < 50; y++) burned.fill(0, y * 200 + 20, y * 200 + 100);
  const [p] = await read(pdfOf([{ content: `${SCAN} 0 g 25 52 60 16 re f`, picture: burned }]), reader([]));
  assert.equal(p!.findings, undefined);
});

test("damaged documents are a page that says so", async () => {
  for (const bytes of [utf8("%PDF-1.4\nno"), JPEG.subarray(0, 20), makeZip([{ name: "otra.txt", bytes: utf8("a") }])]) {
    const pages = await read(bytes);
    assert.deepEqual(
      pages.map((p) => [p.state, p.problems?.[0]?.code]),
      [["unreadable", "document-damaged"]],
    );
  }
  const unknown = await openDocument(Uint8Array.of(0, 1, 2), undefined, "x", {
    platform: rest,
    lang: "spa",
    ocr: true,
  });
  for await (const p of unknown.pages(0, 5)) assert.equal(p.problems?.[0]?.code, "document-kind");
});

test("a message that is a web page: what is hidden in it is told, and that it goes on behind what is read", async () => {
  const of = (html: string): Uint8Array =>
    utf8(`From: a@b\r\nTo: c@d\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n${html}`);
  const dark = '<p>Va <span style="color:#000;background:#000">Fulano</span></p>';
  const [page] = await read(of(dark));
  assert.match(page!.text, /Va █{6}/);
  assert.deepEqual(page!.findings, [{ kind: "redaction", how: "highlight", letters: 6 }]);
  const [long] = await read(of(`<p>${"hoja ".repeat(900_000)}</p>`));
  assert.deepEqual(
    long!.problems?.map((p) => p.code),
    ["too-large", "document-part"],
  );
});
