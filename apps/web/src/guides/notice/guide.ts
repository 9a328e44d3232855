/** See `../guide.ts`. Words: a file a language. @module */
import type { Guide } from "../guide.ts";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";

export const notice: Guide = { words: { es, en } };
