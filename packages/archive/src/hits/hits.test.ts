/** A page of hits: pictures that other programs open, boxes where the words are, and nothing of the evidence that a browser would obey. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, deflateSync, inflateSync } from "node:zlib";
import type { StoredPage } from "../index/index.ts";
import type { PagePicture } from "../read/picture.ts";
import { boxed, grays } from "./boxed.ts";
import { hitsHtml } from "./page.ts";
import { encodePng, type Indexed } from "./png.ts";
import { shownPicture } from "./show.ts";
import { svgFile } from "./svg.ts";
import type { ShownHit, ShownHits } from "./types.ts";

const deflate = (b: Uint8Array): Uint8Array => deflateSync(b);

/** Chunks of a PNG, read by the letter of its specification. */
function chunks(png: Uint8Array): Map<string, Uint8Array> {
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const found = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; ) {
    const size = view.getUint32(at);
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString("latin1");
    found.set(type, png.subarray(at + 8, at + 8 + size));
    assert.equal(view.getUint32(at + 8 + size), crc32(png.subarray(at + 4, at + 8 + size)), type);
    at += 12 + size;
  }
  return found;
}

/** Dots of a PNG of ours. */
function dotsOf(png: Uint8Array): { readonly width: number; readonly bits: number; readonly dots: number[][] } {
  const c = chunks(png);
  const head = new DataView(Uint8Array.from(c.get("IHDR")!).buffer);
  const [width, height, bits] = [head.getUint32(0), head.getUint32(4), head.getUint8(8)];
  assert.deepEqual([head.getUint8(9), head.getUint8(10), head.getUint8(11), head.getUint8(12)], [3, 0, 0, 0]);
  const raw = inflateSync(c.get("IDAT")!);
  const row = Math.ceil((width * bits) / 8) + 1;
  assert.equal(raw.length, row * height);
  const dots = Array.from({ length: height }, (_, y) => {
    assert.equal(raw[y * row], 0, "no filter");
    return Array.from({ length: width }, (_, x) =>
      bits === 8 ? raw[y * row + 1 + x]! : (raw[y * row + 1 + (x >> 1)]! >> (x % 2 === 0 ? 4 : 0)) & 15,
    );
  });
  return { width, bits, dots };
}

const sheet = (width: number, height: number, tone = 255) => ({
  width,
  height,
  gray: new Uint8Array(width * height).fill(tone),
});

test("a PNG holds the dots that were given, of half a byte and of one, with odd widths", () => {
  const gray = { width: 3, height: 2, gray: Uint8Array.of(0, 128, 255, 255, 17, 34) };
  const small = dotsOf(encodePng(grays(gray), deflate));
  assert.deepEqual(
    [small.bits, small.dots],
    [
      4,
      [
        [0, 8, 15],
        [15, 1, 2],
      ],
    ],
  );
  const many: Indexed = { width: 2, height: 1, dots: Uint8Array.of(0, 240), palette: new Uint8Array(723) };
  assert.deepEqual(dotsOf(encodePng(many, deflate)).dots, [[0, 240]]);
});

test("a box tints the ground, keeps the writing, has an edge around, and ends at the sheet", () => {
  const s = sheet(100, 60);
  s.gray[30 * 100 + 50] = 0;
  const b = boxed(s, [
    [40, 20, 60, 40],
    [90, 50, 300, 300],
    [-9, -9, -5, -5],
  ]);
  const at = (x: number, y: number): number => b.dots[y * 100 + x]!;
  const colour = (x: number, y: number): number[] => [...b.palette.subarray(3 * at(x, y), 3 * at(x, y) + 3)];
  assert.deepEqual(colour(10, 10), [255, 255, 255]);
  assert.deepEqual(colour(45, 25), [255, 210, 122]);
  assert.deepEqual(colour(50, 30), [0, 0, 0]);
  assert.deepEqual(colour(36, 30), [140, 26, 59]);
  assert.deepEqual(colour(99, 59), [255, 210, 122]);
  assert.equal(b.palette.length / 3, 241);
});

const picture = (more: Partial<PagePicture> = {}): PagePicture => ({
  ...sheet(200, 100),
  dpi: 72,
  pictures: 0,
  words: [{ text: "Elena </text><script>", box: [20, 20, 80, 32] }],
  ...more,
});

test("words that a font draws stand on the picture; those of a scan are on it already", () => {
  const letters = shownPicture(picture(), deflate);
  assert.ok(typeof letters !== "string" && letters.uri === "" && letters.words.length === 1);
  const scan = picture({ pictures: 1 });
  scan.gray.fill(0, 20 * 200, 32 * 200);
  const shown = shownPicture(scan, deflate);
  assert.ok(typeof shown !== "string" && shown.words.length === 0);
  const png = Buffer.from(shown.uri.replace("data:image/png;base64,", ""), "base64");
  assert.equal(dotsOf(png).width, 200);
  assert.equal(shownPicture("changed", deflate), "changed");
  const svg = svgFile(letters, [{ box: [20, 20, 80, 32], about: false }], 'a"b<c>');
  assert.ok(svg.includes("Elena &lt;/text&gt;&lt;script&gt;") && svg.includes('aria-label="a&quot;b&lt;c&gt;"'));
  assert.equal(svg.match(/<rect class="hit"/g)?.length, 1);
});

const page = (more: Partial<StoredPage> = {}): StoredPage => ({
  id: 1,
  doc: "ab".repeat(32),
  path: 'caja/<img src=x onerror="1">\u202e.png',
  page: 2,
  state: "poor",
  from: "ocr",
  confidence: 61.4,
  text: "uno\nElena <b>Ríos</b> \u202ev",
  corrected: 1,
  lines: [],
  ...more,
});

const hit = (more: Partial<ShownHit> = {}): ShownHit => ({
  page: page(),
  snippet: { text: "uno Elena <b>Ríos</b>", marks: [{ start: 4, end: 9, exact: true }], before: true, after: false },
  spans: [{ start: 4, end: 9 }],
  marks: [{ box: [20, 20, 80, 32], about: true }],
  exact: false,
  ...more,
});

const coverage = { pages: 9, read: 6, poor: 1, unreadable: 2, blank: 0, undated: 0 };
const hits = (more: Partial<ShownHits> = {}, of: readonly ShownHit[] = [hit()]): ShownHits => ({
  kind: "search",
  coverage,
  damaged: 0,
  unfinished: false,
  groups: [{ understood: true, total: 3, unread: 0, hits: of }],
  ...more,
});

test("nothing of the evidence becomes markup; places are marked; coverage is said", () => {
  const shown = shownPicture(picture(), deflate);
  assert.ok(typeof shown !== "string");
  for (const lang of ["es", "en"] as const) {
    const text = hitsHtml(hits({}, [hit({ picture: shown })]), { lang });
    assert.ok(!/<script|<b>Ríos|<img|\u202e/.test(text));
    assert.ok(text.includes("<mark>Elena</mark> &lt;b&gt;Ríos"));
    assert.ok(text.includes("uno\n<mark>Elena</mark>"), "line ends of the text stay");
    assert.match(text, /default-src &#39;none&#39;/);
    assert.match(text, lang === "es" ? /2 páginas[\s\S]*puede haber algo/ : /2 pages[\s\S]*may be in what/);
    assert.match(text, lang === "es" ? /3 páginas; aquí van 1/ : /3 pages; 1 of them here/);
    assert.equal(text.match(/<rect class="hit about"/g)?.length, 2, "on the page and close up");
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(text.includes(`id="${id}"`), id);
  }
});

test("a reading that did not come to its end is said", () => {
  assert.ok(!hitsHtml(hits(), { lang: "es" }).includes("no había llegado al final"));
  assert.match(hitsHtml(hits({ unfinished: true }), { lang: "es" }), /no había llegado al final/);
});

test("a page without its picture says why; a mark outside of the sheet is not shown close up", () => {
  const of = (picture: ShownHit["picture"]): string => hitsHtml(hits({}, [hit({ picture: picture! })]), { lang: "es" });
  assert.match(of("changed"), /no es el que se leyó/);
  assert.match(of("many"), /demasiadas páginas/);
  const shown = shownPicture(picture(), deflate);
  assert.ok(typeof shown !== "string");
  const off = hitsHtml(hits({}, [hit({ picture: shown, marks: [{ box: [0, 900, 10, 910], about: false }] })]), {
    lang: "es",
  });
  assert.ok(!off.includes('close-up" viewBox'));
  assert.match(hitsHtml(hits({}, [hit({ picture: shown, marks: [] })]), { lang: "es" }), /No se sabe en qué lugar/);
});

test("names: the grade and its reasons, never the name that was asked; what is no name is said", () => {
  const grades = { same: 0, likely: 1, possible: 0 };
  const named = hit({ grade: "likely", reasons: ["both-surnames", "misread"] });
  const text = hitsHtml(
    hits({
      kind: "names",
      groups: [
        { number: 1, grades, understood: true, total: 1, unread: 7, hits: [named] },
        { number: 2, understood: false, total: 0, unread: 0, hits: [] },
        { number: 3, grades: { same: 0, likely: 0, possible: 0 }, understood: true, total: 0, unread: 0, hits: [] },
      ],
    }),
    { lang: "es" },
  );
  assert.match(text, /Nombre 1 de la lista[\s\S]*Probable: 1[\s\S]*7 páginas no se miraron/);
  assert.match(text, /probable · los dos apellidos · letras mal leídas/);
  assert.match(text, /Nombre 2 de la lista<\/h2><p>No lo entendimos/);
  assert.match(text, /Nombre 3 de la lista<\/h2><p>No lo hallamos en lo que se pudo leer/);
  assert.match(text, /Dos personas pueden llamarse igual/);
});
