/** Pages of an archive on the command line: shown, corrected by hand, taken back; what is looked for is written nowhere. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
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

test("a text that is none, or too long, is not taken", async () => {
  writeFileSync(at("bad.txt"), Uint8Array.of(0x41, 0xff, 0xfe));
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "bad.txt")).err, /no es UTF-8/);
  writeFileSync(at("long.txt"), "x".repeat(1_000_001));
  assert.match((await run("correct", "a", "caja/hoja.png", "1", "long.txt")).err, /demasiado largo/);
  assert.equal((await run("correct", "a", "caja/hoja.png", "1", "no-hay.txt")).code, 2);
});
