/** `contraluz archive read`, as a person runs it: from files to pages, killed and repeated. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DOCX, HTML, MAIL, pdfOf, utf8 } from "../../../../tools/fuzz/documents.ts";
import { contraluz, folder, type Ran } from "../cli.fixture.ts";

const dir = folder();
const cwd = dir.path;
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd });
after(() => dir[Symbol.dispose]());

before(() => {
  mkdirSync(join(cwd, "cajas/uno"), { recursive: true });
  const bar = "BT /F1 10 Tf 20 70 Td (Vigila a Rosa Ibarra hoy) Tj ET 0 g 72 66 66 12 re f";
  const files: Record<string, Uint8Array> = {
    "uno/oficio.docx": DOCX,
    "uno/pagina.html": HTML,
    "uno/tachado.pdf": pdfOf([{ content: bar }]),
    "correo.eml": MAIL,
    "foto rota.jpg": Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4),
    "largo.txt": utf8(Array.from({ length: 400 }, (_, i) => `hoja ${i + 1}`).join("\f")),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(cwd, "cajas", name), bytes);
});

interface Line {
  readonly path: string;
  readonly page: number;
  readonly text: string;
}
const lines = (out: string): Line[] =>
  readFileSync(join(cwd, out, "pages/000001.jsonl"), "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l));

test("pages, coverage and findings; what was not read is said; nothing that a bar covers is written", async () => {
  const ran = await run("archive", "read", "cajas", "--out", "a", "--no-ocr", "--workers", "2");
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /Documentos: 7\. Páginas: 409\./);
  assert.match(ran.out, /Sin poder leer: 1\./);
  assert.match(ran.out, /no significa\s+que no esté/);
  assert.match(ran.out, /Tachaduras que no tapan: 3\./);
  const read = lines("a");
  assert.deepEqual(
    [...new Set(read.map((l) => l.path))],
    [
      "correo.eml",
      "correo.eml!/nota.txt",
      "foto rota.jpg",
      "largo.txt",
      "uno/oficio.docx",
      "uno/pagina.html",
      "uno/tachado.pdf",
    ],
  );
  for (const name of ["pages/000001.jsonl", "findings.jsonl", "coverage.json"])
    assert.doesNotMatch(readFileSync(join(cwd, "a", name), "utf8"), /Ibarra|Ibáñez/, name);
  assert.equal(JSON.parse(readFileSync(join(cwd, "a/coverage.json"), "utf8")).pages.unreadable, 1);
});

test("killed in the middle and repeated: the same bytes as in one go", async () => {
  const killed = await contraluz(["archive", "read", "cajas", "--out", "b", "--no-ocr", "--workers", "1"], {
    cwd,
    started: (child) => {
      // When the first pages are there.
      const look = setInterval(() => {
        try {
          if (lines("b").length > 20) child.kill("SIGKILL");
        } catch {
          // Not there yet, or in the middle of a line.
        }
      }, 2);
      child.on("close", () => clearInterval(look));
    },
  });
  const again = await run("archive", "read", "cajas", "--out", "b", "--no-ocr", "--workers", "2");
  assert.equal(again.code, 0, again.err);
  // Where the machine was faster than the kill, the second run had nothing to do.
  if (killed.signal === "SIGKILL") assert.match(again.out, /ya estaban leídas/);
  for (const name of ["pages/000001.jsonl", "findings.jsonl"])
    assert.equal(readFileSync(join(cwd, "b", name), "utf8"), readFileSync(join(cwd, "a", name), "utf8"), name);
});

test("a single file; mistakes are told", async () => {
  const one = await run("archive", "read", "cajas/uno/oficio.docx", "--out", "c", "--json");
  assert.equal(JSON.parse(one.out).coverage.pages.read, 2);
  assert.equal((await run("archive", "read", "cajas")).code, 2);
  const inside = await run("archive", "read", "cajas", "--out", "cajas/salida");
  assert.deepEqual([inside.code, /no puede estar dentro/.test(inside.err)], [2, true]);
  const other = await run("archive", "read", "cajas/uno", "--out", "a");
  assert.deepEqual([other.code, /Elige otra/.test(other.err)], [2, true]);
});
