/** Words of this guide; a further language is one more file beside `es-words.ts`, and a line here. @module */
import type { Guide } from "../guide.ts";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";

export const CAPTURE: Guide = { es, en };
