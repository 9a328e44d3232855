/**
 * The core of tesseract as WebAssembly, called as its C++ interface is (`baseapi.h`), in the thread that asks. Nothing is fetched: the
 * languages are files of npm packages.
 */
import { gunzipSync } from "node:zlib";
import { ContraluzError, type OcrImage, type OcrText } from "@contraluz/core";
import { supportFile } from "../support.ts";
import { pgm, wordsOf } from "./tsv.ts";

interface Api {
  Init(path: string | null, lang: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exif: number, angle: number, upscale: boolean): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}

interface Core {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => Api;
}

/**
 * How a page is parted (`PSM_SINGLE_BLOCK`, `PSM_AUTO`): as the command does it, columns and blocks are looked for. By itself the interface
 * takes a page for one block.
 */
const PARTED = { block: "6", auto: "3" } as const;
/** The new recognizer alone (`OEM_LSTM_ONLY`). */
const LSTM = 1;
const ENGINE = "tesseract.js-core 7.0.0";

let current: Promise<{ readonly core: Core; readonly api: Api; readonly lang: string }> | undefined;

async function start(lang: string): Promise<{ readonly core: Core; readonly api: Api; readonly lang: string }> {
  const [wasm, data] = await Promise.all([
    supportFile("ocr/tesseract-core-simd-lstm.wasm"),
    supportFile(`ocr/${lang}.traineddata.gz`),
  ]);
  if (!wasm || !data) throw new ContraluzError("ocr-missing", `no reader of letters for ${lang} is here`);
  // @ts-expect-error: it comes without types.
  const { default: make } = await import("tesseract.js-core/tesseract-core-simd-lstm.js");
  const quiet = (): void => {};
  const core: Core = await make({ wasmBinary: wasm, print: quiet, printErr: quiet });
  core.FS.writeFile(`${lang}.traineddata`, gunzipSync(data));
  const api = new core.TessBaseAPI();
  const started = api.Init(null, lang, LSTM);
  if (started !== 0) throw new ContraluzError("ocr-failed", `tesseract cannot load ${lang}`);
  return { core, api, lang };
}

/** Holds one language at a time. */
export async function readWithCore(image: OcrImage, lang: string): Promise<OcrText> {
  let held = await current?.catch(() => undefined);
  if (held?.lang !== lang) {
    held?.api.End();
    held = await (current = start(lang));
  }
  const { core, api } = held;
  core.FS.writeFile("/input", pgm(image));
  if (api.SetImageFile(1, 0, false) !== 0) throw new ContraluzError("ocr-failed", "tesseract cannot read the picture");
  api.SetVariable("user_defined_dpi", String(image.dpi ?? 200));
  api.SetVariable("tessedit_pageseg_mode", PARTED[image.layout ?? "auto"]);
  if (api.Recognize(null) !== 0) throw new ContraluzError("ocr-failed", "tesseract gave up");
  const words = wordsOf(api.GetTSVText(0));
  api.Clear();
  return { engine: ENGINE, words };
}
