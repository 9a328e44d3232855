/** Reads writing in pictures: by the tesseract of this computer if there is one with the language, else by the core that we bring. */
import type { OcrImage, OcrText } from "@contraluz/core";
import { type Command, findCommand } from "./command.ts";
import { readWithCore } from "./core.ts";

let command: Promise<Command | undefined> | undefined;

/**
 * `CONTRALUZ_TESSERACT` names another program, or `none` to use the core that we bring.
 * @example const { words } = await ocr({ width, height, gray, dpi: 300 }, "spa");
 */
export async function ocr(image: OcrImage, lang: string): Promise<OcrText> {
  const named = process.env.CONTRALUZ_TESSERACT;
  if (named !== "none") {
    const found = await (command ??= findCommand(named || "tesseract"));
    if (found?.langs.includes(lang)) return found.read(image, lang);
  }
  return readWithCore(image, lang);
}
