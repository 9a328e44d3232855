/** Words of this folder; a further language is one more file beside `es-words.ts`, and a line here. @module */
import type { Lang } from "@contraluz/core";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";

export type SealedWords = typeof es;
export const SEALED: Readonly<Record<Lang, SealedWords>> = { es, en };
