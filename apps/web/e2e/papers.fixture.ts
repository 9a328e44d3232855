/** Papers for the page: a scan with letters drawn from dots, a PDF of two pages, a message, a text that would be markup, a broken picture. @module */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JPEG, MAIL, makePng, pdfOf, utf8 } from "../../../tools/fuzz/documents.ts";

/** Capital letters on a grid of 5 by 7. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "01110 10001 10001 11111 10001 10001 10001",
  E: "11111 10000 10000 11110 10000 10000 11111",
  H: "10001 10001 10001 11111 10001 10001 10001",
  L: "10000 10000 10000 10000 10000 10000 11111",
  T: "11111 00100 00100 00100 00100 00100 00100",
};
const DOT = 6;

/** A sheet with one line of writing, as a PNG. */
function scan(text: string): Uint8Array {
  const [width, height] = [(text.length * 6 + 12) * DOT, 40 * DOT];
  const gray = new Uint8Array(width * height).fill(255);
  for (const [i, letter] of [...text].entries())
    for (const [r, row] of (LETTERS[letter] ?? "").split(" ").entries())
      for (const [c, on] of [...row].entries())
        for (let y = 0; on === "1" && y < DOT; y++) {
          const from = ((7 + r) * DOT + y) * width + (6 + i * 6 + c) * DOT;
          gray.fill(0, from, from + DOT);
        }
  return makePng(width, height, 0, 8, gray);
}

/** What a scan says, and the word that is looked for. */
export const SCANNED = "LA TELA HALLE AL ATLETA";
export const WORD = "tela";

/** Writes the folder; returns its path. */
export function papers(dir: string): string {
  const folder = join(dir, "caja");
  mkdirSync(join(folder, "1"), { recursive: true });
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
  put("1/hoja.png", scan(SCANNED));
  put(
    "1/oficio.pdf",
    pdfOf([
      {
        content:
          "BT /F0 10 Tf 12 80 Td (Oficio 12 del 14 de septiembre de 1974) Tj 0 -14 Td (Se vigila a Rosa Ibarra Nava) Tj ET",
      },
      { content: "BT /F1 10 Tf 20 70 Td (Vigila a Rosa Ibarra hoy) Tj ET 0 g 72 66 66 12 re f" },
    ]),
  );
  put("carta.eml", MAIL);
  put("roto.jpg", JPEG.subarray(0, 20));
  put(
    "marca.txt",
    utf8(`<img src=x onerror="document.title='x'"> huelga en Puebla \u202e<script>document.title='x'</script>\n`),
  );
  return folder;
}
