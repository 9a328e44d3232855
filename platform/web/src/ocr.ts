/**
 * Reads writing in pictures, in the browser's own threads: the core of tesseract as WebAssembly, called as its C++ interface is (`baseapi.h`), as
 * `platform/node/src/ocr` calls it. Nothing is fetched: the core and the languages are handed in.
 * @module
 */
import { ContraluzError, type OcrImage, type OcrText, type OcrWord, type Platform } from "@contraluz/core";

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

type Make = (o: { readonly wasmBinary: Uint8Array; print(): void; printErr(): void }) => Promise<Core>;

/** How a page is parted (`PSM_SINGLE_BLOCK`, `PSM_AUTO`): as the command does it, columns and blocks are looked for. */
const PARTED = { block: "6", auto: "3" } as const;
/** The new recognizer alone (`OEM_LSTM_ONLY`). */
const LSTM = 1;
const ENGINE = "tesseract.js-core 7.0.0";
/** Letters and marks of one word; words of a page. */
const LONGEST = 400;
const MOST = 200_000;

/** Words of the table that tesseract writes (TSV), in reading order. */
export function tsvWords(tsv: string): readonly OcrWord[] {
  const words: OcrWord[] = [];
  let [line, last] = [-1, ""];
  for (const row of tsv.split("\n")) {
    const cells = row.split("\t");
    if (cells[0] !== "5" || cells.length < 12 || words.length >= MOST) continue;
    const text = cells.slice(11).join(" ").trim().slice(0, LONGEST);
    const [x, y, w, h, confidence] = cells.slice(6, 11).map(Number) as [number, number, number, number, number];
    if (text === "" || ![x, y, w, h, confidence].every(Number.isFinite)) continue;
    const key = cells.slice(1, 5).join(" ");
    if (key !== last) line++;
    last = key;
    words.push({ text, x, y, w, h, confidence: Math.max(0, Math.min(100, confidence)), line });
  }
  return words;
}

function pgm(image: OcrImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${image.width} ${image.height}\n255\n`);
  const out = new Uint8Array(head.length + image.gray.length);
  out.set(head);
  out.set(image.gray, head.length);
  return out;
}

async function inflated(bytes: Uint8Array, platform: Pick<Platform, "inflate">): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const source = (async function* () {
    yield bytes;
  })();
  for await (const piece of platform.inflate("gzip", source)) parts.push(piece.slice());
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

interface Held {
  readonly core: Core;
  readonly api: Api;
  readonly lang: string;
}

/**
 * `support`: gives `ocr/tesseract-core-simd-lstm.wasm` and `ocr/<lang>.traineddata.gz`. Holds one language at a time.
 * @example const platform = { ...web, support, ocr: webOcr(web, support) };
 */
export function webOcr(
  platform: Pick<Platform, "inflate">,
  support: NonNullable<Platform["support"]>,
): NonNullable<Platform["ocr"]> {
  let current: Promise<Held> | undefined;
  const start = async (lang: string): Promise<Held> => {
    const [wasm, data] = await Promise.all([
      support("ocr/tesseract-core-simd-lstm.wasm"),
      support(`ocr/${lang}.traineddata.gz`),
    ]);
    if (!wasm || !data) throw new ContraluzError("ocr-missing", `no reader of letters for ${lang} is here`);
    // @ts-expect-error: it comes without types; only a bundle of the page has it.
    const loaded = (await import("tesseract.js-core/tesseract-core-simd-lstm.js")) as { readonly default: Make };
    const core = await loaded.default({ wasmBinary: wasm, print: () => {}, printErr: () => {} });
    core.FS.writeFile(`${lang}.traineddata`, await inflated(data, platform));
    const api = new core.TessBaseAPI();
    const started = api.Init(null, lang, LSTM);
    if (started !== 0) throw new ContraluzError("ocr-failed", `tesseract cannot load ${lang}`);
    return { core, api, lang };
  };
  return async (image, lang): Promise<OcrText> => {
    let held = await current?.catch(() => undefined);
    if (held?.lang !== lang) {
      held?.api.End();
      held = await (current = start(lang));
    }
    const { core, api } = held;
    core.FS.writeFile("/input", pgm(image));
    if (api.SetImageFile(1, 0, false) !== 0)
      throw new ContraluzError("ocr-failed", "tesseract cannot read the picture");
    api.SetVariable("user_defined_dpi", String(image.dpi ?? 200));
    api.SetVariable("tessedit_pageseg_mode", PARTED[image.layout ?? "auto"]);
    if (api.Recognize(null) !== 0) throw new ContraluzError("ocr-failed", "tesseract gave up");
    const words = tsvWords(api.GetTSVText(0));
    api.Clear();
    return { engine: ENGINE, words };
  };
}
