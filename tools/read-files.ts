/**
 * What reading documents needs beside the bundled file: pdf.js, the core of tesseract, two languages. They are copied into `read/`, where
 * `platform/node/src/support.ts` looks, so that a start does not load them and no network is needed.
 * @module
 */
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "esbuild";

const PDF = "node_modules/pdfjs-dist";
const CORE = "node_modules/tesseract.js-core";
const DATA = "node_modules/@tesseract.js-data";
/** The module of the core is CommonJS, and the packed tool says that its `.js` are not. */
const CORE_FILE = "ocr/tesseract-core-simd-lstm";

/** Imports that stay imports: what they name, and where it lies in the packed tool. */
const MODULES: Readonly<Record<string, string>> = {
  "pdfjs-dist/legacy/build/pdf.mjs": "pdf/pdf.mjs",
  "pdfjs-dist/legacy/build/pdf.worker.mjs": "pdf/pdf.worker.mjs",
  "tesseract.js-core/tesseract-core-simd-lstm.js": `${CORE_FILE}.cjs`,
};

/** Leaves those imports out of the bundle. */
export const readPlugin: Plugin = {
  name: "read",
  setup(build) {
    build.onResolve({ filter: /^(pdfjs-dist|tesseract\.js-core)\// }, ({ path }) => {
      const place = MODULES[path];
      if (!place) return { errors: [{ text: `${path} is not in the packed tool: tools/read-files.ts` }] };
      return { path: `./read/${place}`, external: true };
    });
  },
};

/** Copies them below `folder`. */
export function copyReadFiles(root: string, folder: string): void {
  const files: (readonly [string, string])[] = [
    [`${PDF}/legacy/build/pdf.min.mjs`, "pdf/pdf.mjs"],
    [`${PDF}/legacy/build/pdf.worker.min.mjs`, "pdf/pdf.worker.mjs"],
    [`${CORE}/tesseract-core-simd-lstm.js`, `${CORE_FILE}.cjs`],
    [`${CORE}/tesseract-core-simd-lstm.wasm`, `${CORE_FILE}.wasm`],
    ...["spa", "eng"].map(
      (l) => [`${DATA}/${l}/4.0.0_best_int/${l}.traineddata.gz`, `ocr/${l}.traineddata.gz`] as const,
    ),
    // Fax and JBIG2, JPEG 2000, colour profiles. The other one runs scripts of forms, which nobody wants here.
    ...readdirSync(join(root, PDF, "wasm"))
      .filter((f) => /^(jbig2|openjpeg|qcms_bg)\.wasm$|^LICENSE_(?!PDFJS_QUICKJS|QUICKJS)/.test(f))
      .sort()
      .map((f) => [`${PDF}/wasm/${f}`, `pdf/wasm/${basename(f)}`] as const),
  ];
  for (const [from, to] of files) {
    const target = join(folder, "read", to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, from), target);
  }
}

/** Folders of what is copied, for the list of licences; and whose text stands for those that bring none. */
export const READ_PACKAGES: readonly string[] = [PDF, CORE, `${DATA}/spa`, `${DATA}/eng`];
/** The data itself is tesseract's (tessdata_best, Apache-2.0), packed by others under MIT without a text of their own. */
export const READ_LICENCES: Readonly<Record<string, string>> = {
  [`${DATA}/spa`]: `${CORE}/LICENSE`,
  [`${DATA}/eng`]: `${CORE}/LICENSE`,
};
