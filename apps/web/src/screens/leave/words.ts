/** Words of this folder; a further language is one more file beside `es-words.ts`, and a line here. @module */
import type { Lang } from "@contraluz/core";
import { en } from "./en-words.ts";
import { es } from "./es-words.ts";

export type LeaveWords = typeof es;
export const LEAVE: Readonly<Record<Lang, LeaveWords>> = { es, en };
