/** Words of this folder; a further language is one more file beside `es-words.ts`, and a line here. @module */
import type { Lang } from "@contraluz/core";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";

export type FrameWords = typeof es;
export const FRAME: Readonly<Record<Lang, FrameWords>> = { es, en };

/** Each language in its own words. */
export const LANGUAGES: Readonly<Record<Lang, string>> = { es: "Español", en: "English" };
