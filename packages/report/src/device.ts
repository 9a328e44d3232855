/** Which phone a result is about, and of which day, in a few words. @module */
import type { Lang, Result } from "@contraluz/core";
import { kindOf } from "./answer/answer.ts";
import { PAGE } from "./html/words.ts";
import { clip } from "./safe.ts";
import { dayWords, instant } from "./when.ts";

/** Keys of `Acquisition.device` that say which model it is; serials, numbers and owners' names are not shown. */
const MODEL = ["product", "Product Name", "productName", "model", "Product Type", "productType"];

/** `iPhone 11 · iOS 14.6 · respaldo del 24 de julio de 2021`; that data are made up, where they say so, stands with it wherever it is shown. */
export function deviceLine(result: Result, lang: Lang): readonly string[] {
  const a = result.acquisition;
  const device = a.device ?? {};
  const key = MODEL.find((k) => Object.hasOwn(device, k));
  const os = a.os ? `${a.os.name === "ios" ? "iOS" : "Android"} ${clip(a.os.version, 20)}` : "";
  const taken = instant(a.taken);
  const noun = kindOf(result, lang).noun;
  const bare = key === undefined && os === "" ? "" : noun;
  const kind = taken === undefined ? bare : PAGE[lang].takenOn(noun, dayWords(taken, lang));
  const made = Object.hasOwn(device, "synthetic") ? PAGE[lang].synthetic : "";
  return [key === undefined ? "" : clip(String(device[key]), 60), os, kind, made].filter((s) => s !== "");
}
