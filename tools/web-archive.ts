/**
 * What the page brings to read papers: the thread of the archive, SQLite, pdf.js' decoders, tesseract's core and two languages. Each is a module
 * of its own that is loaded when somebody opens an archive; in the one file they lie in the page beside its script.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "esbuild";
import { READ_LICENCES } from "./read-files.ts";

const PDF = "node_modules/pdfjs-dist";
const CORE = "node_modules/tesseract.js-core";
const DATA = "node_modules/@tesseract.js-data";
const SQL = "node_modules/@sqlite.org/sqlite-wasm";

/** Folders of what is carried beside the thread's script, for the list of licences. */
export const ARCHIVE_PACKAGES: readonly string[] = [PDF, CORE, SQL, `${DATA}/spa`, `${DATA}/eng`];

/** SQLite's build is under Apache-2.0 without a text of its own (SQLite itself is in the public domain): the same licence stands in another package. */
export const ARCHIVE_LICENCES: Readonly<Record<string, string>> = { ...READ_LICENCES, [SQL]: `${CORE}/LICENSE` };

/** Of decoders that pdf.js carries: JBIG2, JPEG 2000, colour. */
export function decoderLicences(root: string): string {
  const names = readdirSync(join(root, PDF, "wasm")).filter((n) => /^LICENSE_(?!PDFJS_QUICKJS|QUICKJS)/.test(n));
  const parts = names
    .sort()
    .map(
      (n) => `${"=".repeat(72)}\npdfjs-dist/wasm/${n}\n\n${readFileSync(join(root, PDF, "wasm", n), "utf8").trim()}\n`,
    );
  return `\n${parts.join("\n")}`;
}

/** Libraries that also run in Node ask for its modules there; in a page they never do. And the shortest form of pdf.js. */
export const quietNode: Plugin = {
  name: "quiet-node",
  setup(b) {
    b.onResolve({ filter: /^(fs|path|crypto|module|url)$/ }, ({ path }) => ({ path, namespace: "no-node" }));
    b.onLoad({ filter: /.*/, namespace: "no-node" }, () => ({ contents: "module.exports = {};" }));
    // In a thread without a window pdf.js takes the thread for its own and answers every message; it is called here instead.
    b.onLoad({ filter: /pdf\.worker\.min\.mjs$/ }, ({ path }) => ({
      contents: `const window = globalThis;\n${readFileSync(path, "utf8")}`,
    }));
    b.onResolve({ filter: /^pdfjs-dist\/legacy\/build\/pdf(\.worker)?\.mjs$/ }, ({ path }) => ({
      path: join(b.initialOptions.absWorkingDir ?? "", "node_modules", path.replace(/\.mjs$/, ".min.mjs")),
    }));
  },
};

const packed = (bytes: Uint8Array): string => deflateRawSync(bytes, { level: 9 }).toString("base64");

/** Several files as one: a line of JSON with their names and sizes, then their bytes. */
function together(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const head = JSON.stringify(files.map(([name, bytes]) => [name, bytes.length]));
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(([, bytes]) => bytes)]);
}

/** Modules by name (`apps/web/src/virtual.d.ts`). `thread`: its script. */
export function archiveParts(root: string, thread: Uint8Array): ReadonlyMap<string, string> {
  const file = (path: string): Uint8Array => readFileSync(join(root, path));
  const data = (lang: string): Uint8Array =>
    together([[`ocr/${lang}.traineddata.gz`, file(`${DATA}/${lang}/4.0.0_best_int/${lang}.traineddata.gz`)]]);
  const parts: readonly (readonly [string, Uint8Array])[] = [
    ["archive-thread", thread],
    ["archive-sql", together([["sql/sqlite3.wasm", file(`${SQL}/dist/sqlite3.wasm`)]])],
    [
      "archive-pdf",
      together(
        ["jbig2", "openjpeg", "qcms_bg"].map((n) => [`pdf/wasm/${n}.wasm`, file(`${PDF}/wasm/${n}.wasm`)] as const),
      ),
    ],
    [
      "archive-letters",
      together([["ocr/tesseract-core-simd-lstm.wasm", file(`${CORE}/tesseract-core-simd-lstm.wasm`)]]),
    ],
    ["archive-spa", data("spa")],
    ["archive-eng", data("eng")],
  ];
  return new Map(parts.map(([name, bytes]) => [name, packed(bytes)]));
}
