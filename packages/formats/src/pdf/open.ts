/** Opens a PDF whose bytes are held. @module */
import { loadLib } from "./lib.ts";
import { partsOf } from "./parts.ts";
import { picturesOf } from "./pictures.ts";
import { PDF_LIMITS, type PdfFile } from "./types.ts";

/** Why a PDF cannot be opened: `locked` asks for a password. */
export class PdfError extends Error {
  readonly why: "damaged" | "locked" | "too-large";
  constructor(why: "damaged" | "locked" | "too-large", message: string) {
    super(message.slice(0, 200));
    this.name = "PdfError";
    this.why = why;
  }
}

const text = (e: unknown): string => (e instanceof Error ? `${e.name}: ${e.message}` : String(e));

/**
 * A file that pdf.js brings along: `wasm/jbig2.wasm` (fax and JBIG2), `wasm/openjpeg.wasm` (JPEG 2000), `cmaps/…` (letters of Asian fonts).
 * Without it such pictures are `lost`.
 */
export type PdfSupport = (name: string) => Promise<Uint8Array | undefined>;

/** What pdf.js calls when it needs one of them. */
function factory(support: PdfSupport | undefined): unknown {
  const folders: Readonly<Record<string, string>> = { wasmUrl: "wasm", cMapUrl: "cmaps", standardFontDataUrl: "fonts" };
  return class {
    /** Called with where it would be fetched from: nothing is. */
    readonly fetch = async (o: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> => {
      const found = await support?.(`${folders[o.kind] ?? "other"}/${o.filename}`);
      if (!found) throw new Error(`no ${o.filename}`);
      return found;
    };
  };
}

/**
 * Opens a PDF. `bytes` belong to the reader from then on. Throws `PdfError`, also from `page()`.
 * @example
 * const file = await openPdf(bytes);
 * const sheet = drawPage(await file.page(1));
 * await file.close();
 */
export async function openPdf(bytes: Uint8Array, support?: PdfSupport): Promise<PdfFile> {
  if (bytes.length > PDF_LIMITS.bytes) throw new PdfError("too-large", `${bytes.length} bytes`);
  const lib = await loadLib();
  const task = lib.getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: support !== undefined,
    BinaryDataFactory: factory(support),
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: PDF_LIMITS.pixels,
  });
  const doc = await task.promise.catch(async (e: unknown) => {
    await task.destroy().catch(() => {});
    const locked = e instanceof Error && e.name === "PasswordException";
    throw new PdfError(locked ? "locked" : "damaged", text(e));
  });
  if (doc.numPages > PDF_LIMITS.pages) {
    await task.destroy();
    throw new PdfError("too-large", `${doc.numPages} pages`);
  }
  return {
    pages: doc.numPages,
    async page(number) {
      try {
        const page = await doc.getPage(number);
        const list = await page.getOperatorList({ intent: "display", annotationMode: 1 });
        const pictures = await picturesOf(lib, page, list.fnArray, list.argsArray);
        const made = partsOf(lib, page, list.fnArray, list.argsArray, pictures);
        page.cleanup();
        return made;
      } catch (e) {
        throw e instanceof PdfError ? e : new PdfError("damaged", text(e));
      }
    },
    close: () => task.destroy().catch(() => {}),
  };
}
