/** Pages of an archive on the command line: shown, corrected by hand, taken back; what is looked for is written nowhere. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { pdfOf } from "../../../../tools/fuzz/documents.ts";
import { inside } from "../case/inside.fixture.ts";
import { CONTROL, folder } from "../cli.fixture.ts";

const dir = folder();
const at = (name: string): string => join(dir.path, name);
const run = (...args: string[]) => inside(dir.path, ["archive", ...args, "--lang", "es"]);
after(() => dir[Symbol.dispose]());

before(() => {
  mkdirSync(at("a/pages"), { recursive: true });
  const page = {
    doc: "cd".repeat(32),
    path: "caja/hoja.png",
    page: 1,
    of: 2,
    state: "poor",
    from: "ocr",
    confidence: 61.2,
    text: "Se vio a Zcnaida Qvetzal\nen \u001b[31m Puebla",
  };
  writeFileSync(at("a/pages/000001.jsonl"), `${JSON.stringify(page)}\n`);
});

test("a page: its text alone on the output, what it is beside it; words that are marked are not kept", async () => {
  const shown = await run("page", "a", "caja/hoja.png", "1", "--query", "puebla");
  assert.equal(shown.code, 0, shown.err);
  assert.equal(shown.out, "Se vio a Zcnaida Qvetzal\nen <U+001B>[31m Puebla\n");
  assert.match(shown.err, /caja\/hoja\.png, página 1 de 2 · leída a medias · lectura segura en 61 de 100/);
  assert.match(shown.err, /Lugares marcados: 1\./);
  assert.match((await run("page", "a", "caja/hoja.png", "1", "--query", "ausente")).err, /no están en el texto/);
  for (const name of readdirSync(at("a")))
    if (name !== "pages") assert.ok(!readFileSync(at(`a/${name}`)).includes("ausente"));
  const json = JSON.parse((await run("page", "a", "caja/hoja.png", "1", "--json")).out);
  assert.deepEqual([json.page, json.history.length, json.state], [1, 1, "poor"]);
  assert.equal((await run("page", "a", "caja/hoja.png", "9")).code, 2);
  assert.equal((await run("page", "a", "caja/hoja.png", "x")).code, 2);
  assert.equal((await run("page", "a")).code, 2);
  assert.equal((await run("page", "a", "caja/hoja.png", "1", "--query", '"x')).code, 2);
});

test("corrected, found, shown with its history, and taken back step by step", async () => {
  writeFileSync(at("t1.txt"), "Se vio a Zenaida Quetzal\r\nen Puebla\n");
  writeFileSync(at("t2.txt"), "Se vio a Zenaida Quetzal\nen Cholula\n");
  const one = await run(
    "correct",
    "a",
    "caja/hoja.png",
    "1",
    "t1.txt",
    "--as",
    "r2",
    "--reason",
    "cotejado con la imagen",
  );
  assert.match(one.out, /Corregida: caja\/hoja\.png, página 1 \(corrección 1\)/);
  assert.match((await run("search", "a", "zenaida")).out, /Páginas halladas: 1\.[\s\S]*corregida a mano/);
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "t1.txt")).err, /ya dice eso/);
  assert.equal(
    (await run("correct", "a", "caja/hoja.png", "1", "t2.txt", "--json")).out,
    `${JSON.stringify({ doc: "cd".repeat(32), path: "caja/hoja.png", page: 1, n: 2 })}\n`,
  );
  const shown = (await run("page", "a", "caja/hoja.png", "1")).out;
  assert.equal(shown, "Se vio a Zenaida Quetzal\nen Cholula\n");
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "--undo")).out, /Se deshizo la corrección 2/);
  assert.match((await run("page", "a", "caja/hoja.png", "1")).out, /en Puebla/);
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "--undo")).out, /Se deshizo la corrección 1/);
  assert.match((await run("page", "a", "caja/hoja.png", "1")).out, /Zcnaida Qvetzal/);
  const none = await run("correct", "a", "caja/hoja.png", "1", "--undo");
  assert.deepEqual([none.code, /no tiene correcciones/.test(none.err)], [2, true]);
  const history = (await run("page", "a", "caja/hoja.png", "1", "--history")).out;
  assert.match(history, /Como se leyó:\n\nSe vio a Zcnaida/);
  assert.match(history, /Corrección 1, de r2, .* · cotejado con la imagen\n\nSe vio a Zenaida/);
  assert.match(history, /4, de r1, .*: deshizo la corrección 1/);
  assert.ok(!CONTROL.test(history));
  assert.equal(readFileSync(at("a/corrections.jsonl"), "utf8").trim().split("\n").length, 4);
});

test("a line that was cut off in the middle is damaged alone: the next one is not lost", async () => {
  const path = at("a/corrections.jsonl");
  writeFileSync(path, `${readFileSync(path, "utf8")}{"doc":"cd`);
  writeFileSync(at("t3.txt"), "Otra cosa");
  assert.equal((await run("correct", "a", "caja/hoja.png", "1", "t3.txt")).code, 0);
  assert.equal((await run("page", "a", "caja/hoja.png", "1")).out, "Otra cosa\n");
  assert.equal(readFileSync(path, "utf8").trim().split("\n").length, 6);
});

test("a reading that did not come to its end is said beside what was found", async () => {
  const said = async (): Promise<boolean> => /no llegó al final/.test((await run("search", "a", "otra")).out);
  assert.equal(await said(), false);
  writeFileSync(at("a/archive.json"), "{}");
  assert.equal(await said(), true);
  writeFileSync(at("a/coverage.json"), "{}");
  assert.equal(await said(), false);
});

test("a text that is none, or too long, is not taken", async () => {
  writeFileSync(at("bad.txt"), Uint8Array.of(0x41, 0xff, 0xfe));
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "bad.txt")).err, /no es UTF-8/);
  writeFileSync(at("long.txt"), "x".repeat(1_000_001));
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "long.txt")).err, /demasiado largo/);
  assert.equal((await run("correct", "a", "caja/hoja.png", "1", "no-hay.txt")).code, 2);
});

/** A gray PNG (W3C, third edition: 5, 11.2) of one tone. */
function png(width: number, height: number, tone: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const rows = Buffer.alloc(height * (width + 1), tone);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  const data = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...data]);
}

test("pictures from the documents: on a page of hits and in a file, boxed; another file at its place is not shown", async () => {
  mkdirSync(at("cajas"));
  mkdirSync(at("b/pages"), { recursive: true });
  const sheet = png(300, 200, 180);
  const layer = pdfOf([{ content: "BT /F1 12 Tf 10 80 Td (Elena Rios Vega) Tj ET" }]);
  writeFileSync(at("cajas/hoja.png"), sheet);
  writeFileSync(at("cajas/lista.pdf"), layer);
  const word = (text: string, box: number[]) => ({ text, box, words: [{ text, box }] });
  const line = (path: string, bytes: Uint8Array, more: object): string =>
    JSON.stringify({
      doc: createHash("sha256").update(bytes).digest("hex"),
      path,
      page: 1,
      of: 1,
      state: "read",
      ...more,
    });
  const lines = [
    line("hoja.png", sheet, { from: "ocr", text: "Elena", lines: [word("Elena", [30, 40, 90, 60])], w: 300, h: 200 }),
    line("lista.pdf", layer, { from: "layer", text: "Elena Rios Vega", w: 417, h: 208 }),
    line("otra.png", sheet, { from: "ocr", text: "Elena", w: 300, h: 200 }),
  ];
  writeFileSync(at("b/pages/000001.jsonl"), `${lines.join("\n")}\n`);
  const found = await run("search", "b", "elena", "--html", "hits.html", "--evidence", "cajas");
  assert.equal(found.code, 0, found.err);
  assert.match(found.out, /Páginas halladas: 3\./);
  const html = readFileSync(at("hits.html"), "utf8");
  assert.equal(html.match(/data:image\/png;base64/g)?.length, 1);
  assert.match(html, /<text [^>]*>Elena<\/text>/);
  assert.match(html, /no está en los documentos que se dieron/);
  assert.match(html, /<rect class="hit" x="25.0" y="35.0" width="70.0" height="30.0"/);
  const names = await run("names", "b", "Elena Ríos Vega", "--html", "names.html");
  assert.deepEqual([names.code, readFileSync(at("names.html"), "utf8").includes('<svg class="sheet"')], [0, false]);

  const shown = await run(
    "page",
    "b",
    "hoja.png",
    "1",
    "--query",
    "elena",
    "--picture",
    "hoja.png",
    "--evidence",
    "cajas",
  );
  assert.equal(shown.code, 0, shown.err);
  assert.equal(readFileSync(at("hoja.png")).subarray(1, 4).toString(), "PNG");
  const again = await run("page", "b", "hoja.png", "1", "--picture", "hoja.png", "--evidence", "cajas");
  assert.equal(again.code, 2, "a file that is there is not written over");
  assert.match((await run("page", "b", "hoja.png", "1", "--picture", "x.png")).err, /--evidence/);
  assert.match(
    (await run("page", "b", "hoja.png", "1", "--picture", "x.gif", "--evidence", "cajas")).err,
    /\.png o \.svg/,
  );
  const letters = await run("page", "b", "lista.pdf", "1", "--picture", "l.png", "--evidence", "cajas");
  assert.match(letters.err, /acabe en \.svg/);
  writeFileSync(at("cajas/hoja.png"), png(300, 200, 10));
  const other = await run("page", "b", "hoja.png", "1", "--picture", "o.png", "--evidence", "cajas");
  assert.deepEqual([other.code, /no es el que se leyó/.test(other.err)], [2, true]);
});
